/// 64 bytes of text, classified: one bit a byte.
struct ByteBlock {
  /// Bytes of words: ASCII letters and digits, `.` and `,` between digits, and every byte of 0x80 or more.
  var words: UInt64
  /// The first bare quote, where the text is a JSON string.
  var quotes: UInt64
  /// The first backslash of an escape that the block can't settle by itself (`\uXXXX`, `\\`, some that JSON does not
  /// know).
  var escapes: UInt64

  static let size = 64
  /// How far past its start the block reads.
  static let reach = 80

  /// Classifies the 64 bytes at `position`; also reads the byte before and those up to ``reach``.
  ///
  /// A byte after a lone backslash is the letter of an escape (`\n`), so neither part of a word nor a bare quote.
  @inline(__always)
  init<Encoding: TextEncoding>(at position: UnsafePointer<UInt8>, as encoding: Encoding.Type) {
    let raw = UnsafeRawPointer(position)
    var special = SIMD16<Int8>(repeating: 0)

    // Each comparison with a named vector is one instruction; with a literal it would be a loop over the lanes.
    @inline(__always)
    func quarter(_ index: Int) -> UInt64 {
      let byte = raw.loadUnaligned(fromByteOffset: 16 * index, as: SIMD16<Int8>.self)
      let after = raw.loadUnaligned(fromByteOffset: 16 * index + 1, as: SIMD16<Int8>.self)
      special |= Self.lanes(Self.isRare(byte, after, isJSON: Encoding.isJSON))
      return Self.bits(Self.isLetter(byte) .| Self.isDigit(byte) .| (byte .< Lane.zero))
    }

    let low = quarter(0) | quarter(1) &<< 16
    words = low | quarter(2) &<< 32 | quarter(3) &<< 48
    quotes = 0
    escapes = 0
    let halves = unsafeBitCast(special, to: SIMD2<UInt64>.self)
    if _slowPath(halves[0] | halves[1] != 0 || Encoding.isJSON && position[-1] == UInt8(ascii: "\\")) {
      self = Self.settle(words, at: position, isJSON: Encoding.isJSON)
    }
  }

  private init(words: UInt64) {
    self.words = words
    quotes = 0
    escapes = 0
  }

  /// Goes through the rare bytes in order: joins points between digits to their words, takes the letters of escapes out
  /// of the words, and stops at the first bare quote or escape left to the scanner.
  @inline(never)
  private static func settle(_ words: UInt64, at position: UnsafePointer<UInt8>, isJSON: Bool) -> ByteBlock {
    var block = ByteBlock(words: words)
    var rare = rareBytes(at: position, isJSON: isJSON)
    if isJSON && position[-1] == UInt8(ascii: "\\") {
      block.words &= ~1
      rare &= ~1
    }
    while rare != 0 {
      let place = rare.trailingZeroBitCount
      let bit: UInt64 = 1 &<< UInt64(place)
      rare &= rare &- 1
      switch position[place] {
      case UInt8(ascii: "\""):
        block.quotes = bit
        return block
      case UInt8(ascii: "\\"):
        switch position[place + 1] {
        case UInt8(ascii: "u"), UInt8(ascii: "\\"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
          block.escapes = bit
          return block
        default:
          let letter = bit &<< 1  // none where the letter is in the next block
          block.words &= ~letter
          rare &= ~letter
        }
      default:
        guard position[place - 1] &- 0x30 < 10 else { continue }
        if position[place + 1] == UInt8(ascii: "\\") {  // the number may go on with an escaped digit
          block.escapes = bit
          return block
        }
        block.words |= bit
      }
    }
    return block
  }

  /// Points before digits, and in JSON quotes, backslashes, and points before those.
  @inline(__always)
  private static func isRare(
    _ byte: SIMD16<Int8>, _ after: SIMD16<Int8>, isJSON: Bool
  ) -> SIMDMask<SIMD16<Int8>> {
    guard isJSON else { return isPoint(byte) .& isDigit(after) }
    return (isPoint(byte) .& (isDigit(after) .| (after .== Lane.backslash))) .| (byte .== Lane.backslash)
      .| (byte .== Lane.quote)
  }

  @inline(__always)
  private static func rareBytes(at position: UnsafePointer<UInt8>, isJSON: Bool) -> UInt64 {
    let raw = UnsafeRawPointer(position)
    var rare: UInt64 = 0
    for index in 0..<4 {
      let byte = raw.loadUnaligned(fromByteOffset: 16 * index, as: SIMD16<Int8>.self)
      let after = raw.loadUnaligned(fromByteOffset: 16 * index + 1, as: SIMD16<Int8>.self)
      rare |= bits(isRare(byte, after, isJSON: isJSON)) &<< UInt64(16 * index)
    }
    return rare
  }

  /// The bytes of 0x80 or more.
  @inline(__always)
  static func highBytes(at position: UnsafePointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawPointer(position)
    var high: UInt64 = 0
    for index in 0..<4 {
      let byte = raw.loadUnaligned(fromByteOffset: 16 * index, as: SIMD16<Int8>.self)
      high |= bits(byte .< Lane.zero) &<< UInt64(16 * index)
    }
    return high
  }

  /// `.` or `,`, which differ in one bit.
  @inline(__always)
  static func isPoint(_ byte: UInt8) -> Bool { byte & ~0x02 == 0x2C }

  @inline(__always)
  private static func isPoint(_ byte: SIMD16<Int8>) -> SIMDMask<SIMD16<Int8>> {
    (byte & Lane.notTwo) .== Lane.comma
  }

  @inline(__always)
  private static func isDigit(_ byte: SIMD16<Int8>) -> SIMDMask<SIMD16<Int8>> {
    (byte .> Lane.beforeZero) .& (byte .< Lane.afterNine)
  }

  @inline(__always)
  private static func isLetter(_ byte: SIMD16<Int8>) -> SIMDMask<SIMD16<Int8>> {
    let lower = byte | Lane.caseBit
    return (lower .> Lane.beforeA) .& (lower .< Lane.afterZ)
  }

  @inline(__always)
  private static func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD16<Int8> {
    unsafeBitCast(mask, to: SIMD16<Int8>.self)
  }

  /// The sign bits of 16 lanes (x86's movemask, by multiplication, since Swift has no name for it).
  @inline(__always)
  private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
    let lanes = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let gather: UInt64 = 0x0102_0408_1020_4080
    return ((lanes[0] & ones) &* gather) &>> 56 | (((lanes[1] & ones) &* gather) &>> 56) &<< 8
  }

  private enum Lane {
    @inline(__always) static var zero: SIMD16<Int8> { SIMD16(repeating: 0) }
    @inline(__always) static var caseBit: SIMD16<Int8> { SIMD16(repeating: 0x20) }
    @inline(__always) static var beforeA: SIMD16<Int8> { SIMD16(repeating: 0x60) }
    @inline(__always) static var afterZ: SIMD16<Int8> { SIMD16(repeating: 0x7B) }
    @inline(__always) static var beforeZero: SIMD16<Int8> { SIMD16(repeating: 0x2F) }
    @inline(__always) static var afterNine: SIMD16<Int8> { SIMD16(repeating: 0x3A) }
    @inline(__always) static var notTwo: SIMD16<Int8> { SIMD16(repeating: ~0x02) }
    @inline(__always) static var comma: SIMD16<Int8> { SIMD16(repeating: 0x2C) }
    @inline(__always) static var quote: SIMD16<Int8> { SIMD16(repeating: 0x22) }
    @inline(__always) static var backslash: SIMD16<Int8> { SIMD16(repeating: 0x5C) }
  }
}
