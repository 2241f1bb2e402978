import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ReuseSummaryTests {
  private func quote(_ report: ReuseReport) -> String {
    let quote = ReuseSummary(report).quote
    return quote.lead + quote.rest
  }

  @Test func oneOriginal() {
    let summary = ReuseSummary(SampleReport.news)
    #expect(summary.pages == 6 && summary.large == 5 && summary.uncredited == 3 && summary.outlets == 5)
    #expect(
      quote(SampleReport.news)
        == "5 of 212 pages took 20% or more of this article; 1 more took less; 3 gave no credit; the first came 78 min "
        + "after it.")
  }

  @Test func nothingFound() {
    #expect(
      quote(SampleReport.report([], originals: [SampleReport.original]))
        == "None of 212 pages reuses this article.")
    #expect(
      quote(SampleReport.report([], originals: [SampleReport.original], pages: 1))
        == "None of 1 page reuses this article.")
  }

  @Test func severalOriginalsAndStories() {
    let sample = SampleAlignment.news
    func copy(_ id: String, _ original: Int) -> SampleReport.Copy {
      var copy = SampleReport.Copy(page: SampleReport.article(id, sample.copy.bytes), alignment: sample.alignment)
      copy.original = original
      copy.credit = (.named, "via")
      return copy
    }
    let copies = [copy("a", 0), copy("a", 1), copy("b", 1)]
    let originals = [SampleReport.original, SampleReport.original, SampleReport.original]
    #expect(
      quote(SampleReport.report(copies, originals: originals))
        == "2 of 212 pages took 20% or more of an original, from 2 of 3 originals; all gave credit.")
    var stories = ReuseReport(.stories, sources: originals)
    for copy in copies { stories.add(copy.page, copy.trace) }
    stories.basis.pages = 9
    #expect(quote(stories) == "2 of 9 pages are copies of another, in 2 stories; all gave credit.")
  }

  @Test func timesOutOfThisWorldAreLeftOut() {
    let summary = ReuseSummary(SampleReport.hostile)
    #expect(summary.firstLag == 1e300 && summary.medianLag == 5e299)
  }
}
