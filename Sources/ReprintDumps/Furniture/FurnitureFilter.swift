import Reprint
import ReprintPlatform

/// Takes lines that are furniture of their site out of records.
struct FurnitureFilter {
  private let furniture: SiteFurniture
  private let fields: RecordFields
  private var reader: RecordLines
  private var convertedReader: RecordLines
  /// The text of a record that is being written.
  private var text: [UInt8] = []

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
    RecordLines.forEachLine(of: bytes, isStart: chunk.isStart) { line, number, position in
      do throws(MalformedRecord) {
        try reader.read(line)
        if let id = reader.parser[.id], id.kind == .other, id.bytes.first != UInt8(ascii: "n") {
          throw MalformedRecord(reason: "the id is \(id.typeName), not a string")
        }
        let start = part.lines.bytes.count
        write(reader, to: &part, at: number, range: position..<position + line.count)
        if LineSplitting.hasNUL(line), !part.lines.bytes[start...].contains(0) {
          part.problems.add(.repaired, at: number, "NUL bytes, read as white space")
        }
      } catch {
        part.problems.add(.skipped, at: number, error.reason)
      }
      return true
    }
    part.lineCount = bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1)
    part.byteCount = part.lengths.reduce(0) { $0 + Int($1) }
    return part
  }

  /// Takes the furniture out of what was converted; false if there is none.
  mutating func clean(_ part: inout ConvertedChunk) -> Bool {
    let lines = part.lines.bytes
    let cleaned: [UInt8]? = lines.withUnsafeBufferPointer { bytes in
      guard Self.holdsFurniture(bytes, isStart: false, furniture, &convertedReader) else { return nil }
      var cleaned = ConvertedChunk()
      RecordLines.forEachLine(of: bytes, isStart: false) { line, number, position in
        // A line that was written here can be read.
        try? convertedReader.read(line)
        write(convertedReader, to: &cleaned, at: number, range: position..<position + line.count)
        return true
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
    var found = false
    RecordLines.forEachLine(of: bytes, isStart: isStart) { line, _, _ in
      guard (try? reader.read(line)) != nil else { return true }
      found = !furniture.furniture(among: reader.lines, on: reader.site).isEmpty
      return !found
    }
    return found
  }

  /// Writes the record that was read, under the usual names.
  private mutating func write(_ reader: RecordLines, to part: inout ConvertedChunk, at place: Int, range: Range<Int>) {
    let dropped = furniture.furniture(among: reader.lines, on: reader.site)
    text.removeAll(keepingCapacity: true)
    let separator = reader.page == nil ? Array(#"\n"#.utf8) : [0x0A]
    let whole = reader.page?.text ?? []
    whole.withUnsafeBufferPointer { page in
      let source = reader.page == nil ? reader.parser[.text]?.bytes ?? page : page
      if dropped.isEmpty {
        text.append(contentsOf: source)
      } else {
        for (line, isDropped) in zip(reader.lines.lines, dropped) where !isDropped {
          if !text.isEmpty { text += separator }
          text.append(contentsOf: source[line.range])
        }
      }
    }
    part.add(reader.parser, page: reader.page, text: text, at: place, range: range)
  }
}

extension ConvertedChunk {
  /// Adds a record as it stands, with another text.
  ///
  /// - Parameters:
  ///   - page: the page that the record has instead of a text.
  ///   - text: plain if there is a page, else the content of a JSON string.
  mutating func add(
    _ parser: borrowing JSONRecordParser, page: ExtractedPage?, text: [UInt8], at place: Int, range: Range<Int>
  ) {
    lines.open()
    for field in RecordField.allCases where field != .text && field != .html {
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
    lines.close()
    note(place, range)
  }
}
