import Foundation
import ReprintTestSupport
import Testing

/// Runs that a signal ends.
@Suite struct InterruptionTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// More than a pipe holds, so that who has written it knows that the program is reading.
  private let dump = Data(String(repeating: record(["text": article(1)]), count: 300).utf8)

  static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// A shell tells a program that a signal ended from one that only says so, and stops its script in the first case.
  private func expectEnd(_ outcome: Outcome, by signal: Int32, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(outcome.ending == .signal(signal), sourceLocation: sourceLocation)
    #expect(outcome.errors == "", sourceLocation: sourceLocation)
  }

  @Test(arguments: signals)
  func aRunThatIsInterruptedWhileItReadsLeavesNoFile(signal: Int32) throws {
    try workspace.write("old.jsonl", "as before\n")
    for output in ["new.jsonl", "old.jsonl", "new.jsonl.gz"] {
      let program = try workspace.start(["dedup", "-", "-o", output], input: .openPipe)
      try program.feed(dump)
      program.send(signal)
      let outcome = try program.finish()
      expectEnd(outcome, by: signal)
      #expect(workspace.names == ["old.jsonl"])
      #expect(workspace.scratchNames.isEmpty)
    }
    #expect(workspace.text("old.jsonl") == "as before\n")
  }

  @Test(arguments: signals)
  func aRunThatIsInterruptedWhileItWritesLeavesNoFile(signal: Int32) throws {
    // More than the program gathers before it writes, and than a pipe holds then.
    try workspace.write("in.jsonl", (0..<150).map { record(["text": article($0, words: 600)]) }.joined())
    try workspace.write("old.ndjson", "as before\n")
    for removed in ["new.ndjson", "old.ndjson"] {
      let (reading, writing) = RunningProgram.pipe()
      let program = try workspace.start(["dedup", "in.jsonl", "--removed", removed], output: .pipe(writing))
      // Both outputs are open when the first byte arrives, and nobody reads the rest.
      #expect(try reading.read(upToCount: 1) == Data("{".utf8))
      #expect(workspace.names.count { $0.hasPrefix(".\(removed).partial.") } == 1)
      program.send(signal)
      expectEnd(try program.finish(), by: signal)
      #expect(workspace.names == ["in.jsonl", "old.ndjson"])
    }
    #expect(workspace.text("old.ndjson") == "as before\n")
  }

  @Test func aSignalThatWasToBeIgnoredStaysIgnored() throws {
    let script = "trap '' HUP; exec \"$REPRINT\" cluster - -o out.ndjson"
    let program = try workspace.startShell(script, input: .openPipe)
    try program.feed(dump)
    program.send(SIGHUP)
    program.closeInput()
    let outcome = try program.finish()
    #expect(outcome.ending == .status(0))
    #expect(workspace.names == ["out.ndjson"])
  }

  @Test func whatCameThroughAPipeLeavesNoFileBehind() throws {
    let outcome = try workspace.run("cluster", "-", input: .pipe(dump))
    #expect(try outcome.clusters().map(\.size) == [300])
    #expect(workspace.scratchNames.isEmpty)
    #expect(workspace.names.isEmpty)
  }
}
