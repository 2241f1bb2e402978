import Foundation
import ReprintTestSupport
import Testing

@Suite struct SyndicationCommandTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private static let article = """
    Mirrowell refused to pay the ransom that the Gannet gang demanded in August. The thieves then published 5,210 \
    patient files on their leak site. Investigators traced the break-in to a help-desk contractor called Brightlatch. \
    An agent's password had never been cancelled after he resigned in March. Regulators in Duluth opened an inquiry \
    into how the company stored invoices. Clinics in eleven states have begun to send letters to their patients.
    """

  private func writeDump() throws {
    let records = [
      #"{"id":"copy","url":"https://b.example/x","site":"B","published":"2025-08-22","text":"\#(Self.article) Source: A."}"#,
      #"{"id":"first","url":"https://a.example/x","site":"Aurora Wire","published":"2025-08-20T10:00:00Z","text":"\#(Self.article)"}"#,
      #"{"id":"other","text":"Something else about kettles in Tromsø, and nothing more."}"#,
      "nonsense",
    ]
    try workspace.write("dump.jsonl", records.joined(separator: "\n") + "\n")
  }

  private func run(_ arguments: String...) throws -> Outcome { try workspace.run(["syndication"] + arguments) }

  @Test func storiesOfADumpAreFound() throws {
    try writeDump()
    let outcome = try run("dump.jsonl")
    #expect(outcome.ending == .status(0))
    #expect(outcome.lines.count == 4)
    #expect(outcome.lines.first?.contains(#""original":{"id":"first""#) == true, "\(outcome.text)")
    #expect(outcome.errors.contains("dump.jsonl:4: not a JSON object (skipped)"))
    #expect(outcome.errors.contains("3 documents, 1 story, 1 copy, 2 outlets"))
    let piped = try workspace.run(
      ["syndication", "-q", "-"], input: .pipe(try #require(workspace.read("dump.jsonl"))))
    #expect(piped.output == outcome.output)
  }

  @Test func fieldsOfOtherNamesAreAskedFor() throws {
    let records = ["a", "b"].map {
      #"{"id":"\#($0)","link":"https://\#($0).example/","date":"2025","text":"\#(Self.article)"}"#
    }
    try workspace.write("dump.jsonl", records.joined(separator: "\n"))
    let errors = try run("dump.jsonl").errors
    #expect(errors.contains("no page has a time of publication that can be read (field \"published\""), "\(errors)")
    #expect(errors.contains("no page says where it was published (fields \"url\" and \"site\""))
    let unread = try run("dump.jsonl", "--url-field", "link", "--published-field", "date").errors
    #expect(unread.contains("that can be read (field \"date\"") && !unread.contains("where it was"), "\(unread)")
    try writeDump()
    #expect(try !run("dump.jsonl").errors.contains("no page"))
  }

  @Test(arguments: ["ndjson", "csv", "text", "graphml"])
  func theOutputDoesNotDependOnTheThreads(format: String) throws {
    let inputs = [SourceTree.techNews, SourceTree.pages]
    let one = try workspace.run(["syndication", "-q", "-f", format, "-j", "1"] + inputs)
    let three = try workspace.run(["syndication", "-q", "-f", format, "-j", "3"] + inputs)
    #expect(one.ending == .status(0) && one.errors == "" && one.output.count > 1000)
    #expect(one.output == three.output)
  }

  @Test func filtersLeaveStoriesOut() throws {
    try writeDump()
    #expect(try run("--min-coverage", "0.5", "dump.jsonl").lines.count == 4)
    #expect(try run("--near-exact", "dump.jsonl").output.isEmpty)
    #expect(try run("--min-words", "5000", "dump.jsonl").output.isEmpty)
    #expect(try run("--min-words", "5000", "-f", "text", "dump.jsonl").text == "No page reuses another.\n")
  }

  private func writeTables() throws {
    _ = try workspace.run(["syndication", "-q", "-f", "graphml", "-o", "out.graphml", SourceTree.techNews])
    _ = try workspace.run(["syndication", "-q", "-f", "csv", "-o", "out.csv", SourceTree.techNews])
    _ = try workspace.run(["syndication", "-q", "-f", "ndjson", "-o", "out.ndjson", SourceTree.techNews])
  }

  @Test(.enabled(if: Program.isInstalled("python3"), "python3 is installed"))
  func pythonReadsTheTable() throws {
    try writeTables()
    let script = """
      import csv, json
      rows = list(csv.DictReader(open('out.csv', newline='', encoding='utf8'), strict=True))
      lines = [json.loads(line) for line in open('out.ndjson', encoding='utf8')]
      pages = [(str(s['story']), s['original']['id'], p['id'], p['parent']) for s in lines if 'story' in s for p in s['pages']]
      told = [(r['story'], r['original_id'], r['id'], r['parent_id']) for r in rows]
      print(len(rows) > 5, told == pages, all(None not in r and None not in r.values() for r in rows))
      """
    try workspace.write("read.py", script)
    #expect(try workspace.shell("python3 read.py").text == "True True True\n")
  }

  /// A Python with networkx: `REPRINT_NETWORKX`, or the one on the path if it has it.
  private static let networkx: String? = {
    if let path = ProcessInfo.processInfo.environment["REPRINT_NETWORKX"] { return path }
    guard let path = Program.path("python3"),
      let found = try? Program.run("python3", ["-c", "import importlib.util as u; print(u.find_spec('networkx'))"]),
      !found.isEmpty, !found.starts(with: "None".utf8)
    else { return nil }
    return path
  }()

  @Test(.enabled(if: networkx != nil, "networkx is installed, and REPRINT_NETWORKX names its Python"))
  func networkxReadsTheGraph() throws {
    try writeTables()
    let script = """
      import json, networkx
      lines = [json.loads(line) for line in open('out.ndjson', encoding='utf8')]
      edges = {(e['edge']['from'], e['edge']['to']): e['copies'] for e in lines if 'edge' in e}
      graph = networkx.read_graphml('out.graphml', force_multigraph=False)
      label = networkx.get_node_attributes(graph, 'label')
      read = {(label[a], label[b]): d['weight'] for a, b, d in graph.edges(data=True)}
      outlets = {o['outlet']: o['pages'] for o in lines if 'outlet' in o}
      print(len(edges) > 3, read == edges, {label[n]: d['pages'] for n, d in graph.nodes(data=True)} == outlets)
      """
    try workspace.write("read.py", script)
    #expect(try workspace.shell("\(try #require(Self.networkx)) read.py").text == "True True True\n")
  }

  @Test(arguments: [
    ["missing.jsonl"], ["-o", "dump.jsonl", "dump.jsonl"], ["--min-coverage", "2", "dump.jsonl"],
    ["-f", "tsv", "dump.jsonl"],
  ])
  func whatCannotBeDoneIsSaid(arguments: [String]) throws {
    try writeDump()
    let outcome = try workspace.run(["syndication"] + arguments)
    #expect(outcome.ending == .status(2) && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("reprint: "), "\(outcome.errors)")
  }

  @Test func nothingGivesNothing() throws {
    try workspace.write("empty.jsonl", "")
    try workspace.write("one.jsonl", #"{"text":"One article alone, of which there is no copy."}"# + "\n")
    #expect(try run("-q", "empty.jsonl").ending == .status(0))
    #expect(try run("-q", "one.jsonl").output.isEmpty)
  }
}
