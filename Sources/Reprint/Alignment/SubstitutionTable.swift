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

  private static let leastCount: Float = 1.2
  private static let leastConfidence: Float = 0.25

  init() {}

  /// - Parameters:
  ///   - sourceTerm: for each term of the copy the same term of the original, or -1.
  ///   - isNumber: for each term of the copy; numbers stand for themselves.
  /// - Complexity: O(iterations x words of the pairs squared); words that stand in both sentences of a pair don't count.
  init(_ pairs: [Pair], sourceTerm: [Int32], isNumber: [Bool]) {
    let pairs = pairs.map { Self.withoutShared($0, sourceTerm, isNumber) }
    let cells = Cells(pairs)
    let forward = cells.estimate(backward: false)
    let backward = cells.estimate(backward: true)
    var best = [Int32](repeating: -1, count: sourceTerm.count)
    var all: [Entry] = []
    for cell in 0..<cells.count {
      let (copy, source) = (cells.copyTerms[cell], cells.sourceTerms[cell])
      let count = forward.counts[cell]
      let confidence = (forward.chances[cell] * backward.chances[cell]).squareRoot() * count / (count + 1)
      let known = Int(best[Int(copy)])
      let entry = Entry(
        copyTerm: copy, sourceTerm: source, count: count, sentences: forward.sentences[cell], confidence: confidence)
      if known < 0 {
        best[Int(copy)] = Int32(all.count)
        all.append(entry)
      } else if (all[known].confidence, source) < (confidence, all[known].sourceTerm) {
        all[known] = entry
      }
    }
    entries = all.filter { $0.count >= Self.leastCount && $0.confidence >= Self.leastConfidence }
      .sorted { $0.copyTerm < $1.copyTerm }
  }

  /// What is left of a pair when every word that both have is struck out, and numbers.
  private static func withoutShared(_ pair: Pair, _ sourceTerm: [Int32], _ isNumber: [Bool]) -> Words {
    var left: [Int32: Int] = [:]
    for term in pair.source { left[term, default: 0] += 1 }
    var words = Words()
    for (place, term) in pair.copy.enumerated() {
      let known = sourceTerm[Int(term)]
      if known >= 0, let more = left[known], more > 0 {
        left[known] = more - 1
      } else if !isNumber[Int(term)] {
        words.copy.append((term, Float(place) / Float(pair.copy.count)))
      }
    }
    for (place, term) in pair.source.enumerated() {
      if let more = left[term], more > 0 {
        words.source.append((term, Float(place) / Float(pair.source.count)))
      }
    }
    return words
  }
}

/// The words of two aligned sentences with their relative places.
private struct Words {
  var copy: [(term: Int32, place: Float)] = []
  var source: [(term: Int32, place: Float)] = []
}

/// Every two words that stand in aligned sentences, numbered.
private struct Cells {
  private let pairs: [Words]
  /// For each pair the cell of each copy word and source word, and their nearness.
  private var cellsOf: [[Int32]] = []
  private var nearness: [[Float]] = []
  private(set) var copyTerms: [Int32] = []
  private(set) var sourceTerms: [Int32] = []

  var count: Int { copyTerms.count }

  private static let iterations = 5
  /// How fast the preference for the same place falls off, and the share of words that stand for nothing.
  private static let steepness: Float = 4
  private static let nothing: Float = 0.08

  init(_ pairs: [Words]) {
    self.pairs = pairs
    var numbers = KeyTable(expected: 4096)
    for pair in pairs {
      var cells: [Int32] = []
      var near: [Float] = []
      cells.reserveCapacity(pair.copy.count * pair.source.count)
      near.reserveCapacity(pair.copy.count * pair.source.count)
      for copy in pair.copy {
        for source in pair.source {
          let key = UInt64(UInt32(bitPattern: copy.term)) << 32 | UInt64(UInt32(bitPattern: source.term))
          let cell = numbers.insert(Mix.finalize(key))
          if cell == copyTerms.count {
            copyTerms.append(copy.term)
            sourceTerms.append(source.term)
          }
          cells.append(Int32(cell))
          near.append(Logarithm.exponential(-Self.steepness * abs(copy.place - source.place)))
        }
      }
      cellsOf.append(cells)
      nearness.append(near)
    }
  }

  struct Estimate {
    var chances: [Float]
    var counts: [Float]
    var sentences: [Int]
  }

  /// The chance of each cell's copy word given its source word, or the other way round.
  func estimate(backward: Bool) -> Estimate {
    var chances = [Float](repeating: 1, count: count)
    var counts = [Float](repeating: 0, count: count)
    var sentences = [Int](repeating: 0, count: count)
    var weights: [Float] = []
    for iteration in 0..<Self.iterations {
      counts = Array(repeating: 0, count: count)
      let isLast = iteration == Self.iterations - 1
      for (number, pair) in pairs.enumerated() {
        let (rows, columns) = (pair.copy.count, pair.source.count)
        let (explained, explaining) = backward ? (columns, rows) : (rows, columns)
        let (step, stride) = backward ? (columns, 1) : (1, columns)
        cellsOf[number].withUnsafeBufferPointer { cells in
          nearness[number].withUnsafeBufferPointer { near in
            for word in 0..<explained {
              weights.removeAll(keepingCapacity: true)
              var total: Float = 0
              for other in 0..<explaining {
                let place = word * stride + other * step
                let weight = chances[Int(cells[place])] * near[place]
                weights.append(weight)
                total += weight
              }
              guard total > 0 else { continue }
              let scale = (1 - Self.nothing) / total
              for other in 0..<explaining {
                let share = scale * weights[other]
                let cell = Int(cells[word * stride + other * step])
                counts[cell] += share
                if isLast, share > 0.5 { sentences[cell] += 1 }
              }
            }
          }
        }
      }
      chances = normalized(counts, by: backward ? copyTerms : sourceTerms)
    }
    return Estimate(chances: chances, counts: counts, sentences: sentences)
  }

  /// Counts as shares of all that is explained by the same word.
  private func normalized(_ counts: [Float], by terms: [Int32]) -> [Float] {
    var totals = [Float](repeating: 0, count: Int(terms.max() ?? -1) + 1)
    for cell in counts.indices { totals[Int(terms[cell])] += counts[cell] }
    return counts.indices.map { totals[Int(terms[$0])] > 0 ? counts[$0] / totals[Int(terms[$0])] : 0 }
  }
}
