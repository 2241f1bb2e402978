import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct SiteFurnitureTests {
  private struct Page {
    var site = "site.example"
    var title = ""
    var lines: [String]
  }

  private func hash(_ text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { PageLines.hash($0) }
  }

  private func pageLines(_ lines: [String]) -> PageLines {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    return bytes.withUnsafeBufferPointer { PageLines($0, isJSON: false) }
  }

  /// The lines of each page that are no furniture.
  private func kept(_ pages: [Page]) -> [[String]] {
    var furniture = SiteFurniture(expectedLines: 1000)
    for page in pages {
      furniture.add(pageLines(page.lines), site: hash(page.site), title: page.title.isEmpty ? 0 : hash(page.title))
    }
    return pages.map { page in
      zip(page.lines, pageLines(page.lines).lines).filter { !furniture.isFurniture($1, on: hash(page.site)) }.map(\.0)
    }
  }

  private func article(_ number: Int) -> [String] {
    [
      "Paragraph one of article \(number), long enough to stand out.",
      "And paragraph two of \(number), rather long too.",
    ]
  }

  @Test func whatStandsAroundDifferentArticlesIsFurniture() {
    let pages = (0..<3).map { Page(title: "Title \($0)", lines: ["Home | News"] + article($0) + ["Subscribe"]) }
    #expect(kept(pages) == (0..<3).map(article))
  }

  @Test func twoPagesAreTooFew() {
    let pages = (0..<2).map { Page(title: "Title \($0)", lines: ["Home | News"] + article($0)) }
    #expect(kept(pages) == pages.map(\.lines))
  }

  @Test func sitesAreApart() {
    let pages = (0..<3).map { Page(site: "\($0).example", title: "Title \($0)", lines: ["Home | News"] + article($0)) }
    #expect(kept(pages) == pages.map(\.lines))
  }

  @Test func copiesOfOneArticleTeachNothing() {
    // The same article under one title, edited; under three titles, unchanged; without a title.
    let edited = (0..<4).map {
      Page(title: "Title", lines: article(1) + ["Update number \($0), and some more words to it."])
    }
    #expect(kept(edited) == edited.map(\.lines))
    let retitled = (0..<4).map { Page(title: "Title \($0)", lines: ["Title \($0)"] + article(1)) }
    #expect(kept(retitled) == retitled.map(\.lines))
    let untitled = (0..<4).map { _ in Page(lines: article(1)) }
    #expect(kept(untitled) == untitled.map(\.lines))
  }

  @Test func aNoticeLongerThanTheArticlesIsFurnitureOnFivePages() {
    let notice = "We use cookies. " + String(repeating: "A long notice goes on and on. ", count: 10)
    let pages = (0..<5).map { Page(title: "Title \($0)", lines: article($0) + [notice]) }
    #expect(kept(pages) == (0..<5).map(article))
    #expect(kept(Array(pages.prefix(4))) == pages.prefix(4).map(\.lines))
  }

  @Test func versionsOfAPageTeachNothing() {
    // One story, crawled eight times under one address while it grew, with another headline each time.
    let versions = (0..<8).map { version in
      ["Menu", "Update \(version): something happened, and this line is the longest."] + (0...version).flatMap(article)
    }
    func found(_ address: (Int) -> UInt64) -> Int {
      var furniture = SiteFurniture()
      for (number, lines) in versions.enumerated() {
        furniture.add(
          pageLines(lines), site: hash("site.example"), title: UInt64(number + 1), address: address(number))
      }
      return furniture.furniture(among: pageLines(versions[7]), on: hash("site.example")).count { $0 }
    }
    #expect(found { _ in 9 } == 0)
    #expect(found { UInt64($0) + 9 } > 3)
    #expect(found { _ in 0 } > 3)
  }

  @Test func whatReturnsOnFewOfManyPagesStays() {
    let line = "The company declined to comment."
    let pages = (0..<400).map { Page(title: "Title \($0)", lines: article($0) + ($0 < 3 ? [line] : ["Menu"])) }
    let found = kept(pages)
    #expect(found[0] == article(0) + [line])
    #expect(found[9] == article(9))
  }

  @Test func prosePagesOfOneSiteAreNeverEmptied() {
    let notice = "This page is empty. " + String(repeating: "It says so at length. ", count: 10)
    let pages =
      (0..<8).map { Page(title: "Title \($0)", lines: ["Menu", notice] + article($0)) }
      + [Page(title: "Nothing", lines: ["Menu", notice])]
    var furniture = SiteFurniture()
    for page in pages { furniture.add(pageLines(page.lines), site: hash(page.site), title: hash(page.title)) }
    func found(_ page: Page, site: String = "site.example") -> [Bool] {
      furniture.furniture(among: pageLines(page.lines), on: hash(site))
    }
    #expect(found(pages[0]) == [true, true, false, false])
    // Where nothing else is left, prose stays.
    #expect(found(pages[8]) == [true, false])
    #expect(found(pages[0], site: "other.example") == [])
    #expect(furniture.furniture(among: pageLines(pages[0].lines), on: 0) == [])
    // What its page leaves out anyway is no text that stays.
    #expect(
      furniture.furniture(among: pageLines(pages[0].lines), on: hash("site.example")) { $0 > 1 } == [
        true, false, false, false,
      ])
  }

  /// Memory is bounded, and what recurs most is still known.
  @Test func whatRecursLeastIsForgotten() {
    var furniture = SiteFurniture(memory: 1 << 16)
    for page in 0..<6000 {
      let rare = (0..<6).map { "Rare line \(page / 2) \($0)" }
      furniture.add(pageLines(["Menu"] + rare), site: hash("site.example"), title: UInt64(page + 1))
    }
    #expect(!furniture.isEmpty)
    #expect(furniture.furniture(among: pageLines(["Menu", "More"]), on: hash("site.example")) == [true, false])
    #expect(furniture.recurrenceCount <= 1 << 10)
  }

  @Test func aLineTwiceOnAPageCountsOnce() {
    let pages = (0..<2).map { Page(title: "Title \($0)", lines: ["More", "More", "More"] + article($0)) }
    #expect(kept(pages) == pages.map(\.lines))
  }

  /// Against counts of everything, on sites of random pages with a title each.
  @Test func randomSitesEqualPlainCounts() {
    for seed in 0..<30 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let pages = (0..<generator.number(1...40)).map { number in
        Page(
          site: "\(generator.number(0...2)).example", title: "Title \(number)",
          lines: article(number) + (0..<generator.number(0...4)).map { _ in "Line \(generator.number(0...12))" })
      }
      var counts: [String: Int] = [:]
      var sizes: [String: Int] = [:]
      for page in pages {
        sizes[page.site, default: 0] += 1
        for line in Set(page.lines) { counts["\(page.site) \(line)", default: 0] += 1 }
      }
      let expected = pages.map { page in
        page.lines.filter { line in
          let count = counts["\(page.site) \(line)"]!
          return count < 3 || Double(count) < 0.01 * Double(sizes[page.site]!)
        }
      }
      #expect(kept(pages) == expected, "seed \(seed)")
    }
  }
}
