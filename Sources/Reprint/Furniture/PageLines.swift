/// The lines of a page as hashes: what furniture is counted by.
///
/// A line is what stands between newlines, without white space at its ends; empty ones don't count. Two lines are the
/// same if they are the same bytes.
package struct PageLines: Sendable {
  package struct Line: Sendable {
    /// Bytes of the text, white space at the ends left out.
    package var range: Range<Int>
    package var hash: UInt64
    /// Whether it is long enough to be a paragraph rather than a label, link or headline.
    package var isProse: Bool
  }

  package var lines: [Line] = []

  package init() {}

  /// The lines of a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8, or the content of a JSON string as it stands in the file.
  ///   - isJSON: whether newlines are written `\n`.
  /// - Complexity: O(n) in the bytes.
  package init(_ text: UnsafeBufferPointer<UInt8>, isJSON: Bool) {
    var start = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      if isJSON, byte == UInt8(ascii: "\\"), position + 1 < text.count {
        if text[position + 1] == UInt8(ascii: "n") {
          append(text, start..<position)
          start = position + 2
        }
        position += 2
      } else {
        if byte == 0x0A {
          append(text, start..<position)
          start = position + 1
        }
        position += 1
      }
    }
    append(text, min(start, text.count)..<text.count)
  }

  /// Lines with at least so many bytes are prose: no label or headline is as long, and paragraphs rarely shorter.
  private static let proseBytes = 160

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isSpace(text[low]) { low += 1 }
    while high > low, Self.isSpace(text[high - 1]) { high -= 1 }
    guard low < high else { return }
    let hash = Self.hash(UnsafeBufferPointer(rebasing: text[low..<high]))
    lines.append(Line(range: low..<high, hash: hash, isProse: high - low >= Self.proseBytes))
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

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
