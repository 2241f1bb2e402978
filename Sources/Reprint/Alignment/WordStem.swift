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

  private static let endings: [(ending: [UInt8], replacement: [UInt8])] = [
    ("ational", "ate"), ("ations", ""), ("ation", ""), ("nesses", ""), ("ness", ""), ("ingly", ""), ("edly", ""),
    ("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("ers", ""), ("er", ""), ("ly", ""),
    ("es", ""), ("s", ""), ("e", ""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// Stems a word in place and returns its new length.
  ///
  /// - Parameter word: lower-case ASCII letters and digits.
  package static func stem(_ word: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = word.count
    guard count > 3, word[0] > UInt8(ascii: "9") else { return count }
    for (ending, replacement) in endings {
      let kept = count - ending.count
      guard kept > 0, kept + replacement.count >= 3, endsWith(word, ending, at: kept) else { continue }
      // pass and class are no plurals.
      if ending.count == 1, ending[0] == UInt8(ascii: "s"), word[kept - 1] == UInt8(ascii: "s") { continue }
      for (place, byte) in replacement.enumerated() { word[kept + place] = byte }
      count = kept + replacement.count
      break
    }
    // stopped -> stopp -> stop, but not tell or pass.
    if count > 3, word[count - 1] == word[count - 2], !isDoubled(word[count - 1]) { count -= 1 }
    if count > 3, word[count - 1] == UInt8(ascii: "i") { word[count - 1] = UInt8(ascii: "y") }
    return count
  }

  private static func endsWith(_ word: UnsafeMutableBufferPointer<UInt8>, _ ending: [UInt8], at start: Int) -> Bool {
    for place in ending.indices where word[start + place] != ending[place] { return false }
    return true
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
