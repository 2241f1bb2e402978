/// Words that turn what is said into its opposite.
enum Negation {
  private static let words: Set<String> = [
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "nowhere",
    "nicht", "kein", "keine", "keinen", "keiner", "nie", "niemals", "niemand", "ohne",
    "ne", "pas", "jamais", "aucun", "aucune", "sans", "nunca", "sin", "ninguno", "ninguna", "non", "mai",
  ]

  /// Beginnings of words that say no without negating, and of words that the beginning negates.
  private static let implying = [
    "declin", "refus", "den", "fail", "lack", "reject", "rather", "instead", "avoid", "absen", "banned",
    "barred", "prohibit", "forb", "prevent",
  ]
  private static let prefixes = ["un", "in", "im", "ir", "il", "dis", "non"]

  /// Whether a word negates: one of the list, or the end of "isn't".
  static func `is`(
    _ text: PreparedText, _ word: Int, in sentence: PreparedText.Sentence, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let entry = text.words[word]
    if entry.end - entry.start <= 8, words.contains(spelling(entry, bytes)) { return true }
    guard entry.end - entry.start == 1, bytes[entry.start] | 0x20 == UInt8(ascii: "t"), word > sentence.words.lowerBound
    else { return false }
    let before = text.words[word - 1]
    return bytes[before.end - 1] | 0x20 == UInt8(ascii: "n") && entry.start - before.end <= 3
  }

  /// Whether a word may say no without being a negation: "declined", "rather", "unpersuaded".
  static func isImplied(_ text: PreparedText, _ word: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = text.words[word]
    guard !entry.isNumber, (4...24).contains(entry.end - entry.start) else { return false }
    let spelling = spelling(entry, bytes)
    return implying.contains { spelling.hasPrefix($0) }
      || prefixes.contains { spelling.hasPrefix($0) && spelling.utf8.count >= $0.utf8.count + 4 }
  }

  /// A word in lower case, as far as it is ASCII.
  private static func spelling(_ word: PreparedText.Word, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: bytes[word.start..<word.end].lazy.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
