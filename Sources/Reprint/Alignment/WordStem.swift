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

  /// An ending, the last byte in the lowest place, and what is put there, the first byte in the lowest place.
  private struct Ending {
    var letters: UInt64
    var mask: UInt64
    var count: Int
    var replacement: UInt32
    var replacementCount: Int
  }

  private struct Endings {
    /// In the order in which they are tried.
    var all: [Ending]
    /// For the low five bits of a letter, the endings that end in it, a bit each.
    var byLast: InlineArray<32, UInt32>
  }

  private static let endings: Endings = {
    let all = [
      ("ational", "ate"), ("ations", ""), ("ation", ""), ("nesses", ""), ("ness", ""), ("ingly", ""), ("edly", ""),
      ("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("ers", ""), ("er", ""), ("ly", ""),
      ("es", ""), ("s", ""), ("e", ""),
    ].map { ending, replacement in
      let count = ending.utf8.count
      return Ending(
        letters: ending.utf8.reduce(0) { $0 << 8 | UInt64($1) }, mask: .max >> UInt64(64 - 8 * count), count: count,
        replacement: replacement.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) },
        replacementCount: replacement.utf8.count)
    }
    var byLast = InlineArray<32, UInt32>(repeating: 0)
    for (place, ending) in all.enumerated() { byLast[Int(ending.letters & 31)] |= 1 << UInt32(place) }
    return Endings(all: all, byLast: byLast)
  }()

  /// Calls `body` with the stem of a word, in lower case.
  ///
  /// The stem of what is not plain, be it beyond ASCII or longer than ``longest``, is how it starts. Figures stay as
  /// they are.
  ///
  /// - Parameter body: takes the stem, whether the word is plain, and whether there is a digit in it.
  @inline(__always)
  static func withStem<Result>(
    of word: UnsafeBufferPointer<UInt8>,
    _ body: (_ stem: UnsafeBufferPointer<UInt8>, _ isPlain: Bool, _ hasDigit: Bool) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { folded in
      var isASCII = true
      var hasDigit = false
      var (place, length) = (0, 0)
      while place < word.count {
        var byte = word[place]
        if byte >= 0x80 {
          if isSoftHyphen(word, at: place) {
            place += 2
            continue
          }
          isASCII = false
        }
        guard length < longest else { break }
        if byte >= 0x30, byte <= 0x39 { hasDigit = true }
        if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
        folded[length] = byte
        (place, length) = (place + 1, length + 1)
      }
      let isPlain = isASCII && place == word.count
      let whole = UnsafeMutableBufferPointer(rebasing: folded[..<length])
      let count = isPlain && !hasDigit ? stem(whole) : length
      return body(UnsafeBufferPointer(rebasing: folded[..<count]), isPlain, hasDigit)
    }
  }

  /// Soft hyphens leave no trace, as in ``ScalarScanner``.
  @inline(__always)
  private static func isSoftHyphen(_ word: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    word[place] == 0xC2 && place + 1 < word.count && word[place + 1] == 0xAD
  }

  /// Stems a word in place and returns its new length.
  ///
  /// - Parameter word: lower-case ASCII letters and digits.
  package static func stem(_ word: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = word.count
    guard count > 3, word[0] > UInt8(ascii: "9") else { return count }
    let candidates = endings.byLast[Int(word[count - 1] & 31)]
    if candidates != 0 {
      var tail: UInt64 = 0
      for place in 0..<min(count, 8) { tail |= UInt64(word[count - 1 - place]) << UInt64(8 * place) }
      count = cut(word, tail, candidates)
    }
    // stopped -> stopp -> stop, but not tell or pass.
    if count > 3, word[count - 1] == word[count - 2], !isDoubled(word[count - 1]) { count -= 1 }
    if count > 3, word[count - 1] == UInt8(ascii: "i") { word[count - 1] = UInt8(ascii: "y") }
    return count
  }

  /// Cuts the first ending off that leaves a stem, and returns the new length.
  ///
  /// - Parameters:
  ///   - tail: the last bytes, the last one in the lowest place.
  ///   - candidates: the endings to try, a bit each.
  private static func cut(
    _ word: UnsafeMutableBufferPointer<UInt8>, _ tail: UInt64, _ candidates: UInt32
  ) -> Int {
    endings.all.withUnsafeBufferPointer { endings in
      var left = candidates
      while left != 0 {
        let ending = endings[left.trailingZeroBitCount]
        left &= left &- 1
        let kept = word.count - ending.count
        guard tail & ending.mask == ending.letters, kept > 0, kept + ending.replacementCount >= 3 else { continue }
        // pass and class are no plurals.
        if ending.letters == UInt64(UInt8(ascii: "s")), word[kept - 1] == UInt8(ascii: "s") { continue }
        for place in 0..<ending.replacementCount {
          word[kept + place] = UInt8(truncatingIfNeeded: ending.replacement >> UInt32(8 * place))
        }
        return kept + ending.replacementCount
      }
      return word.count
    }
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
