import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ReusePageNotesTests {
  private let page = SampleReport.html(SampleReport.news)

  @Test func theBasisIsNamed() {
    let basis = SampleReport.contents(of: page, from: "<dl class=\"basis\">", to: "</dl>")[0]
    for text in ["story.json", "scrape.jsonl.zst", "--min-coverage 0.1", "reprint 1.2.3", "212 looked at", "+ 190.0 h"]
    {
      #expect(basis.contains(text), "\(text)")
    }
  }

  @Test func replacedWordsAreListedByOutlet() {
    let spinners = SampleReport.contents(of: page, from: "<details class=\"spinner\">", to: "</details>")
    #expect(spinners.count == 5, "one for each outlet")
    #expect(spinners[0].contains("4 words") && spinners[0].contains("escapade"))
    let joined = spinners.first { $0.contains("Gamers Daily") }
    #expect(joined?.contains("<td>2,082</td>") == true, "two pages taught it")
  }
}
