/// Words that turn what is said into its opposite.
enum Negation {
  private static let words = table([
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "nowhere",
    "nicht", "kein", "keine", "keinen", "keiner", "nie", "niemals", "niemand", "ohne",
    "ne", "pas", "jamais", "aucun", "aucune", "sans", "nunca", "sin", "ninguno", "ninguna", "non", "mai",
  ])

  /// Beginnings of words that say no without negating, and of words that the beginning negates.
  private static let implying = beginnings([
    "declin", "refus", "den", "fail", "lack", "reject", "rather", "instead", "avoid", "absen", "banned",
    "barred", "prohibit", "forb", "prevent",
  ])
  private static let prefixes = beginnings(["un", "in", "im", "ir", "il", "dis", "non"])

  /// Whether a word negates: one of the list, or the end of "isn't".
  static func `is`(
    _ text: PreparedText, _ word: Int, in sentence: PreparedText.Sentence, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let entry = text.words[word]
    let length = entry.end - entry.start
    if length <= 8, words.number(of: Mix.finalize(spelling(entry, bytes))) >= 0 { return true }
    guard length == 1, bytes[entry.start] | 0x20 == UInt8(ascii: "t"), word > sentence.words.lowerBound
    else { return false }
    let before = text.words[word - 1]
    return bytes[before.end - 1] | 0x20 == UInt8(ascii: "n") && entry.start - before.end <= 3
  }

  /// Where a negation stands: "can't" as a whole.
  static func range(of word: Int, in text: PreparedText, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let entry = text.words[word]
    guard entry.end - entry.start == 1, bytes[entry.start] | 0x20 == UInt8(ascii: "t"), word > 0 else {
      return entry.range
    }
    return text.words[word - 1].start..<entry.end
  }

  /// Whether a word may say no without being a negation: "declined", "rather", "unpersuaded".
  static func isImplied(_ text: PreparedText, _ word: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = text.words[word]
    let length = entry.end - entry.start
    guard !entry.isNumber, (4...24).contains(length) else { return false }
    let spelling = spelling(entry, bytes)
    return implying.contains { spelling & $0.mask == $0.letters }
      || prefixes.contains { spelling & $0.mask == $0.letters && length >= $0.count + 4 }
  }

  /// The first eight bytes of a word in lower case, as far as it is ASCII: the first in the lowest place, nought behind
  /// the last.
  @inline(__always)
  private static func spelling(_ word: PreparedText.Word, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var spelling: UInt64 = 0
    for place in 0..<min(8, word.end - word.start) {
      let byte = bytes[word.start + place]
      spelling |= UInt64(0x41...0x5A ~= byte ? byte | 0x20 : byte) << UInt64(8 * place)
    }
    return spelling
  }

  // MARK: Tables

  /// The beginning of a word, to be compared with a spelling.
  private struct Beginning {
    var letters: UInt64
    var mask: UInt64
    var count: Int
  }

  private static func letters(_ word: String) -> UInt64 {
    precondition(word.utf8.count <= 8, "a spelling has eight bytes")
    return word.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func table(_ words: [String]) -> KeyTable {
    var table = KeyTable(expected: words.count)
    for word in words { _ = table.insert(Mix.finalize(letters(word))) }
    return table
  }

  private static func beginnings(_ words: [String]) -> [Beginning] {
    words.map { word in
      let count = word.utf8.count
      return Beginning(letters: letters(word), mask: .max >> UInt64(64 - 8 * count), count: count)
    }
  }
}
