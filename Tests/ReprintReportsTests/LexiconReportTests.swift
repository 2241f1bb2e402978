import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct LexiconReportTests {
  private let lexicon = Lexicon([
    Substitution(copy: "nan", original: "the", count: 41, confidence: 0.98),
    Substitution(copy: "a\tb\u{1B}", original: "\"c\"", count: 1, confidence: 2.0 / 3),
  ])

  private func text(_ format: OutputFormat) -> String {
    let report = LexiconReport(format)
    return report.header + String(decoding: report.lines(for: lexicon), as: UTF8.self)
  }

  @Test func inEveryFormat() {
    #expect(text(.text) == "nan = the, 41 times, confidence 0.98\na b  = \"c\", 1 time, confidence 0.66\n")
    #expect(
      text(.ndjson) == #"{"copy":"nan","original":"the","count":41,"confidence":0.98}"# + "\n"
        + #"{"copy":"a\tb\u001b","original":"\"c\"","count":1,"confidence":0.6667}"# + "\n")
    #expect(
      text(.tsv) == "copy\toriginal\tcount\tconfidence\nnan\tthe\t41\t0.98\na\\tb\u{1B}\t\"c\"\t1\t0.6667\n")
  }

  @Test func anEmptyLexiconHasNoLines() {
    #expect(LexiconReport(.text).lines(for: Lexicon()).isEmpty)
  }
}
