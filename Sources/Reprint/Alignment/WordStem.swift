/// The first 16 bytes of a folded stem, to compare spellings by.
struct StemBytes: Equatable {
  var low: UInt64 = 0
  var high: UInt64 = 0
  var count: UInt8 = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = UInt8(min(255, bytes.count))
    for (place, byte) in bytes.prefix(16).enumerated() {
      if place < 8 { low |= UInt64(byte) << UInt64(8 * place) } else { high |= UInt64(byte) << UInt64(8 * place - 64) }
    }
  }

  /// The first four bytes.
  var prefix: UInt32 { UInt32(truncatingIfNeeded: low) }

  /// How many bytes both start with, at most 16.
  func commonPrefix(_ other: StemBytes) -> Int {
    let difference = low ^ other.low
    let shared =
      difference != 0 ? difference.trailingZeroBitCount / 8 : 8 + (high ^ other.high).trailingZeroBitCount / 8
    return min(shared, Int(min(count, other.count)), 16)
  }
}

/// Cuts English endings off, so that `opened`, `opening` and `opens` are the same.
///
/// Far lighter than Porter's stemmer: two words that mean different things are rarely made one, and other languages lose
/// little. Words of other scripts and long ones stay as they are.
package enum WordStem {
  /// The longest word that is stemmed.
  package static let longest = 24

  /// An ending, the last byte in the lowest place, and what is put there.
  private struct Ending {
    var letters: UInt64
    var mask: UInt64
    var count: Int
    var replacement: [UInt8]
  }

  /// In the order in which they are tried.
  private static let endings: [Ending] = [
    ("ational", "ate"), ("ations", ""), ("ation", ""), ("nesses", ""), ("ness", ""), ("ingly", ""), ("edly", ""),
    ("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("ers", ""), ("er", ""), ("ly", ""),
    ("es", ""), ("s", ""), ("e", ""),
  ].map { ending, replacement in
    let count = ending.utf8.count
    return Ending(
      letters: ending.utf8.reduce(0) { $0 << 8 | UInt64($1) }, mask: .max >> UInt64(64 - 8 * count), count: count,
      replacement: Array(replacement.utf8))
  }

  /// For each byte a bit that says whether an ending ends in it.
  private static let isLast: (low: UInt64, high: UInt64) = endings.reduce(into: (0, 0)) { bits, ending in
    let byte = ending.letters & 0xFF
    if byte < 64 { bits.low |= 1 << byte } else { bits.high |= 1 << (byte - 64) }
  }

  /// Calls `body` with the stem of a word, in lower case.
  ///
  /// The stem of what is not plain, be it beyond ASCII or longer than ``longest``, is how it starts. Figures stay as they
  /// are.
  ///
  /// - Parameter body: takes the stem, whether the word is plain, and whether there is a digit in it.
  @inline(__always)
  static func withStem<Result>(
    of word: UnsafeBufferPointer<UInt8>,
    _ body: (_ stem: UnsafeBufferPointer<UInt8>, _ isPlain: Bool, _ hasDigit: Bool) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { folded in
      let length = min(word.count, longest)
      var isPlain = word.count <= longest
      var hasDigit = false
      for place in 0..<length {
        var byte = word[place]
        if byte >= 0x80 { isPlain = false }
        if byte >= 0x30, byte <= 0x39 { hasDigit = true }
        if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
        folded[place] = byte
      }
      let whole = UnsafeMutableBufferPointer(rebasing: folded[..<length])
      let count = isPlain && !hasDigit ? stem(whole) : length
      return body(UnsafeBufferPointer(rebasing: folded[..<count]), isPlain, hasDigit)
    }
  }

  /// Stems a word in place and returns its new length.
  ///
  /// - Parameter word: lower-case ASCII letters and digits.
  package static func stem(_ word: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = word.count
    guard count > 3, word[0] > UInt8(ascii: "9") else { return count }
    let last = UInt64(word[count - 1])
    if (last < 64 ? isLast.low >> last : isLast.high >> (last - 64)) & 1 == 1 {
      var tail: UInt64 = 0
      for place in 0..<min(count, 8) { tail |= UInt64(word[count - 1 - place]) << UInt64(8 * place) }
      count = cut(word, tail)
    }
    // stopped -> stopp -> stop, but not tell or pass.
    if count > 3, word[count - 1] == word[count - 2], !isDoubled(word[count - 1]) { count -= 1 }
    if count > 3, word[count - 1] == UInt8(ascii: "i") { word[count - 1] = UInt8(ascii: "y") }
    return count
  }

  /// Cuts the first ending off that leaves a stem, and returns the new length.
  ///
  /// - Parameter tail: the last bytes, the last one in the lowest place.
  private static func cut(_ word: UnsafeMutableBufferPointer<UInt8>, _ tail: UInt64) -> Int {
    for place in endings.indices where tail & endings[place].mask == endings[place].letters {
      let kept = word.count - endings[place].count
      guard kept > 0, kept + endings[place].replacement.count >= 3 else { continue }
      // pass and class are no plurals.
      if endings[place].letters == UInt64(UInt8(ascii: "s")), word[kept - 1] == UInt8(ascii: "s") { continue }
      let replacement = endings[place].replacement
      for (place, byte) in replacement.enumerated() { word[kept + place] = byte }
      return kept + replacement.count
    }
    return word.count
  }

  /// Letters that stand twice at the end of many stems.
  private static func isDoubled(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "l") || letter == UInt8(ascii: "s") || letter == UInt8(ascii: "e")
  }

  /// A hash of a stem's bytes (FNV-1a, then mixed).
  static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Mix.finalize(hash)
  }
}
