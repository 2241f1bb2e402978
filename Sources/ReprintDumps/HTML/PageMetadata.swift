/// What a page says about itself, by the most trustworthy of the places that say it.
///
/// Within one place the first counts. Nothing is trusted that would make a field empty.
struct PageMetadata {
  /// A field of the page, and what was found for it.
  struct Field {
    private(set) var value: String?
    private var rank = Int.max

    /// Takes a value from the place of this rank, 0 being the best.
    mutating func offer(_ text: String?, rank newRank: Int) {
      guard newRank < rank, let text, let collapsed = PageMetadata.collapsed(text) else { return }
      value = collapsed
      rank = newRank
    }
  }

  /// A field that an element's text gives.
  enum TextProperty {
    case author, authorLink, byline, published
    case time(rank: Int)
  }

  private(set) var title = Field()
  private(set) var documentTitle: String?
  private(set) var headline: String?
  private var subheadline: String?
  private(set) var canonical = Field()
  private(set) var published = Field()
  private(set) var author = Field()
  private(set) var site = Field()
  private(set) var language = Field()
  private(set) var sources: [String] = []
  private(set) var base: String?

  /// Notes the attributes of `html`, `head` or `body`.
  mutating func noteLanguage(_ tag: HTMLTokenizer) {
    language.offer(tag.string(.lang), rank: 0)
    language.offer(tag.string(.xmlLang), rank: 1)
  }

  /// Notes a `base`, `link` or `meta`.
  mutating func note(_ tag: HTMLTokenizer) {
    switch tag.tag {
    case .base: if base == nil { base = tag.string(.href) }
    case .link:
      guard let rel = tag.string(.rel)?.lowercased() else { return }
      if rel.split(separator: " ").contains("canonical") { canonical.offer(tag.string(.href), rank: 0) }
      noteElementProperties(tag)
    default: noteMeta(tag)
    }
  }

  private mutating func noteMeta(_ tag: HTMLTokenizer) {
    guard let content = tag.string(.content) else { return }
    for name in [tag.string(.property), tag.string(.name)] {
      switch name?.lowercased() {
      case "og:title": title.offer(content, rank: 0)
      case "twitter:title", "parsely-title", "dc.title", "sailthru.title": title.offer(content, rank: 2)
      case "og:url": canonical.offer(content, rank: 1)
      case "og:site_name": site.offer(content, rank: 0)
      case "application-name": site.offer(content, rank: 3)
      case "og:locale": language.offer(content.split(separator: "_").joined(separator: "-"), rank: 4)
      case "language", "dc.language", "dcterms.language": language.offer(content, rank: 3)
      case "article:published_time", "og:article:published_time": published.offer(content, rank: 1)
      case "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "parsely-pub-date",
        "publish-date", "publish_date", "publishdate", "pubdate", "pub_date", "published", "published-date",
        "publication_date", "publication-date", "article.published", "datepublished", "sailthru.date",
        "cxenseparse:recs:publishtime",
        "citation_publication_date", "citation_date", "originalpublicationdate", "article_date_original":
        published.offer(content, rank: 3)
      case "author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl", "citation_author":
        if !isAddress(content) { author.offer(content, rank: 1) }
      case "article:author": if !isAddress(content) { author.offer(content, rank: 2) }
      case "syndication-source", "original-source": addSource(content)
      default: break
      }
    }
    if tag.string(.httpEquiv)?.lowercased() == "content-language" { language.offer(content, rank: 2) }
    noteElementProperties(tag)
  }

  private func isAddress(_ text: String) -> Bool { text.contains("://") || text.hasPrefix("www.") }

  private mutating func addSource(_ address: String) {
    guard let address = Self.collapsed(address), !sources.contains(address), sources.count < 16 else { return }
    sources.append(address)
  }

  private mutating func noteElementProperties(_ tag: HTMLTokenizer) {
    guard let property = tag.string(.itemprop) else { return }
    let value = tag.string(.content) ?? tag.string(.datetime)
    switch property {
    case "datePublished": published.offer(value, rank: 2)
    case "author": author.offer(value, rank: 4)
    default: break
    }
  }

  /// Whether an element of the page's body may say something of the page.
  static func mayHold(_ tag: HTMLTokenizer, isByline: Bool) -> Bool {
    isByline || tag.tag == .time || tag.tag == .a || tag.value(.itemprop) != nil
  }

  /// Notes an element of the page's body; returns the field that its text will give, if any.
  ///
  /// Comments, sidebars and boxes have times and authors of their own.
  mutating func noteElement(_ tag: HTMLTokenizer, isByline: Bool, _ standing: ElementStanding) -> TextProperty? {
    if standing == .outside { return nil }
    noteElementProperties(tag)
    if tag.tag == .time, let rank = Self.rank(ofTime: tag, standing) {
      guard let time = tag.string(.datetime) else { return .time(rank: rank) }
      published.offer(time, rank: rank)
    }
    if let property = tag.string(.itemprop) {
      if property == "author", tag.value(.content) == nil { return .author }
      if property == "datePublished", tag.value(.content) == nil, tag.value(.datetime) == nil { return .published }
    }
    if tag.tag == .a, let rel = tag.string(.rel), rel.split(separator: " ").contains("author") { return .authorLink }
    if isByline, let name = tag.string(.classes)?.lowercased(), name.contains("byline") { return .byline }
    return nil
  }

  /// How much the time of a `time` says of the page's own; nil if it is that of a change.
  private static func rank(ofTime tag: HTMLTokenizer, _ standing: ElementStanding) -> Int? {
    if tag.string(.itemprop) == "dateModified" { return nil }
    if tag.value(.pubdate) != nil { return 4 }
    let names = tag.string(.classes)?.lowercased() ?? ""
    let isChange = names.contains("updated") || names.contains("modified")
    switch standing {
    case .article: return isChange ? 6 : 5
    case .page: return isChange ? 8 : 7
    case .doubtful, .outside: return 9
    }
  }

  /// Takes the text of an element that `noteElement` wanted.
  mutating func note(_ property: TextProperty, _ text: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let line = text.split(separator: 0x0A).first, line.count <= 200 else { return }
    let value = String(decoding: line, as: UTF8.self)
    switch property {
    case .author: author.offer(value, rank: 4)
    case .authorLink: author.offer(value, rank: 3)
    case .byline:
      for prefix in ["By ", "by ", "BY ", "Von ", "Par ", "Por ", "Door ", "Di ", "Av "] where value.hasPrefix(prefix) {
        author.offer(String(value.dropFirst(prefix.count)), rank: 5)
      }
    case .published: published.offer(value, rank: 2)
    case .time(let rank):
      if PublishedTime.seconds(PageDate.normalized(value)) != nil { published.offer(value, rank: rank) }
    }
  }

  /// Takes the text of an `h1` or `h2`: the first `h1` is the headline, or the first `h2` of a page without.
  mutating func noteHeading(_ text: Slice<UnsafeBufferPointer<UInt8>>, level: UInt8) {
    guard level == 1 ? headline == nil : subheadline == nil, text.count <= 500 else { return }
    let heading = Self.collapsed(String(decoding: text, as: UTF8.self))
    if level == 1 { headline = heading } else { subheadline = heading }
  }

  mutating func noteTitle(_ source: UnsafeBufferPointer<UInt8>) {
    guard documentTitle == nil else { return }
    let decoded = CharacterReferences.decoded(UnsafeBufferPointer(rebasing: source.prefix(4096)), inAttribute: false)
    documentTitle = Self.collapsed(String(decoding: decoded, as: UTF8.self))
  }

  /// Reads a script if it is JSON-LD.
  mutating func noteScript(_ tag: HTMLTokenizer, _ content: UnsafeBufferPointer<UInt8>) {
    guard let type = tag.string(.type), CharacterEncoding.normalized(type).hasPrefix("application/ld+json") else {
      return
    }
    let data = LinkedData(content)
    title.offer(data.headline, rank: 1)
    published.offer(data.published, rank: 0)
    author.offer(data.authors.isEmpty ? nil : data.authors.joined(separator: ", "), rank: 0)
    site.offer(data.publisher, rank: 1)
    site.offer(data.websiteName, rank: 2)
    language.offer(data.language, rank: 5)
    for source in data.basedOn { addSource(source) }
  }

  /// A text with white space collapsed; nil if nothing is left.
  static func collapsed(_ text: String) -> String? {
    let words = text.split { $0.unicodeScalars.allSatisfy { $0.properties.isWhitespace } || $0 == "\0" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The best title: `<title>` is stripped of the name of the site that follows the headline.
  var bestTitle: String? {
    if let title = title.value { return title }
    guard let whole = documentTitle else { return headline ?? subheadline }
    for separator in [" | ", " - ", " – ", " — ", " » ", " :: ", " · ", "｜"] {
      guard let cut = whole.ranges(of: separator).last else { continue }
      let front = whole[..<cut.lowerBound]
      let back = whole[cut.upperBound...]
      let isSite = site.value.map { $0.lowercased() == back.lowercased() } ?? false
      // Names of sites are short; a headline in two parts is one all the same.
      if isSite || headline.map({ $0 == front && back.split(separator: " ").count <= 4 }) ?? false {
        return String(front)
      }
    }
    return whole
  }
}
