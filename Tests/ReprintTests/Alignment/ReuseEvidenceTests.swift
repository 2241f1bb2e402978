import Testing

@testable import Reprint

@Suite struct ReuseEvidenceTests {
  private static let sentences = Array(AlignmentTexts.article[...4]) + [AlignmentTexts.article[6]]
  private static let other = [
    "The council of Thornby met on Monday.", "Nobody had read what it was to vote on, least of all Bela Orme.",
  ]

  private func evidence(_ page: [String], from original: [String] = sentences) -> ReuseEvidence {
    ReuseEvidence(
      of: Array(page.joined(separator: " ").utf8), from: Original(original.joined(separator: " ")), .standard)
  }

  @Test func aCopyIsAllThatThereIs() {
    let copy = evidence(Self.sentences)
    #expect(copy.share == 1 && copy.coverage == 1 && copy.matched == 1 && copy.strangers == 0)
    #expect(copy.figures == 2 && copy.merging == 0 && copy.run > 60)
    #expect(copy.isReuse && copy.confidence > 0.9)
  }

  @Test func whatSharesNothingIsNone() {
    let none = evidence(Self.other)
    #expect(!none.isAny && !none.isReuse && none.logOdds() == ReuseEvidence().logOdds())
  }

  @Test func aPartOfAnArticleHasMuchOfEither() {
    let part = evidence(Array(Self.sentences[1...3]) + Self.other)
    #expect(part.share < 0.8 && part.coverage < 0.6)
    #expect(part.transposed.share == part.coverage && part.transposed.coverage == part.share)
    // Which of the two is the page says nothing of its being a report.
    #expect(part.features.report == part.transposed.features.report)
  }

  @Test func theOrderOfSourcesCounts() {
    let order = RankCorrelation.significance(1, of: Self.sentences.count)
    #expect(evidence(Self.sentences).order == order && evidence(Self.sentences.reversed()).order == -order)
    #expect(evidence([Self.sentences[2]]).order == 0)
  }

  /// Names and numbers are the event's; the other words are the article's.
  @Test func namesAndNumbersAreNoDetail() throws {
    let original = Original(
      """
      On Tuesday the Gannet gang met near Duluth. We saw Gannet and Duluth on 5,210 maps in August, and nobody there could \
      say what it was that they had meant to do with them, or with the boxes that stood beside them in the dark.
      """)
    let page = PreparedCopy(Array("On Tuesday the Gannet gang met near Duluth.".utf8))
    var options = AlignmentOptions()
    options.evidence = true
    let found = ReuseEvidence(original.align(page, options), page: page.words, original: original.words)
    #expect(found.nats > found.detail * 8 && found.detail > 0)
  }

  @Test func namesBesideWhatWasTakenAreStrangers() {
    let beside = evidence(Self.sentences.map { $0.dropLast() + ", said Orla Vance and Teo Marsh of Kilbride." })
    #expect(beside.strangers > 0.2 && beside.logOdds() < evidence(Self.sentences).logOdds())
    // What a page tells of other things says nothing.
    #expect(evidence(Self.sentences + Self.other).strangers == 0)
  }

  @Test func noPageHasMoreThanTheMost() {
    for page in [Self.sentences, Array(Self.sentences[1...3]) + Self.other] {
      let found = evidence(page)
      #expect(found.logOdds() <= ReuseEvidence.mostLogOdds(nats: found.nats, run: found.run) + 1e-4)
    }
  }
}
