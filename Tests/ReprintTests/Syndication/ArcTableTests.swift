import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ArcTableTests {
  private let articles: [TracedArticle]
  private let facts: [DocumentFacts]
  private let search: ArcSearch

  /// 0: a whole article; 1: its first half; 2: another article; 3: the article, an hour later.
  init() {
    var maker = NewsMaker(seed: 31)
    let a = maker.sentences(16)
    articles = [
      NewsMaker.page("a", a), NewsMaker.page("half", Array(a[..<8])), NewsMaker.page("other", maker.sentences(16)),
      NewsMaker.page("late", a, hour: 2), NewsMaker.page("early", a, hour: 1),
    ]
    facts = articles.map(DocumentFacts.init)
    search = ArcSearch(articles: ArticleList(articles), threads: 1)
  }

  @Test func aPairIsAlignedOnce() {
    var table = ArcTable()
    let pair = ArcSearch.Pair(source: 0, page: 1)
    table.find([pair, pair, ArcSearch.Pair(source: 0, page: 0), ArcSearch.Pair(source: 0, page: 2)], search)
    table.find([pair], search)
    #expect(table.count == 2)
    #expect(table[0, 1]?.verdict.share.words == 1 && table[1, 0] == nil && table[0, 2] == nil)
    #expect(table.all.map(\.page) == [1])
  }

  @Test func theOtherWayIsToldFromTheSameAlignment() throws {
    var table = ArcTable()
    // Asked the wrong way round: the shorter one is the page.
    table.find([ArcSearch.Pair(source: 1, page: 0), ArcSearch.Pair(source: 2, page: 0)], eitherWayIn: facts, search)
    #expect(table.count == 2)
    #expect(table[0, 1] != nil && table[1, 0] == nil)
    let other = try #require(table.likely(1, 0))
    let own = try #require(table[0, 1])
    #expect(other.verdict.coverage == own.verdict.share && other.verdict.share == own.verdict.coverage)
    #expect(other.links.map { [$0.page, $0.source] } == own.links.map { [$0.source, $0.page] })
    #expect(table.likely(0, 2) == nil && table.likely(2, 0) == nil)
    #expect(table.all.map { [$0.source, $0.page] } == [[0, 1], [1, 0]])
    // Its own alignment says about the same, and is preferred once there is one.
    table.find([ArcSearch.Pair(source: 1, page: 0)], search)
    let aligned = try #require(table[1, 0])
    #expect(abs(aligned.verdict.coverage.words - other.verdict.coverage.words) < 0.05)
    #expect(abs(aligned.verdict.share.words - other.verdict.share.words) < 0.05)
  }

  @Test func timesSayWhichWay() {
    var table = ArcTable()
    table.find([ArcSearch.Pair(source: 3, page: 4)], eitherWayIn: facts, search)
    #expect(table.count == 1 && table[4, 3] != nil && table.likely(3, 4) == nil)
  }

  @Test func creditNeedsItsOwnAlignment() {
    var maker = NewsMaker(seed: 32)
    let text = maker.sentences(12)
    var wire = NewsMaker.page("wire", text)
    wire.site = "The Harbour Post"
    let copy = NewsMaker.page("copy", text + ["This is according to The Harbour Post, which broke the news."])
    let pages = [wire, copy]
    var table = ArcTable()
    // The copy is longer, so that the alignment first made knows nothing of the credit that it gives.
    table.find(
      [ArcSearch.Pair(source: 0, page: 1)], eitherWayIn: pages.map(DocumentFacts.init),
      ArcSearch(articles: ArticleList(pages), threads: 1))
    #expect(table[0, 1]?.attribution.isAttributed == true && table.count == 2)
  }
}
