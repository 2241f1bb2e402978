import Foundation
import Reprint
import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import ReprintDumps

/// Dumps that are converted, read whole.
@Suite struct ConversionSketcherTests {
  private let directory = TemporaryDirectory()

  private func read(
    _ paths: [String], threads: Int = 1, format: DumpFormat? = nil, fields: RecordFields = RecordFields(),
    strict: Bool = false
  ) throws -> SketchedDump {
    var options = SketchedDump.ReadOptions()
    options.clustering.threads = threads
    options.format = format
    options.fields = fields
    options.isStrict = strict
    return try SketchedDump.read(paths, options: options)
  }

  private func names(_ dump: SketchedDump) -> [String] { (0..<dump.report.documents).map { dump.name(of: $0) } }

  private func kept(_ dump: SketchedDump, where isKept: (Int) -> Bool = { _ in true }) throws -> [UInt8] {
    let output = try DumpOutput(directory["out"])
    try dump.writeRecords(to: output, where: isKept)
    try output.finish()
    return directory.read("out")!
  }

  private static func archive(_ count: Int, words: Int = 2000) -> [[UInt8]] {
    (0..<count).map { index in
      index % 10 == 3
        ? ArchiveBuilder.record("warcinfo", Array("part \(index)".utf8))
        : ArchiveBuilder.text(
          "http://a.example/\(index)", (0..<words).map { "w\(index * 31 + $0 % 977)" }.joined(separator: " "))
    }
  }

  @Test func archivesReadTheSameOnAnyNumberOfThreadsCompressedOrNot() throws {
    let records = Self.archive(300)
    let whole = records.flatMap(\.self)
    #expect(whole.count > 2 * ChunkFeed.smallFile)
    let path = directory.write(whole, to: "a.warc")
    let one = try read([path])
    #expect(one.report.documents == 270 && one.report.passedOver == ["warcinfo": 30])
    #expect(one.report.problems.isEmpty && one.report.bytes == whole.count)
    #expect(try kept(one) == whole)
    let odd = try kept(one) { $0 % 2 == 1 }
    let many = try read([path], threads: 5)
    #expect(names(many) == names(one) && many.table.wordCounts == one.table.wordCounts)
    #expect(try kept(many) { $0 % 2 == 1 } == odd)
    guard Program.path("gzip") != nil else { return }
    // Each record is a member of its own, as crawlers write them.
    let members = try records.map { try Program.run("gzip", ["-c", directory.write($0, to: "r")]) }
    let packed = try read([directory.write(members.flatMap(\.self), to: "a.warc.gz")], threads: 3)
    #expect(names(packed) == names(one) && packed.table.wordCounts == one.table.wordCounts)
    #expect(try kept(packed) { $0 % 2 == 1 } == odd)
  }

  @Test func problemsOfArchivesAreNamedByTheirByteInTheFile() throws {
    let records = Self.archive(200) + [Array("junk\r\n".utf8)] + Self.archive(100)
    let before = records[..<200].reduce(0) { $0 + $1.count }
    let path = directory.write(records.flatMap(\.self), to: "a.warc")
    for threads in [1, 4] {
      let report = try read([path], threads: threads).report
      #expect(report.problems.map(\.error.description) == ["\(path):byte \(before): no WARC record starts here"])
    }
    #expect(throws: DumpError(path, offset: before, "no WARC record starts here")) { try read([path], strict: true) }
  }

  @Test func garbageInAStreamIsPassedOver() throws {
    let junk = [UInt8](repeating: UInt8(ascii: "W"), count: 11 << 20)
    let records = [
      ArchiveBuilder.text("http://a.example/", "one"), junk, ArchiveBuilder.text("http://b.example/", "two"),
    ]
    let bytes = records[0] + junk + Array("\n".utf8) + records[2]
    let path = directory["pipe"]
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Threads.start { try? Data(bytes).write(to: URL(filePath: path), options: []) }
    defer { Threads.join(writer) }
    let dump = try read([path])
    #expect(names(dump) == ["http://a.example/", "http://b.example/"])
    #expect(dump.report.problems.map(\.error.offset) == [records[0].count])
  }

  @Test func pagesThatWereFetchedTwiceHaveTheirPlaceInTheId() throws {
    let first = ArchiveBuilder.text("http://a.example/", "one")
    let path = directory.write(first + first + first, to: "a.warc")
    let dump = try read([path])
    #expect(
      names(dump) == [
        "http://a.example/", "http://a.example/ \(path):\(first.count)", "http://a.example/ \(path):\(2 * first.count)",
      ])
    #expect(dump.report.problems.isEmpty)
    #expect(dump.describe(1).url == "http://a.example/")
    let nameless = directory.write(ArchiveBuilder.record("conversion", contentType: "text/plain", [97]), to: "b.warc")
    #expect(try names(read([nameless])) == ["\(nameless):0"])
  }

  @Test func tablesKeepLinesAndNamesOfFields() throws {
    var fields = RecordFields()
    fields.text = "body"
    fields.id = "key"
    let padding = String(repeating: " ", count: 600)
    var text = "key,body\r\n"
    for index in 0..<4000 {
      let key = index % 3 == 0 ? "" : "k\(index)"
      text += index % 7 == 0 ? "too,many,fields\r\n" : "\(key),\"text \(index)\nand more\(padding)\"\r\n"
    }
    let path = directory.write(text, to: "a.csv")
    var expected: [String] = []
    var line = 2
    var ragged: [Int] = []
    for index in 0..<4000 {
      if index % 7 == 0 {
        ragged.append(line)
      } else {
        expected.append(index % 3 == 0 ? "\(path):\(line)" : "k\(index)")
      }
      line += index % 7 == 0 ? 1 : 2
    }
    let dump = try read([path], threads: 3, fields: fields)
    #expect(names(dump) == expected)
    #expect(dump.report.problems.map(\.error.line) == Array(ragged.prefix(DumpReport.mostKept)))
    #expect(dump.report.count(.skipped) == ragged.count)
    let copied = try kept(dump)
    #expect(copied == Array(text.replacingOccurrences(of: "too,many,fields\r\n", with: "").utf8))
  }

  @Test func tablesWithOneHeaderBecomeOneTable() throws {
    let a = directory.write("\u{FEFF}id,text\r\n1,\"a\r\nb\"\r\n", to: "a.csv")
    let b = directory.write("id,text\n2,c", to: "b.csv")
    #expect(try kept(read([a, b])) == Array("\u{FEFF}id,text\r\n1,\"a\r\nb\"\r\n2,c\n".utf8))
    let other = directory.write("text,id\nc,3\n", to: "c.csv")
    let lines = "{\"id\":\"2\",\"text\":\"c\"}\n{\"text\":\"c\",\"id\":\"3\"}\n"
    #expect(try kept(read([b, other])) == Array(lines.utf8))
    let wide = directory.write("Text\tid\trank\tID\n\"d \"\"x\"\"\"\t\t07\tz\n", to: "e.tsv")
    let line = #"{"id":"\#(wide):2","text":"d \"x\"","rank":"07","ID":"z"}"#
    #expect(try kept(read([b, wide])) == Array(("{\"id\":\"2\",\"text\":\"c\"}\n" + line + "\n").utf8))
    let twice = directory.write(Array("x,id,text,x,,\r\n1,a,caf".utf8) + [0xE9] + Array(",2,3,4\r\n".utf8), to: "f.csv")
    let named = #"{"x":"1","id":"a","text":"caf�","x_2":"2","":"3","_2":"4"}"#
    #expect(try kept(read([b, twice])) == Array(("{\"id\":\"2\",\"text\":\"c\"}\n" + named + "\n").utf8))
    let empty = directory.write("id,text\n", to: "d.csv")
    #expect(try kept(read([empty])) == Array("id,text\n".utf8))
  }

  @Test func mixedDumpsBecomeLinesWithIds() throws {
    let records = [
      directory.write("{\"text\":\"a\"}\n", to: "a.jsonl"), directory.write("text\nb", to: "b.csv"),
      directory.write(ArchiveBuilder.text("http://c.example/", "c"), to: "c.wet"),
      directory.write("<title>T</title>d", to: "d.html"), directory.write("e", to: "e.txt"),
    ]
    let expected = [
      #"{"text":"a"}"#, #"{"id":"\#(records[1]):2","text":"b"}"#,
      #"{"id":"http://c.example/","url":"http://c.example/","site":"c.example","published":"2025-08-21T10:00:00Z","text":"c"}"#,
      #"{"id":"\#(records[3])","title":"T","text":"d"}"#, #"{"id":"\#(records[4])","text":"e"}"#,
    ]
    #expect(try kept(read(records)) == Array((expected.joined(separator: "\n") + "\n").utf8))
  }

  @Test func thousandsOfPagesAreReadInOrder() throws {
    for index in 0..<1500 { directory.write("<p>page number \(index) of many", to: "pages/\(10000 + index).html") }
    let dump = try read([directory["pages"]], threads: 4)
    #expect(names(dump) == (0..<1500).map { directory["pages/\(10000 + $0).html"] })
    #expect(dump.table.wordCounts == [UInt32](repeating: 5, count: 1500))
  }

  @Test func recordsMayHoldAPageInsteadOfAText() throws {
    let path = directory.write(
      """
      {"id":"a","html":"<p>one <b>two<\\/b> three"}
      {"id":"b","text":null,"html":"<script>x</script>four"}
      {"id":"c","text":"one two three","html":"<p>not this"}
      {"id":"d","text":5}
      {"id":"e","html":""}
      {"id":"f","text":"","html":"<p>five six"}
      {"id":"g","text":""}
      """, to: "a.jsonl")
    let dump = try read([path])
    #expect(names(dump) == ["a", "b", "c", "e", "f", "g"])
    #expect(dump.table.wordCounts == [3, 1, 3, 0, 2, 0])
    #expect(String(decoding: dump.article(4).text, as: UTF8.self).contains("five six") && dump.article(5).text.isEmpty)
    #expect(dump.report.problems.map(\.error.reason) == ["field \"text\" is a number, not a string"])
    var sketcher = DocumentSketcher(shingleWidth: 5, slots: 128)
    let page = Array(dump.shingles(of: 0, with: &sketcher))
    #expect(page == Array(dump.shingles(of: 2, with: &sketcher)) && page.count == 1)
    var fields = RecordFields()
    fields.html = "page.body"
    let nested = directory.write(#"{"page":{"body":"<p>a b"}}"#, to: "b.jsonl")
    #expect(try read([nested], fields: fields).table.wordCounts == [2])
  }

  @Test func textDocumentsComeFromAllFormats() throws {
    let archived = ArchiveBuilder.text("http://c.example/", "c")
    let paths = [
      directory.write("text,id\n\"a\nb\",\nx\nc,3\n", to: "a.csv"), directory.write(archived + archived, to: "c.warc"),
      directory.write("d<br>", to: "d.htm"), directory.write(#"{"html":"<i>e"}"#, to: "e.jsonl"),
      directory.write("", to: "f.warc"),
    ]
    let reading = try TextDocument.read(paths)
    #expect(
      reading.documents.map(\.name) == [
        "\(paths[0]):2", "3", "http://c.example/", "http://c.example/", paths[2], "\(paths[3]):1",
      ])
    #expect(reading.documents.map { String(decoding: $0.text, as: UTF8.self) } == ["a\nb", "c", "c", "c", "d", "e"])
    #expect(reading.report.problems.map(\.error.description) == ["\(paths[0]):4: 1 field, where the header has 2"])
  }

  @Test func firstBytesTellFormats() throws {
    let archive = directory.write(Array("\r\n".utf8) + ArchiveBuilder.text("http://c.example/", "c"), to: "a")
    let page = directory.write(" <!DOCTYPE html><p>x", to: "b")
    #expect(try names(read([archive, page])) == ["http://c.example/", page])
    let table = directory.write("text\nc\n", to: "c")
    #expect(throws: DumpError.self) { try read([table]) }
    #expect(try names(read([table], format: .csv)) == ["\(table):2"])
    #expect(throws: DumpError.self) { try read([directory.write("WAR", to: "d")]) }
  }
}
