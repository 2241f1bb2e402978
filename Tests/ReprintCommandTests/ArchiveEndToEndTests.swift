import Foundation
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

  @Test func alignReadsThemToo() throws {
    let outcome = try workspace.run(
      "align", SourceTree.root + "/fixtures/alignment/pages/original.txt", Self.archives + "tech-news.wet")
    #expect(outcome.ending == .status(0) && outcome.text.contains("\"copy\":\"https://"))
  }
}
