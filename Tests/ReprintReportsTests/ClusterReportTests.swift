import Foundation
import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ClusterReportTests {
  private let cluster = DocumentCluster(
    kept: 2, removed: [.init(document: 0, similarity: 1), .init(document: 5, similarity: 2.0 / 3)])

  private func describe(_ document: Int) -> DocumentDescription {
    var description = DocumentDescription(id: document == 5 ? "five\t\"5\"" : "d\(document)")
    description.site = document == 2 ? "Example" : nil
    description.title = document == 0 ? nil : "A title\nin two lines"
    return description
  }

  private func text(_ format: OutputFormat, width: Int = 80) -> String {
    let report = ClusterReport(format, width: width, identifier: { describe($0).id }, describe: describe)
    return report.header + String(decoding: report.lines(for: cluster, number: 7), as: UTF8.self)
  }

  @Test func asNDJSON() throws {
    let line = text(.ndjson)
    #expect(
      line
        == #"{"cluster":7,"keep":"d2","size":3,"members":[{"id":"d2","similarity":1.0},"#
        + #"{"id":"d0","similarity":1.0},{"id":"five\t\"5\"","similarity":0.6666666666666666}]}"# + "\n")
    let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary)
    #expect(object["size"] as? Int == (object["members"] as? [Any])?.count)
  }

  @Test func asTSV() {
    #expect(
      text(.tsv)
        == "cluster\tid\tkept\tsimilarity\n7\td2\td2\t1.0\n7\td0\td2\t1.0\n7\tfive\\t\"5\"\td2\t0.6666666666666666\n")
  }

  @Test func asText() {
    #expect(
      text(.text) == """
        7  3 documents
          kept   d2        Example · A title in two lines
          1.000  d0
          0.666  five "5"  A title in two lines


        """)
    for width in [20, 30, 40, 79] {
      let lines = text(.text, width: width).split(separator: "\n")
      #expect(lines.allSatisfy { TerminalText.width(String($0)) <= width }, "\(width) columns")
    }
  }

  @Test func longIdentifiersAreCut() {
    let id = "https://www.example.com/" + String(repeating: "very-", count: 10) + "long"
    let report = ClusterReport(
      .text, width: 60, identifier: { _ in id }, describe: { _ in DocumentDescription(id: id) })
    let lines = String(decoding: report.lines(for: cluster, number: 1), as: UTF8.self).split(separator: "\n")
    #expect(lines.dropFirst().allSatisfy { $0.hasSuffix("…") && $0.count <= 60 })
  }

  @Test func pairs() {
    let pair = DocumentPair(a: 0, b: 5, similarity: 0.8125)
    func text(_ format: OutputFormat) -> String {
      let report = PairReport(format) { describe($0).id }
      return report.header + String(decoding: report.line(for: pair), as: UTF8.self)
    }
    #expect(text(.ndjson) == #"{"a":"d0","b":"five\t\"5\"","similarity":0.8125}"# + "\n")
    #expect(text(.tsv) == "a\tb\tsimilarity\nd0\tfive\\t\"5\"\t0.8125\n")
    #expect(text(.text) == "0.812  d0  five \"5\"\n")
  }

  @Test func removals() {
    let line = RemovalReport.line(id: "a\\", kept: "b", similarity: 1)
    #expect(String(decoding: line, as: UTF8.self) == #"{"id":"a\\","kept":"b","similarity":1.0}"# + "\n")
  }
}
