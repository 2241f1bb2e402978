import ReprintPlatform

/// A field of a table's row, as it stands.
struct TableField: Equatable, Sendable {
  /// Without its quotes.
  var range: Range<Int>
  /// Whether quotes in it are doubled.
  var hasDoubledQuotes = false
}

/// Finds the rows of CSV (RFC 4180) and TSV, and their fields.
///
/// Lines end in LF or CRLF; a field that starts with a quote goes on to the next quote that is not doubled, over
/// newlines too. In TSV, where most writers know no quotes, a quote that is not closed before a tab or newline is a
/// character like any other. Elsewhere such a row is malformed, and the next one starts on the line behind its first:
/// so a stray quote costs a row or two, not the rest of the file.
enum TableFraming {
  /// A quote that is not closed within so many bytes from the start of its row is taken for a stray one.
  static let longestRow = 64 << 20

  enum Step: Equatable {
    /// A row without its newline, and where the next one starts.
    case row(Range<Int>, next: Int)
    /// Bytes that are no row, up to the next one.
    case malformed(Range<Int>, reason: String)
    /// More bytes are needed to tell.
    case incomplete
    case end
  }

  private static let quote = UInt8(ascii: "\"")

  /// Reads the row at `position`, behind any empty lines.
  ///
  /// - Parameters:
  ///   - fields: filled with those of the row.
  ///   - atEnd: whether no bytes follow; if so the step is never incomplete.
  static func next(
    _ bytes: UnsafeBufferPointer<UInt8>, from position: Int, delimiter: UInt8, atEnd: Bool,
    fields: inout [TableField]
  ) -> Step {
    fields.removeAll(keepingCapacity: true)
    var start = position
    while start < bytes.count {
      if bytes[start] == 0x0A {
        start += 1
      } else if bytes[start] == 0x0D, start + 1 < bytes.count, bytes[start + 1] == 0x0A {
        start += 2
      } else {
        break
      }
    }
    guard start < bytes.count else { return atEnd ? .end : .incomplete }
    var index = start
    while true {
      switch field(bytes, from: index, delimiter, atEnd, rowStart: start) {
      case .field(let field, let behind, let isLast):
        fields.append(field)
        guard isLast else {
          index = behind
          continue
        }
        if behind == bytes.count && !atEnd && bytes[behind - 1] != 0x0A { return .incomplete }
        let end = behind > start && bytes[behind - 1] == 0x0A ? behind - 1 : behind
        return .row(start..<end, next: behind)
      case .incomplete: return .incomplete
      case .malformed:
        let next = LineSplitting.endOfLine(bytes, from: start)
        return .malformed(start..<next, reason: "a quoted field does not end where it should")
      }
    }
  }

  private enum FieldStep {
    /// A field, and what is behind the delimiter or newline after it.
    case field(TableField, behind: Int, isLast: Bool)
    case malformed
    case incomplete
  }

  private static func field(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ delimiter: UInt8, _ atEnd: Bool, rowStart: Int
  ) -> FieldStep {
    if start < bytes.count, bytes[start] == quote {
      let step = quotedField(bytes, from: start, delimiter, atEnd, rowStart: rowStart)
      guard case .malformed = step, delimiter == 0x09 else { return step }
    }
    var index = start
    while index < bytes.count, bytes[index] != delimiter, bytes[index] != 0x0A { index += 1 }
    if index == bytes.count {
      guard atEnd else { return .incomplete }
      return .field(TableField(range: start..<index), behind: index, isLast: true)
    }
    let isLast = bytes[index] == 0x0A
    let end = isLast && index > start && bytes[index - 1] == 0x0D ? index - 1 : index
    return .field(TableField(range: start..<end), behind: index + 1, isLast: isLast)
  }

  private static func quotedField(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ delimiter: UInt8, _ atEnd: Bool, rowStart: Int
  ) -> FieldStep {
    var field = TableField(range: start + 1..<start + 1)
    let limit = min(bytes.count, rowStart + longestRow)
    var index = start + 1
    while true {
      guard index < limit, let found = memchr(bytes.baseAddress! + index, Int32(quote), limit - index) else {
        return limit < bytes.count || atEnd ? .malformed : .incomplete
      }
      let close = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - bytes.baseAddress!
      field.range = start + 1..<close
      let behind = close + 1
      guard behind < bytes.count else {
        return atEnd ? .field(field, behind: behind, isLast: true) : .incomplete
      }
      switch bytes[behind] {
      case quote:
        field.hasDoubledQuotes = true
        index = behind + 1
      case delimiter: return .field(field, behind: behind + 1, isLast: false)
      case 0x0A: return .field(field, behind: behind + 1, isLast: true)
      case 0x0D:
        guard behind + 1 < bytes.count else {
          return atEnd ? .field(field, behind: behind + 1, isLast: true) : .incomplete
        }
        return bytes[behind + 1] == 0x0A ? .field(field, behind: behind + 2, isLast: true) : .malformed
      default: return .malformed
      }
    }
  }

  /// How many newlines there are in a range.
  static func newlines(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for byte in bytes[range] where byte == 0x0A { count &+= 1 }
    return count
  }

  /// A field's content.
  static func content(of field: TableField, in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let stored = bytes[field.range]
    guard field.hasDoubledQuotes else { return Array(stored) }
    var content: [UInt8] = []
    content.reserveCapacity(stored.count)
    var index = stored.startIndex
    while index < stored.endIndex {
      content.append(stored[index])
      index += stored[index] == quote ? 2 : 1
    }
    return content
  }
}
