import Testing

@testable import Reprint

@Suite struct VerdictTests {
  private func verdict(share: Double, coverage: Double, confidence: Double) -> Verdict {
    func part(_ value: Double) -> Verdict.Part { Verdict.Part(words: value, sentences: value / 2) }
    return Verdict(
      isReuse: true, confidence: confidence, kind: .edited, coverage: part(coverage),
      coverageWithoutQuotes: part(coverage), share: part(share), shareWithoutQuotes: part(share), matchedWords: 130,
      longestRun: 9, longestRunRange: 4..<40, sentences: 7, wordsByKind: [.edited: 140])
  }

  @Test func theOtherWayRoundPartsChangePlaces() throws {
    let own = verdict(share: 0.9, coverage: 0.7, confidence: 0.99)
    let other = try #require(Verdict(transposing: own))
    #expect(other.coverage == own.share && other.share == own.coverage)
    #expect(other.matchedWords == 130 && other.longestRun == 9 && other.isReuse)
    #expect(try #require(Verdict(transposing: other)).coverage == own.coverage)
  }

  @Test func nearExactIsFourFifthsAndMoreThan125Words() {
    #expect(verdict(share: 1, coverage: 0.81, confidence: 1).isNearExact)
    #expect(!verdict(share: 1, coverage: 0.8, confidence: 1).isNearExact)
  }
}
