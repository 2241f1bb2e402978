import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ReuseCandidatesTests {
  private func pairs(_ articles: [TracedArticle], threads: Int = 1) -> [ArcSearch.Pair] {
    ReuseCandidates(
      articles: ArticleList(articles), facts: articles.map(DocumentFacts.init), documents: Array(articles.indices),
      threads: threads
    ).pairs()
  }

  @Test func aStoryCostsSomePairsForEachPage() {
    var maker = NewsMaker(seed: 21)
    let wire = maker.sentences(14)
    let pages = (0..<60).map { number in
      var copy = wire
      copy[number % 14] = maker.edited(copy[number % 14])
      return NewsMaker.page("p\(number)", copy, hour: Double(60 - number))
    }
    let found = pairs(pages)
    #expect(found.count <= 3 * pages.count)
    // The older one is the source, and all lead to the oldest.
    #expect(found.allSatisfy { $0.source > $0.page })
    #expect(Set(found.map(\.page)).count == pages.count - 1)
    #expect(found == pairs(pages, threads: 3))
  }

  @Test func aStoryOfManyPagesIsOne() {
    var maker = NewsMaker(seed: 25)
    let wire = maker.sentences(14)
    let pages = (0..<300).map { NewsMaker.page("p\($0)", wire + maker.sentences(8), hour: Double($0)) }
    let found = pairs(pages)
    #expect(Set(found.map(\.page)).count == 299 && found.count <= 3 * pages.count)
    #expect(found.count { $0.source == 0 } >= 250)
  }

  @Test func whatStandsOnManyPagesIsNoStory() {
    var maker = NewsMaker(seed: 27)
    let notice = maker.sentences(4)
    #expect(pairs((0..<300).map { NewsMaker.page("p\($0)", maker.sentences(14) + notice) }).isEmpty)
  }

  @Test func eachPartOfAMixHasItsSource() {
    var maker = NewsMaker(seed: 22)
    let parts = (0..<4).map { _ in maker.sentences(8) }
    var pages = parts.enumerated().map { NewsMaker.page("part\($0.offset)", $0.element, hour: Double($0.offset)) }
    pages.append(NewsMaker.page("mix", parts.flatMap { $0 }, hour: 9))
    #expect(pairs(pages).map { [$0.source, $0.page] } == [[0, 4], [1, 4], [2, 4], [3, 4]])
  }

  @Test func withoutTimesTheLongerOneComesFirst() {
    var maker = NewsMaker(seed: 23)
    let a = maker.sentences(14)
    #expect(pairs([NewsMaker.page("short", Array(a[3..<9])), NewsMaker.page("long", a)]).map(\.source) == [1])
  }

  @Test func whatSharesNothingIsNotCompared() {
    var maker = NewsMaker(seed: 24)
    #expect(pairs((0..<40).map { NewsMaker.page("p\($0)", maker.sentences(9)) }).isEmpty)
    #expect(pairs([]).isEmpty)
    #expect(pairs(["", " ", "x", "x"].map { TracedArticle(id: $0, text: $0) }).isEmpty)
  }
}
