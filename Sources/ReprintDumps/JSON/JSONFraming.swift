import ReprintPlatform

/// Finds the objects of a file of JSON: the elements of an array, or one after the other, over as many lines as they like.
///
/// What stands between objects (commas, the brackets of the array) is passed over without a look at its order. An object
/// that does not end where it should, as no line may end in a string, costs what stands before the next line that begins
/// with an object, and no more. Every decision is made from the bytes up to there.
enum JSONFraming {
  /// An object that does not end within so many bytes never does.
  static let longestObject = 64 << 20

  enum Step: Equatable {
    /// From brace to brace.
    case object(Range<Int>)
    /// Bytes that are no object, up to where the next may begin.
    case malformed(Range<Int>, reason: String)
    /// More bytes are needed to tell.
    case incomplete
    case end
  }

  /// Finds the object at `position`, behind what stands between objects.
  ///
  /// - Parameter atEnd: whether no bytes follow; if so the step is never incomplete.
  /// - Complexity: O(n) in the bytes gone through.
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int, atEnd: Bool) -> Step {
    var start = position == 0 ? LineSplitting.byteOrderMark(bytes) : position
    while start < bytes.count, isBetween(bytes[start]) { start += 1 }
    guard start < bytes.count else { return atEnd ? .end : .incomplete }
    guard bytes[start] == UInt8(ascii: "{") else { return skipOther(bytes, start, atEnd) }
    switch end(ofObject: start, in: bytes) {
    case .found(let end): return .object(start..<end)
    case .unseen where !atEnd && bytes.count - start <= longestObject: return .incomplete
    // Which of the two it is may depend on what stands behind the next object.
    case .unseen, .never: return skip(bytes, start, atEnd, "an object that does not end, or a string in it")
    }
  }

  /// Whether the object at the start of a file goes on behind its first line, so that lines are no records.
  static func isSpread(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let lineEnd = LineSplitting.endOfLine(bytes, from: start)
    guard lineEnd > start, bytes[lineEnd - 1] == 0x0A else { return false }
    let line = UnsafeBufferPointer(rebasing: bytes[..<lineEnd])
    if case .unseen = end(ofObject: start, in: line) { return true }
    return false
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: false
    }
  }

  private enum End {
    case found(Int)
    /// The bytes end before the object does.
    case unseen
    /// A line ends within a string.
    case never
  }

  private static func end(ofObject start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> End {
    let base = bytes.baseAddress!
    let limit = min(bytes.count, start + longestObject)
    var lineEnd = start
    var depth = 0
    var index = start
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        if lineEnd <= index { lineEnd = min(limit, LineSplitting.endOfLine(bytes, from: index)) }
        guard let quote = JSONCursor.closingQuote(from: base + index + 1, end: base + lineEnd) else {
          return lineEnd == bytes.count && bytes[lineEnd - 1] != 0x0A ? .unseen : .never
        }
        index = quote - base
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return .found(index + 1) }
      default: break
      }
      index += 1
    }
    return .unseen
  }

  /// Passes over an element that is no object.
  private static func skipOther(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ atEnd: Bool) -> Step {
    let reason = "not a JSON object"
    var end = start
    if bytes[start] == UInt8(ascii: "\"") {
      let lineEnd = LineSplitting.endOfLine(bytes, from: start)
      let base = bytes.baseAddress!
      if let quote = JSONCursor.closingQuote(from: base + start + 1, end: base + lineEnd) { end = quote - base + 1 }
      if end == start, lineEnd == bytes.count, !atEnd, lineEnd - start <= longestObject { return .incomplete }
    } else {
      // A number or a literal.
      while end < bytes.count, isPlain(bytes[end]) { end += 1 }
      if end == bytes.count, !atEnd, end - start <= longestObject { return .incomplete }
    }
    let isElement = end > start && (end == bytes.count || isBetween(bytes[end]))
    return isElement ? .malformed(start..<end, reason: reason) : skip(bytes, start, atEnd, reason)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".")
  }

  /// Passes over all up to the next line that begins with an object.
  private static func skip(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ atEnd: Bool, _ reason: String
  ) -> Step {
    var line = LineSplitting.endOfLine(bytes, from: start)
    while line < bytes.count {
      var first = line
      while first < bytes.count, bytes[first] != 0x0A, isBetween(bytes[first]) { first += 1 }
      if first < bytes.count, bytes[first] == UInt8(ascii: "{") { return .malformed(start..<first, reason: reason) }
      if line - start > longestObject { return .malformed(start..<line, reason: reason) }
      line = LineSplitting.endOfLine(bytes, from: first)
    }
    return atEnd ? .malformed(start..<bytes.count, reason: reason) : .incomplete
  }
}
