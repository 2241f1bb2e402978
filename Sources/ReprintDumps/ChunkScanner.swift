import Reprint
import ReprintPlatform

/// What one worker found in one chunk.
struct ScannedChunk<Finding: Sendable>: Sendable {
  struct Found: Sendable {
    /// The record's line in the chunk, from 0; where records are no lines its byte.
    var place: Int
    /// Whether the record has an id of its own.
    var hasName: Bool
    var article: TracedArticle
    var finding: Finding
  }

  var file: Int
  var format: DumpFormat
  var found: [Found] = []
  var documents = 0
  var emptyDocuments = 0
  var bytes = 0
  var lineCount = 0
  var problems = ChunkProblems()
  var passedOver: [String: Int] = [:]
  /// Where the chunk starts in its file, after decompression.
  var position = 0

  mutating func add(_ kind: DumpReport.Problem.Kind, _ reason: @autoclosure () -> String) {
    problems.add(kind, at: lineCount, reason())
  }

  /// Where something stands in the file.
  func place(_ place: Int, linesBefore: Int) -> RecordPlace {
    format.place(place, linesBefore: linesBefore, position: position)
  }
}

/// Reads the records of chunks and shows their texts to a visitor, each in one pass over its bytes.
///
/// One a worker.
struct ChunkScanner<Visitor: RecordVisitor & ~Copyable>: ~Copyable {
  private var visitor: Visitor
  private var parser: JSONRecordParser
  /// For what was converted: its fields have their usual names.
  private var convertedParser = JSONRecordParser(FieldSelector(RecordFields(), only: RecordField.allCases))
  private var pageParser: JSONRecordParser
  private let fields: RecordFields
  private let blocks: BlockSelection
  private let furniture: SiteFurniture?

  /// - Parameters:
  ///   - blocks: what of pages becomes their text.
  ///   - furniture: what there is of it on the sites of the dump.
  init(
    _ visitor: consuming Visitor, _ fields: RecordFields, blocks: BlockSelection = .article,
    furniture: SiteFurniture? = nil
  ) {
    self.visitor = visitor
    self.fields = fields
    self.blocks = blocks
    self.furniture = furniture
    parser = JSONRecordParser(FieldSelector(fields, only: RecordField.own))
    pageParser = JSONRecordParser(FieldSelector(fields, only: [.html]))
  }

  /// - Parameter stored: what the chunk was converted to before, if it was.
  mutating func scan(
    _ chunk: DumpChunk, path: String, stored: [StoredPart]? = nil
  ) -> ScannedChunk<Visitor.Finding> {
    var result = ScannedChunk<Visitor.Finding>(file: chunk.file, format: chunk.format)
    result.position = chunk.position
    withExtendedLifetime(chunk) {
      switch chunk.format {
      case .jsonLines: scanLines(chunk, into: &result)
      case .text: scanText(chunk, path: path, into: &result)
      case .json, .html, .warc, .csv, .tsv: scanConverted(chunk, stored, into: &result)
      }
    }
    return result
  }

  /// Scans a chunk that is converted first, part by part.
  private mutating func scanConverted(
    _ chunk: DumpChunk, _ stored: [StoredPart]?, into result: inout ScannedChunk<Visitor.Finding>
  ) {
    if let stored {
      for part in stored { scan(part.load().part, of: chunk, into: &result) }
      return
    }
    var converter = ChunkConverter(chunk, fields: fields, blocks: blocks)
    while let part = converter.next() { scan(part, of: chunk, into: &result) }
  }

  private mutating func scan(
    _ part: ConvertedChunk, of chunk: DumpChunk, into result: inout ScannedChunk<Visitor.Finding>
  ) {
    let buffer = ByteBuffer(count: max(1, part.lines.bytes.count))
    _ = buffer.bytes.update(from: part.lines.bytes)
    let lines = DumpChunk(
      file: chunk.file, format: .jsonLines, storage: .buffer(buffer), offset: 0, count: part.lines.bytes.count)
    var scanned = ScannedChunk<Visitor.Finding>(file: chunk.file, format: .jsonLines)
    swap(&parser, &convertedParser)
    scanLines(lines, into: &scanned)
    swap(&parser, &convertedParser)
    let before = result.lineCount
    let base = chunk.format.hasBytePlaces ? 0 : before
    for var found in scanned.found {
      if chunk.format == .warc, !found.hasName, let url = found.article.url {
        (found.article.id, found.hasName) = (url, true)
      }
      found.place = base + Int(part.places[found.place])
      result.found.append(found)
    }
    result.problems.merge(part.problems) { base + $0 }
    result.problems.merge(scanned.problems) { base + Int(part.places[$0]) }
    result.passedOver.merge(part.passedOver, uniquingKeysWith: +)
    result.documents += scanned.documents
    result.emptyDocuments += scanned.emptyDocuments
    result.bytes += part.byteCount
    result.lineCount += part.lineCount
  }

  private mutating func scanLines(_ chunk: DumpChunk, into result: inout ScannedChunk<Visitor.Finding>) {
    let bytes = chunk.bytes
    guard let readableEnd = chunk.readableEnd else { return }
    var lines = ChunkLines(bytes, isStart: chunk.isStart)
    while let line = lines.next() {
      result.lineCount = line.number
      do throws(MalformedRecord) {
        try scanRecord(line.bytes, readableEnd, into: &result)
        result.bytes += line.bytes.count
        if LineSplitting.hasNUL(line.bytes) { result.add(.repaired, "NUL bytes, read as white space") }
      } catch {
        result.add(.skipped, error.reason)
      }
    }
    result.lineCount = lines.count
  }

  private mutating func scanRecord(
    _ line: UnsafeBufferPointer<UInt8>, _ readableEnd: UnsafePointer<UInt8>,
    into result: inout ScannedChunk<Visitor.Finding>
  ) throws(MalformedRecord) {
    guard line.count <= Int(UInt32.max) else { throw MalformedRecord(reason: "a line of more than 4 GiB") }
    let end = line.baseAddress! + line.count
    visitor.resetInvalidSequences()
    try parser.parse(line) { visitor.look(jsonString: $0, end: end, readableEnd: readableEnd) }
    var page: ExtractedPage?
    if parser[.text]?.isText != true {
      let found = try pageParser.page(in: line, fields, instead: parser[.text], blocks: blocks)
      found.text.withUnsafeBufferPointer { visitor.look(plain: $0, readableEnd: nil) }
      page = found
    }
    try parser.requireID()
    if count(into: &result) {
      var article = TracedArticle(parser, name: "")
      if let page { article.add(page) }
      visit(article, reasons: page?.reasons ?? parser[.reasons]?.strings ?? [], into: &result)
    }
  }

  private mutating func scanText(
    _ chunk: DumpChunk, path: String, into result: inout ScannedChunk<Visitor.Finding>
  ) {
    let bytes = chunk.bytes
    guard bytes.count <= Int(UInt32.max) else {
      result.add(.skipped, "a text of more than 4 GiB")
      return
    }
    guard !WideText.isMarked(bytes) else {
      result.add(.skipped, WideText.reason)
      return
    }
    visitor.resetInvalidSequences()
    let start = LineSplitting.byteOrderMark(bytes)
    let text = UnsafeBufferPointer(rebasing: bytes[start...])
    visitor.look(plain: text, readableEnd: chunk.readableEnd)
    if bytes.contains(0) { result.add(.repaired, "NUL bytes, read as white space") }
    result.bytes += bytes.count
    if count(into: &result) { visit(TracedArticle(id: path, text: Array(text)), into: &result) }
    result.lineCount = 1
  }

  /// Counts the text just looked at, and says whether its record is wanted.
  private func count(into result: inout ScannedChunk<Visitor.Finding>) -> Bool {
    let invalid = visitor.invalidSequences
    if invalid > 0 {
      result.add(
        .repaired,
        "\(invalid) invalid UTF-8 \(invalid == 1 ? "sequence or escape" : "sequences or escapes"), read as white space")
    }
    result.documents += 1
    if visitor.wordCount == 0 { result.emptyDocuments += 1 }
    return visitor.wantsRecord
  }

  private mutating func visit(
    _ article: TracedArticle, reasons: [String] = [], into result: inout ScannedChunk<Visitor.Finding>
  ) {
    let dropped = SiteFurniture.dropped(
      of: article.text, on: PageSite.hash(url: article.url, site: article.site), furniture, reasons: reasons)
    if let finding = visitor.visit(article, dropped: dropped) {
      result.found.append(
        .init(place: result.lineCount, hasName: !article.id.isEmpty, article: article, finding: finding))
    }
  }
}
