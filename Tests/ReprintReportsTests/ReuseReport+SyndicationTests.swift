import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ReuseReportSyndicationTests {
  /// Articles by number.
  private struct Articles: Syndication.Source {
    let articles: [TracedArticle]
    var count: Int { articles.count }
    func article(_ number: Int) -> TracedArticle { articles[number] }
  }

  @Test func everyCopyIsShownBesideItsParent() {
    let text = SampleAlignment.news.original.bytes
    let articles = ["A", "B", "C"].enumerated().map { (number: Int, site: String) -> TracedArticle in
      SampleReport.article("p\(number)", text, title: "Title \(site)", site: site, hours: Double(number))
    }
    let trace = SampleReport.Copy(page: articles[1], alignment: SampleAlignment.news.alignment).trace
    func page(_ number: Int, parent: Int?) -> StoryPage {
      let reuse = parent.map {
        Reuse(
          parent: $0, verdict: trace.verdict, verdictOfOriginal: nil, attribution: trace.attribution,
          direction: trace.direction, lagFromOriginal: Double(number) * 3600)
      }
      return StoryPage(document: number, article: articles[number], outlet: articles[number].site, reuse: reuse)
    }
    let story = Story(
      pages: [page(0, parent: nil), page(1, parent: 0), page(2, parent: 1)], originalBasis: .published)
    let found = Syndication(stories: [story], outlets: [], edges: [], documents: 3)
    let report = ReuseReport(found, in: Articles(articles: articles))
    #expect(report.sources.map(\.id) == ["p0", "p1"] && report.basis.pages == 3)
    #expect(report.copies.map(\.source) == [0, 1] && report.copies.map(\.original) == [0, 0])
    #expect(report.copies.map(\.lag) == [3600, 7200])
    #expect(report.copies.allSatisfy { $0.view?.alignment.coverage ?? 0 > 0.9 })
    #expect(report.sources.allSatisfy { $0.text == text })
    let html = SampleReport.html(report)
    #expect(html.contains("<h1>Who took what from whom</h1>") && html.contains("itself a copy"))
    #expect(html.contains("<strong>2 of 3 pages</strong> are copies of another, in 1 story; none gave credit"))
  }

  @Test func noStories() {
    let found = Syndication(stories: [], outlets: [], edges: [], documents: 0)
    let html = SampleReport.html(ReuseReport(found, in: Articles(articles: [])))
    #expect(html.contains("<strong>None of 0 pages</strong> is a copy of another."))
  }
}
