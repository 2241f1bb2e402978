/// Says where a dump may be cut: only behind whole records, so that a worker needs nothing but its chunk.
struct ChunkCutter {
  let format: DumpFormat
  private let path: String
  private let fields: RecordFields
  /// What stands before all records, once it was seen: the first row of a table, the bracket of an array of JSON, or nothing.
  private(set) var opening: [UInt8]?
  /// Whether the chunk with that row was cut off.
  private var isBehindHeader = false

  struct Cut: Equatable {
    /// Where the next chunk starts.
    var end: Int
    /// Whether what follows is worthless up to the next record.
    var isBeforeGarbage = false
  }

  init(_ format: DumpFormat, path: String, fields: RecordFields) {
    self.format = format
    self.path = path
    self.fields = fields
  }

  /// Looks for the end of a chunk of about `size` bytes.
  ///
  /// - Parameters:
  ///   - start: where the chunk starts, before the last of the bytes.
  ///   - atEnd: whether no bytes follow; there is always a chunk then.
  /// - Returns: nil where more bytes are needed.
  /// - Throws: where a table has no column for texts.
  mutating func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, size: Int, atEnd: Bool
  ) throws(DumpError) -> Cut? {
    switch format {
    case .text, .html: return atEnd ? Cut(end: bytes.count) : nil
    case .jsonLines:
      if atEnd { return Cut(end: LineSplitting.endOfLine(bytes, from: min(bytes.count, start + size) - 1)) }
      return bytes[start...].lastIndex(of: 0x0A).map { Cut(end: $0 + 1) }
    case .json:
      opening = opening ?? Self.openingBracket(bytes, from: start)
      return cutObjects(bytes, start, size, atEnd)
    case .warc: return cutArchive(bytes, start, size, atEnd)
    case .csv, .tsv:
      if opening == nil { opening = try readHeader(bytes, from: start, atEnd) }
      guard let header = opening else { return nil }
      let cut = cutTable(bytes, start, isBehindHeader ? start : start + header.count, size, atEnd)
      if cut != nil { isBehindHeader = true }
      return cut
    }
  }

  /// Bytes of bad records that a chunk is not cut in: places in it are numbers of 32 bits.
  var mostPassedOver = 1 << 30

  private func cutArchive(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ size: Int, _ atEnd: Bool) -> Cut? {
    var position = start
    /// Behind the last good record. Behind a bad one is no place to cut, as what made it bad may be what follows.
    var good = start
    while good - start < size {
      switch WARCFraming.next(bytes, from: position, atEnd: atEnd) {
      case .record(let record):
        position = record.end
        good = position
      case .malformed(let range, _):
        position = range.upperBound
        if position - start > mostPassedOver { return Cut(end: good > start ? good : position) }
      case .garbage:
        if good > start { return Cut(end: good) }
        guard bytes.count - start >= size else { return nil }
        // A version line may have begun in the last bytes.
        let end = bytes.suffix(8).lastIndex(of: 0x0A) ?? bytes.count
        let seen = UnsafeBufferPointer(rebasing: bytes[..<end])
        guard case .garbage = WARCFraming.next(seen, from: position, atEnd: false) else { return nil }
        return Cut(end: end, isBeforeGarbage: true)
      case .incomplete: return good > start ? Cut(end: good) : nil
      case .end: return Cut(end: bytes.count)
      }
    }
    return Cut(end: good)
  }

  /// The bracket that a file of JSON starts with, or nothing.
  private static func openingBracket(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [UInt8] {
    let first = bytes[(start + LineSplitting.byteOrderMark(bytes))...].first { $0 > 0x20 }
    return first == UInt8(ascii: "[") ? [UInt8(ascii: "[")] : []
  }

  private func cutObjects(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ size: Int, _ atEnd: Bool) -> Cut? {
    cut(bytes, start, from: start, size) { position in
      switch JSONFraming.next(bytes, from: position, atEnd: atEnd) {
      case .object(let range): .record(range)
      case .malformed(let range, _): .malformed(end: range.upperBound)
      case .incomplete: .incomplete
      case .end: .end
      }
    }
  }

  private func cutTable(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ firstRow: Int, _ size: Int, _ atEnd: Bool
  ) -> Cut? {
    var fields: [TableField] = []
    return cut(bytes, start, from: firstRow, size) { position in
      switch TableFraming.next(bytes, from: position, delimiter: format.delimiter!, atEnd: atEnd, fields: &fields) {
      case .row(let range, let next): .record(range.lowerBound..<next)
      case .malformed(let range, _): .malformed(end: range.upperBound)
      case .incomplete: .incomplete
      case .end: .end
      }
    }
  }

  /// What stands at a position.
  private enum Found {
    case record(Range<Int>)
    /// No record, up to where the next may begin.
    case malformed(end: Int)
    case incomplete
    case end
  }

  /// Looks for the end of a chunk behind records, the first of them at `first` or later.
  private func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, from first: Int, _ size: Int, next: (_ position: Int) -> Found
  ) -> Cut? {
    var position = first
    var good = start
    while good - start < size {
      switch next(position) {
      case .record(let range):
        if range.lowerBound - start > mostPassedOver { return Cut(end: good > start ? good : range.lowerBound) }
        position = range.upperBound
        good = position
      case .malformed(let end):
        position = end
        if position - start > mostPassedOver { return Cut(end: good > start ? good : position) }
      case .incomplete: return good > start ? Cut(end: good) : nil
      case .end: return Cut(end: bytes.count)
      }
    }
    return Cut(end: good)
  }

  private func readHeader(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ atEnd: Bool
  ) throws(DumpError) -> [UInt8]? {
    var columns: [TableField] = []
    let first = start + LineSplitting.byteOrderMark(bytes)
    switch TableFraming.next(bytes, from: first, delimiter: format.delimiter!, atEnd: atEnd, fields: &columns) {
    case .row(_, let next):
      let row = Array(bytes[start..<next])
      let header = TableHeader(row, delimiter: format.delimiter!)
      guard header.hasText(fields) else { throw DumpError(path, line: 1, header.missing(fields)) }
      return row
    case .malformed: throw DumpError(path, line: 1, "the header is no row: a quoted field does not end where it should")
    case .incomplete: return nil
    case .end: return Array(bytes[start...])
    }
  }
}
