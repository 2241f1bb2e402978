package import Reprint

extension ReuseReport {
  /// The stories of a dump.
  ///
  /// The texts of the copies that have most of what they took are read and aligned again, as many as a page has views.
  package init(_ found: Syndication, in source: some Syndication.Source) {
    var numbers: [Int: Int] = [:]
    var articles: [TracedArticle] = []
    for story in found.stories {
      for place in Set([0] + story.copies.compactMap { $0.reuse?.parent }).sorted() {
        let page = story.pages[place]
        guard numbers[page.document] == nil else { continue }
        numbers[page.document] = articles.count
        articles.append(Self.article(page))
      }
    }
    self.init(.stories, sources: articles)
    basis.pages = found.documents
    var places: [(story: Story, page: StoryPage)] = []
    for story in found.stories {
      for page in story.copies {
        guard let reuse = page.reuse, let from = numbers[story.pages[reuse.parent].document],
          let original = numbers[story.original.document]
        else { continue }
        add(
          Copy(
            page: Self.article(page), source: from, original: original, verdict: reuse.verdict,
            attribution: reuse.attribution, lag: reuse.lagFromOriginal, lagFromSource: reuse.lag,
            direction: reuse.direction.verdict, view: nil))
        places.append((story, page))
      }
    }
    for number in ranking.prefix(Self.mostViews) {
      let (story, page) = places[number]
      guard let (parent, article, trace) = Syndication.trace(page, of: story, in: source) else { continue }
      show(number, View(text: article.text, alignment: trace.alignment), source: parent.text)
    }
  }

  private static func article(_ page: StoryPage) -> TracedArticle {
    var article = page.article.withoutContent
    article.site = page.outlet ?? article.site
    return article
  }
}
