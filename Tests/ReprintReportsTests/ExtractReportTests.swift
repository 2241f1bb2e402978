import Reprint
import Testing

@testable import ReprintReports

@Suite struct ExtractReportTests {
  private func article(_ text: String) -> TracedArticle {
    var article = TracedArticle(id: "a", text: text, url: "https://x.example/1", site: "X")
    article.title = "T"
    return article
  }

  private func string(_ format: OutputFormat, _ text: String, _ dropped: [DroppedLine]) -> String {
    String(decoding: ExtractReport(format).lines(for: article(text), dropped: dropped), as: UTF8.self)
  }

  @Test func ndjsonHasWhatIsKeptAndWhatIsNot() {
    let dropped = [DroppedLine(range: 0..<4, why: "navigation"), DroppedLine(range: 15..<20, why: "site")]
    #expect(
      string(.ndjson, "Menu\n\n  Kept. \nTerms\nMore.", dropped)
        == #"{"id":"a","url":"https://x.example/1","site":"X","title":"T","text":"Kept.\nMore.","dropped":["#
        + #"{"text":"Menu","why":"navigation"},{"text":"Terms","why":"site"}]}"# + "\n")
    #expect(string(.ndjson, " As given.\n\n", []).contains(#""text":" As given.\n\n","dropped":[]}"#))
  }

  @Test func textMarksWhatIsDropped() {
    let dropped = [DroppedLine(range: 0..<4, why: "navigation")]
    #expect(
      string(.text, "Menu\nKept\u{1B}[2J.\n", dropped)
        == "== a\n   https://x.example/1 | X | T\n- [navigation] Menu\nKept [2J.\n\n")
  }
}
