/// Words of a copy's sentence that the original's sentence lacks, but for which it has a related one.
struct RelatedMatches {
  private let source: SentenceIndex
  private let copy: SentenceIndex
  private let weights: TermWeights
  /// The terms of the original that are related to each term of the copy, and where each one's start.
  ///
  /// The mass is the lesser of the two weights.
  private var matches: [PartialMatch] = []
  private var starts: [Int32] = [0]
  /// For the word that is looked at, the best match in each sentence of the original.
  private var best: [Float]

  /// - Complexity: O(terms), and the related pairs among them.
  init(
    source: SentenceIndex, copy: SentenceIndex, weights: TermWeights, related: RelatedWords = .english
  ) {
    self.source = source
    self.copy = copy
    self.weights = weights
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
            matches.append(PartialMatch(sourceTerm: other, mass: min(weights.copy[term], weights.source[Int(other)])))
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
  ///
  /// - Parameter rowTerms: the terms of the original that the row has.
  mutating func add(_ row: Int, having rowTerms: RowTerms, to sum: Plane) {
    for position in copy.distinctTerms(row) {
      let term = Int(copy.distinct[position])
      let range = Int(starts[term])..<Int(starts[term + 1])
      guard !range.isEmpty else { continue }
      for index in range where !rowTerms.contains(matches[index].sourceTerm) {
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
