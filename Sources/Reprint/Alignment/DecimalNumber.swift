/// Reads numbers of single precision out of a table's words.
enum DecimalNumber {
  /// The number that a word spells, the same that `Float(_: String)` reads; nil if it spells none.
  ///
  /// A whole number of up to 24 bits is exact in single precision, and so is a power of ten up to the tenth: one
  /// division then rounds once, as it should (Clinger, "How to Read Floating Point Numbers Accurately", 1990,
  /// doi:10.1145/93542.93557). What is written otherwise is left to the standard library.
  static func float(_ word: UnsafeBufferPointer<UInt8>) -> Float? {
    let isNegative = word.first == UInt8(ascii: "-")
    var digits: UInt32 = 0
    // Places behind the point; nil before it.
    var places: Int? = nil
    for byte in isNegative ? word.dropFirst() : word[...] {
      if byte &- 0x30 < 10, digits < mostDigits {
        digits = 10 &* digits &+ UInt32(byte &- 0x30)
        places = places.map { $0 + 1 }
      } else if byte == UInt8(ascii: "."), places == nil {
        places = 0
      } else {
        return Float(String(decoding: word, as: UTF8.self))
      }
    }
    guard word.count > (isNegative ? 1 : 0), word.last != UInt8(ascii: "."), places ?? 0 < powersOfTen.count else {
      return Float(String(decoding: word, as: UTF8.self))
    }
    let value = Float(digits) / powersOfTen[places ?? 0]
    return isNegative ? -value : value
  }

  /// With one digit more a number still has at most 24 bits.
  private static let mostDigits: UInt32 = 1_600_000

  private static var powersOfTen: InlineArray<11, Float> {
    [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]
  }
}
