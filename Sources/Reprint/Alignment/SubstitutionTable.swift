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
    var left = [Int32](repeating: 0, count: Int(pairs.lazy.compactMap { $0.source.max() }.max() ?? -1) + 1)
    let pairs = pairs.map { Self.withoutShared($0, sourceTerm, isNumber, &left) }
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
        copyTerm: copy, sourceTerm: source, count: count, sentences: Int(forward.sentences[cell]),
        confidence: confidence)
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
  ///
  /// - Parameter left: a 0 for each term of the original, before and after.
  private static func withoutShared(
    _ pair: Pair, _ sourceTerm: [Int32], _ isNumber: [Bool], _ left: inout [Int32]
  ) -> Words {
    for term in pair.source { left[Int(term)] += 1 }
    var words = Words()
    words.copy.reserveCapacity(pair.copy.count)
    words.source.reserveCapacity(pair.source.count)
    for (place, term) in pair.copy.enumerated() {
      let known = Int(sourceTerm[Int(term)])
      if known >= 0, known < left.count, left[known] > 0 {
        left[known] -= 1
      } else if !isNumber[Int(term)] {
        words.copy.append((term, Float(place) / Float(pair.copy.count)))
      }
    }
    for (place, term) in pair.source.enumerated() where left[Int(term)] > 0 {
      words.source.append((term, Float(place) / Float(pair.source.count)))
    }
    for term in pair.source { left[Int(term)] = 0 }
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
  /// For each pair of sentences its words, and where its grid starts: a line for each copy word, a place for each
  /// source word.
  private struct Grid {
    var rows: Int
    var columns: Int
    var start: Int
  }

  private var grids: [Grid] = []
  /// The cell and the nearness of each two words, by the copy's words and by the source's.
  private var cells: [Int32] = []
  private var nearness: [Float] = []
  private var cellsBySource: [Int32] = []
  private var nearnessBySource: [Float] = []
  private(set) var copyTerms: [Int32] = []
  private(set) var sourceTerms: [Int32] = []

  var count: Int { copyTerms.count }

  private static let iterations = 5
  /// How fast the preference for the same place falls off, and the share of words that stand for nothing.
  private static let steepness: Float = 4
  private static let nothing: Float = 0.08

  init(_ pairs: [Words]) {
    var size = 0
    for pair in pairs {
      grids.append(Grid(rows: pair.copy.count, columns: pair.source.count, start: size))
      size += pair.copy.count * pair.source.count
    }
    nearness = Self.nearness(pairs, size)
    nearnessBySource = Self.transposed(nearness, grids)
    cells = Array(repeating: 0, count: size)
    number(pairs)
    cellsBySource = Self.transposed(cells, grids)
  }

  /// Numbers the cells: all occurrences of a copy word together, so that what it has met fits one array.
  private mutating func number(_ pairs: [Words]) {
    let copyLimit = Int(pairs.lazy.flatMap(\.copy).map(\.term).max() ?? -1) + 1
    let sourceLimit = Int(pairs.lazy.flatMap(\.source).map(\.term).max() ?? -1) + 1
    var ends = [Int32](repeating: 0, count: copyLimit + 1)
    for pair in pairs { for copy in pair.copy { ends[Int(copy.term) + 1] += 1 } }
    for term in 0..<copyLimit { ends[term + 1] += ends[term] }
    var places = [(pair: Int32, row: Int32)](repeating: (0, 0), count: Int(ends[copyLimit]))
    var next = ends
    for (number, pair) in pairs.enumerated() {
      for (row, copy) in pair.copy.enumerated() {
        places[Int(next[Int(copy.term)])] = (Int32(number), Int32(row))
        next[Int(copy.term)] += 1
      }
    }
    /// The copy word that met each source word last, and their cell.
    var met = [(copy: Int32, cell: Int32)](repeating: (-1, 0), count: sourceLimit)
    for copy in 0..<copyLimit {
      for place in places[Int(ends[copy])..<Int(ends[copy + 1])] {
        let grid = grids[Int(place.pair)]
        let start = grid.start + Int(place.row) * grid.columns
        pairs[Int(place.pair)].source.withUnsafeBufferPointer { sources in
          for column in 0..<grid.columns {
            let source = sources[column].term
            if met[Int(source)].copy != Int32(copy) {
              met[Int(source)] = (Int32(copy), Int32(copyTerms.count))
              copyTerms.append(Int32(copy))
              sourceTerms.append(source)
            }
            cells[start &+ column] = met[Int(source)].cell
          }
        }
      }
    }
  }

  /// How near the relative places of each two words are.
  private static func nearness(_ pairs: [Words], _ size: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: size) { buffer, initialized in
      for pair in pairs {
        // e to the power of a difference, without a power for each.
        let (copyRise, copyFall) = powers(pair.copy)
        let (sourceRise, sourceFall) = powers(pair.source)
        for row in pair.copy.indices {
          for column in pair.source.indices {
            let near = min(copyRise[row] * sourceFall[column], copyFall[row] * sourceRise[column])
            (buffer.baseAddress! + initialized).initialize(to: near)
            initialized += 1
          }
        }
      }
    }
  }

  private static func powers(_ words: [(term: Int32, place: Float)]) -> (rise: [Float], fall: [Float]) {
    let rise = words.map { Logarithm.exponential(steepness * $0.place) }
    return (rise, rise.map { 1 / $0 })
  }

  private static func transposed<Value>(_ values: [Value], _ grids: [Grid]) -> [Value] {
    var result = values
    for grid in grids {
      for row in 0..<grid.rows {
        for column in 0..<grid.columns {
          result[grid.start + column * grid.rows + row] = values[grid.start + row * grid.columns + column]
        }
      }
    }
    return result
  }

  struct Estimate {
    var chances: [Float]
    var counts: [Float]
    var sentences: [Int32]

    @inline(__always)
    mutating func withUnsafeFigures(
      _ body: (
        _ chances: UnsafeMutableBufferPointer<Float>, _ counts: UnsafeMutableBufferPointer<Float>,
        _ sentences: UnsafeMutableBufferPointer<Int32>
      ) -> Void
    ) {
      chances.withUnsafeMutableBufferPointer { chances in
        counts.withUnsafeMutableBufferPointer { counts in
          sentences.withUnsafeMutableBufferPointer { body(chances, counts, $0) }
        }
      }
    }
  }

  /// The chance of each cell's copy word given its source word, or the other way round.
  func estimate(backward: Bool) -> Estimate {
    var estimate = Estimate(
      chances: Array(repeating: 1, count: count), counts: Array(repeating: 0, count: count),
      sentences: Array(repeating: 0, count: count))
    let terms = backward ? copyTerms : sourceTerms
    var totals = [Float](repeating: 0, count: Int(terms.max() ?? -1) + 1)
    var weights = [Float](repeating: 0, count: grids.lazy.map { max($0.rows, $0.columns) }.max() ?? 0)
    for iteration in 1...Self.iterations {
      expect(backward, isLast: iteration == Self.iterations, &weights, &estimate)
      // Counts as shares of all that is explained by the same word.
      let isLast = iteration == Self.iterations
      totals.withUnsafeMutableBufferPointer { totals in
        terms.withUnsafeBufferPointer { terms in
          estimate.withUnsafeFigures { chances, counts, _ in
            totals.update(repeating: 0)
            for cell in terms.indices { totals[Int(terms[cell])] += counts[cell] }
            for cell in terms.indices {
              let total = totals[Int(terms[cell])]
              chances[cell] = total > 0 ? counts[cell] / total : 0
              if !isLast { counts[cell] = 0 }
            }
          }
        }
      }
    }
    return estimate
  }

  /// Adds to each cell's count how often, by the chances, the one word is explained by the other.
  private func expect(_ backward: Bool, isLast: Bool, _ weights: inout [Float], _ estimate: inout Estimate) {
    let (cells, nearness) = backward ? (cellsBySource, nearnessBySource) : (cells, nearness)
    cells.withUnsafeBufferPointer { cells in
      nearness.withUnsafeBufferPointer { nearness in
        weights.withUnsafeMutableBufferPointer { weights in
          estimate.withUnsafeFigures { chances, counts, sentences in
            for grid in grids {
              let (explained, explaining) = backward ? (grid.columns, grid.rows) : (grid.rows, grid.columns)
              for word in 0..<explained {
                let start = grid.start &+ word &* explaining
                var total: Float = 0
                for other in 0..<explaining {
                  let weight = chances[Int(cells[start &+ other])] * nearness[start &+ other]
                  weights[other] = weight
                  total += weight
                }
                guard total > 0 else { continue }
                let scale = (1 - Self.nothing) / total
                for other in 0..<explaining {
                  let share = scale * weights[other]
                  let cell = Int(cells[start &+ other])
                  counts[cell] += share
                  if isLast, share > 0.5 { sentences[cell] += 1 }
                }
              }
            }
          }
        }
      }
    }
  }
}
