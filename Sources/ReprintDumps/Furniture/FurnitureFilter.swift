import Reprint
import ReprintPlatform

/// Takes lines that are furniture of their site out of records.
struct FurnitureFilter: ~Copyable {
  private let furniture: SiteFurniture
  private let fields: RecordFields
  private var reader: RecordLines
  private var convertedReader: RecordLines
  /// The text of a record that is being written.
  private var text: [UInt8] = []
  /// What may give credit of the lines that it loses.
  private var creditLines = CreditLines()

  init(_ furniture: SiteFurniture, _ fields: RecordFields) {
    self.furniture = furniture
    self.fields = fields
    reader = RecordLines(fields, only: RecordField.own)
    convertedReader = RecordLines(RecordFields(), only: RecordField.allCases)
  }

  /// A chunk of JSON Lines with its furniture taken out; nil if there is none.
  mutating func clean(_ chunk: DumpChunk) -> ConvertedChunk? {
    let bytes = chunk.bytes
    guard Self.holdsFurniture(bytes, isStart: chunk.isStart, furniture, &reader) else { return nil }
    var part = ConvertedChunk()
    var lines = ChunkLines(bytes, isStart: chunk.isStart)
    while let line = lines.next() {
      do throws(MalformedRecord) {
        try reader.read(line.bytes)
        try reader.parser.requireID()
        let start = part.lines.bytes.count
        write(reader, to: &part, line)
        if LineSplitting.hasNUL(line.bytes), !part.lines.bytes[start...].contains(0) {
          part.problems.add(.repaired, at: line.number, "NUL bytes, read as white space")
        }
      } catch {
        part.problems.add(.skipped, at: line.number, error.reason)
      }
    }
    part.lineCount = lines.count
    part.byteCount = part.lengths.reduce(0) { $0 + Int($1) }
    return part
  }

  /// Takes the furniture out of what was converted; false if there is none.
  mutating func clean(_ part: inout ConvertedChunk) -> Bool {
    let lines = part.lines.bytes
    let cleaned: [UInt8]? = lines.withUnsafeBufferPointer { bytes in
      guard Self.holdsFurniture(bytes, isStart: false, furniture, &convertedReader) else { return nil }
      var cleaned = ConvertedChunk()
      var lines = ChunkLines(bytes, isStart: false)
      while let line = lines.next() {
        // A line that was written here can be read.
        try? convertedReader.read(line.bytes)
        write(convertedReader, to: &cleaned, line)
      }
      return cleaned.lines.bytes
    }
    guard let cleaned else { return false }
    part.replaceLines(cleaned)
    return true
  }

  private static func holdsFurniture(
    _ bytes: UnsafeBufferPointer<UInt8>, isStart: Bool, _ furniture: SiteFurniture, _ reader: inout RecordLines
  ) -> Bool {
    var lines = ChunkLines(bytes, isStart: isStart)
    while let line = lines.next() {
      guard (try? reader.read(line.bytes)) != nil else { continue }
      if !furniture.furniture(among: reader.lines, on: reader.site).isEmpty { return true }
    }
    return false
  }

  /// Writes the record that was read, under the usual names.
  private mutating func write(_ reader: RecordLines, to part: inout ConvertedChunk, _ line: ChunkLines.Line) {
    let dropped = furniture.furniture(among: reader.lines, on: reader.site)
    text.removeAll(keepingCapacity: true)
    creditLines.reset(to: reader.page?.creditLines ?? reader.parser[.creditLines]?.utf8 ?? [])
    let separator = reader.page == nil ? Array(#"\n"#.utf8) : [0x0A]
    let whole = reader.page?.text ?? []
    whole.withUnsafeBufferPointer { page in
      let source = reader.page == nil ? reader.parser[.text]?.bytes ?? page : page
      if dropped.isEmpty {
        text.append(contentsOf: source)
      } else {
        for (line, isDropped) in zip(reader.lines.lines, dropped) {
          let bytes = UnsafeBufferPointer(rebasing: source[line.range])
          if isDropped {
            addCreditLine(bytes, isJSON: reader.page == nil)
          } else {
            if !text.isEmpty { text += separator }
            text.append(contentsOf: bytes)
          }
        }
      }
    }
    part.add(
      reader.parser, page: reader.page, text: text, creditLines: creditLines.bytes, at: line.number,
      range: line.position..<line.position + line.bytes.count)
  }

  /// Adds a line that was dropped, if it may give credit.
  private mutating func addCreditLine(_ line: UnsafeBufferPointer<UInt8>, isJSON: Bool) {
    if isJSON {
      _ = JSONEscape.decodeUTF8(line).withUnsafeBufferPointer { creditLines.add($0) }
    } else {
      creditLines.add(line)
    }
  }
}

extension ConvertedChunk {
  private static let keptFields: [RecordField] = [.id, .url, .site, .author, .published, .title, .canonical]

  /// Adds a record as it stands, with another text.
  ///
  /// - Parameters:
  ///   - page: the page that the record has instead of a text.
  ///   - text: plain if there is a page, else the content of a JSON string.
  ///   - creditLines: of the record and of what it loses.
  mutating func add(
    _ parser: borrowing JSONRecordParser, page: ExtractedPage?, text: [UInt8], creditLines: [UInt8], at place: Int,
    range: Range<Int>
  ) {
    lines.open()
    for field in Self.keptFields {
      guard let value = parser[field] else { continue }
      lines.member(RecordFields().name(of: field), json: value.bytes, isString: value.kind == .string)
    }
    if let page {
      for (field, value) in page.members where parser[field] == nil {
        lines.member(RecordFields().name(of: field), value)
      }
      text.withUnsafeBufferPointer { lines.member("text", utf8: $0) }
    } else {
      text.withUnsafeBufferPointer { lines.member("text", json: $0, isString: true) }
    }
    // Behind the fields that are looked at more often.
    let links = (parser[.links]?.strings ?? []) + (page?.links ?? [])
    if !links.isEmpty { lines.member(RecordFields().name(of: .links), links) }
    if let page, !page.reasons.isEmpty { lines.member(RecordFields().name(of: .reasons), page.reasons) }
    member(creditLines: creditLines)
    lines.close()
    note(place, range)
  }
}
