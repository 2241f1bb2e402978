/// 64 bytes of text, classified: one bit a byte.
struct ByteBlock {
  /// Bytes of words: ASCII letters and digits, `.` and `,` between digits, and every byte of 0x80 or more.
  var words: UInt64
  /// Bare quotes, where the text is a JSON string.
  ///
  /// Of this and ``escapes`` only the first bit counts, of ``words`` only the bits before it.
  var quotes: UInt64 = 0
  /// Where the block can't go on by itself: at the backslash of `\uXXXX`, of `\\` and of escapes that JSON does not know,
  /// and at a point that an escaped digit may follow.
  var escapes: UInt64 = 0

  static let size = 64
  /// How far past its start the block reads.
  static let reach = 80

  /// Classifies the 64 bytes at `position`; also reads the byte before and the one behind them.
  ///
  /// A byte after a lone backslash is the letter of an escape (`\n`), so neither part of a word nor a bare quote. The
  /// escapes that texts are full of cost no branch: where lines are short, every other block has one.
  @inline(__always)
  init<Encoding: TextEncoding>(at position: UnsafePointer<UInt8>, as encoding: Encoding.Type) {
    let words = ByteMask.ofBlock(at: position) { $0 | ByteMask.lanes(Self.isLetter($0) .| Self.isDigit($0)) }
    let points = ByteMask.ofBlock(at: position) { ByteMask.lanes(Self.isPoint($0)) }
    // A point is part of a number if anything of a word follows, which may stand in the next block.
    let joining = points & (words &>> 1 | 1 &<< 63)
    guard Encoding.isJSON else {
      self.words = words
      if _slowPath(joining != 0) {
        self.words |= Self.numberPoints(points, Self.digits(at: position), at: position)
      }
      return
    }
    let quotes = ByteMask.ofBlock(at: position) { ByteMask.lanes($0 .== Lane.quote) }
    let backslashes = ByteMask.ofBlock(at: position) { ByteMask.lanes($0 .== Lane.backslash) }
    let usual = ByteMask.ofBlock(at: position) { ByteMask.lanes(($0 & Lane.notLowLetterBits) .== Lane.evenSmallLetter) }
    let letters = backslashes &<< 1 | (position[-1] == UInt8(ascii: "\\") ? 1 : 0)
    let unusual = letters & (words & ~usual | backslashes) | backslashes &>> 63
    if _slowPath(joining | unusual != 0) {
      self = Self.settled(words, points: points, letters: letters, backslashes: backslashes, quotes: quotes, position)
    } else {
      self.words = words & ~letters
      self.quotes = quotes & ~letters
    }
  }

  private init(words: UInt64, quotes: UInt64, escapes: UInt64) {
    self.words = words
    self.quotes = quotes
    self.escapes = escapes
  }

  /// A block of a JSON string with points inside numbers or escapes other than the usual.
  @inline(never)
  private static func settled(
    _ words: UInt64, points: UInt64, letters: UInt64, backslashes: UInt64, quotes: UInt64,
    _ position: UnsafePointer<UInt8>
  ) -> ByteBlock {
    let digits = digits(at: position)
    let next = position[size]
    // Right up to the first double backslash, where the block stops.
    let hardLetters = backslashes | digits | ByteMask.ofBlock(at: position) { $0 | ByteMask.lanes($0 .== Lane.u) }
    // What is escaped by the last byte of the block before was looked at there.
    var hard = backslashes & hardLetters &>> 1
    if isHardLetter(next) { hard |= backslashes & 1 &<< 63 }
    let plainPoints = points & ~letters
    // A number may go on with an escaped digit.
    let beforeHard = hard &>> 1 | (next == UInt8(ascii: "\\") ? 1 &<< 63 : 0)
    let open = plainPoints & beforeHard & afterDigit(digits, at: position)
    return ByteBlock(
      words: words & ~letters | numberPoints(plainPoints, digits, at: position), quotes: quotes & ~letters,
      escapes: hard | open)
  }

  /// Whether the letter of an escape is left to the scanner.
  @inline(__always)
  private static func isHardLetter(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "u") || letter == UInt8(ascii: "\\") || letter >= 0x80 || isDigit(letter)
  }

  /// The points between two digits.
  @inline(__always)
  private static func numberPoints(_ points: UInt64, _ digits: UInt64, at position: UnsafePointer<UInt8>) -> UInt64 {
    points & afterDigit(digits, at: position) & (digits &>> 1 | (isDigit(position[size]) ? 1 &<< 63 : 0))
  }

  @inline(__always)
  private static func afterDigit(_ digits: UInt64, at position: UnsafePointer<UInt8>) -> UInt64 {
    digits &<< 1 | (isDigit(position[-1]) ? 1 : 0)
  }

  @inline(__always)
  private static func digits(at position: UnsafePointer<UInt8>) -> UInt64 {
    ByteMask.ofBlock(at: position) { ByteMask.lanes(isDigit($0)) }
  }

  /// The bytes of 0x80 or more.
  @inline(__always)
  static func highBytes(at position: UnsafePointer<UInt8>) -> UInt64 { ByteMask.ofBlock(at: position) { $0 } }

  /// Bytes that are an ill-formed sequence each, whatever stands around them: those that no UTF-8 has, first bytes that
  /// nothing goes on with, and continuation bytes behind no first one.
  ///
  /// The other ill-formed sequences are left to the scanner, as are continuation bytes among the first three, whose first
  /// byte may stand before the block.
  static func strays(at position: UnsafePointer<UInt8>) -> UInt64 {
    @inline(__always)
    func highBytes(above bound: SIMD16<Int8>) -> UInt64 {
      ByteMask.ofBlock(at: position) { $0 & ByteMask.lanes($0 .> bound) }
    }
    let high = Self.highBytes(at: position)
    let leading = highBytes(above: Lane.lastContinuation)
    let ofTwo = highBytes(above: Lane.beforeLeadsOfTwo)
    let ofThree = highBytes(above: Lane.beforeLeadsOfThree)
    let ofFour = highBytes(above: Lane.beforeLeadsOfFour)
    let beyond = highBytes(above: Lane.lastLead)
    let continuations = high & ~leading
    let next: UInt64 = position[size] & 0xC0 == 0x80 ? 1 &<< 63 : 0
    let followed = continuations &>> 1 | next
    let reached = (ofTwo & ~beyond) &<< 1 | (ofThree & ~beyond) &<< 2 | (ofFour & ~beyond) &<< 3 | 0b111
    return continuations & ~reached | ofTwo & ~followed | leading & ~ofTwo | beyond
  }

  /// Of the ends of runs (the bits behind their last), those of runs that have a marked bit.
  ///
  /// A carry ripples through a run up to its end, or to a mark.
  @inline(__always)
  static func ends(of runs: UInt64, _ ends: UInt64, with marks: UInt64) -> UInt64 {
    let starts = runs & ~(runs &<< 1)
    return ends & ~((runs & ~marks) &+ starts)
  }

  /// Where 17 bits or more in a row are set: all but the last 16 of a long run.
  @inline(__always)
  static func startsOfSeventeen(_ runs: UInt64) -> UInt64 {
    let two = runs & runs &>> 1
    let four = two & two &>> 2
    let eight = four & four &>> 4
    return eight & eight &>> 8 & runs &>> 16
  }

  /// `.` or `,`, which differ in one bit.
  @inline(__always)
  static func isPoint(_ byte: UInt8) -> Bool { byte & ~0x02 == 0x2C }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  private static func isPoint(_ byte: SIMD16<Int8>) -> SIMDMask<SIMD16<Int8>> {
    (byte & Lane.notTwo) .== Lane.comma
  }

  /// Moved up so that `9` and `z` are the greatest number there is, each takes one comparison.
  @inline(__always)
  private static func isDigit(_ byte: SIMD16<Int8>) -> SIMDMask<SIMD16<Int8>> {
    (byte &+ Lane.nineToTop) .> Lane.belowTenDigits
  }

  @inline(__always)
  private static func isLetter(_ byte: SIMD16<Int8>) -> SIMDMask<SIMD16<Int8>> {
    ((byte | Lane.caseBit) &+ Lane.zToTop) .> Lane.belowTwentySixLetters
  }

  /// A comparison with a named vector is one instruction; with a literal it would be a loop over the lanes.
  private enum Lane {
    @inline(__always) static var caseBit: SIMD16<Int8> { SIMD16(repeating: 0x20) }
    @inline(__always) static var zToTop: SIMD16<Int8> { SIMD16(repeating: 0x7F - 0x7A) }
    @inline(__always) static var belowTwentySixLetters: SIMD16<Int8> { SIMD16(repeating: 0x7F - 26) }
    @inline(__always) static var nineToTop: SIMD16<Int8> { SIMD16(repeating: 0x7F - 0x39) }
    @inline(__always) static var belowTenDigits: SIMD16<Int8> { SIMD16(repeating: 0x7F - 10) }
    @inline(__always) static var notTwo: SIMD16<Int8> { SIMD16(repeating: ~0x02) }
    @inline(__always) static var comma: SIMD16<Int8> { SIMD16(repeating: 0x2C) }
    @inline(__always) static var quote: SIMD16<Int8> { SIMD16(repeating: 0x22) }
    @inline(__always) static var backslash: SIMD16<Int8> { SIMD16(repeating: 0x5C) }
    @inline(__always) static var u: SIMD16<Int8> { SIMD16(repeating: 0x75) }
    /// What `b`, `f`, `n`, `r` and `t` have in common, and no digit, backslash, `u` or byte of 0x80 or more has.
    @inline(__always) static var evenSmallLetter: SIMD16<Int8> { SIMD16(repeating: 0x60) }
    @inline(__always) static var notLowLetterBits: SIMD16<Int8> { SIMD16(repeating: ~0x1E) }
    /// As signed numbers, bytes of 0x80 or more are the least, in their order.
    @inline(__always) static var lastContinuation: SIMD16<Int8> { SIMD16(repeating: Int8(bitPattern: 0xBF)) }
    @inline(__always) static var beforeLeadsOfTwo: SIMD16<Int8> { SIMD16(repeating: Int8(bitPattern: 0xC1)) }
    @inline(__always) static var beforeLeadsOfThree: SIMD16<Int8> { SIMD16(repeating: Int8(bitPattern: 0xDF)) }
    @inline(__always) static var beforeLeadsOfFour: SIMD16<Int8> { SIMD16(repeating: Int8(bitPattern: 0xEF)) }
    @inline(__always) static var lastLead: SIMD16<Int8> { SIMD16(repeating: Int8(bitPattern: 0xF4)) }
  }
}
