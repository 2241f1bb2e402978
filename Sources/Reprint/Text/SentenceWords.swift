/// The words next to the end of a sentence, and what they look like.
extension SentenceText {
  /// The word that ends at `offset`, dots in it included; of a long one, a bit more than ``ShortWord/longest`` bytes.
  func word(before offset: Int) -> Range<Int> {
    var start = offset
    while start > 0 && offset - start <= ShortWord.longest {
      let decoded = scalar(before: start)
      guard isOfWord(decoded.value) || decoded.value == 0x2E else { break }
      start -= decoded.length
    }
    while start < offset && self[start] == UInt8(ascii: ".") { start += 1 }
    return start..<offset
  }

  /// The word that starts at `offset`; of a long one, a bit more than ``ShortWord/longest`` bytes.
  func word(from offset: Int, to end: Int) -> Range<Int> {
    var position = offset
    while position < end && position - offset <= ShortWord.longest {
      let decoded = scalar(at: position)
      guard isOfWord(decoded.value) else { break }
      position += decoded.length
    }
    return offset..<position
  }

  /// Soft hyphens stand inside words.
  private func isOfWord(_ scalar: UInt32) -> Bool { ScalarClass.isWord(scalar) || scalar == 0xAD }

  func roles(of word: Range<Int>) -> WordRoles {
    Abbreviations.roles(of: UnsafeBufferPointer(start: base + word.lowerBound, count: word.count))
  }

  func isLetter(_ word: Range<Int>) -> Bool {
    guard !word.isEmpty else { return false }
    let first = scalar(at: word.lowerBound)
    return first.length == word.count && !ScalarClass.isDigit(first.value)
  }

  func isInitial(_ word: Range<Int>) -> Bool {
    isLetter(word) && ScalarClass.isUpper(scalar(at: word.lowerBound).value)
  }

  /// Letters by ones and twos with dots between them: "U.S", "Ph.D".
  func isAcronym(_ word: Range<Int>) -> Bool { hasDot(word) && !hasLongPiece(word, 2) }

  func isNumber(_ word: Range<Int>) -> Bool {
    word.allSatisfy { ScalarClass.isDigit(UInt32(self[$0])) || self[$0] == UInt8(ascii: ".") }
  }

  func hasDot(_ word: Range<Int>) -> Bool { word.contains { self[$0] == UInt8(ascii: ".") } }

  /// Whether more than `longest` characters stand together without a dot.
  func hasLongPiece(_ word: Range<Int>, _ longest: Int) -> Bool {
    var length = 0
    for offset in word where self[offset] & 0xC0 != 0x80 {
      length = self[offset] == UInt8(ascii: ".") ? 0 : length + 1
      if length > longest { return true }
    }
    return false
  }
}
