import ReprintTestSupport

@testable import Reprint

/// Documents as lists of words, with their sketches, and with everything about them known exactly.
final class InMemoryDocuments: DocumentSource {
  struct Document: Sendable {
    var words: [String]
    var id: String
    var published: Double?

    init(_ words: [String], id: String = "", published: Double? = nil) {
      self.words = words
      self.id = id
      self.published = published
    }
  }

  let documents: [Document]
  let table: SketchTable
  /// For each document its distinct shingles, numbered.
  let shingles: [Set<Int>]
  let options: ClusteringOptions

  init(_ documents: [Document], _ options: ClusteringOptions) {
    self.documents = documents
    self.options = options
    table = SketchTable(slots: options.slots)
    var sketcher = DocumentSketcher(shingleWidth: options.shingleWords, slots: options.slots)
    var batch = SketchBatch(slots: options.slots)
    for document in documents {
      Self.hash(document, with: &sketcher)
      sketcher.sketchWords(into: &batch)
    }
    table.append(batch)

    var numbers: [[String]: Int] = [:]
    shingles = documents.map { document in
      let words = document.words
      let width = min(options.shingleWords, words.count)
      guard width > 0 else { return [] }
      let windows = (0...words.count - width).map { Array(words[$0..<$0 + width]) }
      for window in windows where numbers[window] == nil { numbers[window] = numbers.count }
      return Set(windows.map { numbers[$0]! })
    }
  }

  private static func hash(_ document: Document, with sketcher: inout DocumentSketcher) {
    // Spelled differently every time, with the same words in it.
    let text = document.words.enumerated().map { $0 % 7 == 3 ? $1.uppercased() + "," : $1 }.joined(separator: " ")
    Array(text.utf8).withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
  }

  func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
    Self.hash(documents[document], with: &sketcher)
    return sketcher.shingleWords()
  }

  func identifier(of document: Int) -> [UInt8] { Array(documents[document].id.utf8) }

  func published(of document: Int) -> Double? { documents[document].published }

  var order: KeepOrder { KeepOrder(policy: options.keep, table: table, source: self) }

  // MARK: The truth

  /// The Jaccard similarity of two documents' shingle sets; none has one to a document without words.
  func similarity(_ a: Int, _ b: Int) -> Double {
    let shared = shingles[a].intersection(shingles[b]).count
    return shared == 0 ? 0 : Double(shared) / Double(shingles[a].count + shingles[b].count - shared)
  }

  /// All pairs at or above a similarity, by comparing each document with each.
  func allPairs(atLeast threshold: Double) -> [Pair: Double] {
    var pairs: [Pair: Double] = [:]
    for a in documents.indices {
      for b in documents.indices where b > a {
        let similarity = similarity(a, b)
        if similarity >= threshold { pairs[Pair(a, b)] = similarity }
      }
    }
    return pairs
  }

  /// The documents in the order in which the policy prefers them.
  var byPreference: [Int] {
    func key(_ document: Int) -> Double {
      switch options.keep {
      case .longest: -Double(documents[document].words.count)
      case .first: Double(document)
      case .oldest: documents[document].published ?? .infinity
      case .newest: documents[document].published.map { -$0 } ?? .infinity
      }
    }
    return documents.indices.sorted { a, b in
      if key(a) != key(b) { return key(a) < key(b) }
      let (left, right) = (Array(documents[a].id.utf8), Array(documents[b].id.utf8))
      return left == right ? a < b : left.lexicographicallyPrecedes(right)
    }
  }

  // MARK: The engine

  var search: NearDuplicateSearch { NearDuplicateSearch(table, source: self, options: options, limits: .small) }

  func foundPairs() -> [DocumentPair] {
    var statistics = NearDuplicateSearch.Statistics()
    return search.pairs(&statistics)
  }

  func foundClusters() -> (clusters: [DocumentCluster], statistics: NearDuplicateSearch.Statistics) {
    var statistics = NearDuplicateSearch.Statistics()
    let clusters = search.clusters(&statistics)
    return (clusters, statistics)
  }
}

/// Two documents, the earlier first.
struct Pair: Hashable {
  var a: Int
  var b: Int

  init(_ a: Int, _ b: Int) {
    self.a = min(a, b)
    self.b = max(a, b)
  }
}

/// Makes up documents and copies of them.
struct DocumentMaker {
  var generator: SeededGenerator
  private var serial = 0

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Words at random; documents of a hundred of them share next to no shingle by accident.
  mutating func words(_ count: Int) -> [String] {
    (0..<count).map { _ in "w\(generator.number(0...3000))" }
  }

  /// A copy with some words replaced, inserted or left out.
  mutating func edited(_ words: [String], changes: Int) -> [String] {
    var copy = words
    for _ in 0..<changes {
      let place = generator.number(0...max(0, copy.count - 1))
      serial += 1
      switch generator.number(0...2) {
      case 0 where !copy.isEmpty: copy[place] = "new\(serial)"
      case 1 where !copy.isEmpty: copy.remove(at: place)
      default: copy.insert("new\(serial)", at: place)
      }
    }
    return copy
  }

  /// Stories with copies of every degree, exact ones among them, some short and some empty documents, shuffled.
  mutating func corpus(stories: Int, copies: Int, words count: ClosedRange<Int> = 20...120) -> [InMemoryDocuments
    .Document]
  {
    var all: [[String]] = [[], [], ["one"], ["one"], ["one", "two"], ["one", "two", "three", "four"]]
    for _ in 0..<stories {
      let original = words(generator.number(count))
      all.append(original)
      for _ in 0..<generator.number(0...2 * copies) {
        switch generator.number(0...4) {
        case 0: all.append(original)
        case 1: all.append(edited(original, changes: generator.number(0...2)))
        case 2: all.append(edited(original, changes: generator.number(2...8)))
        case 3: all.append(original + words(generator.number(1...30)))
        default: all.append(Array(original[(original.count / generator.number(2...6))...]))
        }
      }
    }
    all.shuffle(using: &generator)
    return all.enumerated().map { number, words in
      InMemoryDocuments.Document(
        words, id: "d\(generator.number(0...all.count))",
        published: generator.chance(0.7) ? Double(generator.number(0...20)) : nil)
    }
  }
}

extension CandidateSearch.Limits {
  /// Buckets that are crowded with few documents, so that tests can be small.
  static let small: CandidateSearch.Limits = {
    var limits = CandidateSearch.Limits()
    limits.hotBucket = 128
    limits.comparisons = 0
    limits.representatives = 64
    return limits
  }()
}
