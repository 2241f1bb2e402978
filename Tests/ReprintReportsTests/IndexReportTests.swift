import Testing

@testable import ReprintReports

@Suite struct IndexReportTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func answersAreLines() {
    let json = IndexReport(.ndjson)
    #expect(text(json.line(new: "a\"")) == #"{"id":"a\"","duplicate":false}"# + "\n")
    let found = json.line(for: "a", of: "b", similarity: 0.5, isEstimated: false)
    #expect(text(found) == #"{"id":"a","duplicate":true,"of":"b","similarity":0.5}"# + "\n")
    let estimated = json.line(for: "a", of: "b", similarity: 0.5, isEstimated: true)
    #expect(text(estimated) == #"{"id":"a","duplicate":true,"of":"b","similarity":0.5,"estimated":true}"# + "\n")
    let table = IndexReport(.tsv)
    #expect(table.header == "id\tduplicate\tof\tsimilarity\testimated\n")
    #expect(text(table.line(for: "a\tb", of: "c", similarity: 1, isEstimated: true)) == "a\\tb\ttrue\tc\t1.0\ttrue\n")
    #expect(text(table.line(new: "x")) == "x\tfalse\t\t\t\n")
    let plain = IndexReport(.text)
    #expect(text(plain.line(for: "a", of: "b\u{1B}", similarity: 0.93, isEstimated: true)) == "about 0.930  a  of b \n")
    #expect(text(plain.line(new: "x")) == "new    x\n")
  }

  @Test func numbersAreNamed() {
    let values: [(name: String, value: IndexReport.Value)] = [
      ("text_bytes", .number(12_345)), ("threshold", .decimal(0.8)), ("texts", .word("keep")),
    ]
    #expect(
      text(IndexReport(.ndjson).lines(for: values)) == #"{"text_bytes":12345,"threshold":0.8,"texts":"keep"}"# + "\n")
    #expect(
      text(IndexReport(.tsv).lines(for: values)) == "name\tvalue\ntext_bytes\t12345\nthreshold\t0.8\ntexts\tkeep\n")
    #expect(
      text(IndexReport(.text).lines(for: values)).split(separator: "\n").first == "text bytes      12,345")
  }
}
