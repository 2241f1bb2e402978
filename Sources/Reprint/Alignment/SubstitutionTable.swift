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
  /// What is less likely than this both ways together can't be as sure, however often it is met.
  private static let leastChance = leastConfidence * leastConfidence

  init() {}

  /// - Parameters:
  ///   - sourceTerm: for each term of the copy the same term of the original, or -1.
  ///   - isNumber: for each term of the copy; numbers stand for themselves.
  /// - Complexity: O(iterations x words of the pairs squared); words that stand in both sentences of a pair don't count.
  init(_ pairs: [Pair], sourceTerm: [Int32], isNumber: [Bool]) {
    var left = [Int32](repeating: 0, count: Int(pairs.lazy.compactMap { $0.source.max() }.max() ?? -1) + 1)
    let pairs = pairs.map { Self.withoutShared($0, sourceTerm, isNumber, &left) }
    let grids = SubstitutionGrids(pairs)
    let forward = grids.estimate(backward: false)
    let backward = grids.estimate(backward: true)
    var best = [Int32](repeating: -1, count: sourceTerm.count)
    var all: [Entry] = []
    for cell in grids.cells {
      let place = Int(cell.place)
      let chance = forward.figures[0][place] * backward.figures[0][place]
      guard chance >= Self.leastChance else { continue }
      let count = forward.figures[1][place]
      let known = Int(best[Int(cell.copy)])
      let entry = Entry(
        copyTerm: cell.copy, sourceTerm: cell.source, count: count, sentences: Int(forward.sentences[place]),
        confidence: chance.squareRoot() * count / (count + 1))
      if known < 0 {
        best[Int(cell.copy)] = Int32(all.count)
        all.append(entry)
      } else if (all[known].confidence, cell.source) < (entry.confidence, all[known].sourceTerm) {
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
  ) -> (copy: SubstitutionGrids.Words, source: SubstitutionGrids.Words) {
    for term in pair.source { left[Int(term)] += 1 }
    var words: (copy: SubstitutionGrids.Words, source: SubstitutionGrids.Words) = ([], [])
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
