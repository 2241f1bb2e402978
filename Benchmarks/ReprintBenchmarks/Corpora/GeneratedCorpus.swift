import ReprintCorpora

/// A made-up dump of scraped articles: JSON Lines with planted near-copies, the same bytes every time.
///
/// It stands for real dumps in what costs time (length and frequency of words, punctuation, escapes, scripts, how many
/// documents are copies) and in nothing else.
struct GeneratedCorpus {
  /// What kind of dump.
  enum Kind: String, CaseIterable {
    /// English-like text: hardly a byte beyond ASCII, few escapes.
    case english
    /// The same with short paragraphs, code, many quotes, and all that is not ASCII escaped.
    case escaped
    /// French-like, Russian-like, Chinese-like and Thai-like text, and some English.
    case multilingual

    var documents: Int { self == .english ? 12_000 : 6000 }
    fileprivate var stringStyle: JSONStringStyle { self == .escaped ? .ascii : .plain }
    fileprivate var scripts: [Script] {
      switch self {
      case .english, .escaped: [.english]
      case .multilingual: [.accented, .accented, .cyrillic, .chinese, .thai, .english]
      }
    }
  }

  let kind: Kind
  private var random: SeededGenerator
  private let vocabularies: [Vocabulary]
  /// The latest articles, to be copied.
  private var recent: [(article: Article, vocabulary: Int)] = []

  private static let vocabularySize = 20_000
  private static let mostRecent = 500

  /// The dump's bytes.
  static func bytes(_ kind: Kind) -> [UInt8] {
    var corpus = GeneratedCorpus(kind)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(kind.documents * 3000)
    for number in 0..<kind.documents { corpus.appendRecord(number, to: &bytes) }
    return bytes
  }

  private init(_ kind: Kind) {
    self.kind = kind
    random = SeededGenerator(seed: 2024)
    vocabularies = Script.allCases.enumerated().filter { kind.scripts.contains($0.element) }.map { index, script in
      Vocabulary(script, count: Self.vocabularySize, seed: UInt64(index + 1))
    }
  }

  private mutating func appendRecord(_ number: Int, to bytes: inout [UInt8]) {
    let (article, place) = nextArticle()
    let vocabulary = vocabularies[place]
    let site = "site\(random.below(400)).example"
    let style = Article.Style(
      hasCurlyQuotes: kind == .escaped || random.oneIn(4), paragraphBreak: kind == .escaped ? "\r\n\t" : "\n")
    let title = article.text(vocabulary, style, most: 9)
    let day = "2024-0\(1 + random.below(9))-1\(random.below(10))"

    func field(_ name: String, _ value: [UInt8]) {
      bytes += (bytes.last == UInt8(ascii: "{") ? "\"\(name)\": " : ", \"\(name)\": ").utf8
      kind.stringStyle.append(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "{"))
    field("id", Array("d\(number)".utf8))
    field("url", Array("https://\(site)/news/\(day)/\(number)".utf8))
    field("site", Array(site.utf8))
    if random.oneIn(2) { field("author", article.text(vocabulary, style, most: 2)) }
    field("published", Array("\(day)T0\(random.below(10)):30:00Z".utf8))
    field("title", title)
    var text = article.text(vocabulary, style)
    if kind == .escaped { text += Self.code(number) }
    field("text", text)
    bytes += "}\n".utf8
  }

  /// An article of its own, or, one time in six, a copy of one of the latest.
  private mutating func nextArticle() -> (Article, vocabulary: Int) {
    if !recent.isEmpty && random.oneIn(6) {
      var (article, place) = random.pick(recent)
      article.edit(perThousand: random.pick([0, 0, 5, 10, 20, 40, 80]), vocabularies[place], &random)
      if random.oneIn(8) { article.cut(to: article.pieces.count * 2 / 3) }
      return (article, place)
    }
    let script = random.pick(kind.scripts)
    let place = vocabularies.firstIndex { $0.script == script }!
    // Mostly a few hundred words, now and then many more or hardly any.
    let words = 10 + (20 + random.below(45)) * (1 + random.below(14)) * (random.oneIn(30) ? 4 : 1)
    let article = Article(words: words, vocabularies[place], &random)
    if recent.count < Self.mostRecent {
      recent.append((article, place))
    } else {
      recent[random.below(Self.mostRecent)] = (article, place)
    }
    return (article, place)
  }

  /// Text full of what must be escaped.
  private static func code(_ number: Int) -> [UInt8] {
    Array("\r\n\t<a href=\"/tag/\(number)\">C:\\temp\\\(number)\\log.txt</a> \"\\d+\\.\\w*\"\r\n".utf8)
  }
}
