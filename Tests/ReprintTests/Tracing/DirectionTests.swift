import Testing

@testable import Reprint

@Suite struct DirectionTests {
  private func direction(
    share: Double, coverage: Double, kind: ReuseKind = .edited, credit: Attribution.Class? = nil,
    lexicon: Lexicon = Lexicon(), times: (original: Double, page: Double)? = nil
  ) -> Direction {
    func part(_ value: Double) -> Verdict.Part { Verdict.Part(words: value, sentences: value) }
    var alignment = Alignment()
    alignment.lexicon = lexicon
    let verdict = Verdict(
      isReuse: true, confidence: 1, kind: kind, coverage: part(coverage), coverageWithoutQuotes: part(coverage),
      share: part(share), shareWithoutQuotes: part(share), matchedWords: 100, longestRun: 9, longestRunRange: 0..<0,
      sentences: 9, wordsByKind: [kind: 100], evidence: ReuseEvidence())
    return Direction(
      original: times.map { PublicationTime(seconds: $0.original, text: "") },
      page: times.map { PublicationTime(seconds: $0.page, text: "") }, alignment: alignment, verdict: verdict,
      attribution: Attribution(credit.map { [.init(kind: $0, text: "x", range: nil)] } ?? []))
  }

  private var lexicon: Lexicon {
    Lexicon([Substitution(copy: "aqua", original: "water", count: 3, confidence: 0.9)])
  }

  @Test func theTextsDecideInThisOrder() {
    #expect(direction(share: 0.9, coverage: 0.4, credit: .linked).reason == .selfMention)
    #expect(direction(share: 0.9, coverage: 0.4, credit: .leaked).reason == .selfMention)
    #expect(direction(share: 0.9, coverage: 0.4, kind: .spun, lexicon: lexicon).reason == .substitution)
    #expect(direction(share: 0.9, coverage: 0.4, kind: .spun).reason == .containment)
    #expect(direction(share: 0.9, coverage: 0.4, credit: .byline).reason == .containment)
    let open = direction(share: 0.9, coverage: 0.9)
    #expect(open.verdict == .undetermined && open.reason == nil && open.lag == nil)
    #expect(direction(share: 0.5, coverage: 0.2).verdict == .undetermined)
  }

  @Test func aMereDateSaysNothingOfItsDay() {
    let day = PublicationTime(seconds: 1_749_945_600, slack: 86_400, text: "2025-06-15")
    func moment(_ hours: Double) -> PublicationTime {
      PublicationTime(seconds: day.seconds + 3600 * hours, text: "then")
    }
    #expect(day.lag(after: day) == 0 && moment(1).lag(after: moment(3)) == -7200)
    for hours in [0, 10, 23.9] {
      #expect(moment(hours).lag(after: day) == nil && day.lag(after: moment(hours)) == nil)
    }
    #expect(moment(24).lag(after: day) == 86_400 && day.lag(after: moment(24)) == -86_400)
    #expect(moment(-1).lag(after: day) == -3600 && day.lag(after: moment(-1)) == 3600)
  }

  @Test func clocksThatWereNeverSetAreNotBelieved() {
    let now = 1_750_000_000.0
    let believed = direction(share: 0.9, coverage: 0.9, times: (now, now + 3600))
    #expect(believed.reason == .published && believed.verdict == .fromOriginal && believed.lag == 3600)
    // 1970, the year 9999, and what is no time at all.
    for wrong: Double in [0, 253_402_300_799, -.infinity, .infinity, .nan] {
      for times in [(now, wrong), (wrong, now)] {
        let found = direction(share: 0.9, coverage: 0.9, times: times)
        #expect(found.verdict == .undetermined && found.lag == nil, "\(wrong)")
      }
    }
  }
}
