/// How a page credits its original, and the words that show it.
public struct Attribution: Sendable, Equatable {
  /// Ways of giving credit, the strongest first.
  public enum Class: String, CaseIterable, Sendable, Comparable {
    /// The page links to the original or its host, or spells their address.
    case linked
    /// The page's record names the original as the canonical address.
    case canonical
    /// The page names the outlet in words of its own.
    case named
    /// The page keeps the author's name, and not the outlet's.
    case byline
    /// The outlet's name came along with copied words; the page itself gives no credit.
    case leaked
    case none

    public static func < (first: Class, second: Class) -> Bool { first.rank < second.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self)! }
  }

  /// Something in a page that credits the original, or mentions it at least.
  public struct Evidence: Sendable, Equatable {
    public let kind: Class
    /// The words, with the phrase that makes them a credit: `told The Harbour Post`.
    public let text: String
    /// Where they stand in the page's text, in UTF-8 bytes; nil for a link, a canonical address, an author or a line
    /// outside the text.
    public let range: Range<Int>?

    package init(kind: Class, text: String, range: Range<Int>?) {
      self.kind = kind
      self.text = text
      self.range = range
    }
  }

  /// The strongest class there is evidence of.
  public var kind: Class { evidence.first?.kind ?? .none }
  /// Whether the page itself links to the original or names its outlet, outside copied text.
  public var isAttributed: Bool { kind <= .named }
  /// The strongest first, then in the order of the page; the first few of each class.
  public let evidence: [Evidence]

  package init(_ evidence: [Evidence]) {
    var kept: [Evidence] = []
    for kind in Class.allCases { kept += evidence.filter { $0.kind == kind }.prefix(Self.mostKept) }
    self.evidence = kept
  }

  private static let mostKept = 3
}

/// Looks for credit in a page that reuses an original.
struct CreditSearch {
  let original: TracedArticle
  let names: OutletNames
  let source: OriginalWords
  /// Where the original mentions its own outlet: numbers of words.
  private let selfMentions: [Range<Int>]
  /// Lines of its page that are no part of its text and may have been copied along.
  private let ownLines: Set<ArraySlice<UInt8>>

  init(_ original: TracedArticle, _ words: OriginalWords) {
    self.original = original
    names = OutletNames(original)
    source = words
    selfMentions = names.mentions(words.tokens, words.bytes).map(\.words)
    ownLines = original.ownLines
  }

  /// Whether a page has anything that could be credit.
  func mayCredit(_ page: TracedArticle, _ words: some PlacedText) -> Bool {
    guard !names.isEmpty else { return false }
    if let canonical = page.canonical, names.isOriginal(canonical) { return true }
    if let author = page.author, names.credit(inAuthor: author) != nil { return true }
    return page.links.contains(where: names.isOriginal)
      || !names.credit(inLines: page.creditLines, except: ownLines).isEmpty
      || !names.addresses(in: words.bytes).isEmpty || !names.mentions(words.tokens, words.bytes).isEmpty
      || !names.bylines(words.tokens, words.bytes).isEmpty
  }

  /// - Parameter furniture: lines of the page, in UTF-8 bytes, that are no part of its article.
  func attribution(
    of page: TracedArticle, _ words: PageWords, _ alignment: Alignment, furniture: [Range<Int>] = []
  ) -> Attribution {
    func isFurniture(_ range: Range<Int>) -> Bool { furniture.contains { $0.overlaps(range) } }
    var evidence: [Attribution.Evidence] = []
    if let canonical = page.canonical, names.isOriginal(canonical) {
      evidence.append(.init(kind: .canonical, text: canonical, range: nil))
    }
    for link in page.links where names.isOriginal(link) {
      evidence.append(.init(kind: .linked, text: link, range: nil))
    }
    for range in names.addresses(in: words.bytes) {
      // Lists of partners spell the addresses of front pages.
      if isFurniture(range), WebAddress.isFrontPage("https://" + words.string(range)) { continue }
      evidence.append(.init(kind: .linked, text: words.string(range), range: range))
    }
    if let author = page.author, let kind = names.credit(inAuthor: author) {
      evidence.append(.init(kind: kind, text: author, range: nil))
    }
    let lines = MentionLines(words)
    for mention in names.mentions(words.tokens, words.bytes) {
      let range = words.bytes(of: mention.words)
      let sentence = alignment.sentence(overlapping: range)
      let found = judge(mention, in: sentence, words, lines, isFurniture: isFurniture(range))
      if let found { evidence.append(found) }
    }
    for place in names.bylines(words.tokens, words.bytes) {
      let range = words.bytes(of: place)
      evidence.append(.init(kind: .byline, text: words.string(range), range: range))
    }
    return Attribution(evidence + names.credit(inLines: page.creditLines, except: ownLines))
  }

  private func judge(
    _ mention: OutletNames.Mention, in sentence: SentenceMatch?, _ words: PageWords, _ lines: MentionLines<PageWords>,
    isFurniture: Bool
  ) -> Attribution.Evidence? {
    let phrase =
      isFurniture
      ? CreditPhrases.findPublisher(mention.words, words.tokens, words.bytes)
      : CreditPhrases.find(around: mention.words, words.tokens, words.bytes)
    // A name that is a word like any other must be introduced as a name, and any name among furniture.
    if mention.isCommonWord || isFurniture, phrase == nil { return nil }
    let range = words.bytes(of: phrase ?? mention.words)
    let text = words.string(range)
    let isCopied =
      ownLines.contains(words.line(around: range)) || isCarriedOver(mention.words, in: sentence, words)
      || sentence?.sources.isEmpty ?? true && lines.isPromotion(around: mention.words)
    return .init(kind: isCopied ? .leaked : .named, text: text, range: range)
  }

  /// Whether a mention came along with copied words: its source has one too, and what stands around it is the same.
  ///
  /// Whoever rewrites the words around the name has kept it on purpose.
  private func isCarriedOver(_ mention: Range<Int>, in sentence: SentenceMatch?, _ words: PageWords) -> Bool {
    guard let sentence, !sentence.sources.isEmpty else {
      return selfMentions.contains { isSame(mention, $0, words, width: 3) }
    }
    let inSource = selfMentions.filter { place in
      sentence.sources.contains { $0.range.overlaps(source.bytes(of: place)) }
    }
    guard !inSource.isEmpty else { return false }
    if sentence.kind == .verbatim || sentence.kind == .spun { return true }
    return inSource.contains { isSame(mention, $0, words, width: 2) }
  }

  /// Whether the words around two mentions are the same.
  private func isSame(_ mention: Range<Int>, _ other: Range<Int>, _ words: PageWords, width: Int) -> Bool {
    (1...width).allSatisfy { step in
      words.hash(mention.lowerBound - step) == source.hash(other.lowerBound - step)
        && words.hash(mention.upperBound - 1 + step) == source.hash(other.upperBound - 1 + step)
    }
  }
}

/// A text's words with the bytes that they stand in.
protocol PlacedText {
  var tokens: [Token] { get }
  var bytes: [UInt8] { get }
}

extension PageWords: PlacedText {}
extension OriginalWords: PlacedText {}

extension PlacedText {
  func bytes(of words: Range<Int>) -> Range<Int> { tokens[words.lowerBound].start..<tokens[words.upperBound - 1].end }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The line that bytes stand in, without its newline.
  func line(around range: Range<Int>) -> ArraySlice<UInt8> {
    let start = bytes[..<range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return bytes[start..<(bytes[range.lowerBound...].firstIndex(of: 0x0A) ?? bytes.count)]
  }

  /// The hash of a word; nil beyond the ends.
  func hash(_ place: Int) -> UInt64? { tokens.indices.contains(place) ? tokens[place].hash : nil }
}
