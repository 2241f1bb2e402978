import ReprintCharts
import Testing

@Suite struct ComparisonTests {
  @Test func comparesRoundByRound() throws {
    let measurements = try Measurements(ndjson: MeasurementsTests.sample.utf8)
    let comparison = Comparison(measurements, corpus: "tiny", reference: "reprint")
    #expect(comparison.rows.map(\.program) == ["reprint", "a & b"])
    // The ratios are 30, 20 and 30; that of the medians, 40 / 2, is not what is asked.
    #expect(comparison.rows[1].ratio == 30)
    #expect(comparison.rows[1].median == 40)
    #expect(comparison.rows[0].megabytes == 1)
    #expect(comparison.rows[0].documentsPerSecond == 50)
    #expect(comparison.rows[0].anonymousPerDocument == 400)
    #expect(comparison.rows[1].recall == 0.5)
  }

  @Test func aCorpusThatNobodyRanOnHasNoRows() throws {
    let measurements = try Measurements(ndjson: MeasurementsTests.sample.utf8)
    #expect(Comparison(measurements, corpus: "other", reference: "reprint").rows.isEmpty)
  }
}
