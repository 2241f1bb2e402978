import Reprint
import ReprintPlatform

/// A document with its text in memory.
public struct TextDocument: Sendable {
  /// Its id; the path of a text file, `path:line` of a record without one.
  public let name: String
  /// UTF-8 as given: ill-formed sequences stay.
  public let text: [UInt8]

  public init(name: String, text: [UInt8]) {
    self.name = name
    self.text = text
  }

  /// Documents that were read, and what was wrong with others.
  public struct Reading: Sendable {
    public internal(set) var documents: [TextDocument] = []
    public internal(set) var report = DumpReport()
  }

  /// Reads all documents of files, directories and standard input (`-`) into memory.
  ///
  /// - Parameter format: what the files hold; nil goes by their names.
  /// - Throws: where a file can't be read. Records that can't be are skipped and named in the report.
  public static func read(
    _ paths: [String], format: DumpFormat? = nil, fields: RecordFields = RecordFields()
  ) throws(DumpError) -> Reading {
    let list = try DumpFileList(paths, format: format)
    var reading = Reading()
    for path in list.passedOver { reading.report.add(.file, DumpError(path, "is of no kind known here")) }
    let feed = ChunkFeed(list.files, workers: 1)
    var parser = JSONRecordParser(FieldSelector(fields, only: [.id, .text]))
    var line = 1
    var file = -1
    while let (_, chunk) = try feed.next() {
      if chunk.file != file {
        reading.addEmpty(list.files[(file + 1)..<chunk.file])
        (file, line) = (chunk.file, 1)
      }
      let path = list.files[chunk.file].path
      withExtendedLifetime(chunk) {
        switch chunk.format {
        case .text: reading.add(chunk.bytes, path: path)
        case .jsonLines: reading.addLines(chunk, path: path, line: &line, &parser, textField: fields.text)
        }
      }
    }
    reading.addEmpty(list.files[(file + 1)...])
    return reading
  }
}

extension TextDocument.Reading {
  /// Looked at for bytes that no text has.
  private static let head = 8192

  /// Files that gave nothing to read: an empty text is a document, an empty dump holds none.
  fileprivate mutating func addEmpty(_ files: ArraySlice<DumpFile>) {
    for file in files where file.format != .jsonLines {
      report.documents += 1
      documents.append(TextDocument(name: file.path, text: []))
    }
  }

  fileprivate mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, path: String) {
    report.bytes += bytes.count
    if bytes.prefix(Self.head).contains(0) {
      report.add(.skipped, DumpError(path, "holds NUL bytes: it is no text"))
      return
    }
    let start = LineSplitting.byteOrderMark(bytes)
    report.documents += 1
    documents.append(TextDocument(name: path, text: Array(bytes[start...])))
  }

  fileprivate mutating func addLines(
    _ chunk: DumpChunk, path: String, line: inout Int, _ parser: inout JSONRecordParser, textField: String
  ) {
    let bytes = chunk.bytes
    report.bytes += bytes.count
    var position = chunk.offset == 0 ? LineSplitting.byteOrderMark(bytes) : 0
    while position < bytes.count {
      let next = LineSplitting.endOfLine(bytes, from: position)
      let end = next > position && bytes[next - 1] == 0x0A ? next - 1 : next
      let record = UnsafeBufferPointer(rebasing: bytes[position..<end])
      if !LineSplitting.isBlank(record) {
        do throws(MalformedRecord) {
          documents.append(try Self.document(record, path: path, line: line, &parser, textField: textField))
          report.documents += 1
        } catch {
          report.add(.skipped, DumpError(path, line: line, error.reason))
        }
      }
      line += 1
      position = next
    }
  }

  private static func document(
    _ record: UnsafeBufferPointer<UInt8>, path: String, line: Int, _ parser: inout JSONRecordParser, textField: String
  ) throws(MalformedRecord) -> TextDocument {
    guard let start = record.baseAddress else { throw MalformedRecord(reason: "an empty line") }
    let end = start + record.count
    try parser.parse(record) { JSONRecordParser.closingQuote(from: $0, end: end) ?? end }
    guard let text = parser[.text] else { throw MalformedRecord(reason: "no field \"\(textField)\"") }
    guard text.kind == .string else {
      throw MalformedRecord(reason: "field \"\(textField)\" is \(text.typeName), not a string")
    }
    var name = "\(path):\(line)"
    if let id = parser[.id], id.kind != .other, !id.bytes.isEmpty { name = id.text }
    return TextDocument(name: name, text: Array(text.text.utf8))
  }

}
