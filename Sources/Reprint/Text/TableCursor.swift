import ReprintPlatform

/// Reads a table that is part of the program, word by word: blanks between words, line feeds between lines.
///
/// Tables are read when the process starts, so that a page costs little only if no word costs an allocation.
struct TableCursor {
  private let text: UnsafeBufferPointer<UInt8>
  private var offset = 0

  /// - Parameter text: outlives the cursor and its words.
  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The next word of the line; nil at the end of the line.
  @inline(__always)
  mutating func nextWord() -> UnsafeBufferPointer<UInt8>? {
    while offset < text.count, text[offset] == 0x20 { offset &+= 1 }
    let start = offset
    while offset < text.count, text[offset] != 0x20, text[offset] != 0x0A { offset &+= 1 }
    return start == offset ? nil : UnsafeBufferPointer(rebasing: text[start..<offset])
  }

  /// Goes on to the next line, past what is left of this one; false if this is the last.
  mutating func nextLine() -> Bool {
    while offset < text.count, text[offset] != 0x0A { offset &+= 1 }
    guard offset < text.count else { return false }
    offset &+= 1
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these bytes are those of a word.
  @inline(__always)
  func spells(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount, let baseAddress else { return false }
    return memcmp(baseAddress, word.utf8Start, count) == 0
  }
}
