import Reprint

/// What an index keeps of a document beside its text: strings, each with its length before it.
enum IndexedDescription {
  private static let none = UInt32.max

  /// An article's description as bytes; no record has room for strings of 4 GiB.
  static func bytes(of article: TracedArticle) -> [UInt8] {
    var bytes: [UInt8] = []
    func put(_ utf8: some Collection<UInt8>) {
      put(UInt32(clamping: utf8.count))
      bytes += utf8.prefix(Int(UInt32(clamping: utf8.count)))
    }
    func put(_ text: String?) {
      guard let text else { return put(none) }
      put(text.utf8)
    }
    func put(_ number: UInt32) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
    put(article.id)
    for field in [
      article.url, article.site, article.author, article.title, article.published?.text, article.canonical,
    ] { put(field) }
    put(UInt32(clamping: article.links.count))
    for link in article.links.prefix(Int(UInt32.max)) { put(link) }
    if !article.creditLines.isEmpty { put(article.creditLines) }
    return bytes
  }

  /// The id of a document, which is the first of its strings; nil where the bytes make no sense.
  static func identifier(in bytes: UnsafeRawBufferPointer) -> String? {
    var reader = Reader(bytes: bytes)
    guard let id = reader.string() else { return nil }
    return id
  }

  /// The article, without its text; nil where the bytes make no sense.
  static func article(in bytes: UnsafeRawBufferPointer) -> TracedArticle? {
    var reader = Reader(bytes: bytes)
    guard let id = reader.string() else { return nil }
    var article = TracedArticle(id: id ?? "", text: [])
    guard let url = reader.string(), let site = reader.string(), let author = reader.string(),
      let title = reader.string(), let published = reader.string(), let canonical = reader.string(),
      let links = reader.number()
    else { return nil }
    article.url = url
    article.site = site
    article.author = author
    article.title = title
    article.published = published.flatMap(PublicationTime.init)
    article.canonical = canonical
    for _ in 0..<links {
      guard let link = reader.string() else { return nil }
      article.links.append(link ?? "")
    }
    if reader.place < bytes.count {
      guard let lines = reader.string() else { return nil }
      article.creditLines = Array((lines ?? "").utf8)
    }
    return reader.place == bytes.count ? article : nil
  }

  private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var place = 0

    mutating func number() -> UInt32? {
      guard bytes.count - place >= 4 else { return nil }
      defer { place += 4 }
      return bytes.number(UInt32.self, at: place)
    }

    /// A string or nil in its place; nil where the bytes end before it does.
    mutating func string() -> String?? {
      guard let length = number() else { return nil }
      if length == none { return .some(nil) }
      guard Int(length) <= bytes.count - place else { return nil }
      defer { place += Int(length) }
      return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[place..<place + Int(length)]), as: UTF8.self)
    }
  }
}
