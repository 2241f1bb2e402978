import Foundation
import ReprintTestSupport
import Testing

/// The same documents give the same bytes, however they come and however many threads there are.
@Suite struct DeterminismTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  static let commands = ["cluster", "pairs", "dedup"]

  /// Larger than files that are read in one piece; where time allows, also than one piece of a stream.
  private static let large = GeneratedDump(
    seed: GeneratedDump.anySeed, documents: BuiltBinary.isDebug ? 340 : 2000, words: 400...700)
  private static let small = GeneratedDump(seed: large.seed, documents: 150, words: 100...200)
  /// What is read from streams.
  private static let streamed = BuiltBinary.isDebug ? small : large

  private let seed: Comment = "REPRINT_TEST_SEED=\(large.seed)"

  /// What one thread makes of a dump in one file.
  private func expected(_ dump: GeneratedDump, _ arguments: String...) throws -> Data {
    try workspace.write("in.jsonl", dump.data)
    let outcome = try workspace.run(arguments + ["-j", "1", "in.jsonl"])
    try #require(outcome.ending == .status(0))
    #expect(outcome.errors.contains("\(dump.shownCount) documents, "), seed)
    #expect(!outcome.errors.contains("skipped"), seed)
    try #require(outcome.lines.count > 10, seed)
    return outcome.output
  }

  /// Limits of processes bind only others than the superuser, who can become one.
  @Test(.enabled(if: geteuid() == 0 && Program.isInstalled("setpriv"), "the superuser runs the tests, with util-linux"))
  func fewerThreadsThanWereAskedForDo() throws {
    try workspace.write("in.jsonl", Self.small.data)
    workspace.open()
    for command in ["cluster -f ndjson", "sketch", "extract -f ndjson"] {
      let arguments = command.split(separator: " ").map(String.init)
      let expected = try workspace.run(arguments + ["-q", "-j", "1", "in.jsonl"])
      let limited = try workspace.shell(
        "setpriv --reuid=65533 --regid=65533 --clear-groups prlimit --nproc=4 $REPRINT \(command) -q -j 64 in.jsonl")
      #expect(limited.ending == .status(0) && limited.output == expected.output, "\(command): \(limited.errors)")
      #expect(expected.output.count > 1000, seed)
    }
  }

  /// Writes a dump as a directory of plain and compressed files.
  private func writeParts(_ dump: GeneratedDump) throws {
    let parts = [
      "dump/a.jsonl", "dump/b.jsonl", "dump/c/one.jsonl", "dump/c/two.ndjson", "dump/d.jsonl", "dump/e.jsonl",
    ]
    let lines = dump.lines
    for (index, part) in parts.enumerated() {
      let range = index * lines.count / parts.count..<(index + 1) * lines.count / parts.count
      try workspace.write(part, lines[range].joined())
    }
    guard CompressedFormat.gzip.isInstalled else { return }
    try workspace.shell("gzip dump/b.jsonl dump/d.jsonl")
  }

  @Test func theDumpsHaveCopiesAndNearCopiesAndTheLargeOneIsCutIntoSeveralChunks() throws {
    #expect(Self.large.data.count > 1 << 20, "smaller files are one chunk")
    for dump in [Self.large, Self.small] {
      let clusters = try decodeLines(expected(dump, "cluster"), as: ClusterLine.self)
      #expect(clusters.contains { $0.members.dropFirst().contains { $0.similarity == 1 } }, seed)
      #expect(clusters.contains { $0.members.contains { $0.similarity < 1 } }, seed)
      #expect(clusters.contains { $0.size > 2 }, seed)
    }
  }

  @Test(arguments: commands)
  func threadsMakeNoDifference(command: String) throws {
    let expected = try expected(Self.large, command)
    for threads in ["2", "7"] {
      try expectSame(workspace.run(command, "-j", threads, "in.jsonl").output, expected, seed)
    }
  }

  @Test(arguments: commands)
  func standardInputMakesNoDifference(command: String) throws {
    let dump = Self.streamed
    let expected = try expected(dump, command)
    for threads in ["1", "2", "7"] {
      try expectSame(workspace.run(command, "-j", threads, "-", input: .pipe(dump.data)).output, expected, seed)
    }
    let redirected = Input.redirect(file: workspace.path("in.jsonl"))
    try expectSame(workspace.run(command, input: redirected).output, expected, seed)
    try expectSame(workspace.run(command, "-", input: redirected).output, expected, seed)
  }

  @Test(.enabled(if: CompressedFormat.gzip.isInstalled, "gzip is not installed"), arguments: commands)
  func compressionMakesNoDifference(command: String) throws {
    let expected = try expected(Self.streamed, command)
    #expect(try workspace.shell("gzip -k in.jsonl").ending == .status(0))
    for threads in ["1", "2", "7"] {
      try expectSame(workspace.run(command, "-j", threads, "in.jsonl.gz").output, expected, seed)
    }
  }

  @Test(arguments: commands)
  func oneFileOrManyMakeNoDifference(command: String) throws {
    let expected = try expected(Self.small, command)
    try writeParts(Self.small)
    for threads in ["1", "2", "7"] {
      try expectSame(workspace.run(command, "-j", threads, "dump").output, expected, seed)
    }
  }

  @Test func threadsMakeNoDifferenceToWhatIsRemoved() throws {
    let expected = try expected(Self.small, "dedup")
    try writeParts(Self.small)
    var removed: Set<Data> = []
    for threads in ["1", "2", "7"] {
      try workspace.run("dedup", "-j", threads, "dump", "-o", "kept.jsonl", "--removed", "removed.ndjson")
      expectSame(workspace.read("kept.jsonl"), expected, seed)
      removed.insert(try #require(workspace.read("removed.ndjson")))
    }
    #expect(removed.count == 1 && removed.first?.isEmpty == false, seed)
  }

  @Test(arguments: [
    ["--linkage", "connected"], ["--keep", "oldest"], ["-t", "0.5", "--slots", "256"], ["-f", "tsv"],
  ])
  func threadsMakeNoDifferenceWithAnyOptions(options: [String]) throws {
    try writeParts(Self.small)
    let outputs = try Set(["1", "2", "7"].map { try workspace.run(["cluster", "-j", $0, "dump"] + options).output })
    #expect(outputs.count == 1, seed)
    #expect(outputs.first?.isEmpty == false)
  }

  @Test(arguments: ["star", "connected"])
  func anyOrderOfTheDocumentsGivesTheSameClusters(linkage: String) throws {
    var generator = SeededGenerator(seed: Self.small.seed &+ 1)
    var found: Set<Set<Set<String>>> = []
    var kept: Set<Set<String>> = []
    for _ in 0..<3 {
      try workspace.write("in.jsonl", Self.small.lines.shuffled(using: &generator).joined())
      let clusters = try workspace.run("cluster", "-t", "0.6", "--linkage", linkage, "in.jsonl").clusters()
      found.insert(Set(clusters.map { Set($0.ids) }))
      kept.insert(Set(clusters.map(\.keep)))
    }
    #expect(found.count == 1 && kept.count == 1, seed)
    #expect(found.first?.isEmpty == false)
  }

  @Test func problemsAreNamedInInputOrderWhateverTheThreads() throws {
    var lines = Self.large.lines
    for index in stride(from: 30, to: lines.count, by: 45) { lines[index] = "[]\n" }
    try workspace.write("in.jsonl", lines.joined())
    let errors = try ["1", "2", "7"].map { threads in
      try workspace.run("cluster", "-j", threads, "in.jsonl").errors.split(separator: "\n").filter {
        $0.contains("skipped)")
      }
    }
    #expect(errors[0].count == (lines.count - 30 + 44) / 45, seed)
    #expect(errors[0].first == "reprint: in.jsonl:31: not a JSON object (skipped)", seed)
    #expect(Set(errors).count == 1, seed)
    for threads in ["1", "2", "7"] {
      let strict = try workspace.run("cluster", "--strict", "-j", threads, "in.jsonl")
      #expect(strict.ending == .status(2), seed)
      #expect(strict.errors == "reprint: in.jsonl:31: not a JSON object\n", seed)
    }
  }
}
