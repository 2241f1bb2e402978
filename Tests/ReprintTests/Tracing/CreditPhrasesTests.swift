import ReprintTestSupport
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
    ("PARIS (Morning Star) - Rain is due.", "Morning Star"), ("Rain is due. (dpa/Morning Star)", "Morning Star"),
  ])
  func phrasesBesideANameAreFound(text: String, expected: String) {
    #expect(phrase(text, around: "Morning Star") == expected)
  }

  @Test(arguments: [
    "Source: A", "VIA A", "(via A)", "x,Źródło", "źródło: A", "ŹRÓDŁO: A", "Vía: A", "VÍA A", "first reported by A",
    "Quelle:A",
  ])
  func theFilterLetsPhrasesThrough(text: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { CreditPhrases.mayHavePublisher($0) })
  }

  @Test func theFilterHoldsMostWordsBack() {
    var generator = SeededGenerator(seed: 1)
    let words = (0..<10_000).map { _ in
      (0..<generator.number(3...9)).map { _ in generator.pick(Array("abcdefghijklmnopqrstuvwxyz".utf8)) }
    }
    let passed = words.count { word in word.withUnsafeBufferPointer { CreditPhrases.mayHavePublisher($0) } }
    #expect(passed < 200, "\(passed)")
    for text in ["", " ", "12", "Menu Home Sport"] {
      #expect(!Array(text.utf8).withUnsafeBufferPointer { CreditPhrases.mayHavePublisher($0) }, "\(text)")
    }
  }

  @Test(arguments: [
    "The Morning Star shines.", "He wrote that according to.\nMorning Star", "Morning Star", "",
    "according to one two three four five six Morning Star",
  ])
  func aNameAloneIsNoCredit(text: String) {
    #expect(phrase(text, around: "Morning Star") == nil)
  }
}
