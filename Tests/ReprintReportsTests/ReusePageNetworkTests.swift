import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ReusePageNetworkTests {
  private let page = SampleReport.html(SampleReport.news)

  @Test func linesAreWideByCopiesAndBrokenWithoutCredit() {
    let lines = SampleReport.contents(of: page, from: "<path class=\"", to: "/>").filter { $0.contains("stroke-width") }
    #expect(lines.count == 5)
    #expect(lines.count { $0.hasPrefix("credited\"") } == 3 && lines.count { $0.hasPrefix("uncredited\"") } == 2)
    #expect(lines[0].contains("stroke-width=\"4.0\"") && lines[1].contains("stroke-width=\"1.5\""))
  }

  @Test func theTableSaysTheSame() {
    let table = SampleReport.contents(of: page, from: "<table class=\"edges\">", to: "</table>")[0]
    #expect(SampleReport.contents(of: table, from: "<tr>", to: "</tr>").count == 6)
    #expect(table.contains("Gamers Daily</bdi></td><td>2</td><td>0</td><td>"))
  }
}
