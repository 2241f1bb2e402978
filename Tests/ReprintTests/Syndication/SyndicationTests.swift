import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct SyndicationTests {
  @Test func aCopyOfACopyHangsOnTheCopy() {
    var maker = NewsMaker(seed: 1)
    let a = maker.sentences(20)
    let b = a.enumerated().map { $0.offset % 3 == 0 ? maker.edited($0.element) : $0.element }
    let c = b.enumerated().map { $0.offset % 7 == 1 ? maker.edited($0.element) : $0.element }
    let d = a.enumerated().map { $0.offset % 4 == 2 ? maker.edited($0.element) : $0.element }
    let found = Syndication(of: [
      NewsMaker.page("c", c, hour: 9), NewsMaker.page("b", b, hour: 5), NewsMaker.page("a", a, hour: 1),
      NewsMaker.page("d", d, hour: 7),
    ])
    #expect(found.told == ["a < a < b", "a < a < d", "a < b < c"])
    #expect(found.stories.map(\.originalBasis) == [.published])
    let copy = found.stories[0].pages[3].reuse!
    #expect(copy.lag == 4 * 3600 && copy.lagFromOriginal == 8 * 3600 && copy.verdictOfOriginal != nil)
    #expect(
      found.edges.map { "\($0.from) \($0.to) \($0.copies)" } == [
        "a.example b.example 1", "a.example d.example 1", "b.example c.example 1",
      ])
    let outlet = found.outlets.first { $0.name == "b.example" }!
    #expect(outlet.copies == 1 && outlet.copiesGiven == 1 && outlet.storiesTaken == 1 && outlet.copiedShare == 1)
    #expect(outlet.medianLag == 4 * 3600 && outlet.attributedCopies == 0)
  }

  @Test(arguments: [2, 3, 4, 5] as [UInt64], [[1.0, 2, 9], [1, 9, 5], [9, 9, 9]])
  func aPageThatMixesTwoStoriesIsInBothAndJoinsThemNot(seed: UInt64, times: [Double]) {
    var maker = NewsMaker(seed: seed)
    let (a, b) = (maker.sentences(16), maker.sentences(16))
    let found = Syndication(of: [
      NewsMaker.page("a", a, hour: times[0]), NewsMaker.page("b", b, hour: times[1]),
      NewsMaker.page("mixed", Array(a[2..<10] + b[4..<12]), hour: times[2]),
    ])
    let stories = found.stories.map { Set($0.pages.map(\.article.id)) }
    func judge() {
      #expect(stories.count == 2, "\(stories)")
      #expect(stories.allSatisfy { $0 == ["a", "mixed"] || $0 == ["b", "mixed"] }, "\(stories)")
    }
    if Set(times).count > 1 {
      judge()
    } else {
      // With some seeds.
      withKnownIssue("a page may be taken for the source of what it mixes", isIntermittent: true) { judge() }
    }
  }

  @Test func textThatNoOriginalExplainsIsAStoryOfItsOwn() {
    var maker = NewsMaker(seed: 3)
    let (a, b, release) = (maker.sentences(10), maker.sentences(10), maker.sentences(10))
    let found = Syndication(of: [
      NewsMaker.page("a", a, hour: 1), NewsMaker.page("p", Array(a[0..<8]) + release, hour: 5),
      NewsMaker.page("q", release + b, hour: 7),
    ])
    #expect(found.told == ["a < a < p", "p < p < q"])
  }

  @Test(arguments: [1, 2])
  func hundredsOfCopiesAreOneStory(threads: Int) {
    var maker = NewsMaker(seed: 4)
    let wire = maker.sentences(12)
    var pages = (0..<200).map { number in
      var copy = wire
      if number > 0 { copy[number % 12] = maker.edited(copy[number % 12]) }
      return NewsMaker.page("n\(number)", copy, hour: Double(number))
    }
    pages += (0..<60).map { NewsMaker.page("other\($0)", maker.sentences(12), hour: Double($0)) }
    let found = Syndication(of: pages.reversed(), threads: threads)
    #expect(found.stories.count == 1)
    #expect(found.stories.first?.original.article.id == "n0")
    #expect(found.stories.first?.pages.count == 200)
    #expect(found.outlets.count == 200)
  }

  @Test func withoutTimesTheTextsDecideOrNothingDoes() {
    var maker = NewsMaker(seed: 5)
    let a = maker.sentences(14)
    let equal = Syndication(of: [
      NewsMaker.page("x", a), NewsMaker.page("y", a), NewsMaker.page("z", a),
    ])
    #expect(equal.stories.map(\.originalBasis) == [.undetermined])
    #expect(equal.stories.map { $0.pages.count } == [3])

    var original = NewsMaker.page("wire", a)
    original.site = "The Harbour Post"
    let copies = (0..<3).map { NewsMaker.page("copy\($0)", a + ["This is according to The Harbour Post."]) }
    for hour in [nil, 3.0] {
      let time = hour.map { PublicationTime(seconds: 1_750_000_000 + $0, text: "then") }
      var pages = copies + [original]
      for place in pages.indices { pages[place].published = time }
      let credited = Syndication(of: pages)
      #expect(credited.stories.map(\.original.article.id) == ["wire"])
      #expect(credited.stories.map(\.originalBasis) == [.selfMention])
    }
  }

  @Test func clocksThatWereNeverSetAreNotBelieved() {
    var maker = NewsMaker(seed: 6)
    let a = maker.sentences(14)
    var wrong = NewsMaker.page("wrong", a)
    wrong.published = PublicationTime(seconds: 0, text: "1970-01-01")
    let found = Syndication(of: [NewsMaker.page("right", a, hour: 1), wrong])
    #expect(found.stories.map(\.originalBasis) == [.undetermined])
    #expect(found.stories.flatMap(\.copies).map { $0.reuse?.lag } == [nil])
  }

  @Test func whatSharesNothingIsNoStory() {
    var maker = NewsMaker(seed: 7)
    #expect(Syndication(of: []).stories.isEmpty)
    #expect(Syndication(of: [NewsMaker.page("a", maker.sentences(9))]).stories.isEmpty)
    let empty = ["", " ", "Page not found.", "Page not found."].map { TracedArticle(id: $0, text: $0) }
    #expect(Syndication(of: empty).stories.isEmpty)
    let pages = (0..<20).map { NewsMaker.page("p\($0)", maker.sentences(9), hour: Double($0)) }
    let found = Syndication(of: pages)
    #expect(found.stories.isEmpty && found.outlets.isEmpty && found.edges.isEmpty && found.documents == 20)
  }

  @Test func traceAgainGivesTheProof() throws {
    var maker = NewsMaker(seed: 8)
    let a = maker.sentences(12)
    let articles = [NewsMaker.page("a", a, hour: 1), NewsMaker.page("b", Array(a[2..<9]), hour: 2)]
    let found = Syndication(of: articles)
    let story = try #require(found.stories.first)
    let proof = try #require(Syndication.trace(story.pages[1], of: story, in: ArticleList(articles)))
    #expect(proof.parent.id == "a" && proof.page.id == "b")
    #expect(proof.trace.alignment.sentences.allSatisfy { $0.kind == .verbatim })
    #expect(proof.trace.verdict.coverage == story.pages[1].reuse?.verdict.coverage)
    #expect(Syndication.trace(story.pages[0], of: story, in: ArticleList(articles)) == nil)
  }

  @Test func filtersKeepWhatLeadsToWhatTheyKeep() {
    var maker = NewsMaker(seed: 9)
    let a = maker.sentences(20)
    let b = a.enumerated().map { $0.offset % 3 == 0 ? maker.edited($0.element) : $0.element }
    let found = Syndication(of: [
      NewsMaker.page("a", a, hour: 1), NewsMaker.page("b", b, hour: 2), NewsMaker.page("c", b, hour: 3),
      NewsMaker.page("d", Array(a[0..<6]), hour: 4),
    ])
    #expect(found.told == ["a < a < b", "a < b < c", "a < a < d"])
    let last = found.filtered { $0.lagFromOriginal == 2 * 3600 }
    #expect(last.told == ["a < a < b", "a < b < c"])
    #expect(last.outlets.map(\.name) == ["a.example", "b.example", "c.example"])
    #expect(found.filtered { _ in false }.stories.isEmpty)
  }
}
