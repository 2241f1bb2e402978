import Testing

@testable import Reprint

@Suite struct DocumentFactsTests {
  private func facts(_ seconds: Double?, slack: Double = 0, url: String? = nil, site: String? = nil) -> DocumentFacts {
    var article = TracedArticle(id: "a", text: "text", url: url, site: site)
    article.published = seconds.map { PublicationTime(seconds: $0, slack: slack, text: "then") }
    return DocumentFacts(article)
  }

  @Test(arguments: [0, -1e300, 5e9, .nan, .infinity, 631_151_999]) func timesOutOfThisWorldSayNothing(seconds: Double) {
    #expect(facts(seconds).published == nil)
  }

  @Test func fiveMinutesDecide() {
    let time = 1_700_000_000.0
    #expect(facts(time).isBefore(facts(time + 300)))
    #expect(!facts(time).isBefore(facts(time + 299)) && !facts(time + 300).isBefore(facts(time)))
    #expect(!facts(nil).isBefore(facts(time)) && !facts(time).isBefore(facts(nil)))
    // Some time that day.
    #expect(!facts(time, slack: 86_400).isBefore(facts(time + 3600)))
    #expect(facts(time, slack: 86_400).isBefore(facts(time + 90_000, slack: 86_400)))
    // Somewhere on earth.
    #expect(!facts(time, slack: 86_400).isBefore(facts(time + 36 * 3600)))
    #expect(facts(time, slack: 86_400).isBefore(facts(time + 36 * 3600 + 300)))
    #expect(!facts(time).isBefore(facts(time + 14 * 3600, slack: 86_400)))
    #expect(facts(time).isBefore(facts(time + 14 * 3600 + 300, slack: 86_400)))
  }

  @Test func aHostIsKnownByTheNameThatItsPagesUse() {
    let named = facts(nil, url: "https://www.post.example/1", site: "The Post")
    let bare = facts(nil, url: "https://post.example/2")
    let shared = facts(nil, url: "https://host.example/1", site: "One")
    let other = facts(nil, url: "https://host.example/2", site: "Two")
    let none = facts(nil)
    let directory = OutletDirectory([named, bare, shared, other, none])
    #expect(directory.names == ["The Post", "The Post", "One", "Two", nil])
    #expect(directory.pages == ["The Post": 2, "One": 1, "Two": 1])
  }

  @Test func whatAnArchiveKeepsIsItsOutletsOwn() {
    let page = "https://post.example/1"
    for (site, expected) in [("web.archive.org", nil), ("archive.org", nil), ("The Post", "The Post")] {
      let kept = facts(nil, url: "https://web.archive.org/web/2025/\(page)", site: site)
      #expect(kept.host == "post.example" && kept.outlet == expected, "\(site)")
    }
    let archive = facts(nil, url: "https://archive.org/about", site: "archive.org")
    #expect(archive.host == "archive.org" && archive.outlet == "archive.org")
  }
}
