import Foundation
import ReprintTestSupport
import Testing

@Suite struct BadInputFilesTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  // MARK: Files

  /// Runs a command that must fail and leave everything as it was.
  private func expectFailure(
    _ arguments: [String], naming path: String, saying words: String, environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try workspace.write("out.jsonl", "as before\n")
    let names = workspace.names
    let outcome = try workspace.run(arguments + ["-o", "out.jsonl"], environment: environment)
    #expect(outcome.ending == .status(2), sourceLocation: sourceLocation)
    #expect(outcome.errors.hasPrefix("reprint: \(path): "), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(words), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(workspace.names == names, sourceLocation: sourceLocation)
    #expect(workspace.text("out.jsonl") == "as before\n", sourceLocation: sourceLocation)
  }

  @Test(arguments: ["cluster", "dedup", "pairs"])
  func aMissingFileEndsTheRun(command: String) throws {
    try workspace.write("in.jsonl", record(["text": article(1)]))
    try expectFailure(
      [command, "in.jsonl", "gone/away.jsonl"], naming: "gone/away.jsonl", saying: "no such file or directory")
  }

  @Test(arguments: ["cluster", "dedup", "sketch", "extract", "syndication", "align"])
  func aTextInUTF16IsPassedOver(command: String) throws {
    let wide = article(2).data(using: .utf16)!
    let files = command == "align" ? ["in.txt", "wide.txt", "in.txt"] : ["wide.txt", "in.txt"]
    try workspace.write("in.txt", article(1))
    try workspace.write("wide.txt", wide)
    let reason = "reprint: wide.txt: in UTF-16: make it UTF-8, as in iconv -f UTF-16 -t UTF-8 FILE"
    let outcome = try workspace.run([command] + files)
    #expect(outcome.ending == .status(0))
    #expect(outcome.errors.hasPrefix("\(reason) (skipped)\n"), "\(outcome.errors)")
    try expectNothingRead([command, "wide.txt"] + (command == "align" ? ["in.txt"] : []), reason)
  }

  private func expectNothingRead(_ arguments: [String], _ reason: String) throws {
    let outcome = try workspace.run(arguments)
    #expect(outcome.ending == .status(2))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(reason), "\(outcome.errors)")
  }

  @Test(.enabled(if: CompressedFormat.gzip.isInstalled, "gzip is not installed"))
  func truncatedGzipEndsTheRun() throws { try truncated(.gzip) }

  @Test(.enabled(if: CompressedFormat.zstd.isInstalled, "zstd is not installed"))
  func truncatedZstdEndsTheRun() throws { try truncated(.zstd) }

  @Test(.enabled(if: CompressedFormat.xz.isInstalled, "xz is not installed"))
  func truncatedXzEndsTheRun() throws { try truncated(.xz) }

  @Test(.enabled(if: CompressedFormat.bzip2.isInstalled, "bzip2 is not installed"))
  func truncatedBzip2EndsTheRun() throws { try truncated(.bzip2) }

  private func truncated(_ format: CompressedFormat) throws {
    let whole = try workspace.shell("\(format.rawValue) -c '\(SourceTree.techNews)'").output
    try workspace.write("in.jsonl.\(format.suffix)", whole.prefix(whole.count * 2 / 3))
    for command in ["cluster", "dedup"] {
      try expectFailure(
        [command, "in.jsonl.\(format.suffix)"], naming: "in.jsonl.\(format.suffix)", saying: "\(format) failed: ")
    }
  }

  @Test(.enabled(if: CompressedFormat.gzip.isInstalled, "gzip is not installed"))
  func aFileThatIsNotCompressedThoughItsNameSaysSoEndsTheRun() throws {
    try workspace.write("in.jsonl.gz", record(["text": article(1)]))
    try expectFailure(["cluster", "in.jsonl.gz"], naming: "in.jsonl.gz", saying: "not in gzip format")
    try workspace.write("in.jsonl.gz", "")
    try expectFailure(["cluster", "in.jsonl.gz"], naming: "in.jsonl.gz", saying: "gzip failed: ")
  }

  @Test(arguments: CompressedFormat.allCases)
  func aMissingProgramIsNamedForReadingAndForWriting(format: CompressedFormat) throws {
    try FileManager.default.createDirectory(atPath: workspace.path("empty"), withIntermediateDirectories: true)
    let path = ["PATH": workspace.path("empty")]
    let name = "in.jsonl.\(format.suffix)"
    try workspace.write(name, "any")
    let needed = "the program \(format) is needed to "
    try expectFailure(["cluster", name], naming: name, saying: needed + "read this file", environment: path)
    try workspace.write("in.jsonl", record(["text": article(1)]))
    let out = "new.jsonl.\(format.suffix)"
    let outcome = try workspace.run("dedup", "in.jsonl", "-o", out, environment: path)
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: \(out): \(needed)write this file, and is not installed\n")
    #expect(!workspace.names.contains { $0.hasPrefix("new") })
  }

  @Test(.enabled(if: Workspace.isBound, "needs setpriv to give up the rights of root"))
  func whatMayNotBeReadEndsTheRun() throws {
    let line = record(["text": article(1)])
    for (path, closed) in [("dump/sub/in.jsonl", "dump/sub"), ("file/in.jsonl", "file/in.jsonl")] {
      try workspace.write(path, line)
      chmod(workspace.path(closed), 0)
      defer { chmod(workspace.path(closed), 0o755) }
      let outcome = try workspace.runBound(["cluster", String(closed.split(separator: "/")[0])])
      try #require(!outcome.errors.contains("Exec"), "\(outcome.errors)")
      #expect(outcome.ending == .status(2))
      #expect(outcome.errors.hasPrefix("reprint: \(closed): "), "\(outcome.errors)")
      #expect(outcome.errors.contains("permission denied"))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func aLinkThatLeadsNowhereIsNamedOneThatLeadsBackIsFollowedOnce() throws {
    try workspace.write(
      "dump/a.jsonl", record(["id": "a", "text": article(1)]) + record(["id": "b", "text": article(1)]))
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: workspace.path("dump/loop"), withDestinationPath: ".")
    let outcome = try workspace.run("cluster", "dump")
    #expect(try outcome.clusters().map(\.size) == [2])
    try manager.createSymbolicLink(atPath: workspace.path("dump/z.jsonl"), withDestinationPath: "nowhere")
    let dangling = try workspace.run("cluster", "dump")
    #expect(dangling.ending == .status(0))
    #expect(dangling.errors.contains("dump/z.jsonl: not a kind of file that dumps are made of"))
  }

  #if os(Linux)
    @Test func filesWhoseNamesAreNoTextArePassedOver() throws {
      try workspace.write("dump/a.jsonl", record(["id": "a", "text": article(1)]))
      try workspace.shell("cp dump/a.jsonl \"dump/$(printf 'caf\\351.jsonl')\"")
      let outcome = try workspace.run("cluster", "dump")
      #expect(outcome.ending == .status(0))
      #expect(outcome.errors.contains("dump/caf\u{FFFD}.jsonl: not a kind of file that dumps are made of"))
      #expect(outcome.errors.contains("1 document, 0 clusters"))
    }
  #endif

  // MARK: Standard input

  @Test func standardInputCanBeNamedOnlyOnce() throws {
    let outcome = try workspace.run("cluster", "-", "-", input: .pipe(Data("{}\n".utf8)))
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.contains("standard input can be read only once"))
  }

  @Test func closedStandardInputIsAnError() throws {
    let outcome = try workspace.shell("exec \"$REPRINT\" cluster - <&-")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.hasPrefix("reprint: -: "))
  }

  @Test func aRedirectedFileIsReadFromWhereItStands() throws {
    let lines = ["skipped", "a", "b"].map { record(["id": $0, "text": article(1)]) }
    try workspace.write("in.jsonl", lines.joined())
    let outcome = try workspace.shell("{ read -r line; exec \"$REPRINT\" cluster --keep first -; } < in.jsonl")
    #expect(outcome.ending == .status(0))
    let clusters = try outcome.clusters()
    #expect(clusters.map(\.ids) == [["a", "b"]])
  }
}
