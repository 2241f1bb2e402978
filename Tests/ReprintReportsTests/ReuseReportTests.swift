import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ReuseReportTests {
  @Test func copiesAreRankedByWhatTheyHave() {
    let report = SampleReport.news
    #expect(report.ranking == [2, 1, 0, 3, 5, 4])
    #expect(report.copies.allSatisfy { $0.page.text.isEmpty && $0.view != nil })
    #expect(report.basis.newest?.text == "2025-09-02 + 190.0 h")
  }

  @Test func textsAreKeptOfTheLargestOnly() {
    let report = SampleReport.large(1700)
    let kept = report.copies.indices.filter { report.copies[$0].view != nil }
    #expect(report.copies.count == 1700 && kept.count < 2 * ReuseReport.mostViews)
    #expect(Set(report.ranking.prefix(ReuseReport.mostViews)).isSubset(of: kept))
  }

  @Test func aCopyOfACopyKeepsTheTimeSinceTheOriginal() {
    let sample = SampleAlignment.news
    var report = ReuseReport(.stories, sources: [SampleReport.original, SampleReport.original])
    var copy = SampleReport.Copy(page: SampleReport.article("b", sample.copy.bytes), alignment: sample.alignment)
    copy.original = 1
    copy.lag = 60
    report.add(copy.page, copy.trace, original: 0, lag: 7200)
    #expect(report.copies[0].source == 1 && report.copies[0].original == 0 && report.copies[0].lag == 7200)
  }

  @Test func outletsAndAddresses() {
    func article(_ url: String?) -> TracedArticle { TracedArticle(id: "i", text: "", url: url) }
    #expect(article("https://www.Wire.example:80/a").shownOutlet == "wire.example")
    #expect(article("not an address").shownOutlet == nil && article(nil).shownOutlet == nil)
    #expect(article("mailto:x@y.example").shownOutlet == nil)
    #expect(article("HTTPS://a.example/?q=1").safeAddress != nil)
    for url in [
      "javascript:alert(1)", "https://a.example/ b", "https://a.example/\u{202E}", "//a.example", "ftp://a.b",
    ] {
      #expect(article(url).safeAddress == nil, "\(url)")
    }
    #expect(TracedArticle.shown(String(repeating: "e\u{301}", count: 1000), most: 20).count <= 20)
  }
}
