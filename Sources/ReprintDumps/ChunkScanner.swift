import Reprint
import ReprintPlatform

/// What one worker found in one chunk.
struct ScannedChunk<Finding: Sendable>: Sendable {
  struct Found: Sendable {
    var line: Int
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
  var problems: [SketchedChunk.Problem] = []
  /// How many problems there are of each kind; the first of each are listed.
  var counts: [DumpReport.Problem.Kind: Int] = [:]

  mutating func add(_ kind: DumpReport.Problem.Kind, _ reason: @autoclosure () -> String) {
    counts[kind, default: 0] += 1
    if counts[kind]! <= DumpReport.mostKept {
      problems.append(.init(line: lineCount, kind: kind, reason: reason()))
    }
  }
}

/// Reads the records of chunks and shows their texts to a visitor, each in one pass over its bytes.
///
/// One a worker.
struct ChunkScanner<Visitor: RecordVisitor & ~Copyable>: ~Copyable {
  private var visitor: Visitor
  private var parser: JSONRecordParser
  private let textField: String

  init(_ visitor: consuming Visitor, _ fields: RecordFields) {
    self.visitor = visitor
    parser = JSONRecordParser(FieldSelector(fields, only: RecordField.allCases))
    textField = fields.text
  }

  mutating func scan(_ chunk: DumpChunk, path: String) -> ScannedChunk<Visitor.Finding> {
    var result = ScannedChunk<Visitor.Finding>(file: chunk.file, format: chunk.format)
    withExtendedLifetime(chunk) {
      switch chunk.format {
      case .jsonLines: scanLines(chunk, into: &result)
      case .text: scanText(chunk, path: path, into: &result)
      }
    }
    return result
  }

  private mutating func scanLines(_ chunk: DumpChunk, into result: inout ScannedChunk<Visitor.Finding>) {
    let bytes = chunk.bytes
    guard let base = bytes.baseAddress, let readableEnd = chunk.readableEnd else { return }
    let hasNUL = memchr(base, 0, bytes.count) != nil
    var position = chunk.offset == 0 ? LineSplitting.byteOrderMark(bytes) : 0
    while position < bytes.count {
      let next = LineSplitting.endOfLine(bytes, from: position)
      let end = next > position && bytes[next - 1] == 0x0A ? next - 1 : next
      let line = UnsafeBufferPointer(rebasing: bytes[position..<end])
      if !LineSplitting.isBlank(line) {
        do throws(MalformedRecord) {
          try scanRecord(line, readableEnd, into: &result)
          result.bytes += line.count
          if hasNUL, line.contains(0) { result.add(.repaired, "NUL bytes, read as white space") }
        } catch {
          result.add(.skipped, error.reason)
        }
      }
      result.lineCount += 1
      position = next
    }
  }

  private mutating func scanRecord(
    _ line: UnsafeBufferPointer<UInt8>, _ readableEnd: UnsafePointer<UInt8>,
    into result: inout ScannedChunk<Visitor.Finding>
  ) throws(MalformedRecord) {
    guard line.count <= Int(UInt32.max) else { throw MalformedRecord(reason: "a line of more than 4 GiB") }
    let end = line.baseAddress! + line.count
    visitor.resetInvalidSequences()
    try parser.parse(line) { visitor.look(jsonString: $0, end: end, readableEnd: readableEnd) }
    guard let text = parser[.text] else { throw MalformedRecord(reason: "no field \"\(textField)\"") }
    guard text.kind == .string else {
      throw MalformedRecord(reason: "field \"\(textField)\" is \(text.typeName), not a string")
    }
    if let id = parser[.id], id.kind == .other, id.bytes.first != UInt8(ascii: "n") {
      throw MalformedRecord(reason: "the id is \(id.typeName), not a string")
    }
    if count(into: &result) { visit(TracedArticle(parser, name: ""), into: &result) }
  }

  private mutating func scanText(
    _ chunk: DumpChunk, path: String, into result: inout ScannedChunk<Visitor.Finding>
  ) {
    let bytes = chunk.bytes
    guard bytes.count <= Int(UInt32.max) else {
      result.add(.skipped, "a text of more than 4 GiB")
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

  private mutating func visit(_ article: TracedArticle, into result: inout ScannedChunk<Visitor.Finding>) {
    if let finding = visitor.visit(article) {
      result.found.append(
        .init(line: result.lineCount, hasName: !article.id.isEmpty, article: article, finding: finding))
    }
  }
}
