import Reprint
import Testing

@testable import ReprintReports

/// A small syndication with hostile names and titles.
enum SampleSyndication {
  static let hostile = "=cmd|' /C calc'!A0, \"quoted\"\r\nnext <b>&amp;\u{1}"

  static func found() -> Syndication {
    let text = """
      Mirrowell refused to pay the ransom that the Gannet gang demanded in August. The thieves then published 5,210 \
      patient files on their leak site. Investigators traced the break-in to a help-desk contractor called Brightlatch. \
      An agent's password had never been cancelled after he resigned in March. Regulators in Duluth opened an inquiry \
      into how the company stored invoices. Clinics in eleven states have begun to send letters to their patients.
      """
    var original = TracedArticle(id: "o", text: text, url: "https://a.example/1", site: "A & <Sons>")
    original.title = hostile
    original.published = PublicationTime(seconds: 1_750_000_000, text: "then")
    var copy = TracedArticle(id: "-c", text: text, url: "https://b.example/\"><script>", site: "@B")
    copy.published = PublicationTime(seconds: 1_750_007_200, text: "later")
    return Syndication(of: [copy, original])
  }
}

@Suite struct SyndicationReportTests {
  private func text(_ format: SyndicationFormat, _ found: Syndication = SampleSyndication.found()) -> String {
    String(decoding: SyndicationReport(format, width: 100).bytes(found), as: UTF8.self)
  }

  @Test func linesAreStoriesThenOutletsThenEdges() {
    let lines = text(.ndjson).split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix(#"{"story":1,"original":{"id":"o","url":"https://a.example/1","site":"A & <Sons>""#))
    #expect(lines[0].contains(#""original_by":"published","pages":[{"id":"-c""#))
    #expect(lines[0].contains(#""parent":"o","kind":"verbatim","coverage":1.0,"share":1.0"#))
    #expect(lines[0].contains(#""lag_seconds":7200"#))
    #expect(lines[1].hasPrefix(#"{"outlet":"@B","pages":1,"originated":0,"given":0,"taken":1,"copies":1"#))
    #expect(lines[2].hasPrefix(#"{"outlet":"A & <Sons>","pages":1,"originated":1,"given":1,"taken":0,"copies":0"#))
    #expect(lines[3].hasPrefix(#"{"edge":{"from":"A & <Sons>","to":"@B"},"copies":1,"stories":1"#))
  }

  @Test func tablesAreForPeople() {
    let table = text(.text)
    #expect(table.contains("published first") && table.contains("2 h") && table.contains("A & <Sons> → @B"))
    #expect(!table.contains("\r") && !table.contains("\u{1}"))
    #expect(text(.text, Syndication(of: [])) == "No page reuses another.\n")
  }

  @Test func nothingFoundIsNothingPrinted() {
    #expect(text(.ndjson, Syndication(of: [])).isEmpty)
  }
}
