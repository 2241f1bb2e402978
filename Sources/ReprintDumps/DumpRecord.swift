public import Reprint

extension TracedArticle {
  /// An article as a record of a dump has it.
  ///
  /// - Parameter name: what to call it if the record has no id.
  init(_ parser: borrowing JSONRecordParser, name: String) {
    func text(_ field: RecordField) -> String? {
      parser[field].flatMap { $0.kind == .other || $0.bytes.isEmpty ? nil : $0.text }
    }
    self.init(id: text(.id) ?? name, text: parser[.text]?.utf8 ?? [])
    url = text(.url)
    site = text(.site)
    author = text(.author)
    title = text(.title)
    published = text(.published).flatMap(PublicationTime.init)
    canonical = text(.canonical)
    links = parser[.links]?.strings ?? []
    creditLines = parser[.creditLines]?.utf8 ?? []
  }
}

extension TracedArticle {
  /// Takes in what a page says; what its record says counts more.
  mutating func add(_ page: ExtractedPage) {
    text = page.text
    url = url ?? page.url
    site = site ?? page.site
    author = author ?? page.author
    title = title ?? page.title
    published = published ?? page.published.flatMap(PublicationTime.init)
    canonical = canonical ?? page.canonical
    links += page.links
    creditLines += page.creditLines
  }
}

extension PublicationTime {
  private static let day = 86_400.0

  private static func trimmed(_ text: String) -> String {
    let rest = text.utf8.drop { $0 <= 0x20 }
    let end = rest.lastIndex { $0 > 0x20 }.map { rest.index(after: $0) } ?? rest.startIndex
    return String(text[rest.startIndex..<end])
  }

  /// Reads a time as ISO 8601 or feeds write it, `Wed, 05 Mar 2025 10:00:00 GMT`; nil for anything else.
  public init?(_ text: String) {
    var iso = Self.trimmed(text)
    if PublishedTime.seconds(iso) == nil { iso = PageDate.normalized(iso) }
    guard let seconds = PublishedTime.seconds(iso) else { return nil }
    self.init(seconds: seconds, slack: iso.utf8.count <= 10 ? Self.day : 0, text: text)
  }
}
