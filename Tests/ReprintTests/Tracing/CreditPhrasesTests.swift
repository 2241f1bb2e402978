import Testing

@testable import Reprint

@Suite struct CreditPhrasesTests {
  /// The phrase around a name, as the text has it.
  private func phrase(_ text: String, around name: String) -> String? {
    let bytes = Array(text.utf8)
    var tokenizer = Tokenizer()
    let tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
    let words = CreditPhrases.hashes(of: name)
    guard let start = tokens.indices.first(where: { place in tokens[place...].starts(with: words) { $0.hash == $1 } })
    else { return nil }
    guard let range = CreditPhrases.find(around: start..<start + words.count, tokens, bytes) else { return nil }
    return String(decoding: bytes[tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end], as: UTF8.self)
  }

  @Test(arguments: [
    ("It was so, according to the daily Morning Star.", "according to the daily Morning Star"),
    ("First reported by Morning Star on Monday", "by Morning Star"),
    ("Morning Star reports that rain is due.", "Morning Star reports"),
    ("Das sagte er, laut Morning Star.", "laut Morning Star"),
    ("Selon Morning Star, il pleut.", "Selon Morning Star"),
  ])
  func phrasesBesideANameAreFound(text: String, expected: String) {
    #expect(phrase(text, around: "Morning Star") == expected)
  }

  @Test(arguments: [
    "The Morning Star shines.", "He wrote that according to.\nMorning Star", "Morning Star", "",
    "according to one two three four five six Morning Star",
  ])
  func aNameAloneIsNoCredit(text: String) {
    #expect(phrase(text, around: "Morning Star") == nil)
  }
}
