import Testing

@testable import ReprintDumps

@Suite struct LinkedDataTests {
  private func read(_ json: String) -> LinkedData { Array(json.utf8).withUnsafeBufferPointer { LinkedData($0) } }

  @Test func articlesInGraphsAndArrays() {
    let data = read(
      """
      <!-- [{"@graph":[{"@type":"WebSite","name":"The Post"},{"@type":["NewsArticle"],"headline":"A \\"B\\" \\u00e9\\ud83e\\udd8a",
      "datePublished":"2025-01-01","author":[{"name":"X Y"},"Z",{"url":"q"}],"publisher":{"name":"P"},
      "isBasedOn":{"@id":"https://o.example/1"},}]}] -->
      """)
    #expect(data.headline == "A \"B\" é🦊")
    #expect(data.published == "2025-01-01")
    #expect(data.authors == ["X Y", "Z"])
    #expect(data.publisher == "P")
    #expect(data.websiteName == "The Post")
    #expect(data.basedOn == ["https://o.example/1"])
  }

  @Test(arguments: [
    "", "{", "[", "{\"a\"", "{\"@type\":\"Article\",\"headline\":\"cut o", "[,,]", "{\"a\":}", "\"", "]", "{\"a\":\"\\",
  ])
  func damagedDataIsRead(json: String) {
    #expect(read(json).published == nil)
  }

  @Test func theTimeOfAnArticleIsNotThatOfItsPage() {
    let (page, article) = (
      #"{"@type":"WebPage","datePublished":"2020-01-01"}"#, #"{"@type":"NewsArticle","datePublished":"2025-03-05"}"#
    )
    #expect(read("[\(page),\(article)]").published == "2025-03-05")
    #expect(read("[\(article),\(page)]").published == "2025-03-05")
    #expect(read(page).published == "2020-01-01")
  }

  @Test func commentsOfReadersAreNoArticles() {
    #expect(read("{\"@type\":\"Comment\",\"datePublished\":\"2020\",\"author\":\"x\"}").authors.isEmpty)
  }
}
