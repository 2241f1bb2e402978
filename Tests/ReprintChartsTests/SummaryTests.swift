import ReprintCharts
import Testing

@Suite struct SummaryTests {
  @Test func hasATableForEachCorpus() throws {
    let text = Summary.text(try Measurements(ndjson: MeasurementsTests.sample.utf8), own: "reprint")
    #expect(text.contains("## tiny"))
    #expect(text.contains("| **reprint** | 3 | 2.00 | 1.00–3.00 |  | 1.00 | 50 | 5 | 400 | 1.0000 | 0.7500 |"))
    #expect(text.contains("| a & b | 3 | 40.00 | 30.00–90.00 | 30.0 |"))
    #expect(text.contains("takes 24.5 times"))
    #expect(text.contains("| c | all | can't be <installed> |"))
  }

  @Test func drawsCurvesOnPaperFurther() throws {
    let points = [10_000, 100_000, 1_000_000].map { n in
      #"{"type":"point","axis":"documents","value":\#(n),"documents":\#(n),"bytes":\#(n * 2000),"cpu":\#(n / 10_000),"#
        + #""wall":1,"peak":9,"anonymous":\#(n * 300),"candidates":\#(n / 2),"compared":\#(n / 4)}"#
    }
    let measurements = try Measurements(ndjson: points.joined(separator: "\n").utf8)
    #expect(Summary.documentPoints(measurements).map(\.time) == [1, 10, 100])
    let text = Summary.text(measurements, own: "reprint")
    // Linear time grows by 5/6 of n log n from 10^5 to 10^6.
    #expect(text.contains("From 100,000 to 1,000,000 documents time grows 0.83 times as much as n log n."))
    #expect(text.contains("| 10,000,000,000 |"))
    #expect(text.contains("20.00 TB | 3,000 GB |"))
    #expect(GrowthChart.draw(Summary.documentPoints(measurements)).ranges(of: "<circle").count == 3)
  }
}
