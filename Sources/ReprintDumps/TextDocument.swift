import Reprint
import ReprintPlatform

/// A document with its text in memory.
public struct TextDocument: Sendable {
  /// Its id; the path of a text file, `path:line` of a record without one.
  public let name: String
  /// UTF-8 as given: ill-formed sequences stay.
  public let text: [UInt8]
  /// What the record or page says of itself.
  public var url: String?
  public var site: String?
  public var title: String?

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
  /// - Parameters:
  ///   - format: what the files hold; nil goes by their names.
  ///   - furniture: what to do with the furniture of pages of HTML; lines of other texts stay.
  /// - Throws: where a file can't be read. Records that can't be are skipped and named in the report.
  public static func read(
    _ paths: [String], format: DumpFormat? = nil, fields: RecordFields = RecordFields(),
    furniture: FurnitureMode = .auto
  ) throws(DumpError) -> Reading {
    let list = try DumpFileList(paths, format: format)
    var reading = Reading()
    for path in list.passedOver { reading.report.add(.file, DumpError(path, "is of no kind known here")) }
    let feed = ChunkFeed(list.files, workers: 1, fields: fields)
    var parsers = Parsers(fields, furniture.blocks)
    var converted = Parsers(RecordFields(), furniture.blocks)
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
        case .jsonLines: reading.addLines(chunk, path: path, line: &line, &parsers)
        case .json, .html, .warc, .csv, .tsv:
          var converter = ChunkConverter(chunk, fields: fields, blocks: furniture.blocks)
          while let part = converter.next() { reading.add(part, of: chunk, path: path, line: &line, &converted) }
        }
      }
    }
    reading.addEmpty(list.files[(file + 1)...])
    reading.report.add(feed.warnings)
    return reading
  }

  /// Reads the one document that a file is to hold.
  ///
  /// - Parameter what: what it is, for the message if there are several.
  /// - Throws: where the file can't be read, or holds none or several.
  package static func readOne(
    _ path: String, _ what: String, format: DumpFormat?, fields: RecordFields = RecordFields(),
    furniture: FurnitureMode = .auto
  ) throws(DumpError) -> TextDocument {
    let reading = try read([path], format: format, fields: fields, furniture: furniture)
    guard let document = reading.documents.first else {
      throw reading.report.problems.first?.error ?? DumpError(path, "there is no text in it")
    }
    guard reading.documents.count == 1 else {
      throw DumpError(path, "holds \(reading.documents.count) documents; \(what) is one")
    }
    return document
  }

  /// What reads the fields of records.
  fileprivate struct Parsers {
    let fields: RecordFields
    let blocks: BlockSelection
    var text: JSONRecordParser
    var page: JSONRecordParser

    init(_ fields: RecordFields, _ blocks: BlockSelection) {
      self.fields = fields
      self.blocks = blocks
      text = JSONRecordParser(FieldSelector(fields, only: [.id, .text, .url, .site, .title]))
      page = JSONRecordParser(FieldSelector(fields, only: [.html]))
    }
  }
}

extension TextDocument.Reading {
  /// Looked at for bytes that no text has.
  private static let head = 8192

  /// Files that gave nothing to read: an empty text is a document, an empty dump holds none.
  fileprivate mutating func addEmpty(_ files: ArraySlice<DumpFile>) {
    for file in files where file.format?.isWholeFile ?? true {
      report.documents += 1
      documents.append(TextDocument(name: file.path, text: []))
    }
  }

  fileprivate mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, path: String) {
    report.bytes += bytes.count
    guard !WideText.isMarked(bytes) else {
      report.add(.skipped, DumpError(path, WideText.reason))
      return
    }
    if bytes.prefix(Self.head).contains(0) {
      report.add(.skipped, DumpError(path, "holds NUL bytes: it is no text"))
      return
    }
    let start = LineSplitting.byteOrderMark(bytes)
    report.documents += 1
    documents.append(TextDocument(name: path, text: Array(bytes[start...])))
  }

  fileprivate mutating func addLines(
    _ chunk: DumpChunk, path: String, line: inout Int, _ parsers: inout TextDocument.Parsers
  ) {
    let bytes = chunk.bytes
    report.bytes += bytes.count
    var lines = ChunkLines(bytes, isStart: chunk.isStart)
    while let record = lines.next() {
      let number = line + record.number
      do throws(MalformedRecord) {
        documents.append(try Self.document(record.bytes, place: "\(path):\(number)", isArchived: false, &parsers))
        report.documents += 1
      } catch {
        report.add(.skipped, DumpError(path, line: number, error.reason))
      }
    }
    line += lines.count
  }

  /// Adds what a chunk was converted to.
  fileprivate mutating func add(
    _ part: ConvertedChunk, of chunk: DumpChunk, path: String, line: inout Int, _ parsers: inout TextDocument.Parsers
  ) {
    func place(_ number: Int) -> RecordPlace {
      chunk.format.place(number, linesBefore: line - 1, position: chunk.position)
    }
    report.bytes += part.byteCount
    report.passedOver.merge(part.passedOver, uniquingKeysWith: +)
    for problem in part.problems.list { report.add(problem.kind, place(problem.place).error(path, problem.reason)) }
    for (kind, count) in part.problems.counts where count > DumpReport.mostKept {
      report.counts[kind, default: 0] += count - DumpReport.mostKept
    }
    part.lines.bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      for number in part.places {
        let next = LineSplitting.endOfLine(bytes, from: position)
        let record = UnsafeBufferPointer(rebasing: bytes[position..<next - 1])
        let name = place(Int(number)).name(in: path)
        // A line that was written here can be read.
        if let document = try? Self.document(record, place: name, isArchived: chunk.format == .warc, &parsers) {
          documents.append(document)
          report.documents += 1
        }
        position = next
      }
    }
    line += part.lineCount
  }

  private static func document(
    _ record: UnsafeBufferPointer<UInt8>, place: String, isArchived: Bool, _ parsers: inout TextDocument.Parsers
  ) throws(MalformedRecord) -> TextDocument {
    guard !record.isEmpty else { throw MalformedRecord(reason: "an empty line") }
    try parsers.text.parse(record)
    var name = place
    if let id = parsers.text[isArchived ? .url : .id], id.kind != .other, !id.bytes.isEmpty { name = id.text }
    let text = parsers.text[.text]
    func value(_ field: RecordField) -> String? {
      parsers.text[field].flatMap { $0.kind == .other || $0.bytes.isEmpty ? nil : $0.text }
    }
    let own = (url: value(.url), site: value(.site), title: value(.title))
    var page: ExtractedPage?
    if text?.isText != true {
      page = try parsers.page.page(in: record, parsers.fields, instead: text, blocks: parsers.blocks)
    }
    var document = TextDocument(name: name, text: page?.text ?? Array(text!.text.utf8))
    document.url = own.url ?? page?.url
    document.site = own.site ?? page?.site
    document.title = own.title ?? page?.title
    return document
  }
}
