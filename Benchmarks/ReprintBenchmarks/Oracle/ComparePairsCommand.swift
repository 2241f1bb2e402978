/// `reprint-bench compare-pairs`: how good the pairs are that were found.
enum ComparePairsCommand {
  static let usage = """
    usage: reprint-bench compare-pairs TRUTH.ndjson FOUND.ndjson [--recall R]

    Compares found pairs with the true ones, both as `reprint pairs` prints them. The exit status is 1
    if a found pair is not true, a similarity is off by more than 1e-9, or the recall is below R (0).

    """

  /// How far a similarity may be from the true one.
  private static let tolerance = 1e-9

  /// Returns whether all is as asked for.
  static func run(_ arguments: inout ArgumentList) throws -> Bool {
    var leastRecall = 0.0
    var paths: [String] = []
    while let word = arguments.next() {
      switch word {
      case "--recall": leastRecall = try arguments.number(for: word) { $0 >= 0 && $0 <= 1 }
      default: paths.append(try arguments.operand(word))
      }
    }
    guard paths.count == 2 else { throw BenchmarkError("compare-pairs: give two files, the truth and what was found") }
    let names = PairFile.Names()
    let comparison = PairComparison(
      truth: try PairFile(paths[0], names: names), found: try PairFile(paths[1], names: names))
    try StandardStreams.output(Array(comparison.text(names).utf8))
    return comparison.precision == 1 && comparison.largestDifference <= tolerance && comparison.recall >= leastRecall
  }
}

/// Pairs found, against the true ones.
struct PairComparison {
  private(set) var trueCount = 0
  private(set) var foundCount = 0
  private(set) var bothCount = 0
  /// Lines of the found file that say again what an earlier one said.
  private(set) var repeatedCount = 0
  /// Over pairs in both files.
  private(set) var largestDifference = 0.0
  /// The most similar pairs that were not found, and some found ones that are not true.
  private var missed: [(pair: PairFile.Pair, similarity: Double)] = []
  private var wrong: [(pair: PairFile.Pair, similarity: Double)] = []
  /// Whether the found pairs come in the order of the true ones.
  private(set) var isInOrder = true

  private static let shown = 5

  var recall: Double { trueCount == 0 ? 1 : Double(bothCount) / Double(trueCount) }
  var precision: Double { foundCount == 0 ? 1 : Double(bothCount) / Double(foundCount) }

  init(truth: PairFile, found: PairFile) {
    var similarities: [PairFile.Pair: (place: Int, similarity: Double)] = [:]
    for (place, entry) in truth.pairs.enumerated() {
      similarities[entry.pair.unordered] = (place, entry.similarity)
    }
    var seen: Set<PairFile.Pair> = []
    var lastPlace = -1
    for (pair, similarity) in found.pairs {
      guard seen.insert(pair.unordered).inserted else {
        repeatedCount += 1
        continue
      }
      guard let known = similarities[pair.unordered] else {
        wrong.append((pair, similarity))
        continue
      }
      bothCount += 1
      largestDifference = max(largestDifference, abs(known.similarity - similarity))
      isInOrder = isInOrder && known.place > lastPlace && truth.pairs[known.place].pair == pair
      lastPlace = known.place
    }
    trueCount = similarities.count
    foundCount = seen.count
    missed = truth.pairs.filter { !seen.contains($0.pair.unordered) }
    missed.sort { $0.similarity > $1.similarity }
  }

  func text(_ names: PairFile.Names) -> String {
    var text = """
      true pairs          \(trueCount)
      found pairs         \(foundCount)
      in both             \(bothCount)
      recall              \(recall)
      precision           \(precision)
      largest difference  \(largestDifference)
      repeated lines      \(repeatedCount)
      same order          \(isInOrder ? "yes" : "no")

      """
    func list(_ title: String, _ pairs: [(pair: PairFile.Pair, similarity: Double)]) {
      guard !pairs.isEmpty else { return }
      text += "\(title)\n"
      for (pair, similarity) in pairs.prefix(Self.shown) {
        text += "  \(similarity)  \(names.name(pair.a))  \(names.name(pair.b))\n"
      }
    }
    list("missed, the most similar first", missed)
    list("found but not true", wrong)
    return text
  }
}
