import Foundation
import Reprint
import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct SketchedDumpTests {
  private let directory = TemporaryDirectory()

  private func read(
    _ paths: [String], threads: Int = 1, strict: Bool = false, fields: RecordFields = RecordFields(),
    format: DumpFormat? = nil
  ) throws -> SketchedDump {
    var options = SketchedDump.ReadOptions()
    options.clustering.threads = threads
    options.isStrict = strict
    options.fields = fields
    options.format = format
    return try SketchedDump.read(paths, options: options)
  }

  private func dump(_ lines: String..., name: String = "a.jsonl", strict: Bool = false) throws -> SketchedDump {
    try read([directory.write(lines.joined(separator: "\n"), to: name)], strict: strict)
  }

  private func identifiers(_ dump: SketchedDump) -> [String] {
    (0..<dump.report.documents).map { String(decoding: dump.identifier(of: $0), as: UTF8.self) }
  }

  private func problems(_ dump: SketchedDump) -> [String] {
    dump.report.problems.map { problem in
      "\(problem.kind) \(problem.error.line.map(String.init) ?? "-") \(problem.error.reason)"
    }
  }

  // MARK: Documents

  @Test func documentsAreTheRecordsInInputOrder() throws {
    let found = try dump(
      #"{"id":"x","text":"one two three"}"#, #"{"text":"","id":7}"#, #"{"text":"four","id":null}"#,
      #"{"text":"five six"}"#)
    #expect(found.report.documents == 4 && found.report.emptyDocuments == 1)
    #expect(identifiers(found) == ["x", "7", "\(directory["a.jsonl"]):3", "\(directory["a.jsonl"]):4"])
    #expect(found.table.wordCounts == [3, 0, 1, 2])
    #expect(found.report.problems.isEmpty)
  }

  @Test func defaultIdentifiersCountTheLinesOfTheFile() throws {
    let lines = "\u{FEFF}\n{\"text\":\"a\"}\r\n\n  \r\nbroken\n{\"text\":\"b\"}\n\n{\"text\":\"c\"}"
    let path = directory.write(lines, to: "a.jsonl")
    let second = directory.write("{\"text\":\"d\"}\n", to: "b.jsonl")
    let found = try read([path, second])
    #expect(identifiers(found) == ["\(path):2", "\(path):6", "\(path):8", "\(second):1"])
    #expect(problems(found) == ["skipped 5 not a JSON object"])
  }

  @Test func theLastOfTwoIdentifiersCounts() throws {
    let once = (0..<3).map { #"{"id":"n\#($0)","text":"some words","x":{"id":"other"}}"# }
    let twice = #"{"id":"first","text":"some words","id":"last"}"#
    for lines in [once, once + [twice], [twice] + once] {
      let expected = lines.map { $0 == twice ? "last" : String($0.dropFirst(7).prefix(2)) }
      #expect(identifiers(try dump(lines.joined(separator: "\n"))) == expected)
    }
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    let found = try dump("\u{FEFF}{\"text\":\"a\"}", #"{"text":"b"}"#)
    #expect(found.report.documents == 2 && found.report.problems.isEmpty)
  }

  @Test func descriptionsHoldWhatTheRecordSays() throws {
    var fields = RecordFields()
    fields.author = "by.name"
    let path = directory.write(
      #"{"id":"a","url":"http:\/\/x.example/","site":"X","by":{"name":"\u00c5sa"},"#
        + #""published":"2025-08-21T08:30:05Z","title":"T \"q\"","text":"body"}"#
        + "\n"
        + #"{"text":"x","url":5,"site":null,"title":["no"]}"#,
      to: "a.jsonl")
    let found = try read([path], fields: fields)
    var expected = DocumentDescription(id: "a")
    expected.url = "http://x.example/"
    expected.site = "X"
    expected.author = "Åsa"
    expected.published = "2025-08-21T08:30:05Z"
    expected.title = "T \"q\""
    #expect(found.describe(0) == expected)
    #expect(found.published(of: 0) == 1_755_765_005)
    var second = DocumentDescription(id: "\(path):2")
    second.url = "5"
    #expect(found.describe(1) == second)
    #expect(found.published(of: 1) == nil)
  }

  @Test func textFilesAreOneDocumentEach() throws {
    directory.write("One two.\nThree.", to: "pages/a.txt")
    directory.write("", to: "pages/b.txt")
    directory.write("{\"text\": \"four\"}", to: "pages/c.md")
    let found = try read([directory["pages"]])
    #expect(identifiers(found) == [directory["pages/a.txt"], directory["pages/c.md"]])
    #expect(found.table.wordCounts == [3, 2])
    #expect(problems(found) == ["file - empty file"])
    #expect(found.describe(0) == DocumentDescription(id: directory["pages/a.txt"]))
    let asLines = try read([directory["pages/c.md"]], format: .jsonLines)
    #expect(asLines.table.wordCounts == [1])
  }

  /// A text's sketch and set are those of its words, however the record spells them.
  @Test func spellingsOfOneTextAreOneDocument() throws {
    let text = "Grüße aus “Köln” — 1.5 Mio. Gäste, 日本語 too"
    let escaped = text.unicodeScalars.map {
      $0.isASCII ? String($0) : $0.utf16.map { "\\u" + String($0, radix: 16).leftPadded(4) }.joined()
    }.joined()
    let lines = [
      "{\"text\":\"\(text)\"}", "{\"text\":\"\(escaped)\"}",
      "{\"a\":[\"x\"],\"text\" : \"\(text.uppercased())\" , \"z\":1}",
    ]
    let found = try read([
      directory.write(lines.joined(separator: "\n"), to: "a.jsonl"), directory.write(text, to: "b.txt"),
    ])
    #expect(found.report.documents == 4)
    #expect(Set(found.table.fingerprints).count == 1)
    var sketcher = DocumentSketcher(shingleWidth: 5, slots: 128)
    let sets = (0..<4).map { Array(found.shingles(of: $0, with: &sketcher)) }
    #expect(!sets[0].isEmpty && sets.allSatisfy { $0 == sets[0] })
  }

  // MARK: Problems

  @Test func recordsThatCannotBeReadAreSkippedAndNamed() throws {
    let found = try dump(
      #"{"text":"good"}"#, #"{"text":"cut off"#, #"["text"]"#, #"{"id":"a"}"#, #"{"text":null}"#, #"{"text":5}"#,
      #"{"text":{"a":1}}"#, #"{"text":["a"]}"#,
      #"{"text":true}"#, #"{"text":"x","id":[1]}"#, #"{"text":"x","id":true}"#, #"{"text":"x"} extra"#,
      #"{"text":"last"}"#)
    #expect(found.report.documents == 2)
    #expect(
      problems(found) == [
        "skipped 2 the line ends inside a string", "skipped 3 not a JSON object", "skipped 4 no field \"text\"",
        "skipped 5 field \"text\" is null, not a string", "skipped 6 field \"text\" is a number, not a string",
        "skipped 7 field \"text\" is an object, not a string", "skipped 8 field \"text\" is an array, not a string",
        "skipped 9 field \"text\" is a boolean, not a string", "skipped 10 the id is an array, not a string",
        "skipped 11 the id is a boolean, not a string", "skipped 12 something follows the JSON object",
      ])
    #expect(found.report.count(.skipped) == 11)
    #expect(identifiers(found) == ["\(directory["a.jsonl"]):1", "\(directory["a.jsonl"]):13"])
    #expect(found.report.problems.allSatisfy { $0.error.path == directory["a.jsonl"] })
  }

  @Test func bytesThatAreNoTextAreCounted() throws {
    let line =
      Array("{\"text\":\"a ".utf8) + [0xFF, 0x20, 0xC3]
      + Array(" \\ud800 b\"}\n{\"text\":\"c\u{0}d\"}\n{\"text\":\"e\"}\n".utf8)
    let found = try read([directory.write(line, to: "a.jsonl")])
    #expect(found.table.wordCounts == [2, 2, 1])
    #expect(
      problems(found) == [
        "repaired 1 3 invalid UTF-8 sequences or escapes, read as white space",
        "repaired 2 NUL bytes, read as white space",
      ])
  }

  @Test func repeatedIdentifiersAreNamed() throws {
    let found = try dump(
      #"{"id":"a","text":"1"}"#, #"{"id":"b","text":"2"}"#, #"{"id":"\u0061","text":"3"}"#, #"{"text":"4"}"#,
      #"{"text":"5","id":"a"}"#)
    #expect(
      problems(found) == [
        "duplicateID 3 id \"a\" is that of \(directory["a.jsonl"]):1 too",
        "duplicateID 5 id \"a\" is that of \(directory["a.jsonl"]):1 too",
      ])
    #expect(found.report.documents == 5)
  }

  @Test func filesOfOtherKindsAreNamedOnce() throws {
    directory.write(#"{"text":"x"}"#, to: "d/a.jsonl")
    for name in ["d/b.pdf", "d/c.wat", "d/d.png"] { directory.write("x", to: name) }
    let found = try read([directory["d"]])
    #expect(problems(found) == ["file - not a kind of file that dumps are made of; 2 more like it"])
  }

  @Test func strictRunsEndAtTheFirstRecordThatCannotBeRead() throws {
    #expect { try dump(#"{"text":"good"}"#, "bad", "worse", strict: true) } throws: {
      ($0 as? DumpError)?.description == "\(directory["a.jsonl"]):2: not a JSON object"
    }
    // What was read, with a repair or not, is no reason to stop.
    let repaired =
      Array("{\"text\":\"a ".utf8) + [0xFF]
      + Array("\"}\n{\"id\":1,\"text\":\"b\"}\n{\"id\":1,\"text\":\"c\"}\n\n".utf8)
    #expect(try read([directory.write(repaired, to: "b.jsonl")], strict: true).report.documents == 3)
  }

  @Test(arguments: [1, 3]) func strictRunsNameTheFirstInInputOrder(threads: Int) throws {
    let good = String(repeating: #"{"text":"a good line of some words"}"# + "\n", count: 10_000)
    let path = directory.write(good + "bad\n" + good + "worse\n" + good, to: "big.jsonl")
    for _ in 0..<3 {
      #expect(throws: DumpError(path, line: 10_001, "not a JSON object")) {
        try read([path], threads: threads, strict: true)
      }
    }
  }

  @Test func problemsOfOneKindDoNotHideThoseOfAnother() throws {
    let repaired = Array("{\"text\":\"a ".utf8) + [0xFF] + Array("\"}\n".utf8)
    let lines =
      Array(repeatElement(repaired, count: DumpReport.mostKept).joined()) + Array("bad\n{\"text\":\"b\"}\n".utf8)
    let path = directory.write(lines, to: "a.jsonl")
    let report = try read([path]).report
    #expect(report.count(.repaired) == DumpReport.mostKept && report.count(.skipped) == 1)
    let strict = Result { try read([path], strict: true) }
    #expect(report.problems.contains { $0.kind == .skipped })
    #expect(throws: DumpError.self) { try strict.get() }
  }

  // MARK: Ways to read

  private func mixedLines(_ count: Int) -> String {
    var generator = SeededGenerator(seed: 4)
    return (0..<count).map { number -> String in
      switch generator.number(0...9) {
      case 0: return ""
      case 1: return "{\"id\":\(number)}"
      default:
        let words = (0..<generator.number(0...60)).map { _ in
          generator.pick(["der", "die", "naïve", "\\n", "\\u00e9t\\u00e9", "1.5", "日本語", "\\\"x\\\""])
        }
        return "{\"id\":\"d\(number)\",\"text\":\"\(words.joined(separator: generator.pick([" ", ""])))\"}"
      }
    }.joined(separator: "\n")
  }

  /// Everything that a dump tells, but for its paths.
  private func summary(_ dump: SketchedDump) -> [String] {
    let documents = (0..<dump.report.documents).map { document in
      let row = Array(UnsafeBufferPointer(start: dump.table.row(document), count: dump.table.slots))
      let (words, fingerprint) = (dump.table.wordCounts[document], dump.table.fingerprints[document])
      return "\(dump.catalog.line(of: document)) \(words) \(fingerprint) \(row)"
    }
    return documents + problems(dump) + ["\(dump.report.bytes)"]
  }

  @Test func threadsChangeNothing() throws {
    let path = directory.write(mixedLines(8000), to: "a.jsonl")
    let one = summary(try read([path]))
    #expect(one.count > 6000)
    #expect(summary(try read([path], threads: 2)) == one)
    #expect(summary(try read([path], threads: 7)) == one)
  }

  @Test(.enabled(if: Program.path("gzip") != nil)) func compressionChangesNothing() throws {
    // Small and large: read, mapped, streamed.
    for count in [5, 300, 8000] {
      let path = directory.write(mixedLines(count), to: "a.jsonl")
      let plain = summary(try read([path]))
      try directory.write(Program.run("gzip", ["-c", path]), to: "b.jsonl.gz")
      #expect(summary(try read([directory["b.jsonl.gz"]])) == plain, "\(count) lines")
    }
  }

  /// The words of a record do not depend on where in a file it stands.
  @Test func positionInTheFileChangesNothing() throws {
    let record =
      #"{"text":"Line one\nline two\ttabbed, \"quoted\" and \u00e9 1.5 \\ over\/under "#
      + #"and some more words to fill it\nend"}"#
    let alone = try read([directory.write(record + String(repeating: " ", count: 300), to: "q.jsonl")])
    for before in 0..<130 {
      for after in ["", "\n", "\n{\"text\":\"" + String(repeating: "x", count: 200) + "\"}"] {
        let padding = "{\"text\":\"\(String(repeating: "y", count: before))\"}\n"
        let path = directory.write(padding + record + after, to: "p.jsonl")
        let found = try read([path])
        guard found.table.fingerprints[1] == alone.table.fingerprints[0] else {
          Issue.record("\(before) bytes before, \(after.count) behind")
          return
        }
      }
    }
  }

  @Test func progressIsReported() throws {
    let path = directory.write(mixedLines(100), to: "a.jsonl")
    var options = SketchedDump.ReadOptions()
    options.measuresStages = true
    let dump = try SketchedDump.read([path], options: options) { progress in
      #expect(progress.bytesRead <= progress.totalBytes)
    }
    #expect(dump.report.stageSeconds.keys.sorted() == ["parse", "sketch", "tokenise"])
  }

  @Test func bytesAreThoseOfTheRecords() throws {
    let found = try dump(#"{"text":"a"}"#, "", "bad", #"{"text":"bc"}"#)
    #expect(found.report.bytes == 12 + 13)
  }

  // MARK: Records

  @Test func recordsDescribeThemselvesAfterTheirFileIsGone() throws {
    let path = directory.write(#"{"id":"a","text":"one"}"#, to: "a.jsonl")
    let found = try read([path])
    try FileManager.default.removeItem(atPath: path)
    #expect(identifiers(found) == ["\(path):1"], "what cannot be read again has no id of its own")
    #expect(throws: DumpError(path, "changed while it was worked on")) { try found.requireRecords() }
  }

  @Test func documentsAreEstimatedFromTheBeginning() throws {
    let lines = String(repeating: #"{"text":"x"}"# + "\n", count: 1000)
    let path = directory.write(lines, to: "a.jsonl")
    let options = SketchedDump.ReadOptions()
    #expect(try SketchedDump.estimateDocuments([path], options: options) == 1000)
    #expect(try SketchedDump.estimateDocuments([path, directory.write("text", to: "b.txt")], options: options) == 1001)
    #expect(try SketchedDump.estimateDocuments([directory.write("{}", to: "c.jsonl")], options: options) == 1)
    #expect(try SketchedDump.estimateDocuments([directory.write("", to: "d.jsonl")], options: options) == 0)
    #expect(try SketchedDump.estimateDocuments([path, directory.write("", to: "e.jsonl.gz")], options: options) == nil)
    #expect(try SketchedDump.estimateDocuments([directory.write("<p>\n\n\n", to: "f.html")], options: options) == 1)
    #expect(try SketchedDump.estimateDocuments([directory.write("\n\n", to: "g.warc")], options: options) == nil)
  }

  @Test func duplicateIdentifiersAreFoundByTheirHashes() {
    #expect(DuplicateIDs.find([]).isEmpty)
    #expect(DuplicateIDs.find([0, 0, 0]).isEmpty, "0 stands for none")
    let found = DuplicateIDs.find([5, 0, 7, 5, 9, 7, 0, 5])
    #expect(found.map(\.document) == [3, 5, 7] && found.map(\.first) == [0, 2, 0])
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String { String(repeating: "0", count: width - count) + self }
}

extension FileOutput {
  @Suite struct RecordWritingTests {
    private let directory = TemporaryDirectory()

    @Test func recordsAreWrittenByteForByte() throws {
      let lines = [
        "{\"id\":\"a\", \"text\":\"x \\u00e9\" }", "  {\"text\":\"y\",\"id\":\"b\"}\t\r", "bad",
        "{\"text\":\"\u{FF}é\",\"z\":[1,2]}", "{\"text\":\"last\"}",
      ]
      let path = directory.write(lines.joined(separator: "\n"), to: "a.jsonl")
      let text = directory.write("A text\nwith \"lines\".\n", to: "b.txt")
      let dump = try SketchedDump.read([path, text], options: SketchedDump.ReadOptions())
      func written(_ isKept: (Int) -> Bool) throws -> String {
        let output = try DumpOutput(directory["out"])
        try dump.writeRecords(to: output, where: isKept)
        try output.finish()
        return String(decoding: directory.read("out")!, as: UTF8.self)
      }
      let line = "{\"id\":\"\(text)\",\"text\":\"A text\\nwith \\\"lines\\\".\\n\"}"
      let good = [lines[0], lines[1], lines[3], lines[4], line]
      #expect(try written { _ in true } == good.map { $0 + "\n" }.joined())
      #expect(try written { $0 == 1 || $0 == 4 } == good[1] + "\n" + good[4] + "\n")
      #expect(try written { _ in false } == "")
    }

    @Test func recordsThatAreNotThereAnyMoreEndTheRun() throws {
      let path = directory.write("{\"text\":\"one\"}\n{\"text\":\"two\"}\n", to: "a.jsonl")
      let dump = try SketchedDump.read([path], options: SketchedDump.ReadOptions())
      directory.write("{\"text\":\"one\"}\n{\"te", to: "a.jsonl")
      #expect(throws: DumpError(path, "changed while it was worked on")) {
        let output = try DumpOutput(directory["out"])
        try dump.writeRecords(to: output) { _ in true }
        try output.finish()
      }
      #expect(directory.read("out") == nil)
    }

    @Test func recordsOfMappedFilesAreWrittenByteForByte() throws {
      var generator = SeededGenerator(seed: 9)
      let lines = (0..<3000).map {
        "{\"id\":\($0),\"text\":\"\(String(repeating: "wort ", count: generator.number(0...200)))\"}"
      }
      let path = directory.write(lines.joined(separator: "\n"), to: "a.jsonl")
      let dump = try SketchedDump.read([path], options: SketchedDump.ReadOptions())
      let output = try DumpOutput(directory["out"])
      try dump.writeRecords(to: output) { $0 % 3 == 0 }
      try output.finish()
      let expected = lines.enumerated().filter { $0.offset % 3 == 0 }.map { $0.element + "\n" }.joined()
      #expect(directory.read("out") == Array(expected.utf8))
    }
  }
}
