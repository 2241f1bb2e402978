/// What the words of a copy and its original weigh: how rare they are in the language and in the two texts.
struct TermWeights {
  /// What sort of word a term is; numbers and names say what an article is about, not who wrote it.
  struct Sort: OptionSet {
    let rawValue: UInt8
    static let number = Sort(rawValue: 1)
    static let name = Sort(rawValue: 2)
    /// Neither number nor name, and rare enough to mean something.
    static let content = Sort(rawValue: 4)
    static let function = Sort(rawValue: 8)
  }

  /// For each term of the copy: its number among the original's terms, or -1.
  let sourceTerm: [Int32]
  /// Weights and sorts of the copy's terms and of the original's.
  let copy: [Float]
  let source: [Float]
  let copySorts: [Sort]
  let sourceSorts: [Sort]

  /// Texts shorter than this say little about how frequent a word is.
  private static let leastSentences = 15

  /// - Complexity: O(terms).
  init(source: SentenceIndex, copy: SentenceIndex) {
    let sourceTerm = source.terms.numbers(of: copy.terms.keys)
    var copyTermOf = [Int32](repeating: -1, count: source.terms.count)
    for (term, known) in sourceTerm.enumerated() where known >= 0 { copyTermOf[Int(known)] = Int32(term) }

    // Texts in another language know few of the listed stems; their own frequencies must do then.
    let listed = source.rarities.count { $0 >= 0 }
    let isListed = listed * 3 >= source.terms.count

    func weigh(sourceTerm: Int, copyTerm: Int) -> (Float, Sort) {
      let index = sourceTerm >= 0 ? source : copy
      let term = sourceTerm >= 0 ? sourceTerm : copyTerm
      var capitals = index.capitals[term]
      if sourceTerm >= 0, copyTerm >= 0 { capitals = capitals + copy.capitals[copyTerm] }
      let isNumber = index.isNumber[term]
      let known = index.rarities[term]
      let rarity: Float =
        if isNumber { index.isSmall[term] ? 7.2 : 8.2 } else { known >= 0 ? known : BackgroundFrequencies.unlisted }
      let inSource = sourceTerm < 0 ? 0 : Self.rate(source.postings.frequency(of: sourceTerm), of: source.count)
      let inCopy = copyTerm < 0 ? 0 : Self.rate(copy.postings.frequency(of: copyTerm), of: copy.count)
      // In sentences of thirty, about an article's.
      let local = max(0, Logarithm.of(31 / (30 * max(inSource, inCopy) + 0.5))) * 2.2
      let weight = isListed || isNumber ? min(rarity, (rarity + local) / 2) : 1.25 * local
      var sort: Sort = []
      if isNumber {
        sort = .number
      } else if capitals.isName {
        sort = .name
      } else if isListed ? rarity > 4 : local > 4 {
        sort = .content
      }
      if !isNumber, isListed ? rarity < 3 : local < 2 { sort.insert(.function) }
      return (max(0.3, weight), sort)
    }

    let sources = source.stems.indices.map {
      weigh(sourceTerm: $0, copyTerm: Int(copyTermOf[$0]))
    }
    let copies = copy.stems.indices.map { term -> (Float, Sort) in
      sourceTerm[term] >= 0
        ? sources[Int(sourceTerm[term])] : weigh(sourceTerm: -1, copyTerm: term)
    }
    self.sourceTerm = sourceTerm
    self.source = sources.map(\.0)
    self.copy = copies.map(\.0)
    sourceSorts = sources.map(\.1)
    copySorts = copies.map(\.1)
  }

  /// The share of sentences that have a term.
  private static func rate(_ frequency: Int, of sentences: Int) -> Float {
    Float(frequency) / Float(max(sentences, leastSentences))
  }
}
