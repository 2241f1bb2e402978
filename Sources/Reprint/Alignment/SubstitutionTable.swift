/// Which term of an original each term of a copy stands for, learned from aligned sentences.
///
/// IBM model 1 with a preference for the same relative place in the sentence, in both directions: Brown et al., "The
/// Mathematics of Statistical Machine Translation", 1993 (J93-2003); Dyer, Chahuneau and Smith, "A Simple, Fast, and
/// Effective Reparameterization of IBM Model 2", 2013 (N13-1073).
struct SubstitutionTable {
  struct Entry: Equatable {
    var copyTerm: Int32
    var sourceTerm: Int32
    /// Expected number of times the one stands for the other.
    var count: Float
    /// Sentences in which it likely does.
    var sentences: Int
    var confidence: Float
  }

  /// Two aligned sentences as terms in order.
  struct Pair {
    var copy: ArraySlice<Int32>
    var source: ArraySlice<Int32>
  }

  /// Entries other than words that stand for themselves, by copy term.
  private(set) var entries: [Entry] = []

  private static let iterations = 5
  /// How fast the preference for the same place falls off, and the share of words that stand for nothing.
  private static let steepness: Float = 4
  private static let nothing: Float = 0.08
  private static let leastCount: Float = 1.2
  private static let leastConfidence: Float = 0.25

  init() {}

  /// - Parameters:
  ///   - sourceTerm: for each term of the copy the same term of the original, or -1.
  ///   - isNumber: for each term of the copy; numbers stand for themselves.
  /// - Complexity: O(iterations x words of the pairs squared).
  init(_ pairs: [Pair], sourceTerm: [Int32], isNumber: [Bool]) {
    // Every two words that stand in aligned sentences, numbered.
    var cells = KeyTable(expected: 4096)
    var cellsOf: [[Int32]] = []
    for pair in pairs {
      var numbers: [Int32] = []
      numbers.reserveCapacity(pair.copy.count * pair.source.count)
      for copy in pair.copy {
        for source in pair.source { numbers.append(Int32(cells.insert(Self.key(copy, source)))) }
      }
      cellsOf.append(numbers)
    }
    let same = cells.keys.map { key -> Bool in
      let (copy, source) = Self.terms(key)
      return sourceTerm[Int(copy)] == source
    }
    let forward = Self.estimate(pairs, cellsOf, cells, same, backward: false)
    let backward = Self.estimate(pairs, cellsOf, cells, same, backward: true)
    var best: [Int32: Entry] = [:]
    for cell in 0..<cells.count {
      let (copy, source) = Self.terms(cells.keys[cell])
      let count = forward.counts[cell]
      let confidence = (forward.chances[cell] * backward.chances[cell]).squareRoot() * count / (count + 1)
      let known = best[copy]
      if let known, (known.confidence, source) >= (confidence, known.sourceTerm) { continue }
      best[copy] = Entry(
        copyTerm: copy, sourceTerm: source, count: count, sentences: forward.sentences[cell], confidence: confidence)
    }
    entries = best.values.filter {
      $0.count >= Self.leastCount && $0.confidence >= Self.leastConfidence && !isNumber[Int($0.copyTerm)]
        && sourceTerm[Int($0.copyTerm)] != $0.sourceTerm
    }.sorted { $0.copyTerm < $1.copyTerm }
  }

  private static func key(_ copy: Int32, _ source: Int32) -> UInt64 {
    // Odd multiplication spreads the low bits that pick the slot, and can be undone.
    (UInt64(UInt32(bitPattern: copy)) << 32 | UInt64(UInt32(bitPattern: source))) &* 0x9E37_79B9_7F4A_7C15
  }

  private static func terms(_ key: UInt64) -> (copy: Int32, source: Int32) {
    let plain = key &* 0xF1DE_83E1_9937_733D  // the inverse of the multiplier, modulo 2⁶⁴
    return (Int32(truncatingIfNeeded: plain >> 32), Int32(truncatingIfNeeded: plain & 0xFFFF_FFFF))
  }

  private struct Estimate {
    var chances: [Float]
    var counts: [Float]
    var sentences: [Int]
  }

  /// The chance of each cell's copy word given its source word, or the other way round.
  private static func estimate(
    _ pairs: [Pair], _ cellsOf: [[Int32]], _ cells: KeyTable, _ same: [Bool], backward: Bool
  ) -> Estimate {
    // A word most likely stands for itself.
    var chances = same.map { $0 ? Float(1) : 0.05 }
    var counts = [Float](repeating: 0, count: cells.count)
    var sentences = [Int](repeating: 0, count: cells.count)
    for iteration in 0..<iterations {
      counts = Array(repeating: 0, count: cells.count)
      let isLast = iteration == iterations - 1
      for (pair, numbers) in zip(pairs, cellsOf) {
        let (rows, columns) = (pair.copy.count, pair.source.count)
        let (explained, explaining) = backward ? (columns, rows) : (rows, columns)
        for word in 0..<explained {
          func cell(_ other: Int) -> Int {
            Int(backward ? numbers[other * columns + word] : numbers[word * columns + other])
          }
          let place = Float(word) / Float(explained)
          var weights: [Float] = []
          weights.reserveCapacity(explaining)
          var total: Float = 0
          for other in 0..<explaining {
            let distance = abs(place - Float(other) / Float(explaining))
            let weight = chances[cell(other)] * Logarithm.exponential(-steepness * distance)
            weights.append(weight)
            total += weight
          }
          guard total > 0 else { continue }
          for other in 0..<explaining {
            let share = (1 - nothing) * weights[other] / total
            counts[cell(other)] += share
            if isLast, share > 0.5 { sentences[cell(other)] += 1 }
          }
        }
      }
      chances = normalized(counts, cells, backward: backward)
    }
    return Estimate(chances: chances, counts: counts, sentences: sentences)
  }

  /// Counts as shares of all that is explained by the same word.
  private static func normalized(_ counts: [Float], _ cells: KeyTable, backward: Bool) -> [Float] {
    var totals: [Int32: Float] = [:]
    for (cell, key) in cells.keys.enumerated() {
      let (copy, source) = terms(key)
      totals[backward ? copy : source, default: 0] += counts[cell]
    }
    return cells.keys.enumerated().map { cell, key in
      let (copy, source) = terms(key)
      let total = totals[backward ? copy : source] ?? 0
      return total > 0 ? counts[cell] / total : 0
    }
  }
}
