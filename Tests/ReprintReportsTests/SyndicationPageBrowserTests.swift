import Foundation
import Reprint
import ReprintTestSupport
import Testing

@testable import ReprintReports

/// The report of a dump's stories, from the articles to the page in a real browser.
@Suite(.serialized, .enabled(if: Browser.program != nil, "no Chromium is installed"))
final class SyndicationPageBrowserTests {
  private let page: BrowserPage
  private var browser: Browser { page.browser }

  init() throws { page = try BrowserPage() }

  private struct Articles: Syndication.Source {
    let articles: [TracedArticle]
    var count: Int { articles.count }
    func article(_ number: Int) -> TracedArticle { articles[number] }
  }

  private static let sentences = [
    "The ferry Solveig Dahl lost both engines on Tuesday and drifted for six hours with 214 passengers aboard.",
    "Captain Ragna Thorsby dropped two anchors in 38 metres of water, and the second one held.",
    "Eleven people were treated for seasickness when a tug from Port Ambleth brought the ship in at dawn.",
    "The engines failed within a minute of each other because they drew from the same tank.",
    "Skerry Line, which owns the ferry, had been told of the shared tank in an inspection last March.",
    "The inspector, Obadiah Pell, gave the company ninety days to fit a second tank.",
  ]

  private static func page(
    _ id: String, _ sentences: some Sequence<String>, site: String?, hours: Double?, title: String
  ) -> TracedArticle {
    SampleReport.article(id, Array(sentences.joined(separator: " ").utf8), title: title, site: site, hours: hours)
  }

  /// Two stories: one with a copy of a copy that has hostile names, one without times.
  private static let articles: [TracedArticle] = {
    let wire = sentences
    var copy = wire
    copy[1] = "Captain Ragna Thorsby let go two anchors in deep water off the western skerries, and one of them held."
    copy[4] = "The owner, Skerry Line, knew of the shared tank since a yearly inspection of its boats in early March."
    let other = [
      "Plant garlic before the first frost and cover the cloves with two fingers of loose garden soil.",
      "Gardeners in Upper Quillham say that purple varieties keep until the next harvest in a dry cellar.",
      "Rust spots on the leaves are harmless unless they appear before the middle of April, says Odile Brankovic.",
      "Her nursery sells forty kinds of seed garlic, the oldest of them from a monastery near Varnholt.",
    ]
    return [
      page("wire", wire, site: "Ambleth Courier", hours: 0, title: "Ferry adrift"),
      page("copy", copy, site: "North Wire", hours: 2, title: "Ferry adrift for hours"),
      page(
        "again", copy.dropFirst(), site: "<b>Mirror</b>", hours: 5,
        title: "\"><script>injected = 1</script>\u{202E}"),
      page("garlic", other, site: "Garden Post", hours: nil, title: "Garlic"),
      page("garlic-2", other, site: "Leaf", hours: nil, title: "Garlic, again"),
    ]
  }()

  @Test(arguments: [390, 1280]) func storiesAreShownAsTheyWereFound(width: Int) throws {
    let found = Syndication(of: Self.articles)
    let report = ReuseReport(found, in: Articles(articles: Self.articles))
    try page.open(ReusePage(report).html, width: width)
    func count(_ selector: String) throws -> String {
      try browser.text("String(document.querySelectorAll(\"\(selector)\").length)")
    }
    #expect(try count(".list tbody tr") == "\(found.stories.reduce(0) { $0 + $1.copies.count })")
    #expect(try count(".list tbody tr") == "3")
    // The page without a time is undetermined, and no other.
    #expect(try count(".direction") == "1")
    #expect(try browser.text("document.querySelector('.direction').textContent") == "undetermined")
    // The table below the network has the edges that the other formats have.
    let edges = try browser.text(
      "[...document.querySelectorAll('.edges tbody tr')].map(r => [...r.cells].slice(0, 3).map(c => c.textContent)"
        + ".join(' > ')).sort().join(';')")
    #expect(edges == found.edges.map { "\($0.from) > \($0.to) > \($0.copies)" }.sorted().joined(separator: ";"))
    try browser.evaluate("document.querySelector('.list tbody .open').scrollIntoView({ block: 'center' })")
    try browser.click(".list tbody .open")
    #expect(try browser.text("String(document.querySelectorAll('.s').length > 5)") == "true")
    #expect(try browser.text("String(typeof injected)") == "undefined")
    #expect(try browser.text("String(document.documentElement.scrollWidth <= innerWidth)") == "true")
    for event in ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"] {
      #expect(browser.events(event).map { "\($0)" } == [])
    }
  }
}
