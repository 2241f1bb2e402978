import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct RelatedMatchesTests {
  private static let words = RelatedWords("buy bought purchase\nfall drop\nfall autumn\nfirm company maker")

  /// What related words add to each sentence of the original for each of the copy's.
  private func added(_ source: SentenceIndex, _ copy: SentenceIndex, _ weights: TermWeights) -> [[Float]] {
    var matches = RelatedMatches(source: source, copy: copy, weights: weights, related: Self.words)
    var rowTerms = RowTerms(count: source.terms.count)
    let sums = PlaneStack(planes: 1, rows: 1, columns: source.count)
    return (0..<copy.count).map { row in
      sums[0].fill(0)
      rowTerms.start(row, copy, weights)
      matches.add(row, having: rowTerms, to: sums[0])
      return sums[0].values
    }
  }

  private func added(_ original: String, _ copy: String) -> [[Float]] {
    let (source, copy) = (AlignmentTexts.index(original), AlignmentTexts.index(copy))
    return added(source, copy, TermWeights(source: source, copy: copy))
  }

  @Test func aRelatedWordCounts() {
    let found = added("The maker bought a ship. Nobody came.", "A company made a purchase.")
    #expect(found[0][0] > 0 && found[0][1] == 0)
  }

  @Test func aWordThatIsThereNeedsNoOther() {
    #expect(added("They bought it in autumn.", "They bought it in autumn.") == [[0]])
    // The copy has the original's own word beside the related one, or the original's sentence the copy's.
    #expect(added("They bought it.", "They bought it, a purchase.") == [[0]])
    #expect(added("They bought it, a purchase.", "They bought it.") == [[0]])
  }

  /// Sentence by sentence and word by word.
  private func slowly(_ source: SentenceIndex, _ copy: SentenceIndex, _ weights: TermWeights) -> [[Float]] {
    func terms(_ index: SentenceIndex, _ sentence: Int) -> [Int] {
      index.distinctTerms(sentence).map { Int(index.distinct[$0]) }
    }
    return (0..<copy.count).map { row in
      let rowKeys = Set(terms(copy, row).map { copy.terms.keys[$0] })
      return (0..<source.count).map { column in
        let columnKeys = Set(terms(source, column).map { source.terms.keys[$0] })
        return terms(copy, row).reduce(Float(0)) { sum, term in
          let key = copy.terms.keys[term]
          guard !columnKeys.contains(key) else { return sum }
          let masses = terms(source, column).filter { other in
            let otherKey = source.terms.keys[other]
            return !rowKeys.contains(otherKey)
              && Self.words.areRelated(key, otherKey)
          }.map { min(weights.copy[term], weights.source[$0]) }
          return sum + (masses.max() ?? 0)
        }
      }
    }
  }

  @Test func theSumsAreThoseOfEveryPairOfWords() {
    let vocabulary = [
      "buy", "bought", "purchase", "fall", "drop", "autumn", "firm", "company", "maker", "zebra", "seven", "walks",
    ]
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      func text(_ sentences: Int) -> String {
        (0..<sentences).map { _ in
          let words = (0...Int.random(in: 0..<8, using: &generator)).map { _ in generator.pick(vocabulary) }
          return "The \(words.joined(separator: " "))."
        }.joined(separator: " ")
      }
      let (source, copy) = (AlignmentTexts.index(text(6)), AlignmentTexts.index(text(5)))
      let weights = TermWeights(source: source, copy: copy)
      let (found, expected) = (added(source, copy, weights), slowly(source, copy, weights))
      for (row, values) in found.enumerated() {
        for (column, value) in values.enumerated() {
          #expect(abs(value - expected[row][column]) < 1e-4, "seed \(seed), \(row), \(column)")
        }
      }
    }
  }
}
