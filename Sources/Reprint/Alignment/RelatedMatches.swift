/// Words of a copy's sentence that the original's sentence lacks, but for which it has a related one.
struct RelatedMatches {
  private struct Match {
    var sourceTerm: Int32
    /// The lesser of the two weights.
    var mass: Float
  }

  private let source: SentenceIndex
  private let copy: SentenceIndex
  private let weights: TermWeights
  /// The terms of the original that are related to each term of the copy, and where each one's start.
  private var matches: [Match] = []
  private var starts: [Int32] = [0]
  /// The row that last had a term of the original.
  private var lastRow: [Int32]
  /// For the word that is looked at, the best match in each sentence of the original.
  private var best: [Float]

  /// - Complexity: O(terms), and the related pairs among them.
  init(
    source: SentenceIndex, copy: SentenceIndex, weights: TermWeights, related: RelatedWords = .english
  ) {
    self.source = source
    self.copy = copy
    self.weights = weights
    lastRow = Array(repeating: -1, count: source.terms.count)
    best = Array(repeating: 0, count: source.count)
    // The terms of each group: the last one, and for each the one before it.
    var lastOf = [Int32](repeating: -1, count: related.groupCount)
    var members: [(term: Int32, before: Int32)] = []
    for (term, key) in source.terms.keys.enumerated() {
      for place in related.places(of: key) {
        let group = Int(related.groups.entries[place].sentence)
        members.append((Int32(term), lastOf[group]))
        lastOf[group] = Int32(members.count - 1)
      }
    }
    for (term, key) in copy.terms.keys.enumerated() {
      let first = matches.count
      for place in related.places(of: key) {
        var member = Int(lastOf[Int(related.groups.entries[place].sentence)])
        while member >= 0 {
          let other = members[member].term
          if other != weights.sourceTerm[term], !hasMatch(other, from: first) {
            matches.append(Match(sourceTerm: other, mass: min(weights.copy[term], weights.source[Int(other)])))
          }
          member = Int(members[member].before)
        }
      }
      starts.append(Int32(matches.count))
    }
  }

  private func hasMatch(_ term: Int32, from first: Int) -> Bool {
    for index in first..<matches.count where matches[index].sourceTerm == term { return true }
    return false
  }

  /// Adds to each sentence of the original, for every word of a row that it lacks, the mass of its best related word
  /// that the row lacks.
  mutating func add(_ row: Int, to sum: Plane) {
    for position in copy.distinctTerms(row) {
      let known = weights.sourceTerm[Int(copy.distinct[position])]
      if known >= 0 { lastRow[Int(known)] = Int32(row) }
    }
    for position in copy.distinctTerms(row) {
      let term = Int(copy.distinct[position])
      let range = Int(starts[term])..<Int(starts[term + 1])
      guard !range.isEmpty else { continue }
      for index in range where lastRow[Int(matches[index].sourceTerm)] != Int32(row) {
        for place in source.postings.range(of: Int(matches[index].sourceTerm)) {
          let column = Int(source.postings.entries[place].sentence)
          best[column] = max(best[column], matches[index].mass)
        }
      }
      // What has the word itself needs no other.
      let known = Int(weights.sourceTerm[term])
      if known >= 0 {
        for place in source.postings.range(of: known) { best[Int(source.postings.entries[place].sentence)] = 0 }
      }
      for index in range {
        for place in source.postings.range(of: Int(matches[index].sourceTerm)) {
          let column = Int(source.postings.entries[place].sentence)
          sum[column] += best[column]
          best[column] = 0
        }
      }
    }
  }
}
