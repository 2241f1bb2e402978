import Testing

@testable import ReprintDumps

@Suite struct PageExtractionTests {
  private static let article = (0..<4).map { number in
    "<p>Paragraph \(number): the harbour opened again on Monday after a week of storms, and ships came in.</p>"
  }.joined()

  private func extracted(_ before: String, _ after: String, _ blocks: BlockSelection = .article) throws -> ExtractedPage
  {
    let link = "<p>So says <a href='https://inside.example/'>a paper</a> that has followed the harbour for years.</p>"
    let article = "<article><h1>Harbour</h1>\(Self.article)\(link)</article>"
    let html = "<html><body>\(before)\(article)\(after)</body></html>"
    return try Array(html.utf8).page(blocks)
  }

  @Test func linesOutsideOfTheArticleThatMayGiveCreditAreKept() throws {
    let footer = "<footer><p>First published by The Harbour Post.</p><p>Privacy</p><p>More from The Gull</p></footer>"
    let page = try extracted("<nav><a href=/>Home</a></nav>", footer)
    #expect(String(decoding: page.creditLines, as: UTF8.self) == "First published by The Harbour Post.\n")
    #expect(!String(decoding: page.text, as: UTF8.self).contains("First published"))
    // Where all is text nothing stands outside of it.
    let whole = try extracted("", footer, .all)
    #expect(whole.creditLines.isEmpty && String(decoding: whole.text, as: UTF8.self).contains("First published"))
  }

  @Test func linksToFrontPagesCountInTheArticleAndInCredit() throws {
    let links = ["partner", "gull"].map { "<li><a href=https://\($0).example>\($0)</a>" }.joined()
    let nav = "<nav><ul>\(links)</ul></nav>"
    let footer =
      "<footer><p>Source: <a href='https://source.example'>here</a></p>"
      + "<p><a href='https://deep.example/story/7'>Read on</a></p>"
      + "<p><a href='https://other.example/?a=/b/c'>Other</a></p>"
      + "<a href='https://logo.example/'><img src=logo.png></a></footer>"
    let page = try extracted(nav, footer)
    #expect(
      page.links == ["https://inside.example/", "https://source.example", "https://deep.example/story/7"],
      "\(page.links)")
    let all = try extracted(nav, footer, .all)
    #expect(all.links.count == 7, "\(all.links)")
  }
}
