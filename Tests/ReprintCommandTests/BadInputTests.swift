import Foundation
import ReprintTestSupport
import Testing

@Suite struct BadInputTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  // MARK: Records that can't be read

  /// A line that is no record, and what is said of it.
  struct BadRecord: Sendable, CustomTestStringConvertible {
    var name: String
    var line: String
    var reason: String

    var testDescription: String { name }
  }

  static let badRecords = [
    BadRecord(
      name: "truncated in a string", line: #"{"id":"bad","text":"The first wor"#,
      reason: "the line ends inside a string"),
    BadRecord(
      name: "truncated after a value", line: #"{"id":"bad","text":"whole""#,
      reason: "the line ends where a comma or the end of the object was expected"),
    BadRecord(name: "truncated in a key", line: #"{"id":"bad","te"#, reason: "the line ends inside a string"),
    BadRecord(name: "truncated in a list", line: #"{"text":"x","tags":["a","#, reason: "the line ends where a value"),
    BadRecord(name: "array", line: #"["text","x"]"#, reason: "not a JSON object"),
    BadRecord(name: "string", line: #""text""#, reason: "not a JSON object"),
    BadRecord(name: "number", line: "12", reason: "not a JSON object"),
    BadRecord(name: "null", line: "null", reason: "not a JSON object"),
    BadRecord(name: "words", line: "Internal Server Error", reason: "not a JSON object"),
    BadRecord(name: "two objects", line: #"{"text":"x"} {"text":"y"}"#, reason: "something follows the JSON object"),
    BadRecord(
      name: "missing comma", line: #"{"id":"a" "text":"y"}"#, reason: "a comma or the end of the object was expected"),
    BadRecord(name: "mixed brackets", line: #"{"tags":["a"},"text":"y"}"#, reason: "the end of the array was expected"),
    BadRecord(name: "comma behind the last", line: #"{"tags":["a",],"text":"y"}"#, reason: "a value was expected"),
    BadRecord(name: "bare key inside", line: #"{"meta":{a:1},"text":"y"}"#, reason: "a key was expected"),
    BadRecord(name: "number from 0", line: #"{"text":"y","size":017}"#, reason: "a value was expected"),
    BadRecord(name: "no text field", line: #"{"id":"bad","body":"x"}"#, reason: #"no field "text""#),
    BadRecord(name: "text field at another level", line: #"{"meta":{"text":"x"}}"#, reason: #"no field "text""#),
    BadRecord(name: "null for a text", line: #"{"text":null}"#, reason: #"field "text" is null, not a string"#),
    BadRecord(name: "number for a text", line: #"{"text":12}"#, reason: #"field "text" is a number, not a string"#),
    BadRecord(name: "array for a text", line: #"{"text":["x"]}"#, reason: #"field "text" is an array, not a string"#),
    BadRecord(
      name: "object for a text", line: #"{"text":{"x":1}}"#, reason: #"field "text" is an object, not a string"#),
    BadRecord(name: "boolean for a text", line: #"{"text":true}"#, reason: #"field "text" is a boolean, not a string"#),
    BadRecord(
      name: "object for an id", line: #"{"id":{"$oid":"1"},"text":"x"}"#, reason: "the id is an object, not a string"),
    BadRecord(name: "NUL bytes only", line: "\0\0\0\0", reason: "not a JSON object"),
    BadRecord(name: "NUL between members", line: "{\"id\":\"a\",\0\"text\":\"x\"}", reason: "a key was expected"),
  ]

  /// Good records around a bad one on line 3; the good ones are copies, so that losing one would show.
  private func dump(around bad: String) -> String {
    record(["id": "before", "text": article(1)]) + "\n" + bad + "\n" + record(["id": "after", "text": article(1)])
  }

  @Test(arguments: badRecords)
  func aRecordThatCantBeReadIsSkippedCountedAndNamed(bad: BadRecord) throws {
    try workspace.write("dump/bad.jsonl", dump(around: bad.line))
    let outcome = try workspace.run("cluster", "dump")
    #expect(outcome.ending == .status(0))
    #expect(try outcome.clusters().map { Set($0.ids) } == [["before", "after"]])
    let named = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("reprint: dump/bad.jsonl:3: ") }
    #expect(named.count == 1)
    #expect(named.first?.contains(bad.reason) == true, "\(named)")
    #expect(outcome.errors.contains("2 documents, 1 cluster, 1 near-duplicate, 1 skipped"))
  }

  @Test(arguments: badRecords)
  func aRecordThatCantBeReadEndsAStrictRun(bad: BadRecord) throws {
    try workspace.write("bad.jsonl", dump(around: bad.line))
    try workspace.write("out.ndjson", "as before\n")
    let outcome = try workspace.run("cluster", "--strict", "-o", "out.ndjson", "bad.jsonl")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.hasPrefix("reprint: bad.jsonl:3: "))
    #expect(outcome.errors.contains(bad.reason))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(workspace.names == ["bad.jsonl", "out.ndjson"])
    #expect(workspace.text("out.ndjson") == "as before\n")
  }

  @Test(arguments: ["dedup", "pairs"])
  func strictHoldsForEveryCommand(command: String) throws {
    try workspace.write("bad.jsonl", dump(around: "[]"))
    let outcome = try workspace.run(command, "--strict", "bad.jsonl")
    #expect(outcome.ending == .status(2))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("reprint: bad.jsonl:3: not a JSON object"))
  }

  @Test func aDumpThatBreaksOffInItsLastLineLosesOnlyThat() throws {
    let whole = record(["id": "a", "text": article(1)]) + record(["id": "b", "text": article(1)])
    try workspace.write("in.jsonl", whole + String(record(["id": "c", "text": article(1)]).dropLast(10)))
    let outcome = try workspace.run("cluster", "in.jsonl")
    #expect(try outcome.clusters().map { Set($0.ids) } == [["a", "b"]])
    #expect(outcome.errors.contains("reprint: in.jsonl:3: the line ends inside a string (skipped)"))
  }

  @Test func badRecordsAreNamedByFileAndLineInEveryKindOfInput() throws {
    let bad = Data(dump(around: "[]").utf8)
    try workspace.write("a.jsonl", bad)
    try workspace.write("b.jsonl", bad)
    try workspace.shell("gzip b.jsonl")
    let outcome = try workspace.run("cluster", "a.jsonl", "-", "b.jsonl.gz", input: .pipe(bad))
    for path in ["a.jsonl", "-", "b.jsonl.gz"] {
      #expect(outcome.errors.contains("reprint: \(path):3: not a JSON object (skipped)\n"))
    }
    #expect(outcome.errors.contains("6 documents, 1 cluster, 5 near-duplicates, 3 skipped"))
  }

  @Test func aBadRecordOnStandardInputIsSkippedOnceTheFormatIsTold() throws {
    let dump = Data(("Internal Server Error\n" + dump(around: "[]")).utf8)
    let guessing = try workspace.run("cluster", input: .pipe(dump))
    #expect(guessing.ending == .status(2))
    #expect(guessing.errors.contains("use --input-format"))
    let told = try workspace.run("cluster", "--input-format", "jsonl", input: .pipe(dump))
    #expect(told.ending == .status(0))
    #expect(told.errors.contains("reprint: -:1: not a JSON object (skipped)\n"))
    #expect(told.errors.contains("2 documents, 1 cluster, 1 near-duplicate, 2 skipped"))
  }

  @Test func ofVeryManyBadRecordsTheFirstAreNamedAndAllAreCounted() throws {
    let copies = record(["id": "a", "text": article(1)]) + record(["id": "b", "text": article(1)])
    try workspace.write("in.jsonl", String(repeating: "[]\n", count: 1234) + copies)
    let outcome = try workspace.run("cluster", "in.jsonl")
    #expect(try outcome.clusters().map(\.size) == [2])
    let named = outcome.errors.split(separator: "\n").filter { $0.hasSuffix(": not a JSON object (skipped)") }
    #expect(named.count == 100)
    #expect(named.first == "reprint: in.jsonl:1: not a JSON object (skipped)")
    #expect(outcome.errors.contains("1,134 more"))
    #expect(outcome.errors.contains("2 documents, 1 cluster, 1 near-duplicate, 1,234 skipped"))
  }

  @Test func strictSeesABadRecordBehindAHundredRecordsThatWereRepaired() throws {
    var dump = Data()
    for _ in 0..<100 { dump += Data("{\"text\":\"one ".utf8) + [0xFF] + Data(" two\"}\n".utf8) }
    try workspace.write("in.jsonl", dump + Data("[]\n".utf8))
    let outcome = try workspace.run("cluster", "--strict", "in.jsonl")
    #expect(outcome.ending == .status(2))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "reprint: in.jsonl:101: not a JSON object\n")
  }

  // MARK: Bytes that are no text

  @Test func invalidUTF8SeparatesWordsIsNamedAndComesOutAsItWas() throws {
    // Stray continuation, overlong slash, surrogate, lead without continuation, beyond the last plane.
    let stray: [[UInt8]] = [
      [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ]
    var dump = Data("{\"id\":\"bad\",\"text\":\"".utf8)
    for (number, bytes) in stray.enumerated() { dump += Data("w\(number)".utf8) + bytes }
    dump += Data("end\"}\n".utf8)
    dump += Data(record(["id": "good", "text": stray.indices.map { "w\($0)" }.joined(separator: " ") + " end"]).utf8)
    try workspace.write("in.jsonl", dump)
    let clusters = try workspace.run("cluster", "-t", "1", "in.jsonl")
    #expect(clusters.ending == .status(0))
    #expect(try clusters.clusters().map { Set($0.ids) } == [["bad", "good"]])
    #expect(clusters.errors.contains("reprint: in.jsonl:1: "))
    #expect(clusters.errors.contains("invalid UTF-8 sequences or escapes, read as white space"))
    #expect(!clusters.errors.contains("skipped"))
    let kept = try workspace.run("dedup", "-t", "1", "--keep", "first", "in.jsonl")
    expectSame(kept.output, dump.prefix(through: dump.firstIndex(of: 0x0A)!))
  }

  @Test func idsThatAreNoTextArePrintedAsText() throws {
    var dump = Data("{\"id\":\"caf".utf8) + [0xE9] + Data("\",\"text\":\"\(article(1))\"}\n".utf8)
    dump += Data(record(["id": "b", "text": article(1)]).utf8)
    try workspace.write("in.jsonl", dump)
    let outcome = try workspace.run("cluster", "--keep", "first", "in.jsonl")
    #expect(try outcome.clusters().map(\.ids) == [["caf\u{FFFD}", "b"]])
  }

  @Test func nulBytesInATextSeparateWordsAndAreNamed() throws {
    let first = "{\"id\":\"nul\",\"text\":\"one\0two three\0\0four five\"}\n"
    try workspace.write("in.jsonl", first + record(["id": "plain", "text": "one two three four five"]))
    let outcome = try workspace.run("cluster", "-t", "1", "in.jsonl")
    #expect(outcome.ending == .status(0))
    #expect(try outcome.clusters().map { Set($0.ids) } == [["nul", "plain"]])
    #expect(outcome.errors.contains("reprint: in.jsonl:1: NUL bytes, read as white space\n"))
    #expect(try workspace.run("dedup", "-t", "1", "--keep", "first", "in.jsonl").text == first)
  }

  @Test func aTextFileMayHoldAnything() throws {
    try workspace.write("a.txt", Data("one two\0three ".utf8) + [0xFF, 0xFE] + Data(" four five".utf8))
    try workspace.write("b.txt", "one two three four five")
    let outcome = try workspace.run("cluster", "-t", "1", "a.txt", "b.txt")
    #expect(try outcome.clusters().map { Set($0.ids) } == [["a.txt", "b.txt"]])
    #expect(outcome.errors.contains("reprint: a.txt: NUL bytes, read as white space\n"))
    #expect(outcome.errors.contains("reprint: a.txt: 2 invalid UTF-8 sequences or escapes, read as white space\n"))
  }

  @Test(arguments: ["file", "pipe"])
  func aByteOrderMarkIsNoPartOfTheFirstRecord(way: String) throws {
    let lines = record(["id": "a", "text": article(1)]) + record(["id": "b", "text": article(1)])
    try workspace.write("in.jsonl", "\u{FEFF}" + lines)
    let arguments = way == "file" ? ["in.jsonl"] : ["-"]
    let input: Input = way == "file" ? .nothing : .pipe(Data(("\u{FEFF}" + lines).utf8))
    let outcome = try workspace.run(["cluster", "--keep", "first"] + arguments, input: input)
    #expect(try outcome.clusters().map(\.ids) == [["a", "b"]])
    #expect(!outcome.errors.contains("skipped"))
    let kept = try workspace.run(["dedup", "--keep", "first"] + arguments, input: input)
    #expect(kept.text == record(["id": "a", "text": article(1)]))
  }

  // MARK: Lines

  /// A record of about so many bytes, of the same ten words over and over.
  private func longRecord(bytes: Int) -> Data {
    let words = "alpha beta gamma delta epsilon zeta eta theta iota kappa "
    return Data("{\"id\":\"long\",\"text\":\"\(String(repeating: words, count: bytes / words.utf8.count))\"}\n".utf8)
  }

  @Test func aLineThatIsLargerThanAnyChunkIsOneRecord() throws {
    let size = BuiltBinary.isDebug && !BuiltBinary.runsLargeTests ? 12_000_000 : 200_000_000
    let long = longRecord(bytes: size)
    let dump =
      Data(record(["id": "a", "text": article(1)]).utf8) + long + Data(record(["id": "b", "text": article(1)]).utf8)
    try workspace.write("in.jsonl", dump + Data("[]\n".utf8))
    let outcome = try workspace.run("dedup", "in.jsonl", "-o", "out.jsonl", "--removed", "removed.ndjson")
    #expect(outcome.ending == .status(0))
    #expect(outcome.errors.contains("reprint: in.jsonl:4: not a JSON object (skipped)"))
    #expect(outcome.errors.contains("3 documents, 1 cluster, 1 removed, 1 skipped"))
    expectSame(
      workspace.read("out.jsonl"), dump.prefix(dump.count - record(["id": "b", "text": article(1)]).utf8.count))
  }

  @Test func aLineThatIsLargerThanAnyChunkComesThroughAPipe() throws {
    let size = BuiltBinary.isDebug ? 5_000_000 : BuiltBinary.runsLargeTests ? 200_000_000 : 24_000_000
    let copy = Data(record(["id": "a", "text": article(1)]).utf8)
    let dump = copy + longRecord(bytes: size) + copy
    let outcome = try workspace.run("dedup", input: .pipe(dump))
    #expect(outcome.ending == .status(0))
    expectSame(outcome.output, dump.dropLast(copy.count))
    #expect(outcome.errors.contains("3 documents, 1 cluster, 1 removed"))
  }

  @Test(arguments: ["", "\n", "\r\n", " \t \n\n\r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func emptyInputGivesEmptyOutput(text: String) throws {
    try workspace.write("in.jsonl", text)
    for (arguments, input) in [(["in.jsonl"], Input.nothing), ([], .pipe(Data(text.utf8))), (["-"], .nothing)] {
      for command in ["cluster", "dedup", "pairs"] {
        let outcome = try workspace.run([command] + arguments, input: input)
        #expect(outcome.ending == .status(0))
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("0 documents"))
        #expect(!outcome.errors.contains("skipped"))
      }
    }
  }

  @Test(arguments: ["in.jsonl", "in.txt"])
  func anEmptyFileIsNamed(name: String) throws {
    try workspace.write(name, "")
    let outcome = try workspace.run("cluster", name)
    #expect(outcome.ending == .status(0))
    #expect(outcome.errors.contains("reprint: \(name): empty file\n"))
    #expect(try workspace.run("cluster", "--strict", name).ending == .status(0))
  }

  @Test func blankLinesAreNoRecordsButLines() throws {
    let line = record(["text": article(1)])
    try workspace.write("in.jsonl", "\n\r\n" + line + " \t\r\n\n" + line + "\n")
    let outcome = try workspace.run("cluster", "--strict", "--keep", "first", "in.jsonl")
    #expect(try outcome.clusters().map(\.ids) == [["in.jsonl:3", "in.jsonl:6"]])
    #expect(outcome.errors.hasPrefix("2 documents, 1 cluster, 1 near-duplicate, "), "\(outcome.errors)")
    #expect(try workspace.run("dedup", "in.jsonl").text == line)
  }

  @Test func documentsThatShareAnIdAreNamedAndAllAreRead() throws {
    try workspace.write(
      "a.jsonl", record(["id": "same", "text": article(1)]) + record(["id": "other", "text": article(2)]))
    try workspace.write(
      "b.jsonl", "{\"id\":\"s\\u0061me\",\"text\":\"\(article(1))\"}\n" + record(["id": "same", "text": article(3)]))
    let outcome = try workspace.run("cluster", "a.jsonl", "b.jsonl")
    #expect(outcome.ending == .status(0))
    #expect(try outcome.clusters().map(\.ids) == [["same", "same"]])
    #expect(outcome.errors.contains("reprint: b.jsonl:1: id \"same\" is that of a.jsonl:1 too\n"))
    #expect(outcome.errors.contains("reprint: b.jsonl:2: id \"same\" is that of a.jsonl:1 too\n"))
    #expect(outcome.errors.contains("4 documents"))
    #expect(!outcome.errors.contains("other"))
  }
}
