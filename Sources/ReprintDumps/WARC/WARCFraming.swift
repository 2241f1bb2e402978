import ReprintPlatform

/// Where a record stands: version line and header, the block that its length counts, and the newlines behind it.
struct WARCRecordRange: Equatable, Sendable {
  var start: Int
  var headerEnd: Int
  var blockEnd: Int
  /// Where the next record starts.
  var end: Int
}

/// Finds the records of a WARC file (ISO 28500, versions 1.0 and 1.1) by their lengths.
///
/// Lines may end in LF alone. What is malformed is passed over up to the next version line, so a damaged record costs no
/// other, also where it was cut short and the next stands right behind what is left of it. Every decision is made from the bytes up to the next good record: a file cut behind
/// a good record is read as it would be whole.
enum WARCFraming {
  /// A header of more bytes is none.
  static let longestHeader = 1 << 20
  /// A record with a longer block is passed over: it is no page, and it would have to be in memory whole.
  static let longestBlock = 256 << 20

  enum Step: Equatable {
    case record(WARCRecordRange)
    /// Bytes that are no record, up to the next one or the end.
    case malformed(Range<Int>, reason: String)
    /// Bytes from here on are no record, and the next one is not to be seen yet.
    case garbage(from: Int)
    /// More bytes are needed to tell.
    case incomplete
    case end
  }

  private static let version: StaticString = "WARC/1."
  /// How all names of fields begin that only WARC has; one of these comes first.
  private static let firstField: StaticString = "WARC-"
  /// Bytes of a version line, without its newline.
  private static let versionLine = 8
  /// As many bytes are looked at, or fewer, to see that a record starts.
  static let reach = 16

  /// Reads the record at `position`, behind any empty lines.
  ///
  /// - Parameter atEnd: whether no bytes follow; if so the step is never garbage or incomplete.
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int, atEnd: Bool) -> Step {
    let start = endOfNewlines(bytes, from: position)
    guard start < bytes.count else { return atEnd ? .end : .incomplete }
    guard bytes.count - start >= version.utf8CodeUnitCount || atEnd else { return .incomplete }
    guard isVersion(bytes, at: start) else {
      return malformed(bytes, start, searchFrom: start, atEnd, "no WARC record starts here")
    }
    switch readHeader(bytes, start) {
    case .header(let end, let length):
      guard let length, length >= 0 else {
        return malformed(bytes, start, searchFrom: end - 1, atEnd, "a record without a valid Content-Length")
      }
      guard length <= longestBlock else {
        return malformed(
          bytes, start, searchFrom: end - 1, atEnd,
          "a record of \(length) bytes; the most that is read is \(longestBlock)")
      }
      return readBlock(bytes, start, header: end, length: length, atEnd)
    case .unending:
      guard bytes.count - start > longestHeader || atEnd || isFollowed(bytes, start) else { return .incomplete }
      return malformed(bytes, start, searchFrom: start, atEnd, "a header without an end")
    }
  }

  /// The start of the next record: of a version line behind a newline that is at `position` or later, or behind anything
  /// else if a field follows.
  static func nextStart(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    // A W is rarer than a newline.
    var from = max(position + 1, 1)
    while from < bytes.count, let found = memchr(base + from, Int32(UInt8(ascii: "W")), bytes.count - from) {
      let start = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      if isVersion(bytes, at: start), bytes[start - 1] == 0x0A || isFollowedByField(bytes, start) { return start }
      from = start + 1
    }
    return nil
  }

  private static func readBlock(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, header: Int, length: Int, _ atEnd: Bool
  ) -> Step {
    let wrongLength = "a record with a wrong Content-Length: none follows behind its \(length) bytes"
    let end = header + length
    guard end <= bytes.count else {
      guard atEnd else { return .incomplete }
      guard nextStart(bytes, from: header - 1) == nil else {
        return malformed(bytes, start, searchFrom: header - 1, atEnd, wrongLength)
      }
      return .malformed(
        start..<bytes.count, reason: "a record cut short: \(bytes.count - header) of \(length) bytes are there")
    }
    let next = endOfNewlines(bytes, from: end)
    let isSeparated =
      bytes[end...].starts(with: [0x0D, 0x0A, 0x0D, 0x0A]) || bytes[end...].starts(with: [0x0A, 0x0A])
    if next == bytes.count ? !atEnd : !atEnd && bytes.count - next < version.utf8CodeUnitCount { return .incomplete }
    if next < bytes.count, !isVersion(bytes, at: next) {
      // A block that was cut short may end, by its length, where the header of the record behind it does.
      let inside = isSeparated ? nextStart(bytes, from: header - 1) : nil
      guard isSeparated, inside ?? end >= end else {
        return malformed(bytes, start, searchFrom: header - 1, atEnd, wrongLength)
      }
    }
    return .record(WARCRecordRange(start: start, headerEnd: header, blockEnd: end, end: next))
  }

  private static func malformed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, searchFrom: Int, _ atEnd: Bool, _ reason: String
  ) -> Step {
    if let next = nextStart(bytes, from: searchFrom) { return .malformed(start..<next, reason: reason) }
    return atEnd ? .malformed(start..<bytes.count, reason: reason) : .garbage(from: start)
  }

  private enum Header {
    /// Behind the empty line; the length is nil where there is none, or none that can be read.
    case header(end: Int, length: Int?)
    case unending
  }

  private static func readHeader(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Header {
    var length: Int?
    var position = start
    while position < bytes.count, position - start <= longestHeader {
      let next = LineSplitting.endOfLine(bytes, from: position)
      guard bytes[next - 1] == 0x0A else { return .unending }
      var end = next - 1
      if end > position, bytes[end - 1] == 0x0D { end -= 1 }
      if end == position { return .header(end: next, length: length) }
      // The header was cut short, and another record's stands behind what is left.
      if end - position > versionLine, isVersion(bytes, at: end - versionLine),
        isFollowedByField(bytes, end - versionLine)
      {
        return .unending
      }
      if position > start {
        if isVersion(bytes, at: position) { return .unending }
        let line = UnsafeBufferPointer(rebasing: bytes[position..<end])
        if length == nil, let value = HeaderFields.value(of: "content-length", inLine: line) {
          length = HeaderFields.number(value) ?? -1
        }
      }
      position = next
    }
    return .unending
  }

  /// Whether another record starts behind this one's version line.
  private static func isFollowed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    nextStart(bytes, from: start) != nil
  }

  private static func isVersion(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    let count = version.utf8CodeUnitCount
    return bytes.count - position >= count && memcmp(bytes.baseAddress! + position, version.utf8Start, count) == 0
  }

  /// Whether the version at `start` ends its line, and the next one is a field.
  private static func isFollowedByField(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var position = start + versionLine
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    guard position < bytes.count, bytes[position] == 0x0A else { return false }
    position += 1
    let count = firstField.utf8CodeUnitCount
    return bytes.count - position >= count && memcmp(bytes.baseAddress! + position, firstField.utf8Start, count) == 0
  }

  private static func endOfNewlines(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
    var position = position
    while position < bytes.count, bytes[position] == 0x0D || bytes[position] == 0x0A { position += 1 }
    return position
  }
}
