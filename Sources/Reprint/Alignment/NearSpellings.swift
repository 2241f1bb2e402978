/// Words that are spelled nearly alike: other endings, other forms of a name.
struct NearSpellings {
  private struct Match {
    var sourceTerm: Int32
    /// What it is worth, at most a whole match.
    var mass: Float
  }

  private let source: SentenceIndex
  private let copy: SentenceIndex
  private let weights: TermWeights
  /// For each term of the copy, near spellings in the original.
  private let matches: [[Match]]
  /// The row that last had a term of the original.
  private var lastRow: [Int32]

  /// Share of the longer stem that both must start with.
  static let leastShare: Float = 0.55

  init(source: SentenceIndex, copy: SentenceIndex, weights: TermWeights) {
    self.source = source
    self.copy = copy
    self.weights = weights
    lastRow = Array(repeating: -1, count: source.terms.count)
    matches = (0..<copy.terms.count).map { term in
      guard !copy.isNumber[term] else { return [] }
      let stem = copy.stems[term]
      var result: [Match] = []
      for (_, candidate) in source.terms(startingLike: stem) where candidate != weights.sourceTerm[term] {
        let other = source.stems[Int(candidate)]
        let share = Float(stem.commonPrefix(other)) / Float(max(stem.count, other.count))
        guard share >= Self.leastShare else { continue }
        let mass = share * 0.8 * min(weights.copy[term], weights.source[Int(candidate)])
        result.append(Match(sourceTerm: candidate, mass: mass))
      }
      return result
    }
  }

  /// Adds the near spellings of a row's words, where the word itself is missing.
  mutating func add(_ row: Int, to sum: Plane) {
    for position in copy.distinctTerms(row) {
      let known = weights.sourceTerm[Int(copy.distinct[position])]
      if known >= 0 { lastRow[Int(known)] = Int32(row) }
    }
    for position in copy.distinctTerms(row) {
      let term = Int(copy.distinct[position])
      for match in matches[term] where lastRow[Int(match.sourceTerm)] != Int32(row) {
        for place in source.postings.range(of: Int(match.sourceTerm)) {
          let column = Int(source.postings.entries[place].sentence)
          if !has(column, Int(weights.sourceTerm[term])) { sum[column] += match.mass }
        }
      }
    }
  }

  private func has(_ column: Int, _ term: Int) -> Bool {
    guard term >= 0 else { return false }
    return source.postings.range(of: term).contains { Int(source.postings.entries[$0].sentence) == column }
  }
}

/// Terms that stand in quotations.
struct QuotedTerms {
  private var sentencesOf: [Int32: [Int32]] = [:]

  init(_ index: SentenceIndex) {
    for sentence in 0..<index.count {
      for term in Self.terms(index, sentence) { sentencesOf[term, default: []].append(Int32(sentence)) }
    }
  }

  func sentences(with term: Int) -> [Int32] { sentencesOf[Int32(term)] ?? [] }

  /// The different terms of a sentence that stand in quotation marks, in order.
  static func terms(_ index: SentenceIndex, _ sentence: Int) -> [Int32] {
    let words = index.sentence(sentence).words
    guard words.contains(where: { index.text.words[$0].isQuoted }) else { return [] }
    var result: [Int32] = []
    for (offset, word) in words.enumerated() where index.text.words[word].isQuoted {
      let term = index.sequence[index.termRange(sentence).lowerBound + offset]
      if !result.contains(term) { result.append(term) }
    }
    return result
  }
}

/// Cosine similarity of sentences over runs of four characters, the frequent ones weighing less.
enum GramCosine {
  /// Sets the cosine of every pair.
  ///
  /// - Complexity: O(runs of both texts), and the shared runs of all pairs.
  static func write(source: SentenceIndex, copy: SentenceIndex, to result: Plane) {
    let sentences = Float(source.count + copy.count)
    // Frequencies are few.
    let rarities = (0...source.count + copy.count).map { Logarithm.of((sentences + 1) / (Float($0) + 0.5)) }
    var copyFrequency = [Int32](repeating: 0, count: source.grams.count)
    var norms = [Float](repeating: 0, count: copy.count)
    result.fill(0)
    for (gram, key) in copy.grams.keys.enumerated() {
      let known = source.grams.number(of: key)
      let range = copy.gramPostings.range(of: gram)
      let sources = known >= 0 ? source.gramPostings.range(of: known) : 0..<0
      if known >= 0 { copyFrequency[known] = Int32(range.count) }
      let rarity = rarities[range.count + sources.count]
      for place in range {
        let entry = copy.gramPostings.entries[place]
        let value = rarity * Float(entry.count)
        norms[Int(entry.sentence)] += value * value
        // The product has both weights.
        let row = result.row(Int(entry.sentence))
        for other in sources {
          let partner = source.gramPostings.entries[other]
          row[Int(partner.sentence)] += value * rarity * Float(partner.count)
        }
      }
    }
    var sourceNorms = [Float](repeating: 0, count: source.count)
    for gram in 0..<source.grams.count {
      let range = source.gramPostings.range(of: gram)
      let rarity = rarities[range.count + Int(copyFrequency[gram])]
      for place in range {
        let entry = source.gramPostings.entries[place]
        let value = rarity * Float(entry.count)
        sourceNorms[Int(entry.sentence)] += value * value
      }
    }
    for row in 0..<result.rows {
      for column in 0..<result.columns {
        result[row, column] /= max(1e-6, (norms[row] * sourceNorms[column]).squareRoot())
      }
    }
  }
}
