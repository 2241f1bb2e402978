import Reprint
import ReprintCharts

/// `reprint-bench sketch-accuracy`: how far the sketches' estimates are from the truth.
enum SketchAccuracyCommand {
  static let usage = """
    usage: reprint-bench sketch-accuracy [--trials N] [--slots 64|128|256]

    Root mean square error of the estimated Jaccard similarity of two sets of n elements, over N (1000)
    pairs of sets for each n and similarity, next to that of MinHash in theory, sqrt(J (1 - J) / slots).

    """

  private static let sizes = [10, 20, 50, 128, 300, 1000]
  private static let similarities = [0.5, 0.8, 0.95]

  static func run(_ arguments: inout ArgumentList) throws {
    var trials = 1000
    var slots = FastSimilaritySketch.defaultSlots
    while let word = arguments.next() {
      switch word {
      case "--trials": trials = try arguments.integer(for: word, atLeast: 1)
      case "--slots":
        slots = try arguments.integer(for: word, atLeast: 1)
        guard FastSimilaritySketch.slotCounts.contains(slots) else { throw BenchmarkError("--slots: 64, 128 or 256") }
      default: throw BenchmarkError("sketch-accuracy: what is '\(word)'?")
      }
    }
    let columns = [("n", 6), ("J", 8), ("RMSE", 9), ("theory", 9), ("ratio", 7), ("bias", 9)]
    try StandardStreams.output(
      Array("\(trials) trials, \(slots) slots\n\(columns.map { NumberText.padded($0.0, $0.1) }.joined())\n".utf8))
    for size in sizes {
      var last = 0.0
      for similarity in similarities {
        let accuracy = SketchAccuracy(size: size, similarity: similarity, slots: slots, trials: trials)
        if accuracy.similarity == last { continue }  // small sets can't be that similar
        last = accuracy.similarity
        let fields = [
          "\(size)", NumberText.fixed(accuracy.similarity, 4), NumberText.fixed(accuracy.error, 5),
          NumberText.fixed(accuracy.theory, 5), NumberText.fixed(accuracy.error / accuracy.theory, 3),
          NumberText.fixed(accuracy.bias, 5),
        ]
        let line = zip(fields, columns).map { NumberText.padded($0, $1.1) }.joined()
        try StandardStreams.output(Array((line + "\n").utf8))
      }
    }
  }
}

/// The error of estimates for sets of one size and similarity.
struct SketchAccuracy {
  /// The exact similarity: the nearest to the one asked for that different sets of this size can have.
  let similarity: Double
  /// Root mean square error.
  let error: Double
  /// Mean error.
  let bias: Double
  let slots: Int

  /// The error of MinHash.
  var theory: Double { (similarity * (1 - similarity) / Double(slots)).squareRoot() }

  /// Sketches `trials` pairs of sets as the engine does.
  ///
  /// The elements are shingles of one word each, and the words' hashes are numbers in a row: the hardest input for the
  /// mixing that stands between them and the slots.
  init(size: Int, similarity wanted: Double, slots: Int, trials: Int) {
    let common = min(size - 1, Int((2 * Double(size) * wanted / (1 + wanted)).rounded()))
    similarity = Double(common) / Double(2 * size - common)
    self.slots = slots
    let table = SketchTable(slots: slots)
    var sketches = SketchBatch(slots: slots)
    let wide = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: slots)
    let elements = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: size)
    defer {
      wide.deallocate()
      elements.deallocate()
    }
    for trial in 0..<trials {
      let first = UInt64(trial) << 24
      for start in [0, size - common] {
        for index in 0..<size { elements[index] = first + UInt64(start + index) }
        let count = Shingling.shingle(elements, width: 1)
        FastSimilaritySketch.sketch(UnsafeBufferPointer(rebasing: elements[..<count]), into: wide)
        sketches.append(slots: wide, wordCount: size, fingerprint: 0)
      }
    }
    table.append(sketches)
    var sum = 0.0
    var squares = 0.0
    for trial in 0..<trials {
      let agreement = table.agreement(table.row(2 * trial), table.row(2 * trial + 1))
      let difference = Double(agreement) / Double(slots) - similarity
      sum += difference
      squares += difference * difference
    }
    error = (squares / Double(trials)).squareRoot()
    bias = sum / Double(trials)
  }
}
