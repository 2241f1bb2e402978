import Foundation
import ReprintTestSupport
import Testing

/// What `reprint align` says of input that it can't use, and what it makes of input that is only odd.
@Suite struct AlignBadInputTests {
  let workspace: Workspace

  static let story = """
    The harbour authority closed the northern quay on Tuesday after divers found cracks in its foundations. \
    Engineers expect the repairs to take eleven weeks. “We had no choice,” said Ada Quillfeather, who runs the port.

    Ferries to the islands leave from the fish market until then. Tickets stay valid, and dogs still travel free.
    """

  init() throws {
    workspace = try Workspace()
    try workspace.write("story.txt", Self.story)
  }

  // MARK: Operands

  @Test func anOriginalAndACopyAreAskedFor() throws {
    let nothing = try workspace.run("align")
    #expect(nothing.ending == .status(2))
    #expect(nothing.errors == "reprint: name an ORIGINAL and at least one COPY\nTry 'reprint align --help'.\n")
    let one = try workspace.run("align", "story.txt")
    #expect(one.ending == .status(2))
    #expect(one.errors == "reprint: name at least one COPY beside the ORIGINAL\nTry 'reprint align --help'.\n")
    let twice = try workspace.run("align", "-", "-")
    #expect(twice.ending == .status(2))
    #expect(twice.errors.hasPrefix("reprint: standard input can be read only once\n"))
    let page = try workspace.run("align", "story.txt", "story.txt", "--lexicon", "-f", "html")
    #expect(page.ending == .status(2))
    #expect(page.errors.hasPrefix("reprint: --lexicon prints text, ndjson or tsv; "))
  }

  @Test(arguments: [["nope.txt", "story.txt"], ["story.txt", "nope.txt"], ["story.txt", "story.txt", "nope.txt"]])
  func aFileThatIsNotThereEndsTheRun(operands: [String]) throws {
    let outcome = try workspace.run(["align"] + operands + ["-o", "out.ndjson"])
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: nope.txt: no such file or directory\n")
    #expect(workspace.names == ["story.txt"])
  }

  @Test func anOriginalIsOneDocument() throws {
    try workspace.write("pages/a.txt", Self.story)
    try workspace.write("pages/b.txt", Self.story)
    try workspace.write("two.jsonl", record(["text": "one"]) + record(["text": "two"]))
    for original in ["pages", "two.jsonl"] {
      let outcome = try workspace.run("align", original, "story.txt")
      #expect(outcome.ending == .status(2))
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors == "reprint: \(original): holds 2 documents; the original is one\n")
    }
  }

  // MARK: Little text

  @Test(arguments: ["", " \n\n\t \r\n", "\u{FEFF}", "\u{FEFF}\n", "--- *** ---\n"])
  func anOriginalWithoutWordsIsAnError(text: String) throws {
    try workspace.write("empty.txt", text)
    let outcome = try workspace.run("align", "empty.txt", "story.txt", "-o", "out.ndjson")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: empty.txt: there is no text in it\n")
    #expect(workspace.names == ["empty.txt", "story.txt"])
  }

  @Test(arguments: ["", " \n\n\t \r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func aCopyWithoutTextHasNoLines(text: String) throws {
    try workspace.write("empty.txt", text)
    let lines = try workspace.run("align", "story.txt", "empty.txt")
    #expect(lines.errors == "reprint: empty.txt: there is no text in it\n")
    #expect(try workspace.run("align", "-q", "story.txt", "empty.txt").errors.isEmpty)
    #expect(lines.ending == .status(0))
    #expect(lines.output.isEmpty)
    let table = try workspace.run("align", "story.txt", "empty.txt", "-f", "tsv")
    #expect(table.lines.count == 1)
    let read = try workspace.run("align", "story.txt", "empty.txt", "-f", "text")
    #expect(read.ending == .status(0))
    #expect(read.text.contains("0% of the copy's words"))
    #expect(try workspace.run("align", "story.txt", "empty.txt", "-f", "html").text.hasSuffix("</html>\n"))
  }

  @Test func aWordIsNoSentenceToFind() throws {
    try workspace.write("word.txt", "harbour")
    for operands in [["word.txt", "word.txt"], ["story.txt", "word.txt"]] {
      let outcome = try workspace.run(["align"] + operands)
      #expect(outcome.ending == .status(0))
      #expect(try outcome.alignments().allSatisfy { $0.sources.isEmpty })
    }
    #expect(try workspace.run("align", "word.txt", "story.txt").alignments().count == 5)
  }

  // MARK: No text

  @Test func aBinaryFileIsPassedOver() throws {
    try workspace.write("image.txt", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x00, 0x00, 0x1A, 0xFF]))
    let outcome = try workspace.run("align", "story.txt", "image.txt", "story.txt")
    #expect(outcome.ending == .status(0))
    #expect(outcome.errors == "reprint: image.txt: holds NUL bytes: it is no text (skipped)\n")
    #expect(try Set(outcome.alignments().map(\.copy)) == ["story.txt"])
    for operands in [["story.txt", "image.txt"], ["image.txt", "story.txt"]] {
      let alone = try workspace.run(["align"] + operands)
      #expect(alone.ending == .status(2))
      #expect(alone.output.isEmpty)
      #expect(alone.errors == "reprint: image.txt: holds NUL bytes: it is no text\n")
    }
  }

  @Test func whatIsNotUTF8SeparatesWords() throws {
    var bytes = Data(Self.story.utf8)
    bytes.replaceSubrange(bytes.range(of: Data(" quay".utf8))!, with: [0xFF, 0xC0] + Array("quay".utf8))
    bytes += [0xE2, 0x80]
    try workspace.write("broken.txt", bytes)
    let outcome = try workspace.run("align", "story.txt", "broken.txt")
    #expect(outcome.ending == .status(0))
    let lines = try outcome.alignments()
    #expect(lines.filter(\.isReuse).map(\.kind) == Array(repeating: "verbatim", count: 5))
    #expect(lines[0].text.contains("northern\u{FFFD}\u{FFFD}quay"))
    #expect(lines[0].end - lines[0].start == Self.story.split(separator: ".")[0].utf8.count + 2)
    let other = try workspace.run("align", "broken.txt", "story.txt")
    #expect(try other.alignments().map(\.kind) == Array(repeating: "verbatim", count: 5))
    #expect(try workspace.run("align", "broken.txt", "broken.txt", "-f", "html").ending == .status(0))
  }

  @Test func carriageReturnsAndByteOrderMarksAreNoPartOfSentences() throws {
    let windows = Data(Self.story.replacingOccurrences(of: "\n", with: "\r\n").utf8)
    try workspace.write("windows.txt", Data([0xEF, 0xBB, 0xBF]) + windows)
    let outcome = try workspace.run("align", "windows.txt", "windows.txt")
    #expect(outcome.ending == .status(0))
    let lines = try outcome.alignments()
    #expect(lines.map(\.kind) == Array(repeating: "verbatim", count: 5))
    expectSound(lines, copy: windows, original: windows)
    #expect(lines.allSatisfy { !$0.text.contains("\r") && !$0.text.contains("\u{FEFF}") })
    #expect(try workspace.run("align", "story.txt", "windows.txt").alignments().map(\.kind) == lines.map(\.kind))
  }

  @Test func ofVeryManyBadRecordsTheFirstAreNamedAndAllAreCounted() throws {
    try workspace.write("pages.jsonl", String(repeating: "[]\n", count: 1234) + record(["text": Self.story]))
    let outcome = try workspace.run("align", "story.txt", "pages.jsonl")
    #expect(outcome.ending == .status(0))
    let errors = outcome.errors.split(separator: "\n")
    #expect(errors.count == 101)
    #expect(errors.first == "reprint: pages.jsonl:1: not a JSON object (skipped)")
    #expect(errors.last == "reprint: … and 1,134 more like the last of these")
  }

  // MARK: Output

  @Test(arguments: [["-o", "story.txt"], ["-o", "./copy.txt"], ["--save-lexicon", "copy.txt"], ["-o", "link.txt"]])
  func anInputIsNotWrittenOver(options: [String]) throws {
    try workspace.write("copy.txt", Self.story)
    try FileManager.default.createSymbolicLink(atPath: workspace.path("link.txt"), withDestinationPath: "copy.txt")
    let outcome = try workspace.run(["align", "story.txt", "copy.txt"] + options)
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: \(options[1]): is both input and output\n")
    #expect(workspace.text("story.txt") == Self.story && workspace.text("copy.txt") == Self.story)
    #expect(workspace.names == ["copy.txt", "link.txt", "story.txt"])
  }

  @Test(arguments: [
    ["--weights", "table.txt", "-o", "table.txt"], ["--weights", "table.txt", "--save-lexicon", "table.txt"],
    ["--load-lexicon", "table.txt", "--lexicon", "-o", "table.txt"],
  ])
  func aTableIsNotWrittenOver(options: [String]) throws {
    try workspace.write("table.txt", "as before\n")
    let outcome = try workspace.run(["align", "story.txt", "story.txt"] + options)
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: table.txt: is both input and output\n")
    #expect(workspace.text("table.txt") == "as before\n")
  }

  @Test func nothingIsWrittenWhereOutputCantBe() throws {
    let nowhere = try workspace.run("align", "story.txt", "story.txt", "-o", "no/such/out.ndjson")
    #expect(nowhere.ending == .status(2))
    #expect(nowhere.errors.hasPrefix("reprint: no/such/out.ndjson: cannot be created: "))
    let lexicon = try workspace.run(
      "align", "story.txt", "story.txt", "-o", "out.ndjson", "--save-lexicon", "no/such/lexicon.ndjson")
    #expect(lexicon.ending == .status(2))
    #expect(lexicon.errors.hasPrefix("reprint: no/such/lexicon.ndjson: cannot be created: "))
    #expect(workspace.names == ["story.txt"])
    let same = try workspace.run("align", "story.txt", "story.txt", "-o", "out", "--save-lexicon", "./out")
    #expect(same.ending == .status(2))
    #expect(same.errors.hasPrefix("reprint: --save-lexicon and --output are the same\n"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func aFullDiskLeavesWhatWasThere() throws {
    try workspace.write("lexicon.ndjson", "as before\n")
    for options in [["-o", "/dev/full"], ["-o", "/dev/full", "-f", "html"]] {
      let outcome = try workspace.run(
        ["align", "story.txt", "story.txt", "--save-lexicon", "lexicon.ndjson"] + options)
      #expect(outcome.ending == .status(2))
      #expect(outcome.errors == "reprint: /dev/full: cannot be written: no space left on device\n")
    }
    #expect(workspace.text("lexicon.ndjson") == "as before\n")
    #expect(workspace.names == ["lexicon.ndjson", "story.txt"])
  }
}
