import ReprintPlatform

/// Finds the objects of a file of JSON: the elements of an array, or one after the other, over as many lines as they like.
///
/// What stands between objects (commas, the brackets of the array) is passed over without a look at its order. An object
/// that is not well-formed costs what stands before the next one: before the next line that begins with an object which is
/// indented no further, or where there is none near, before the next `{` behind `},`. Each decision is made from the bytes
/// up to there, and from none before the position.
enum JSONFraming {
  /// An object that does not end within so many bytes never does.
  static let longestObject = 64 << 20
  /// Brackets within brackets; so much bounds how often a byte can be gone through.
  static let deepest = 256
  /// How far to look for a line that begins with an object.
  private static let window = 1 << 20

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
  /// - Complexity: O(n) in the bytes up to the end of the object, or of the 64 MiB in which it should have ended.
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int, atEnd: Bool) -> Step {
    var start = position
    /// Where the object's line starts; nil if it may not be the first of its line.
    var line: Int?
    while start < bytes.count, isBetween(bytes[start]) {
      if bytes[start] == 0x0A { line = start + 1 }
      start += 1
    }
    guard start < bytes.count else { return atEnd ? .end : .incomplete }
    guard bytes[start] == UInt8(ascii: "{") else { return skipOther(bytes, start, atEnd) }
    switch end(ofObject: start, in: bytes) {
    case .found(let end): return .object(start..<end)
    case .unseen where !atEnd && bytes.count - start <= longestObject: return .incomplete
    case .unseen: return skip(bytes, start, line.map { indentation(bytes, $0..<start) }, atEnd, nil)
    case .never(let place, let reason):
      return skip(bytes, start, line.map { indentation(bytes, $0..<start) }, atEnd, (place, reason))
    }
  }

  /// How far an object is indented, by what stands before it on its line; commas may stand there too.
  private static func indentation(_ bytes: UnsafeBufferPointer<UInt8>, _ before: Range<Int>) -> Int {
    bytes[before].count { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether objects are lines, by the first one; nil where more bytes are needed to tell.
  static func areLines(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, atEnd: Bool) -> Bool? {
    let lineEnd = LineSplitting.endOfLine(bytes, from: start)
    guard atEnd || bytes[lineEnd - 1] == 0x0A else { return nil }
    let line = UnsafeBufferPointer(rebasing: bytes[..<lineEnd])
    switch end(ofObject: start, in: line) {
    case .found(let end): return line[end...].allSatisfy { $0 <= 0x20 }
    case .unseen:
      // Objects go on behind these; a line that breaks off elsewhere is a bad one.
      let last = line.last { $0 > 0x20 }
      return bytes[lineEnd - 1] != 0x0A || !"{[,:".utf8.contains(last ?? 0)
    case .never: return true
    }
  }

  /// Whether a byte stands between objects; a byte order mark does where files were put together.
  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), 0xEF, 0xBB, 0xBF: true
    default: false
    }
  }

  private enum End {
    case found(Int)
    /// The bytes end before the object does.
    case unseen
    /// The object is not well-formed, as shows here.
    case never(at: Int, reason: String)
  }

  private static func end(ofObject start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> End {
    let base = bytes.baseAddress!
    let limit = base + min(bytes.count, start + longestObject)
    var cursor = JSONCursor(base + start..<limit)
    cursor.deepest = deepest
    do throws(MalformedRecord) {
      _ = try cursor.skipValue()
      return .found(cursor.position - base)
    } catch {
      var place = cursor.position
      if place < limit, place.pointee == UInt8(ascii: "\""), JSONCursor.closingQuote(from: place + 1, end: limit) == nil
      {
        return .unseen
      }
      // A number or word may go on.
      while place < limit, isPlain(place.pointee) { place += 1 }
      return place == limit ? .unseen : .never(at: place - base, reason: error.reason)
    }
  }

  /// Passes over an element that is no object.
  private static func skipOther(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ atEnd: Bool) -> Step {
    let base = bytes.baseAddress!
    let limit = min(bytes.count, start + longestObject)
    let mayGoOn = !atEnd && limit == bytes.count
    var end = start
    if bytes[start] == UInt8(ascii: "\"") {
      if let quote = JSONCursor.closingQuote(from: base + start + 1, end: base + limit) {
        end = quote - base + 1
      } else if mayGoOn {
        return .incomplete
      }
    } else {
      while end < limit, isPlain(bytes[end]) { end += 1 }
      if end == limit, mayGoOn { return .incomplete }
    }
    let isElement = end > start && (end == bytes.count || isBetween(bytes[end]))
    return isElement
      ? .malformed(start..<end, reason: "not a JSON object")
      : skip(bytes, start, nil, atEnd, (start, "not a JSON object"))
  }

  /// Whether a byte may be of a number or a word.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".")
  }

  /// Passes over all up to where the next object may begin.
  ///
  /// - Parameters:
  ///   - indentation: of what is passed over, where that is the first of its line.
  ///   - problem: where it shows what is wrong, and what. It is said if the next object stands behind: whether more is
  ///     seen must make no difference.
  private static func skip(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ indentation: Int?, _ atEnd: Bool,
    _ problem: (place: Int, reason: String)?
  ) -> Step {
    func step(_ end: Int) -> Step {
      let reason = problem.flatMap { $0.place < end ? $0.reason : nil }
      return .malformed(start..<end, reason: reason ?? "an object that does not end where it should")
    }
    if let newline = nextLine(bytes, from: start, indentation ?? .max) { return step(newline) }
    guard atEnd || bytes.count - start > window else { return .incomplete }
    if let brace = nextElement(bytes, from: start) { return step(brace) }
    return atEnd || bytes.count - start > longestObject ? step(bytes.count) : .incomplete
  }

  /// The newline before the next line near that begins with an object indented no further: it tells how far that is.
  private static func nextLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ most: Int) -> Int? {
    let near = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, start + window)])
    var line = LineSplitting.endOfLine(near, from: start)
    while line < near.count {
      var first = line
      while first < bytes.count, bytes[first] != 0x0A, isBetween(bytes[first]) { first += 1 }
      let isObject = first < bytes.count && bytes[first] == UInt8(ascii: "{")
      if isObject, indentation(bytes, line..<first) <= most { return line - 1 }
      line = LineSplitting.endOfLine(near, from: line)
    }
    return nil
  }

  /// The next brace that opens an object behind another's end and a comma.
  private static func nextElement(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let base = bytes.baseAddress!
    var place = start + 1
    while place < bytes.count, let found = memchr(base + place, Int32(UInt8(ascii: "{")), bytes.count - place) {
      let brace = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      var before = brace - 1
      var hasComma = false
      while before > start, isBetween(bytes[before]) {
        hasComma = hasComma || bytes[before] == UInt8(ascii: ",")
        before -= 1
      }
      if hasComma, bytes[before] == UInt8(ascii: "}") { return brace }
      place = brace + 1
    }
    return nil
  }
}
