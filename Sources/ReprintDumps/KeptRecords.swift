import Reprint
import ReprintPlatform

extension SketchedDump {
  /// Writes the records of documents in input order.
  ///
  /// Records of JSON Lines are written byte for byte, each with a newline. If all that was read are web archives, the
  /// records are written as they stood there, and so are their `warcinfo` records; if all are tables with one header, a
  /// table is written, and if all are arrays of JSON, an array of the objects as they stood. Otherwise documents that were
  /// no lines, or are to go to a file whose name promises lines, become some: objects of JSON on one line, rows of tables
  /// objects with all their columns, the others `{"id": …, "text": …}` with what else is known of them.
  ///
  /// - Throws: also where a file changed meanwhile, so that a record is not there any more.
  public func writeRecords(
    to output: DumpOutput, where isKept: (Int) throws(DumpError) -> Bool
  ) throws(DumpError) {
    switch output.format == .jsonLines ? .lines : recordForm {
    case .archive: try writeArchive(to: output, where: isKept)
    case .table(let header):
      try output.write(header)
      if header.last != 0x0A { try output.write([0x0A]) }
      for document in 0..<catalog.count where try isKept(document) {
        try copyRecord(document) { bytes throws(DumpError) in try output.writeLine(bytes) }
      }
    case .array:
      var separator = "[\n"
      for document in 0..<catalog.count where try isKept(document) {
        try output.write(separator.utf8)
        try copyRecord(document) { bytes throws(DumpError) in try output.write(bytes) }
        separator = ",\n"
      }
      try output.write((separator == "[\n" ? "[]\n" : "\n]\n").utf8)
    case .lines:
      var table: TableLines?
      for document in 0..<catalog.count {
        if try isKept(document) { try writeLine(document, to: output, &table) }
      }
    }
    try requireRecords()
  }

  private enum RecordForm {
    case archive
    case table(header: [UInt8])
    case array
    case lines
  }

  /// The form in which all records can be written as they stood.
  private var recordForm: RecordForm {
    guard let first = catalog.chunks.first?.origin else { return .lines }
    let formats = Set(catalog.chunks.map { $0.origin?.format })
    guard formats.count == 1 else { return .lines }
    if first.format == .warc { return .archive }
    guard let opening = first.opening else { return .lines }
    if first.format == .json {
      return catalog.chunks.allSatisfy { $0.origin?.opening?.isEmpty == false } ? .array : .lines
    }
    let isSame = catalog.chunks.allSatisfy { Self.isSame($0.origin?.opening ?? [], opening) }
    return isSame ? .table(header: opening) : .lines
  }

  /// Whether headers are the same but for a byte order mark and the kind of newline.
  private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    func core(_ row: [UInt8]) -> ArraySlice<UInt8> {
      var core = row.starts(with: [0xEF, 0xBB, 0xBF]) ? row.dropFirst(3) : row[...]
      while let last = core.last, last == 0x0A || last == 0x0D { core.removeLast() }
      return core
    }
    return core(a) == core(b)
  }

  private func writeArchive(
    to output: DumpOutput, where isKept: (Int) throws(DumpError) -> Bool
  ) throws(DumpError) {
    for chunk in catalog.chunks {
      let origin = chunk.origin!
      var companions = origin.companions[...]
      func write(_ start: UInt32, _ end: UInt32) throws(DumpError) {
        try copy(origin.offset + Int(start)..<origin.offset + Int(end), of: origin, chunk.file) {
          bytes throws(DumpError) in
          try output.write(bytes)
        }
        // Two newlines end a record; archives that end early may lack them.
        try output.write([0x0D, 0x0A, 0x0D, 0x0A])
      }
      for index in 0...origin.starts.count {
        while let companion = companions.first, companion.documentsBefore == index {
          try write(companion.range.lowerBound, companion.range.upperBound)
          companions.removeFirst()
        }
        guard index < origin.starts.count, try isKept(chunk.firstDocument + index) else { continue }
        try write(origin.starts[index], origin.starts[index] + origin.lengths[index])
      }
    }
  }

  /// Copies the record of a document as it stood in its file.
  private func copyRecord(
    _ document: Int, to write: (UnsafeBufferPointer<UInt8>) throws(DumpError) -> Void
  ) throws(DumpError) {
    let chunk = catalog.chunk(of: document)
    let origin = chunk.origin!
    let start = origin.offset + Int(origin.starts[document - chunk.firstDocument])
    try copy(start..<start + Int(origin.lengths[document - chunk.firstDocument]), of: origin, chunk.file, to: write)
  }

  private func copy(
    _ range: Range<Int>, of origin: RecordCatalog.Origin, _ file: Int,
    to write: (UnsafeBufferPointer<UInt8>) throws(DumpError) -> Void
  ) throws(DumpError) {
    let result: Result<Void, DumpError> = withBytes(origin.mapping, nil, file: file, range) { bytes, _ in
      do throws(DumpError) {
        return .success(try write(bytes))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// - Parameter table: the one whose row was written last.
  private func writeLine(
    _ document: Int, to output: DumpOutput, _ table: inout TableLines?
  ) throws(DumpError) {
    let chunk = catalog.chunk(of: document)
    switch chunk.origin?.format {
    case .jsonLines:
      // Only its furniture was taken out.
      return try copyRecord(document) { bytes throws(DumpError) in try output.writeLine(bytes) }
    case .json:
      return try copyRecord(document) { bytes throws(DumpError) in
        var line: [UInt8] = []
        LineSplitting.joinLines(bytes, into: &line)
        line.append(0x0A)
        try output.write(line)
      }
    case .csv, .tsv:
      let origin = chunk.origin!
      if table?.reads(origin) != true { table = TableLines(origin, selectors.names) }
      return try copyRecord(document) { row throws(DumpError) in
        try output.write(table!.line(row, name: name(of: document)).bytes)
      }
    case .warc, .html, .text, nil: break
    }
    let isText = chunk.format == .text
    let id = isText || chunk.origin != nil ? name(of: document) : nil
    let result: Result<Void, DumpError> = withRecord(document) { record, _ in
      do throws(DumpError) {
        guard let id else { return .success(try output.writeLine(record)) }
        var line = JSONLine()
        line.open()
        line.member("id", id)
        guard isText else {
          // The line's own members follow.
          try output.write(line.bytes + [UInt8(ascii: ",")])
          return .success(try output.writeLine(UnsafeBufferPointer(rebasing: record.dropFirst())))
        }
        line.member("text", String(decoding: record, as: UTF8.self))
        line.close()
        return .success(try output.write(line.bytes))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }
}
