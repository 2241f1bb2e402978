import Foundation
import ReprintTestSupport
import Testing

/// What `reprint align` prints of the example in `fixtures/alignment/pages`.
@Suite struct AlignFormatTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func contents(_ path: String) throws -> Data { try #require(FileManager.default.contents(atPath: path)) }

  private func align(_ name: String, _ options: String...) throws -> Outcome {
    let outcome = try workspace.run(["align", SourceTree.originalPage, SourceTree.page(name)] + options)
    try #require(outcome.ending == .status(0), "\(outcome.errors)")
    return outcome
  }

  @Test(arguments: SourceTree.copyNames)
  func everyLineHasTheDocumentedKeysAndRangesThatReproduceTheText(name: String) throws {
    let outcome = try align(name)
    #expect(outcome.errors == "")
    let lines = try outcome.alignments()
    #expect(lines.count > 8)
    #expect(lines.allSatisfy { $0.copy == SourceTree.page(name) })
    try expectSound(lines, copy: contents(SourceTree.page(name)), original: contents(SourceTree.originalPage))
    #expect(lines.flatMap(\.sources).allSatisfy { $0.words == nil })
    for line in outcome.lines {
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(Set(object.keys) == ["copy", "sentence", "start", "end", "text", "kind", "score", "sources"])
      for source in try #require(object["sources"] as? [[String: Any]]) {
        #expect(Set(source.keys).subtracting(["altered"]) == ["sentence", "start", "end", "text", "score"])
      }
    }
  }

  @Test func ndjsonIsWhatProgramsGet() throws {
    try expectSame(align("spun").output, align("spun", "-f", "ndjson").output)
  }

  @Test(arguments: SourceTree.copyNames)
  func theTableSaysTheSameAsTheLines(name: String) throws {
    let lines = try align(name).alignments()
    let rows = try align(name, "-f", "tsv").text.components(separatedBy: "\n").dropLast()
      .map { $0.components(separatedBy: "\t") }
    #expect(
      rows.first == [
        "copy", "sentence", "start", "end", "kind", "score", "source", "source_start", "source_end", "source_score",
        "altered", "text", "source_text",
      ])
    #expect(rows.allSatisfy { $0.count == 13 })
    #expect(rows.count == 1 + lines.reduce(0) { $0 + max(1, $1.sources.count) })
    var expected: [[String]] = []
    for line in lines {
      let head = [line.copy, "\(line.sentence)", "\(line.start)", "\(line.end)", line.kind]
      if line.sources.isEmpty { expected.append(head + ["", "", ""]) }
      for source in line.sources { expected.append(head + ["\(source.sentence)", "\(source.start)", "\(source.end)"]) }
    }
    #expect(rows.dropFirst().map { Array($0[0..<5] + $0[6..<9]) } == expected)
  }

  @Test func textIsForReading() throws {
    let text = try align("verbatim", "-f", "text").text
    #expect(text.contains("of the copy's words come from the original"))
    #expect(text.contains("of furniture\n"))
    #expect(text.components(separatedBy: "\n").allSatisfy { $0.count <= 80 || $0.contains(SourceTree.pages) })
  }

  @Test func aPageIsOneFileThatNeedsNothingElse() throws {
    let copies = SourceTree.copyNames.map { SourceTree.page($0) }
    let outcome = try workspace.run(
      ["align", SourceTree.originalPage] + copies + ["-f", "html", "-o", "report.html"])
    #expect(outcome.ending == .status(0), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(workspace.names == ["report.html"])
    let page = try #require(workspace.text("report.html"))
    #expect(page.hasPrefix("<!DOCTYPE html>") || page.hasPrefix("<!doctype html>"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("Content-Security-Policy"))
    for copy in copies { #expect(page.contains(copy)) }
    #expect(page.contains("diagnostic codes"))
    try expectSame(
      workspace.run(["align", SourceTree.originalPage] + copies + ["-f", "html"]).output, workspace.read("report.html"))
  }

  @Test func whatAPageHoldsIsShownAndNotRun() throws {
    let evil = "<script>alert(1)</script> </script><script src=//evil.example/x.js></script> <img src=x onerror=go()>"
    let lines = (0..<40).map { "\(evil) Sentence \($0) of the story says that the pump was broken again." }
    try workspace.write("original.txt", lines.joined(separator: "\n"))
    try workspace.write("<script>copy.txt", lines.reversed().joined(separator: "\n"))
    let outcome = try workspace.run("align", "original.txt", "<script>copy.txt", "-f", "html")
    #expect(outcome.ending == .status(0))
    let page = outcome.text
    #expect(!page.contains("<script>alert") && !page.contains("<script src") && !page.contains("<img"))
    #expect(!page.contains("<script>copy.txt"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
    #expect(page.components(separatedBy: "<script").count - 1 == page.components(separatedBy: "</script>").count - 1)
  }

  // MARK: Options

  @Test func explainingNamesTheWordsThatStandForEachOther() throws {
    let copy = try contents(SourceTree.page("spun"))
    let original = try contents(SourceTree.originalPage)
    let outcome = try align("spun", "--explain")
    let lines = try outcome.alignments()
    expectSound(lines, copy: copy, original: original)
    var relations: [String: Int] = [:]
    for line in lines {
      for source in line.sources {
        let words = try #require(source.words)
        for word in words {
          relations[word.relation, default: 0] += 1
          let place = try #require(word.copy.count == 2 && word.original.count == 2 ? word : nil)
          #expect(line.start <= place.copy[0] && place.copy[1] <= line.end)
          #expect(source.start <= place.original[0] && place.original[1] <= source.end)
          let (here, there) = (
            slice(copy, place.copy[0], place.copy[1]), slice(original, place.original[0], place.original[1])
          )
          #expect(here != nil && there != nil)
          if word.relation == "same" { #expect(here?.lowercased() == there?.lowercased()) }
        }
      }
    }
    #expect(Set(relations.keys).isSubset(of: ["same", "stem", "number", "spelling", "substitution"]))
    #expect(relations["same", default: 0] > 100)
    let text = try align("spun", "--explain", "-f", "text").text
    #expect(text.contains("same: "))
    // Without the words, the lines are the same.
    let plain = try align("spun").alignments()
    #expect(
      plain
        == lines.map { line in
          var line = line
          for index in line.sources.indices { line.sources[index].words = nil }
          return line
        })
  }

  // MARK: Golden files

  @Test(arguments: SourceTree.copyNames, ["text", "tsv"])
  func theExampleIsAlignedAsApproved(name: String, format: String) throws {
    try workspace.write("original.txt", contents(SourceTree.originalPage))
    try workspace.write("\(name).txt", contents(SourceTree.page(name)))
    let outcome = try workspace.run("align", "original.txt", "\(name).txt", "-f", format)
    #expect(outcome.ending == .status(0))
    #expect(outcome.errors == "")
    try Golden.compare(outcome, with: "align/\(name).\(format == "text" ? "txt" : format)")
  }

  @Test func everyGoldenFileIsCompared() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: SourceTree.golden + "/align")
    let expected = SourceTree.copyNames.flatMap { ["\($0).txt", "\($0).tsv"] }
    #expect(Set(files.filter { !$0.hasPrefix(".") }) == Set(expected))
  }
}
