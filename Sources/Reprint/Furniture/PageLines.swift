import ReprintPlatform

/// The lines of a page as hashes: what furniture is counted by.
///
/// A line is what stands between newlines, without white space at its ends; empty ones don't count. Two lines are the
/// same if they spell the same bytes, whatever JSON escapes they are written with.
package struct PageLines: Sendable {
  package struct Line: Sendable {
    fileprivate var start: UInt32
    fileprivate var end: UInt32
    /// Its number in the text, from 0, empty lines counted.
    package var number: UInt32
    /// Bytes that it spells.
    package var length: UInt32
    package var hash: UInt64

    /// Bytes of the text as it stands, white space at the ends left out.
    package var range: Range<Int> { Int(start)..<Int(end) }
    /// Whether it is long enough to be a paragraph rather than a label, link or headline.
    package var isProse: Bool { length >= 160 }
  }

  package private(set) var lines: [Line] = []
  /// A line as it spells, where that is not how it is written.
  private var spelled: [UInt8] = []
  private var number: UInt32 = 0

  package init() {}

  /// The lines of a text.
  package init(_ text: UnsafeBufferPointer<UInt8>, isJSON: Bool) { read(text, isJSON: isJSON) }

  /// Reads the lines of another text.
  ///
  /// - Parameters:
  ///   - text: UTF-8, or the content of a JSON string as it stands in the file; less than 4 GiB.
  ///   - isJSON: whether newlines are written `\n`.
  /// - Complexity: O(n) in the bytes.
  package mutating func read(_ text: UnsafeBufferPointer<UInt8>, isJSON: Bool) {
    lines.removeAll(keepingCapacity: true)
    number = 0
    guard let base = text.baseAddress, text.count <= Int(UInt32.max) else { return }
    var start = 0
    var position = 0
    var isEscaped = false
    let wanted = Int32(isJSON ? UInt8(ascii: "\\") : 0x0A)
    while position < text.count, let found = memchr(base + position, wanted, text.count - position) {
      let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      if isJSON, place + 1 >= text.count || base[place + 1] != UInt8(ascii: "n") {
        isEscaped = true
        position = place + 2
      } else {
        append(base, start..<place, isEscaped)
        start = place + (isJSON ? 2 : 1)
        position = start
        isEscaped = false
      }
    }
    if start < text.count { append(base, start..<text.count, isEscaped) }
  }

  /// Forgets all lines.
  package mutating func clear() { lines.removeAll(keepingCapacity: true) }

  private mutating func append(_ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ isEscaped: Bool) {
    defer { number &+= 1 }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isSpace(base[low]) { low += 1 }
    while high > low, Self.isSpace(base[high - 1]) { high -= 1 }
    guard low < high else { return }
    var line = Line(start: UInt32(low), end: UInt32(high), number: number, length: UInt32(high - low), hash: 0)
    if isEscaped {
      spell(base + low, base + high)
      let first = spelled.firstIndex { !Self.isSpace($0) } ?? spelled.count
      let last = spelled.lastIndex { !Self.isSpace($0) } ?? first - 1
      guard first <= last else { return }
      line.length = UInt32(last + 1 - first)
      line.hash = spelled[first...last].withUnsafeBufferPointer { Self.hash($0) }
    } else {
      line.hash = Self.hash(UnsafeBufferPointer(start: base + low, count: high - low))
    }
    lines.append(line)
  }

  /// Writes down what the content of a JSON string spells.
  private mutating func spell(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
    spelled.removeAll(keepingCapacity: true)
    var position = start
    while position < end {
      guard let found = memchr(position, Int32(UInt8(ascii: "\\")), end - position) else { break }
      let escape = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      spelled.append(contentsOf: UnsafeBufferPointer(start: position, count: escape - position))
      let decoded = JSONEscape.decode(escape, end)
      spelled.append(contentsOf: UTF8.encode(Unicode.Scalar(decoded.value) ?? "\u{FFFD}")!)
      position = escape + decoded.length
    }
    if position < end { spelled.append(contentsOf: UnsafeBufferPointer(start: position, count: end - position)) }
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  /// A hash of a text's bytes; 0 of an empty one alone.
  package static func hash(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { $0.isEmpty ? 0 : hash($0) }
  }

  /// A hash of bytes; 0 is never returned.
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = Mix.a ^ UInt64(bytes.count)
    var position = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while position + 8 <= bytes.count {
      hash = Mix.fold(hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian, Mix.b)
      position += 8
    }
    var last: UInt64 = 0
    while position < bytes.count {
      last = last << 8 | UInt64(bytes[position])
      position += 1
    }
    return max(1, Mix.fold(hash ^ last, Mix.c))
  }
}
