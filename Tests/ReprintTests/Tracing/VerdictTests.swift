import Testing

@testable import Reprint

@Suite struct VerdictTests {
  private static let text = AlignmentTexts.article[...4].joined(separator: " ")
  /// Of a page that is the original.
  private static let evidence = ReuseEvidence(of: Array(text.utf8), from: Original(text), .standard)

  private func verdict(
    share: Double, coverage: Double, evidence: ReuseEvidence = VerdictTests.evidence
  ) -> Verdict {
    func part(_ value: Double) -> Verdict.Part { Verdict.Part(words: value, sentences: value / 2) }
    return Verdict(
      isReuse: true, confidence: evidence.confidence, kind: .edited, coverage: part(coverage),
      coverageWithoutQuotes: part(coverage), share: part(share), shareWithoutQuotes: part(share), matchedWords: 130,
      longestRun: 9, longestRunRange: 4..<40, sentences: 7, wordsByKind: [.edited: 140], evidence: evidence)
  }

  @Test func theOtherWayRoundPartsChangePlaces() throws {
    let own = verdict(share: 0.9, coverage: 0.7)
    let other = try #require(Verdict(transposing: own))
    #expect(other.coverage == own.share && other.share == own.coverage)
    #expect(other.matchedWords == 130 && other.longestRun == 9 && other.isReuse)
    #expect(try #require(Verdict(transposing: other)).coverage == own.coverage)
  }

  @Test func theOtherWayRoundTheShareIsTheCoverage() throws {
    let page = Self.text + " The council of Thornby met on Monday. Nobody had read what it was to vote on."
    let evidence = ReuseEvidence(of: Array(page.utf8), from: Original(Self.text), .standard)
    #expect(evidence.coverage == 1 && evidence.share < 0.9)
    #expect(evidence.transposed.share == 1 && evidence.transposed.coverage == evidence.share)
    let other = try #require(Verdict(transposing: verdict(share: 0.8, coverage: 1, evidence: evidence)))
    #expect(other.confidence == evidence.transposed.confidence)
    // Nothing is no reuse, either way.
    #expect(Verdict(transposing: verdict(share: 0, coverage: 0, evidence: ReuseEvidence())) == nil)
  }

  @Test func nearExactIsFourFifthsAndMoreThan125Words() {
    #expect(verdict(share: 1, coverage: 0.81).isNearExact)
    #expect(!verdict(share: 1, coverage: 0.8).isNearExact)
  }
}
