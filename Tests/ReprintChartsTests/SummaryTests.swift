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

  @Test func hasARowForEachProgramThatAlignsOrTraces() throws {
    let figures = #""version":"1","cpu":0.5,"peak":9000000,"f1":0.9,"precision":1,"recall":0.82,"note":"as it is""#
    let lines = (1...3).flatMap { round in
      [
        #"{"type":"alignment","program":"a","round":\#(round),"pages":10,"falsely":0.01,\#(figures)}"#,
        #"{"type":"trace","program":"a","round":\#(round),"pairs":100,\#(figures)}"#,
        #"{"type":"trace","program":"b","round":\#(round),"pairs":100,\#(figures)}"#,
      ]
    }
    let text = Summary.text(try Measurements(ndjson: lines.joined(separator: "\n").utf8), own: "a")
    #expect(text.contains("| a | 1 | 3 | 10 | 0.500 | 20.0 | 9 | 0.900 | 1.000 | 0.820 | 0.010 | as it is |"))
    #expect(text.contains("| a | 1 | 3 | 100 | 0.500 | 200 | 9 | 0.900 | 1.000 | 0.820 | as it is |"))
    #expect(text.contains("| b | 1 | 3 | 100 | 0.500 | 200 |"))
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
