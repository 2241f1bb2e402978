import Reprint
import ReprintDumps
import ReprintTestSupport

/// Articles to fill an index with: texts of made-up words, copies of them, edited copies, pages of a template.
struct IndexArticles {
  var generator: SeededGenerator
  private var texts: [[String]] = []
  private(set) var all: [TracedArticle] = []

  init(seed: UInt64) {
    print("articles of seed \(seed)")
    generator = SeededGenerator(seed: seed)
  }

  mutating func words(_ count: Int) -> [String] { (0..<count).map { _ in "w\(generator.number(0...20_000))" } }

  /// A text with some of its words replaced.
  mutating func edited(_ text: [String], _ share: Double) -> [String] {
    text.map { generator.chance(share) ? "e\(generator.number(0...9999))" : $0 }
  }

  /// A text that is new, or like an earlier one.
  mutating func text() -> [String] {
    let dice = generator.number(0...9)
    if texts.isEmpty || dice < 4 { return words(generator.number(3...90)) }
    let earlier = generator.pick(texts)
    switch dice {
    case 4, 5: return earlier
    case 6, 7: return edited(earlier, 0.01)
    case 8: return edited(earlier, 0.03)
    default: return Array(earlier.dropFirst(earlier.count / 12))
    }
  }

  /// Adds so many articles.
  mutating func grow(_ count: Int) {
    for _ in 0..<count {
      let text = generator.chance(0.02) ? [] : text()
      texts.append(text)
      var article = TracedArticle(id: "a\(all.count)", text: text.joined(separator: " "))
      if generator.chance(0.5) { article.url = "https://h\(generator.number(0...9)).example/\(all.count)" }
      if generator.chance(0.3) { article.site = "Höhe \(generator.number(0...9))" }
      if generator.chance(0.3) { article.published = PublicationTime("2025-08-\(generator.number(10...28))") }
      if generator.chance(0.1) { article.links = ["https://x.example/", ""] }
      all.append(article)
    }
  }

  /// Pages that share most of their text.
  mutating func growTemplate(_ count: Int) {
    let template = words(60)
    for _ in 0..<count {
      let text = template + words(generator.number(1...4))
      texts.append(text)
      all.append(TracedArticle(id: "t\(all.count)", text: text.joined(separator: " ")))
    }
  }

  /// Texts to ask about.
  mutating func questions(_ count: Int) -> [String] { (0..<count).map { _ in text().joined(separator: " ") } }
}

/// The most similar article by comparing all, the slow and obvious way.
struct NearestOracle {
  private let sets: [(article: TracedArticle, shingles: Set<UInt64>)]
  private let options: IndexOptions

  init(_ articles: [TracedArticle], _ options: IndexOptions = IndexOptions()) {
    self.options = options
    sets = articles.map { ($0, Self.shingles(String(decoding: $0.text, as: UTF8.self), options)) }
  }

  private static func shingles(_ text: String, _ options: IndexOptions) -> Set<UInt64> {
    var sketcher = DocumentSketcher(shingleWidth: options.shingleWords, slots: options.slots)
    Array(text.utf8).withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
    return Set(sketcher.shingleWords())
  }

  func similarity(_ text: String, to id: String) -> Double {
    let own = Self.shingles(text, options)
    return sets.filter { $0.article.id == id }.map { Self.jaccard(own, $0.shingles) }.max() ?? 0
  }

  func nearest(to text: String) -> (id: String, similarity: Double)? {
    let own = Self.shingles(text, options)
    var best: (id: String, similarity: Double)?
    for (article, other) in sets {
      let similarity = Self.jaccard(own, other)
      if similarity >= options.threshold, similarity > best?.similarity ?? 0 { best = (article.id, similarity) }
    }
    return best
  }

  private static func jaccard(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Double {
    let shared = a.intersection(b).count
    return shared == 0 ? 0 : Double(shared) / Double(a.count + b.count - shared)
  }
}
