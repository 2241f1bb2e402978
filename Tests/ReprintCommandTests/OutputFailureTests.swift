import Foundation
import ReprintTestSupport
import Testing

/// Output that can't be written: nothing half there, nothing lost, a word about it.
@Suite struct OutputFailureTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    let copy = record(["id": "b", "text": article(1)])
    try workspace.write(
      "in.jsonl", record(["id": "a", "text": article(1)]) + copy + record(["id": "c", "text": article(2)]))
  }

  static let commands = ["cluster", "dedup", "pairs"]

  // MARK: A full disk

  private static var hasFullDevice: Bool { FileManager.default.fileExists(atPath: "/dev/full") }

  @Test(.enabled(if: hasFullDevice, "there is no /dev/full"), arguments: commands)
  func aFullDiskEndsTheRun(command: String) throws {
    let outcome = try workspace.run(command, "in.jsonl", "-o", "/dev/full")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: /dev/full: cannot be written: no space left on device\n")
    #expect(workspace.names == ["in.jsonl"])
  }

  @Test(.enabled(if: hasFullDevice, "there is no /dev/full"), arguments: commands)
  func aFullDiskBehindStandardOutputEndsTheRun(command: String) throws {
    let outcome = try workspace.run(command, "in.jsonl", output: .file("/dev/full"))
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: standard output: cannot be written: no space left on device\n")
  }

  @Test(
    .enabled(if: hasFullDevice, "there is no /dev/full"),
    arguments: [["--help"], ["cluster", "-h"], ["cluster", "--explain"], ["generate", "man"], ["--version"]])
  func helpThatCantBeWrittenIsAnError(arguments: [String]) throws {
    let outcome = try workspace.run(arguments, output: .file("/dev/full"))
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.contains("no space left on device"))
  }

  @Test(.enabled(if: hasFullDevice, "there is no /dev/full"))
  func aRunThatFailsLeavesTheListOfRemovedDocumentsAlone() throws {
    try workspace.write("removed.ndjson", "as before\n")
    let outcome = try workspace.run("dedup", "in.jsonl", "--removed", "removed.ndjson", output: .file("/dev/full"))
    #expect(outcome.ending == .status(2))
    #expect(workspace.text("removed.ndjson") == "as before\n")
    #expect(workspace.names == ["in.jsonl", "removed.ndjson"])
  }

  @Test(.enabled(if: hasFullDevice, "there is no /dev/full"))
  func aRunThatFailsLeavesTheKeptDocumentsAlone() throws {
    try workspace.write("out.jsonl", "as before\n")
    let outcome = try workspace.run("dedup", "in.jsonl", "-o", "out.jsonl", "--removed", "/dev/full")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: /dev/full: cannot be written: no space left on device\n")
    #expect(workspace.names == ["in.jsonl", "out.jsonl"])
    #expect(workspace.text("out.jsonl") == "as before\n")
  }

  @Test(arguments: [false, true])
  func aDiskThatFillsUpLeavesWhatWasThereBefore(hasOldOutput: Bool) throws {
    if hasOldOutput { try workspace.write("out.jsonl", "as before\n") }
    let names = workspace.names
    // A limit on the size of files stands for the disk: the output is twenty times as large.
    let outcome = try workspace.shell(
      "trap '' XFSZ; ulimit -f 16; exec \"$REPRINT\" dedup --furniture keep '\(SourceTree.techNews)' -o out.jsonl --removed removed.ndjson"
    )
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: out.jsonl: cannot be written: file too large\n")
    #expect(workspace.names == names)
    #expect(workspace.text("out.jsonl") == (hasOldOutput ? "as before\n" : nil))
  }

  @Test(.enabled(if: CompressedFormat.gzip.isInstalled, "gzip is not installed"))
  func aDiskThatFillsUpBehindACompressorLeavesWhatWasThereBefore() throws {
    try workspace.write("out.jsonl.gz", "as before\n")
    let outcome = try workspace.shell(
      "trap '' XFSZ; ulimit -f 16; exec \"$REPRINT\" dedup --furniture keep '\(SourceTree.techNews)' -o out.jsonl.gz")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.hasPrefix("reprint: out.jsonl.gz: gzip failed: "), "\(outcome.errors)")
    #expect(outcome.errors.lowercased().contains("file too large"), "\(outcome.errors)")
    #expect(workspace.names == ["in.jsonl", "out.jsonl.gz"])
    #expect(workspace.text("out.jsonl.gz") == "as before\n")
  }

  // MARK: Places

  @Test func aLinkStaysALinkAndWhatItPointsToIsWritten() throws {
    try workspace.write("store/old.jsonl", "as before\n")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("latest.jsonl"), withDestinationPath: "store/old.jsonl")
    let printed = try workspace.run("dedup", "in.jsonl")
    #expect(try workspace.run("dedup", "in.jsonl", "-o", "latest.jsonl").ending == .status(0))
    expectSame(workspace.read("store/old.jsonl"), printed.output)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: workspace.path("latest.jsonl")) == "store/old.jsonl")
    #expect(workspace.names == ["in.jsonl", "latest.jsonl", "store"])
  }

  @Test(.enabled(if: CompressedFormat.gzip.isInstalled, "gzip is not installed"))
  func theNameThatWasGivenSaysWhetherToCompress() throws {
    try workspace.write("store/old", "as before\n")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("latest.jsonl.gz"), withDestinationPath: "store/old")
    #expect(try workspace.run("dedup", "in.jsonl", "-o", "latest.jsonl.gz").ending == .status(0))
    #expect(workspace.read("store/old")?.starts(with: [0x1F, 0x8B]) == true)
  }

  @Test(arguments: commands)
  func aDirectoryThatIsNotThereIsNotMade(command: String) throws {
    let outcome = try workspace.run(command, "in.jsonl", "-o", "no/such/out.jsonl")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: no/such/out.jsonl: cannot be created: no such file or directory\n")
    #expect(workspace.names == ["in.jsonl"])
  }

  @Test func aDirectoryIsNotReplaced() throws {
    try FileManager.default.createDirectory(atPath: workspace.path("dir"), withIntermediateDirectories: true)
    let outcome = try workspace.run("dedup", "in.jsonl", "-o", "dir")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: dir: is a directory\n")
    #expect(workspace.names == ["dir", "in.jsonl"])
  }

  @Test func nothingIsWrittenIfTheListOfRemovedDocumentsCantBe() throws {
    let outcome = try workspace.run("dedup", "in.jsonl", "-o", "out.jsonl", "--removed", "no/such/removed.ndjson")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.hasPrefix("reprint: no/such/removed.ndjson: cannot be created: "))
    #expect(workspace.names == ["in.jsonl"])
  }

  // MARK: Output and input

  @Test(arguments: ["in.jsonl", "./in.jsonl", "../work/in.jsonl", "hard.jsonl", "soft.jsonl"])
  func aDumpIsNotWrittenOver(path: String) throws {
    let before = try #require(workspace.read("in.jsonl"))
    let manager = FileManager.default
    try manager.linkItem(atPath: workspace.path("in.jsonl"), toPath: workspace.path("hard.jsonl"))
    try manager.createSymbolicLink(atPath: workspace.path("soft.jsonl"), withDestinationPath: "in.jsonl")
    let runs: [([String], Input)] = [
      (["dedup", "in.jsonl", "-o", path], .nothing), (["cluster", "in.jsonl", "-o", path], .nothing),
      (["dedup", "in.jsonl", "-o", "out.jsonl", "--removed", path], .nothing), (["dedup", ".", "-o", path], .nothing),
      (["dedup", "-o", path], .redirect(file: workspace.path("in.jsonl"))),
    ]
    for (arguments, input) in runs {
      let outcome = try workspace.run(arguments, input: input)
      #expect(outcome.ending == .status(2), "\(arguments)")
      #expect(outcome.errors == "reprint: \(path): is both input and output\n")
      expectSame(workspace.read("in.jsonl"), before)
      #expect(workspace.names == ["hard.jsonl", "in.jsonl", "soft.jsonl"])
    }
  }

  @Test func theOutputOfAnEarlierRunIsInputOfALaterOneOnlyIfItIsNamed() throws {
    #expect(try workspace.run("dedup", "in.jsonl", "-o", "clean.jsonl").ending == .status(0))
    let first = workspace.read("clean.jsonl")
    #expect(try workspace.run("dedup", "in.jsonl", "-o", "clean.jsonl").ending == .status(0))
    expectSame(workspace.read("clean.jsonl"), first)
    #expect(try workspace.run("dedup", ".", "-o", "clean.jsonl").ending == .status(2), "here it is")
  }

  // MARK: Closed descriptors

  @Test(arguments: [["cluster", "in.jsonl"], ["dedup", "in.jsonl"], ["help", "cluster"], ["generate", "man"]])
  func aPipeThatNobodyReadsEndsTheRunAsItEndsAnyProgram(arguments: [String]) throws {
    let outcome = try workspace.run(arguments, output: .closedPipe)
    #expect(outcome.ending == .signal(SIGPIPE))
    #expect(outcome.errors == "")
  }

  @Test func aReaderThatHasEnoughEndsTheRunAndNoFileIsLeft() throws {
    let (reading, writing) = RunningProgram.pipe()
    let program = try workspace.start(
      ["dedup", SourceTree.techNews, "--removed", "removed.ndjson"], output: .pipe(writing))
    // The kept records are more than a pipe holds, so the program can't be done when the first byte is here.
    let first = try reading.read(upToCount: 1)
    #expect(first == Data("{".utf8))
    try reading.close()
    let outcome = try program.finish()
    #expect(outcome.ending == .signal(SIGPIPE))
    #expect(outcome.errors == "")
    #expect(workspace.names == ["in.jsonl"])
  }

  @Test func closedStandardOutputIsAnError() throws {
    let outcome = try workspace.shell("exec \"$REPRINT\" cluster in.jsonl >&-")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.hasPrefix("reprint: standard output: cannot be written: "))
  }

  @Test func aFileIsWrittenAlsoWhereStandardOutputIsClosed() throws {
    let expected = try workspace.run("cluster", "in.jsonl").output
    let outcome = try workspace.shell("exec \"$REPRINT\" cluster in.jsonl -o out.ndjson >&-")
    #expect(outcome.ending == .status(0))
    #expect(workspace.names == ["in.jsonl", "out.ndjson"])
    expectSame(workspace.read("out.ndjson"), expected)
  }

  @Test func nothingOfWhatIsSaidEndsUpInTheOutputWhereStandardErrorIsClosed() throws {
    let dump = try #require(workspace.text("in.jsonl")) + "[]\n"
    try workspace.write("bad.jsonl", dump)
    let expected = try workspace.run("dedup", "bad.jsonl").output
    let outcome = try workspace.shell("cat bad.jsonl | \"$REPRINT\" dedup -o out.jsonl 2>&-")
    #expect(outcome.ending == .status(0))
    expectSame(workspace.read("out.jsonl"), expected)
    #expect(workspace.names == ["bad.jsonl", "in.jsonl", "out.jsonl"])
  }
}
