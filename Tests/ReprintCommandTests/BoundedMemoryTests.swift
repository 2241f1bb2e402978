import Foundation
import ReprintTestSupport
import Testing

/// Runs with `--memory`: the same output as without, nothing left behind.
@Suite struct BoundedMemoryTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private static let dump = GeneratedDump(
    seed: GeneratedDump.anySeed, documents: BuiltBinary.isDebug ? 340 : 2000, words: 400...700)
  private let seed: Comment = "REPRINT_TEST_SEED=\(dump.seed)"

  @Test(arguments: ["cluster", "pairs", "dedup"])
  func theOutputIsTheSame(command: String) throws {
    try workspace.write("in.jsonl", Self.dump.data)
    for input in ["in.jsonl", SourceTree.root + "/fixtures/dumps"] {
      let expected = try workspace.run(command, "-q", input)
      try #require(expected.ending == .status(0) && !expected.output.isEmpty)
      for threads in ["1", "3"] {
        let found = try workspace.run(command, "-q", "--memory", "64M", "-j", threads, input)
        expectSame(found.output, expected.output, seed)
        #expect(found.errors == "")
      }
    }
    let piped = try workspace.run(command, "-q", "--memory", "64M", input: .pipe(Self.dump.data))
    try expectSame(piped.output, workspace.run(command, "-q", "in.jsonl").output, seed)
    #expect(workspace.scratchNames.isEmpty)
  }

  @Test func whatIsRemovedIsTheSame() throws {
    try workspace.write("in.jsonl", Self.dump.data)
    for (name, options) in [("a", []), ("b", ["--memory", "64M"])] {
      try workspace.run(["dedup", "in.jsonl", "-o", "\(name).jsonl", "--removed", "\(name).ndjson"] + options)
    }
    let (kept, removed) = (try #require(workspace.read("a.jsonl")), try #require(workspace.read("a.ndjson")))
    #expect(!removed.isEmpty, seed)
    expectSame(workspace.read("b.jsonl"), kept, seed)
    expectSame(workspace.read("b.ndjson"), removed, seed)
  }

  @Test(arguments: [
    (["--memory", "1G2"], "--memory is a number of bytes, with K, M or G behind it or not, not '1G2'"),
    (["--memory", "-1"], "--memory is a number of bytes, with K, M or G behind it or not, not '-1'"),
    (["--memory", "99999999999999999999G"], "--memory is a number of bytes, with K, M or G behind it or not"),
    (["--memory", "8191P"], "--memory is a number of bytes"),
    (["--memory", "63M"], "--memory is at least 64 MiB, not '63M'"),
    (["--scratch", "."], "--scratch needs --memory"),
    (["--resume"], "--resume needs --memory"),
    (["--memory", "1g", "--resume"], "--resume needs --scratch"),
  ])
  func boundsThatMakeNoSenseAreUsageErrors(options: [String], message: String) throws {
    let outcome = try workspace.run(["cluster"] + options + ["in.jsonl"])
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.hasPrefix("reprint: \(message)"), "\(outcome.errors)")
  }

  @Test func explainShowsTheRoomThatScratchFilesTake() throws {
    let outcome = try workspace.run("cluster", "--explain", "--memory", "64M", "--scratch", "here", "-j", "2")
    #expect(outcome.text.contains("Memory: about 64 MiB, and more"))
    #expect(outcome.text.contains("Scratch files in here: about 496 bytes a document"))
  }

  // MARK: Disks

  @Test func aScratchDirectoryThatIsNotThereIsNamed() throws {
    try workspace.write("in.jsonl", record(["text": article(1)]))
    for options in [[], ["--resume"]] {
      let outcome = try workspace.run(
        ["cluster", "--memory", "64M", "--scratch", "nowhere", "in.jsonl", "-o", "out"] + options)
      #expect(outcome.ending == .status(2))
      #expect(outcome.errors.hasPrefix("reprint: nowhere: cannot create a "), "\(outcome.errors)")
      #expect(outcome.errors.hasSuffix("no such file or directory\n"))
      #expect(workspace.names == ["in.jsonl"])
    }
  }

  /// A limit on the size of files stands for the disk.
  @Test func aFullScratchDiskIsAnError() throws {
    try workspace.write("in.jsonl", Self.dump.data)
    for (options, left) in [("", []), ("--resume", ["reprint.state"])] {
      let outcome = try workspace.shell(
        "mkdir -p s; ulimit -f 16; exec \"$REPRINT\" cluster --memory 64M --scratch s \(options) in.jsonl -o out")
      #expect(outcome.ending == .status(2))
      #expect(outcome.errors == "reprint: s: cannot write scratch files: file too large\n")
      #expect(workspace.names == ["in.jsonl", "s"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: workspace.path("s")) == left)
    }
  }

  // MARK: Interruptions

  private func resumable(_ more: String...) -> [String] {
    ["cluster", "-q", "--memory", "64M", "--scratch", ".", "--resume", "in.jsonl", "-o", "out.ndjson"] + more
  }

  private func expected() throws -> Data {
    try workspace.write("in.jsonl", Self.dump.data)
    return try workspace.run("cluster", "-q", "in.jsonl").output
  }

  /// Kills runs at moments that a seed tells, and goes on each time.
  @Test func aRunThatIsKilledGoesOnAndGivesTheSame() throws {
    let expected = try expected()
    let start = Date()
    try workspace.run(resumable())
    var whole = Date().timeIntervalSince(start)
    var generator = SeededGenerator(seed: Self.dump.seed)
    var killed = 0
    for round in 0..<60 where round < 6 || killed == 0 {
      let program = try workspace.start(resumable())
      usleep(UInt32(1e6 * whole * Double(generator.number(5...95)) / 100))
      program.send(SIGKILL)
      // Runs are faster once the machine has less to do beside them.
      if try program.finish().ending == .signal(SIGKILL) { killed += 1 } else { whole *= 0.8 }
      // What was half written under a name of its own is of no use.
      for name in workspace.names where name.hasPrefix(".out") {
        try FileManager.default.removeItem(atPath: workspace.path(name))
      }
      if generator.chance(0.5) { continue }
      let outcome = try workspace.run(resumable("-j", "\(generator.number(1...3))"))
      #expect(outcome.ending == .status(0), seed)
      #expect(outcome.errors == "", seed)
      expectSame(workspace.read("out.ndjson"), expected, seed)
      #expect(workspace.names == ["in.jsonl", "out.ndjson"], seed)
    }
    try workspace.run(resumable())
    expectSame(workspace.read("out.ndjson"), expected, seed)
    #expect(killed > 0, seed)
  }

  /// Writes the state of a run that ended when all but the output was done: there is no place for the output.
  private func leaveState() throws {
    try workspace.write("in.jsonl", Self.dump.data)
    let arguments = resumable().dropLast() + ["/dev/full"]
    try #require(workspace.run(Array(arguments)).ending == .status(2))
    try #require(workspace.names == ["in.jsonl", "reprint.state"])
  }

  private static var hasFullDevice: Bool { FileManager.default.fileExists(atPath: "/dev/full") }

  @Test(.enabled(if: hasFullDevice, "there is no /dev/full"))
  func whatIsDoneIsNotDoneAgain() throws {
    try leaveState()
    let outcome = try workspace.run(resumable("--stats").filter { $0 != "-q" })
    #expect(outcome.errors.contains("reprint: going on with an interrupted run\n"))
    #expect(outcome.errors.contains("tokenise    0.000 "), "\(outcome.errors)")
    #expect(outcome.errors.contains("\(Self.dump.shownCount) documents, "), seed)
    try expectSame(workspace.read("out.ndjson"), expected(), seed)
  }

  @Test(.enabled(if: hasFullDevice, "there is no /dev/full"))
  func anotherRunIsNotTakenForTheInterruptedOne() throws {
    try leaveState()
    let other = try workspace.run(resumable("-t", "0.5"))
    #expect(other.ending == .status(2))
    #expect(
      other.errors == "reprint: ./reprint.state: holds an interrupted run that is not this one: "
        + "it has threshold 0.8, not 0.5; remove it, or use another --scratch\n")
    try workspace.write("in.jsonl", Self.dump.data + Data("{\"text\": \"more\"}\n".utf8))
    let changed = try workspace.run(resumable())
    #expect(changed.ending == .status(2))
    #expect(changed.errors.contains("in.jsonl has changed since"))
    #expect(workspace.names == ["in.jsonl", "reprint.state"])
  }

  @Test(.enabled(if: hasFullDevice, "there is no /dev/full"), arguments: ["parts", "catalog", "copies", "manifest"])
  func aDamagedScratchFileIsFound(name: String) throws {
    try leaveState()
    let path = "reprint.state/\(name)"
    var bytes = try #require(workspace.read(path))
    bytes[bytes.count > 40 ? 33 : 3] ^= 4
    try workspace.write(path, bytes)
    let outcome = try workspace.run(resumable())
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.contains("damaged"), "\(outcome.errors)")
    #expect(workspace.names == ["in.jsonl", "reprint.state"])
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalLeavesNoScratchFiles(signal: Int32) throws {
    let program = try workspace.start(
      ["dedup", "-", "-o", "out", "--memory", "64M", "--scratch", "."], input: .openPipe)
    try program.feed(Data(String(repeating: record(["text": article(1)]), count: 300).utf8))
    program.send(signal)
    #expect(try program.finish().ending == .signal(signal))
    #expect(workspace.names.isEmpty)
  }

  @Test func twoRunsDontShareAState() throws {
    try workspace.write("in.jsonl", Self.dump.data)
    let first = try workspace.start(
      ["cluster", "--furniture", "keep", "--memory", "64M", "--scratch", ".", "--resume", "-"], input: .openPipe)
    try first.feed(Data(String(repeating: record(["text": article(1)]), count: 300).utf8))
    // It has its lock before it makes scratch files.
    let state = workspace.path("reprint.state")
    func isEmpty() -> Bool { (try? FileManager.default.contentsOfDirectory(atPath: state))?.isEmpty ?? true }
    for _ in 0..<100_000 where isEmpty() { usleep(1000) }
    let second = try workspace.run(resumable())
    #expect(second.ending == .status(2))
    #expect(second.errors == "reprint: ./reprint.state: is in use by another run\n")
    first.closeInput()
    #expect(try first.finish().ending == .status(0))
  }

  @Test(.enabled(if: CompressedFormat.gzip.isInstalled && hasFullDevice, "gzip or /dev/full is missing"))
  func compressedFilesAreReadAgainAndTheRestIsKept() throws {
    let expected = try expected()
    try workspace.shell("gzip -n in.jsonl")
    func arguments(_ output: String) -> [String] {
      ["cluster", "--memory", "64M", "--scratch", ".", "--resume", "in.jsonl.gz", "-o", output]
    }
    try #require(workspace.run(arguments("/dev/full")).ending == .status(2))
    let outcome = try workspace.run(arguments("out"))
    #expect(outcome.errors.contains("reprint: going on with an interrupted run\n"))
    expectSame(workspace.read("out"), expected, seed)
    #expect(workspace.names == ["in.jsonl.gz", "out"])
  }

  // MARK: Memory

  /// Twice as many documents take no more memory: what grows is in scratch files.
  @Test(.enabled(if: BuiltBinary.runsLargeTests && FileManager.default.fileExists(atPath: "/proc/self/status")))
  func theBoundIsKept() throws {
    let dump = GeneratedDump(seed: 1, documents: 9000, words: 20...40)
    let copies = (0..<40).map { round in
      dump.lines.map { $0.replacingOccurrences(of: "\"text\": \"", with: "\"text\": \"round\(round) ") }.joined()
    }
    try workspace.write("in.jsonl", copies.joined())
    func peak(_ options: String...) throws -> Int {
      let outcome = try workspace.run(["cluster", "in.jsonl", "-o", "out"] + options)
      let words = try #require(outcome.errors.split(separator: "\n").last).split(separator: " ")
      return try #require(Int(words[words.count - 2]))
    }
    #expect(try peak() > 110)
    #expect(try peak("--memory", "64M") * 1_000_000 <= (64 << 20) * 13 / 10)
  }
}
