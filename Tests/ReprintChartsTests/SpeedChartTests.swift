import Foundation
import ReprintCharts
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SpeedChartTests {
  private static func chart() throws -> String {
    let measurements = try Measurements(ndjson: MeasurementsTests.sample.utf8)
    return SpeedChart.draw([Comparison(measurements, corpus: "tiny", reference: "reprint")], own: "reprint")
  }

  @Test func isWellFormedAndNeedsNothingFromOutside() throws {
    let svg = try Self.chart()
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    let addresses = svg.ranges(of: "http").count
    #expect(addresses == 1, "only the name space")
    for word in ["<script", "@import", "url(", "href", "<image", "<foreignObject"] { #expect(!svg.contains(word)) }
  }

  @Test func saysInWordsWhatItShows() throws {
    let svg = try Self.chart()
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("<title id=\"title\">"))
    #expect(svg.contains("a &amp; b 0.05 MB a CPU second, recall 0.500, precision 0.750"))
    #expect(svg.contains("prefers-color-scheme:dark"))
  }

  /// On a logarithmic axis ten times the speed is always the same distance.
  @Test func barsAreAsLongAsTheLogarithmOfTheSpeed() throws {
    let bars = try Self.chart().matches(of: /<rect x="190" y="[\d.]+" width="([\d.]+)"/).map { Double($0.1)! }
    #expect(bars.count == 2)
    // 1 and 0.05 MB a second on an axis from 0.01 to 1 that is 410 pixels long.
    #expect(abs(bars[0] - 410) < 0.2)
    #expect(abs(bars[1] - 410 * 0.3495) < 0.2)
  }
}
