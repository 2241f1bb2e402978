import Foundation
import ReprintTestSupport
import Testing

/// Archives, pages and tables from end to end.
@Suite struct ArchiveEndToEndTests {
  private static let archives = SourceTree.root + "/fixtures/archives/"
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  @Test func aPageIsFoundInEveryFormatThatHoldsIt() throws {
    let names = ["warc", "wet", "csv", "tsv"].map { Self.archives + "tech-news." + $0 }
    let outcome = try workspace.run(["cluster", "-t", "0.8", "-f", "ndjson"] + names)
    #expect(outcome.ending == .status(0))
    #expect(outcome.lines.count == 12)
    for line in outcome.lines { #expect(line.contains("\"size\":4,"), "\(line)") }
    #expect(
      outcome.errors.contains(
        "reprint: passed over 18 records without a page: 12 request, 2 warcinfo, 1 image, 1 metadata, 1 revisit, "
          + "1 status 4xx\n"))
  }

  @Test(arguments: ["wet", "csv", "tsv"]) func whatHasNoDuplicatesIsWrittenAsItWas(suffix: String) throws {
    let path = Self.archives + "tech-news." + suffix
    let whole = try #require(workspace.read(path))
    try expectSame(workspace.run("dedup", path).output, whole)
    try expectSame(
      workspace.run("dedup", "-", "--input-format", suffix == "wet" ? "warc" : suffix, input: .pipe(whole)).output,
      whole)
    // The second copy of everything goes.
    try expectSame(workspace.run("dedup", "--keep", "first", path, path).output, suffix == "wet" ? nil : whole)
  }

  private func expectSame(_ output: Data, _ expected: Data?, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let expected else { return }
    #expect(output == expected, sourceLocation: sourceLocation)
  }

  @Test func keptRecordsOfAnArchiveAreAnArchiveAgain() throws {
    let path = Self.archives + "tech-news.warc"
    let outcome = try workspace.run("dedup", path, path, "-o", "out.warc.gz")
    #expect(outcome.ending == .status(0) && outcome.errors.contains("12 removed"))
    let again = try workspace.run("cluster", "-t", "0.9", "out.warc.gz")
    #expect(again.errors.contains("12 documents, 0 clusters"))
    #expect(again.errors.contains("passed over 2 records without a page: 2 warcinfo"))
  }

  @Test func whatIsWrongIsNamedByPlace() throws {
    let archive = try #require(workspace.read(Self.archives + "tech-news.wet"))
    try workspace.write("cut.wet", archive.dropLast(20))
    let cut = try workspace.run("cluster", "cut.wet")
    #expect(cut.ending == .status(0))
    #expect(
      cut.errors.range(
        of: #"reprint: cut.wet:byte \d+: a record cut short: \d+ of \d+ bytes"#, options: .regularExpression) != nil)
    #expect(cut.errors.contains("11 documents") && cut.errors.contains("1 skipped"))
    try workspace.write("a.csv", "id,body\n1,x\n")
    let table = try workspace.run("pairs", "a.csv")
    #expect(table.ending == .status(2))
    #expect(table.errors.contains("a.csv:1: there is no column \"text\" or \"html\"; there are: \"id\", \"body\""))
    #expect(try workspace.run("pairs", "--text-field", "body", "a.csv").ending == .status(0))
  }

  /// The records of the fixtures as JSON in other forms than lines.
  private func writeJSON() throws -> [String] {
    let lines = try #require(workspace.read(SourceTree.techNews)).split(separator: 0x0A)
    let records = try lines.map { try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any]) }
    let spread = try records.map { try JSONSerialization.data(withJSONObject: $0, options: .prettyPrinted) }
    func text(_ data: some DataProtocol) -> String { String(decoding: data, as: UTF8.self) }
    // As Scrapy writes them; indented; in one line; one after the other.
    try workspace.write("a.json", "[\n" + lines.map(text).joined(separator: ",\n") + "\n]\n")
    try workspace.write("b.json", JSONSerialization.data(withJSONObject: records, options: .prettyPrinted))
    try workspace.write("c.json", "\u{FEFF}[" + lines.map(text).joined(separator: ",") + "]")
    try workspace.write("d.json", spread.map(text).joined(separator: "\n"))
    try workspace.write("e.json", lines.map(text).joined(separator: "\n"))
    return ["a.json", "b.json", "c.json", "d.json", "e.json"]
  }

  @Test func jsonReadsLikeItsLines() throws {
    let expected = try workspace.run("cluster", "-q", SourceTree.techNews).output
    for path in try writeJSON() {
      let content = try #require(workspace.read(path))
      let runs: [[String]] = [[path], ["-j", "3", path], ["--memory", "64M", path]]
      for arguments in runs {
        let outcome = try workspace.run(["cluster", "-q"] + arguments)
        #expect(outcome.errors == "" && outcome.output == expected, "\(arguments)")
      }
      #expect(try workspace.run("cluster", "-q", "-", input: .pipe(content)).output == expected, "\(path)")
    }
    let directory = workspace.path("pages")
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try workspace.write("pages/a.json", try #require(workspace.read("b.json")))
    #expect(try workspace.run("cluster", "-q", "pages").output == expected)
    let traced = try workspace.run("syndication", "-q", SourceTree.techNews).output
    #expect(try workspace.run("syndication", "-q", "b.json").output == traced)
  }

  @Test func keptObjectsOfAnArrayAreAnArrayAgain() throws {
    _ = try writeJSON()
    let lines = try workspace.run("dedup", "-q", SourceTree.techNews).output.split(separator: 0x0A)
    let expected = try lines.map { try JSONSerialization.jsonObject(with: $0) as? NSDictionary }
    for path in ["a.json", "b.json", "c.json"] {
      let output = try workspace.run("dedup", "-q", path).output
      let found = try #require(try JSONSerialization.jsonObject(with: output) as? [NSDictionary])
      #expect(found == expected, "\(path)")
    }
    // Objects without an array, and arrays beside other files, become lines.
    for inputs in [["d.json"], ["a.json", "d.json"], ["b.json", SourceTree.techNews]] {
      let output = try workspace.run(["dedup", "-q"] + inputs).output.split(separator: 0x0A)
      let found = try output.map { try JSONSerialization.jsonObject(with: $0) as? NSDictionary }
      #expect(Set(found) == Set(expected), "\(inputs)")
    }
    try workspace.write("none.json", "[]\n")
    #expect(try workspace.run("dedup", "-q", "none.json").output == Data("[]\n".utf8))
  }

  @Test func arraysAreReadWhateverTheirNameSaysAndWrittenAsTheOutputsSays() throws {
    _ = try writeJSON()
    let expected = try workspace.run("cluster", "-q", SourceTree.techNews).output
    try workspace.write("array.jsonl", try #require(workspace.read("a.json")))
    #expect(try workspace.run("cluster", "-q", "array.jsonl").output == expected)
    #expect(try workspace.run("dedup", "-q", "b.json", "-o", "out.jsonl").ending == .status(0))
    #expect(try workspace.run("cluster", "-q", "--input-format", "jsonl", "out.jsonl").errors == "")
    // What was asked for counts more than what the first line looks like.
    try workspace.write("two.json", #"{"text":"one two"} {"text":"three"}"# + "\n")
    let two = try workspace.run("cluster", "--input-format", "json", "two.json")
    #expect(two.errors.contains("2 documents, "), "\(two.errors)")
    // Objects of one line have names of their own.
    try workspace.write("same.json", #"[{"text":"the same words"},{"text":"the same words"}]"#)
    #expect(try workspace.run("pairs", "-q", "-f", "tsv", "same.json").lines.last == "same.json:1\tsame.json:27\t1.0")
  }

  @Test func extractShowsTheFurnitureOfPagesInJSON() throws {
    let article = String(repeating: "The harbour opened again on Monday after a week of storms. ", count: 4)
    let page = "<nav><a href=/>Home</a> <a href=/s>Sport</a></nav><article><p>\(article)</p></article>"
    let line = record(["id": "a", "html": page])
    try workspace.write("h.jsonl", line)
    try workspace.write("h.json", "[\n" + line + "]\n")
    let expected = try workspace.run("extract", "-q", "-f", "text", "h.jsonl")
    #expect(expected.text.contains("[navigation]"), "\(expected.text)")
    #expect(try workspace.run("extract", "-q", "-f", "text", "h.json").output == expected.output)
  }

  @Test func whatIsWrongInAnArrayIsNamedByPlace() throws {
    try workspace.write(
      "x.json", "[\n{\"text\":\"one two three\"},\n{\"text\":\"cut,\n{\"text\":\"one two three\"},\n7, {\"id\":1}\n")
    let outcome = try workspace.run("cluster", "-f", "ndjson", "x.json")
    #expect(outcome.ending == .status(0) && outcome.lines.count == 1)
    #expect(outcome.lines.first?.contains(#""id":"x.json:2""#) == true, "\(outcome.text)")
    #expect(outcome.text.contains(#""id":"x.json:42""#), "\(outcome.text)")
    for problem in [
      "x.json:byte 28: ", "x.json:byte 68: not a JSON object (skipped)",
      "x.json:byte 71: no field \"text\" (skipped)", "2 documents", "3 skipped",
    ] {
      #expect(outcome.errors.contains(problem), "\(outcome.errors)")
    }
    #expect(try workspace.run("cluster", "--strict", "x.json").ending == .status(2))
    let keys = try workspace.run("pairs", "--text-field", "id", "x.json")
    #expect(keys.ending == .status(2) && keys.errors.contains("none of the records can be read"))
  }

  @Test func anArrayThatIsCutShortIsReadAndNamed() throws {
    let bytes = Data("[\n{\"text\":\"one two\"},\n{\"text\":\"three four\"},\n".utf8)
    try workspace.write("x.json", bytes)
    for (arguments, input) in [(["x.json"], Input.nothing), (["-", "--input-format", "json"], .pipe(bytes))] {
      let outcome = try workspace.run(["cluster"] + arguments, input: input)
      #expect(outcome.ending == .status(0))
      #expect(
        outcome.errors.hasPrefix(
          "reprint: \(arguments[0]):byte 43: the array does not end: the file may be cut short\n"),
        "\(outcome.errors)")
      #expect(outcome.errors.contains("2 documents"))
    }
    for command in [["cluster"], ["trace", "x.json"]] {
      #expect(try workspace.run(command + ["--strict", "x.json"]).ending == .status(2), "\(command)")
    }
  }

  @Test func alignReadsThemToo() throws {
    let outcome = try workspace.run(
      "align", SourceTree.root + "/fixtures/alignment/pages/original.txt", Self.archives + "tech-news.wet")
    #expect(outcome.ending == .status(0) && outcome.text.contains("\"copy\":\"https://"))
  }
}
