import Reprint
import ReprintDumps
import ReprintGold
import Testing

/// What syndication makes of the gold stories, all pages and originals in one dump and no original given.
@Suite struct SyndicationAccuracyTests {
  private static func articles(dated: Bool) throws -> [TracedArticle] {
    try GoldStory.read(directory: Fixtures.alignment + "/stories").flatMap { story in
      var original = TracedArticle(story)
      if dated { original.published = PublicationTime(story.original.published) }
      return [original]
        + story.derived.map { page in
          var article = TracedArticle(page)
          if dated { article.published = PublicationTime(page.published) }
          return article
        }
    }
  }

  private static func story(_ id: String) -> Substring { id.prefix { $0 != "-" } }

  @Test func storiesAreThoseOfTheGold() throws {
    let gold = try GoldStory.read(directory: Fixtures.alignment + "/stories")
    let found = Syndication(of: try Self.articles(dated: true), threads: 2)
    #expect(found.stories.map(\.original.article.id) == gold.map(\.id))
    #expect(found.stories.allSatisfy { $0.originalBasis == .published })
    let mixed = found.stories.flatMap { story in
      story.copies.filter { Self.story($0.article.id) != story.original.article.id[...] }.map(\.article.id)
    }
    #expect(mixed.isEmpty)
    let copies = Set(found.stories.flatMap { $0.copies.map(\.article.id) })
    let wanted = gold.flatMap { $0.derived.filter { $0.kind != .independent }.map(\.id) }
    let independent = gold.flatMap { $0.derived.filter { $0.kind == .independent }.map(\.id) }
    #expect(copies.isDisjoint(with: independent))
    let missed = wanted.filter { !copies.contains($0) }
    #expect(Double(missed.count) <= 0.05 * Double(wanted.count), "\(missed)")
    // All pages were made of the originals themselves.
    let indirect = found.stories.flatMap { story in
      story.copies.filter { $0.reuse!.parent != 0 }.map(\.article.id)
    }
    #expect(indirect.count <= 2, "\(indirect)")
    #expect(found.outlets.count { $0.storiesOriginated > 0 } == gold.count)
  }

  @Test func withoutTimesStoriesStayApart() throws {
    let found = Syndication(of: try Self.articles(dated: false), threads: 2)
    for story in found.stories {
      let stories = Set(story.pages.map { Self.story($0.article.id) })
      #expect(stories.count == 1, "\(story.pages.map(\.article.id))")
    }
    let copies = found.stories.flatMap { $0.pages }.count
    #expect(copies >= 60)
    // Some say who came first; where they do they must be right.
    let decided = found.stories.filter { $0.originalBasis != .undetermined }
    let wrong = decided.filter { $0.original.article.id.contains("-") }
    #expect(wrong.count * 5 <= decided.count, "\(wrong.map(\.original.article.id)) of \(decided.count)")
  }
}
