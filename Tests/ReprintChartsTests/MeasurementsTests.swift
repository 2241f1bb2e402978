import ReprintCharts
import Testing

@Suite struct MeasurementsTests {
  @Test func readsEachTypeAndPassesOverOthers() throws {
    let measurements = try Measurements(ndjson: Self.sample.utf8)
    #expect(measurements.corpora.map(\.corpus) == ["tiny"])
    #expect(measurements.runs.map(\.cpu) == [1, 30, 2, 40, 3, 90])
    #expect(measurements.qualities.map(\.recall) == [1, 0.5])
    #expect(measurements.skipped.map(\.reason) == ["can't be <installed>"])
    #expect(measurements.splits.map(\.ratio) == [24.5])
  }

  @Test func namesTheLineThatIsNotAsItShouldBe() {
    #expect { try Measurements(ndjson: (Self.sample + "{\"type\":\"run\"}\n").utf8) } throws: { error in
      (error as? Measurements.Malformed)?.line == 12
    }
    #expect(throws: Measurements.Malformed.self) { try Measurements(ndjson: "not JSON\n".utf8) }
  }

  @Test func anEmptyFileHasNothingInIt() throws {
    #expect(try Measurements(ndjson: []).runs.isEmpty)
  }

  @Test func theMedianIsInTheMiddle() {
    #expect([3.0].median == 3)
    #expect([4.0, 1].median == 2.5)
    #expect([9.0, 1, 5].median == 5)
    #expect([1.0, 2, 3, 100].median == 2.5)
    #expect([Double]().median.isNaN)
  }

  /// Two programs over a corpus of 2 MB and 100 documents.
  static let sample: String = {
    func run(_ program: String, _ round: Int, _ cpu: Int) -> String {
      #"{"type":"run","corpus":"tiny","program":"\#(program)","round":\#(round),"bytes":2000000,"documents":100,"#
        + #""cpu":\#(cpu),"wall":1,"peak":5000000,"anonymous":40000}"#
    }
    func quality(_ program: String, _ recall: Double) -> String {
      #"{"type":"quality","corpus":"tiny","program":"\#(program)","truth":"own","reported":10,"recall":\#(recall),"#
        + #""precision":0.75}"#
    }
    let lines = [
      #"{"type":"corpus","corpus":"tiny","documents":100,"bytes":2000000,"pairs":7,"threshold":0.8,"sha256":"abc"}"#,
      run("reprint", 1, 1), run("a & b", 1, 30), run("reprint", 2, 2), run("a & b", 2, 40), run("reprint", 3, 3),
      run("a & b", 3, 90), quality("reprint", 1), quality("a & b", 0.5),
      #"{"type":"skipped","program":"c","reason":"can't be <installed>"}"#,
      #"{"type":"split","corpus":"tiny","ratio":24.5,"runs":5,"more":"of no interest"}"#,
    ]
    return lines.joined(separator: "\n") + "\n"
  }()
}
