import Testing

@testable import ReprintDumps

@Suite struct PageMetadataTests {
  private func published(_ body: String) -> String? {
    let text = String(repeating: "<p>The harbour opened again on Monday after a week of storms.</p>", count: 6)
    return HTMLPages.page("<body>" + body.replacing("TEXT", with: text) + "</body>").published
  }

  private let old = #"<time datetime="2018-01-01">then</time>"#
  private let own = #"<time datetime="2025-03-05">now</time>"#

  @Test func timesBesideTheArticleAreNotItsOwn() {
    for aside in [
      "<aside>\(old)</aside>", "<div class='comments'><article>\(old)</article></div>", "<nav>\(old)</nav>",
      "<div class='related-stories'>\(old)</div>", "<footer>\(old)</footer>",
      "<li class='comment'><span itemprop='datePublished' content='2018-01-01'></span></li>",
    ] {
      #expect(published("<article><h1>A</h1>TEXT</article>\(aside)") == nil, "\(aside)")
      #expect(published("\(aside)<article><h1>A</h1>\(own)TEXT</article>") == "2025-03-05", "\(aside)")
    }
    #expect(published("<article>TEXT<section class='comments'>\(old)</section></article>") == nil)
  }

  @Test func theBestTimeIsTheArticles() {
    #expect(published("<div>\(old)</div><article>\(own)TEXT</article>") == "2025-03-05")
    #expect(published("<div>\(own)</div><p>TEXT</p>") == "2025-03-05")
    #expect(published("<article>TEXT<footer>\(own)</footer></article>") == "2025-03-05")
    // Whole pages stand in a box by its name.
    #expect(published("<div class='widget'><article>\(own)TEXT</article></div>") == "2025-03-05")
    #expect(
      published("<div class='related'><article>\(old)</article></div><article>\(own)TEXT</article>") == "2025-03-05")
    let updated = #"<time class="updated" datetime="2025-03-09">later</time>"#
    #expect(published("<article>\(updated)\(own)TEXT</article>") == "2025-03-05")
    #expect(published("<article>\(updated)TEXT</article>") == "2025-03-09")
    #expect(published("<article><time itemprop=dateModified datetime=2025-03-09></time>TEXT</article>") == nil)
  }

  @Test func aTimeMayStandInItsText() {
    #expect(published("<article><time>March 5, 2025 8:00 PM ET</time>TEXT</article>") == "2025-03-05T20:00-05:00")
    #expect(published("<article><time>today</time>\(own)TEXT</article>") == "2025-03-05")
  }

  @Test func authorsOfCommentsAreNotTheArticles() {
    func author(_ body: String) -> String? { HTMLPages.page("<body>\(body)</body>").author }
    let link = "<a rel=author href=/x>Jo Troll</a>"
    #expect(author("<article><h1>A</h1><p>Text.</p><div class=comments>\(link)</div></article>") == nil)
    #expect(author("<article><h1>A</h1><p>\(link)</p></article>") == "Jo Troll")
  }
}
