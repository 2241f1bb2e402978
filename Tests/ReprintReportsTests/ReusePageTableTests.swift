import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ReusePageTableTests {
  private let page = SampleReport.html(SampleReport.news)

  @Test func rowsCarryTheirFiguresInOrder() {
    let rows = SampleReport.contents(of: page, from: "<tr id=\"r", to: "</tr>")
    #expect(rows.count == 6)
    #expect(rows[0].hasPrefix("1\" data-kind=\"verbatim\" data-coverage=\"1.0\" data-credit=\"linked\" data-credited>"))
    #expect(rows[0].contains("Hoshimori buys Calabaza Roja") && rows[0].contains(">100%<svg"))
    #expect(
      rows[0].contains("<td class=\"lag\" data-label=\"After\" data-v=\"4680\" title=\"2025-09-02 + 1.3 h\">78 min"))
    #expect(rows[1].contains("<q lang=\"\"><bdi>told Second Save</bdi></q>") && !rows[1].contains("data-credited"))
    #expect(rows[5].contains("no time") && !rows[0].contains("Took from"))
  }

  @Test func severalOriginalsHaveAColumn() {
    var report = ReuseReport(.stories, sources: [SampleReport.original, SampleReport.original])
    var copy = SampleReport.Copy(
      page: SampleReport.article("b", SampleAlignment.news.copy.bytes), alignment: SampleAlignment.news.alignment)
    copy.original = 1
    report.add(copy.page, copy.trace, original: 0, lag: nil)
    let page = SampleReport.html(report)
    #expect(page.contains("Took from</th>") && page.contains("<i>itself a copy</i>"))
  }

  @Test func filtersNameWhatThereIs() {
    #expect(page.contains("value=\"verbatim\" checked>") && !page.contains("value=\"furniture\" checked"))
    #expect(page.contains("<option value=\"leaked\">") && !page.contains("<option value=\"canonical\">"))
  }

  @Test func timesOutOfThisWorld() {
    #expect(ReusePage.seconds(.infinity) == 1_000_000_000_000 && ReusePage.seconds(-1e300) == -1_000_000_000_000)
    #expect(ReusePage.seconds(59.6) == 60)
  }
}
