import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct RowTermsTests {
  @Test func aRowHasTheTermsThatWereInsertedSinceItsStart() {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let count = generator.number(1...9)
      var found = RowTerms(count: count)
      for row in 0..<6 {
        found.start(row)
        var expected: Set<Int32> = []
        #expect((0..<Int32(count)).allSatisfy { !found.contains($0) }, "seed \(seed): row \(row)")
        for _ in 0..<generator.number(0...count) {
          let term = generator.number(0...count - 1)
          found.insert(term)
          expected.insert(Int32(term))
        }
        #expect(Set((0..<Int32(count)).filter(found.contains)) == expected, "seed \(seed): row \(row)")
      }
    }
  }
}

extension RowTerms {
  /// Starts a row of a copy, with its terms.
  mutating func start(_ row: Int, _ copy: SentenceIndex, _ weights: TermWeights) {
    start(row)
    for position in copy.distinctTerms(row) {
      let known = Int(weights.sourceTerm[Int(copy.distinct[position])])
      if known >= 0 { insert(known) }
    }
  }
}
