import Testing

@testable import ReprintDumps

@Suite struct DumpReportTests {
  @Test func problemsAreKeptUpToALimitOfEachKindAndAllCounted() {
    var report = DumpReport()
    for line in 1...250 {
      report.add(.skipped, DumpError("a", line: line, "bad"))
      if line % 2 == 0 { report.add(.repaired, DumpError("a", line: line, "odd")) }
    }
    #expect(report.count(.skipped) == 250 && report.count(.repaired) == 125 && report.count(.file) == 0)
    #expect(report.problems.count { $0.kind == .skipped } == DumpReport.mostKept)
    #expect(report.problems.count { $0.kind == .repaired } == DumpReport.mostKept)
    #expect(report.problems.first?.error.line == 1)
  }

  @Test func errorsSayWhere() {
    #expect(DumpError("a.jsonl", line: 7, "no field").description == "a.jsonl:7: no field")
    #expect(DumpError("a.warc", offset: 0, "no record").description == "a.warc:byte 0: no record")
    #expect(DumpError("a.jsonl", "empty file").description == "a.jsonl: empty file")
  }
}
