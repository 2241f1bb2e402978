import Reprint
import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct DumpScanTests {
  private let directory = TemporaryDirectory()

  /// Takes every record.
  private struct Visitor: RecordVisitor, ~Copyable {
    private var text = 0
    var wantsRecord: Bool { true }
    var wordCount: Int { text }
    var invalidSequences: Int { 0 }
    mutating func resetInvalidSequences() {}
    mutating func look(plain text: UnsafeBufferPointer<UInt8>, readableEnd: UnsafePointer<UInt8>?) {
      self.text = text.count
    }
    mutating func look(
      jsonString start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, readableEnd: UnsafePointer<UInt8>
    ) -> UnsafePointer<UInt8> {
      let quote = JSONCursor.closingQuote(from: start, end: end) ?? end
      text = quote - start
      return quote
    }
    mutating func visit(_ article: TracedArticle, dropped: [DroppedLine]) -> Int? { text }
  }

  private func scan(_ paths: [String], threads: Int = 1, isStrict: Bool = false) throws -> (
    articles: [TracedArticle], report: DumpReport
  ) {
    var scan = DumpScan()
    scan.threads = threads
    scan.isStrict = isStrict
    let articles = Locked<[TracedArticle]>([])
    let report = try scan.run(paths, makeVisitor: { Visitor() }) { (found: DumpScan.Found<Int>) throws(DumpError) in
      articles.withLock { $0.append(found.article) }
    }
    return (articles.value, report)
  }

  @Test func recordsHaveTheirFields() throws {
    let path = directory.write(
      Array(
        #"""
        {"id":"a","url":"https://x.example/1","site":"X","author":"Y Z","title":"T","published":"2025-08-21","text":"One \"two\"."}

        {"text":"No id."}
        nonsense
        {"id":7,"published":"yesterday","text":""}
        """#.utf8), to: "dump.jsonl")
    let text = directory.write(Array("\u{FEFF}Plain.".utf8), to: "page.txt")
    let (articles, report) = try scan([path, text])
    #expect(articles.map(\.id) == ["a", "\(path):3", "7", text])
    #expect(articles.map { String(decoding: $0.text, as: UTF8.self) } == ["One \"two\".", "No id.", "", "Plain."])
    #expect(articles[0].url == "https://x.example/1" && articles[0].site == "X" && articles[0].author == "Y Z")
    #expect(articles[0].published == PublicationTime(seconds: 1_755_734_400, slack: 86_400, text: "2025-08-21"))
    #expect(articles[2].published == nil)
    #expect(report.documents == 4 && report.emptyDocuments == 1 && report.count(.skipped) == 1)
    #expect(report.problems.map(\.error) == [DumpError(path, line: 4, "not a JSON object")])
    #expect(throws: DumpError.self) { try scan([path], isStrict: true) }
  }

  @Test(arguments: [1, 2, 5]) func orderIsThatOfTheInput(threads: Int) throws {
    var generator = SeededGenerator(seed: 3)
    var paths: [String] = []
    var ids: [String] = []
    for file in 0..<3 {
      var lines = ""
      for line in 0..<4000 {
        ids.append("\(file)-\(line)")
        let text = String(repeating: "word ", count: generator.number(0...120))
        lines += "{\"id\":\"\(file)-\(line)\",\"text\":\"\(text)\"}\n"
      }
      paths.append(directory.write(Array(lines.utf8), to: "\(file).jsonl"))
    }
    let (articles, report) = try scan(paths, threads: threads)
    #expect(articles.map(\.id) == ids)
    #expect(report.documents == ids.count)
  }

  @Test func whatTheReceiverThrowsEndsTheRun() throws {
    let path = directory.write(Array("{\"text\":\"a\"}\n{\"text\":\"b\"}\n".utf8), to: "dump.jsonl")
    let calls = Counter()
    #expect(throws: DumpError("out", "full")) {
      try DumpScan().run([path], makeVisitor: { Visitor() }) { (_: DumpScan.Found<Int>) throws(DumpError) in
        calls.advance(by: 1)
        throw DumpError("out", "full")
      }
    }
    #expect(calls.value == 1)
  }
}
