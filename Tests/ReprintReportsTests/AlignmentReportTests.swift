import Foundation
import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct AlignmentReportTests {
  private let sample = SampleAlignment(
    original: ["Shares rose 13%.", "The firm was glad."], copyName: "c\t1",
    copy: [
      .init(
        text: "Nan stock rose 31%.", kind: .spun, sources: [0, 1], score: 2.0 / 3, altered: [("31", "13")],
        replaced: [("stock", "Shares")]),
      .init(text: "Read\tmore", kind: .furniture, score: 0.01, gap: "\n"),
    ])

  private func text(_ format: OutputFormat, _ sample: SampleAlignment, explain: Bool = false) -> String {
    let report = AlignmentReport(format, width: 80, explain: explain)
    let lines = report.lines(original: sample.original, copy: sample.copy, alignment: sample.alignment)
    return report.header + String(decoding: lines, as: UTF8.self)
  }

  @Test func asNDJSON() {
    #expect(
      text(.ndjson, sample)
        == #"{"copy":"c\t1","sentence":0,"start":0,"end":19,"text":"Nan stock rose 31%.","kind":"spun","#
        + #""score":0.6667,"sources":[{"sentence":0,"start":0,"end":16,"text":"Shares rose 13%.","score":0.6667,"#
        + #""altered":[{"fact":"number","copy":"31","original":"13"}]},"#
        + #"{"sentence":1,"start":17,"end":35,"text":"The firm was glad.","score":0.3333}]}"# + "\n"
        + #"{"copy":"c\t1","sentence":1,"start":20,"end":29,"text":"Read\tmore","kind":"furniture","score":0.01,"#
        + #""sources":[]}"# + "\n")
  }

  @Test func wordsAreInTheNDJSONWhenAskedFor() throws {
    let line = text(.ndjson, sample, explain: true).split(separator: "\n")[0]
    let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let sources = try #require(object["sources"] as? [[String: Any]])
    let words = try #require(sources[0]["words"] as? [NSDictionary])
    #expect(
      words == [
        ["relation": "substitution", "copy": [4, 9], "original": [0, 6]],
        ["relation": "same", "copy": [10, 14], "original": [7, 11]],
      ])
  }

  @Test func asTSV() {
    #expect(
      text(.tsv, sample)
        == "copy\tsentence\tstart\tend\tkind\tscore\tsource\tsource_start\tsource_end\tsource_score\taltered\ttext\t"
        + "source_text\n"
        + "c\\t1\t0\t0\t19\tspun\t0.6667\t0\t0\t16\t0.6667\tnumber: 13 > 31\tNan stock rose 31%.\tShares rose 13%.\n"
        + "c\\t1\t0\t0\t19\tspun\t0.6667\t1\t17\t35\t0.3333\t\tNan stock rose 31%.\tThe firm was glad.\n"
        + "c\\t1\t1\t20\t29\tfurniture\t0.01\t\t\t\t\t\tRead\\tmore\t\n")
  }

  @Test(arguments: [SampleAlignment.news, .hostile])
  func allLinesHaveTheirShape(sample: SampleAlignment) throws {
    for line in text(.tsv, sample, explain: true).split(separator: "\n") {
      #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == 13)
    }
    let lines = text(.ndjson, sample, explain: true).split(separator: "\n")
    #expect(lines.count == sample.alignment.sentences.count)
    for (number, line) in lines.enumerated() {
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["sentence"] as? Int == number)
      let range = sample.alignment.sentences[number].range
      #expect(object["text"] as? String == String(decoding: sample.copy.bytes[range], as: UTF8.self))
    }
  }
}
