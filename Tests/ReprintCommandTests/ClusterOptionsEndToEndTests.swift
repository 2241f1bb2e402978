import Foundation
import ReprintTestSupport
import Testing

@Suite struct ClusterOptionsEndToEndTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  @Test func outputToAFileIsWhatStandardOutputWouldGet() throws {
    let printed = try workspace.run("cluster", SourceTree.techNews)
    try workspace.write("out.ndjson", "what was there before\n")
    chmod(workspace.path("out.ndjson"), 0o640)
    let outcome = try workspace.run("cluster", "-o", "out.ndjson", SourceTree.techNews)
    #expect(outcome.ending == .status(0))
    #expect(outcome.output.isEmpty)
    expectSame(workspace.read("out.ndjson"), printed.output)
    #expect(workspace.names == ["out.ndjson"])
    let attributes = try FileManager.default.attributesOfItem(atPath: workspace.path("out.ndjson"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    try expectSame(workspace.run("cluster", "-o", "-", SourceTree.techNews).output, printed.output)
  }

  @Test(arguments: [
    ["-qj2", "-t0.5", "-ftsv"], ["-q", "-j", "2", "-t", "0.5", "-f", "tsv"],
    ["--quiet", "--threads=2", "--threshold=0.5", "--format=tsv"], ["-j=2", "-t=0.5", "-f=tsv", "-q"],
  ])
  func optionsMayBeWrittenInAnyOfTheUsualWays(options: [String]) throws {
    let usual = try workspace.run("cluster", "--quiet", "--threshold", "0.5", "--format", "tsv", SourceTree.techNews)
    let outcome = try workspace.run(["cluster", SourceTree.techNews] + options)
    #expect(outcome.ending == .status(0))
    expectSame(outcome.output, usual.output)
    #expect(!outcome.output.isEmpty)
  }

  @Test func twoDashesEndTheOptions() throws {
    let line = record(["id": "a", "text": article(1)])
    try workspace.write("-t", line + line)
    #expect(try workspace.run("cluster", "--", "-t").clusters().map(\.size) == [2])
  }

  @Test func quietLeavesStandardErrorToErrors() throws {
    try workspace.write("in.jsonl", record(["id": "a", "text": "x"]) + "bad\n")
    #expect(try workspace.run("cluster", "-q", "in.jsonl").errors == "")
    #expect(try workspace.run("cluster", "-q", "nowhere.jsonl").errors != "")
  }

  @Test func theSummaryCountsDocumentsClustersAndNearDuplicates() throws {
    let copies = record(["id": "a", "text": article(1)]) + record(["id": "b", "text": article(1)])
    try workspace.write("in.jsonl", copies + record(["id": "c", "text": article(3)]) + "bad\n")
    let summary = try workspace.run("cluster", "in.jsonl").errors.split(separator: "\n").last
    #expect(summary?.hasPrefix("3 documents, 1 cluster, 1 near-duplicate, 1 skipped, ") == true)
    #expect(summary?.contains("MB/s") == true)
    #expect(summary?.contains("peak memory") == true)
  }

  @Test func statsShowTheTimeInEveryStage() throws {
    let errors = try workspace.run("cluster", "--stats", SourceTree.techNews).errors
    for stage in ["parse", "tokenise", "sketch", "bands", "verify", "other", "total"] {
      #expect(errors.split(separator: "\n").contains { $0.hasPrefix(stage) }, "\(stage)")
    }
  }

  @Test func explainShowsThePlanAndLeavesTheDumpAlone() throws {
    let outcome = try workspace.run("cluster", "--explain", "-t", "0.7", "-o", "out.ndjson", SourceTree.techNews)
    #expect(outcome.ending == .status(0))
    #expect(outcome.lines.contains { $0.hasPrefix("threshold") && $0.hasSuffix("0.7") })
    #expect(outcome.lines.contains { $0.hasPrefix("bands") && $0.contains("rows") })
    #expect(outcome.lines.count { $0.contains("%") } >= 20, "the curve")
    #expect(outcome.text.contains("for about 93 documents"))
    #expect(workspace.names.isEmpty)
    #expect(try workspace.run("cluster", "--explain").ending == .status(0), "no dump is needed")
  }
}
