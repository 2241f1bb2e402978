/// A plain UTF-8 text, read at byte offsets: what the sentence splitter asks about scalars.
///
/// Ill-formed bytes are text like any letter.
struct SentenceText {
  let base: UnsafePointer<UInt8>
  let count: Int
  /// For every byte whether a line break or a terminator may begin with it.
  private let stops = StopBytes.shared

  init(_ base: UnsafePointer<UInt8>, count: Int) {
    self.base = base
    self.count = count
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 { base[offset] }

  @inline(__always)
  func scalar(at offset: Int) -> DecodedScalar { PlainEncoding.decode(base + offset, base + count) }

  /// The scalar that ends right before `offset`; of ill-formed bytes, the last one.
  func scalar(before offset: Int) -> DecodedScalar {
    var start = offset - 1
    if base[start] < 0x80 { return DecodedScalar(value: UInt32(base[start]), length: 1) }
    while start > 0 && offset - start < 4 && base[start] & 0xC0 == 0x80 { start -= 1 }
    let decoded = PlainEncoding.decode(base + start, base + offset)
    guard decoded.value != DecodedScalar.invalid, start + decoded.length == offset else {
      return DecodedScalar(value: DecodedScalar.invalid, length: 1)
    }
    return decoded
  }

  /// The first offset from `offset` on, before `end`, where a terminator may begin; `end` if there is none.
  @inline(__always)
  func nextTerminatorByte(from offset: Int, to end: Int) -> Int {
    var offset = offset
    while offset < end && stops[Int(base[offset])] & StopBytes.terminator == 0 { offset &+= 1 }
    return offset
  }

  @inline(__always)
  func nextLineBreakByte(from offset: Int) -> Int {
    var offset = offset
    while offset < count && stops[Int(base[offset])] & StopBytes.lineBreak == 0 { offset &+= 1 }
    return offset
  }

  /// The first offset from `offset` on, before `end`, that is not white space.
  func skipBlanks(from offset: Int, to end: Int) -> Int {
    var offset = offset
    while offset < end {
      let decoded = scalar(at: offset)
      guard ScalarClass.isBlank(decoded.value) else { break }
      offset += decoded.length
    }
    return offset
  }

  /// The end of what is not white space before `end`, at `start` or after.
  func trimBlanks(before end: Int, from start: Int) -> Int {
    var end = end
    while end > start {
      let decoded = scalar(before: end)
      guard ScalarClass.isBlank(decoded.value) else { break }
      end -= decoded.length
    }
    return end
  }

  /// Whether nothing but white space stands between `offset` and the line break or start before it.
  func startsLine(_ offset: Int) -> Bool {
    var offset = offset
    while offset > 0 {
      let decoded = scalar(before: offset)
      if ScalarClass.isLineBreak(decoded.value) { return true }
      guard ScalarClass.isBlank(decoded.value) else { return false }
      offset -= decoded.length
    }
    return true
  }

  /// Whether nothing but white space stands between `offset` and the line break or end behind it.
  func endsLine(_ offset: Int) -> Bool {
    var offset = offset
    while offset < count {
      let decoded = scalar(at: offset)
      if ScalarClass.isLineBreak(decoded.value) { return true }
      guard ScalarClass.isBlank(decoded.value) else { return false }
      offset += decoded.length
    }
    return true
  }

  /// Whether the text before `end` ends with a terminator, and maybe quotes and brackets behind it.
  func isTerminated(before end: Int, from start: Int) -> Bool {
    var end = end
    while end > start {
      let decoded = scalar(before: end)
      if ScalarClass.terminator(decoded.value) != nil { return true }
      guard ScalarClass.isCloser(decoded.value) else { return false }
      end -= decoded.length
      if decoded.value == 0xBB { end = trimBlanks(before: end, from: start) }  // French: « Non ! »
    }
    return false
  }
}

/// The first bytes of line breaks and of terminators in UTF-8, one entry a byte.
private enum StopBytes {
  static let terminator: UInt8 = 1
  static let lineBreak: UInt8 = 2

  nonisolated(unsafe) static let shared: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: 0, count: 256)
    // Those of `!`, `.` and `?`, and of blocks in which some script has a terminator.
    for byte in [0x21, 0x2E, 0x3F, 0xCD, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF, 0xE0, 0xE1, 0xE2, 0xE3, 0xEA, 0xEF] {
      table[byte] |= terminator
    }
    for byte in [0x0A, 0x0B, 0x0C, 0x0D, 0xC2, 0xE2] { table[byte] |= lineBreak }
    return UnsafePointer(table)
  }()
}
