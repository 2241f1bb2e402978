import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct WordRaritiesTests {
  private func idfs(_ text: String, _ rarities: inout WordRarities) -> [Float] {
    var tokenizer = Tokenizer()
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      tokenizer.placeWords(plain: bytes)
      return rarities.idfs(tokenizer.hashes, tokenizer.places, bytes)
    }
  }

  private func idfs(_ text: String) -> [Float] {
    var rarities = WordRarities()
    return idfs(text, &rarities)
  }

  /// The same by the words that alignment compares, each looked up for itself.
  private func slowly(_ text: String) -> [Float] {
    let bytes = Array(text.utf8)
    let prepared = bytes.withUnsafeBufferPointer { PreparedText($0) }
    var tokenizer = Tokenizer()
    let tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
    let background = BackgroundFrequencies.english
    let listed = prepared.words.count { !$0.isNumber && background.idf($0.key) != nil }
    let isListed = 2 * listed >= prepared.words.count
    return tokens.map { token in
      let word = prepared.words.first { $0.start <= token.start && token.start < $0.end }
      guard let word else { return 3 }
      if word.isNumber {
        if word.start < token.start { return 3 }
        let digits = bytes[word.start..<word.end].filter { (0x30...0x39).contains($0) }
        if word.isSmallNumber || digits.count < 2 { return 4 }
        let figures = String(decoding: digits, as: UTF8.self)
        if digits.count == 4, figures.hasPrefix("19") || figures.hasPrefix("20") { return 4 }
        return figures.dropFirst().allSatisfy { $0 == "0" } ? 5.5 : 8.2
      }
      let length = word.end - word.start
      if isListed {
        let idf = background.idf(word.key) ?? 9.5
        if length < 3 { return min(3, background.idf(word.key) ?? 3) }
        return word.isCapitalised ? idf : min(idf, 8)
      }
      if bytes[word.start] >= 0xE0 { return length >= 9 ? 6 : 4.5 }
      if prepared.words.count(where: { $0.key == word.key }) > 12 || length < 4 { return 2 }
      if length < 7 { return word.isCapitalised ? 6.5 : 4 }
      return word.isCapitalised || length > 11 ? 8.2 : 6.5
    }
  }

  private static let words = [
    "the", "of", "and", "said", "company", "opened", "Opening", "Mirrowell", "zygote", "Zygote", "he", "I", "us", "x",
    "5,210", "18.4", "1997", "2026", "300", "7", "twenty-four", "a dozen", "two million", "$14.3 billion", "$US3.8",
    "3rd", "14.3bn", "b2b", "ÉCOLE", "école", "Straße", "Москва", "война", "ΑΘΗΝΑ", "Bürgermeister", "und", "nicht",
    "Verwaltungsgericht", "eight", "sevens", "fourth", "ten", "９９", "don't", "wasn’t",
  ]

  @Test(arguments: 1...6 as ClosedRange<UInt64>) func wordsAreAsRareAsAlignmentHasThem(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var rarities = WordRarities()
    for _ in 0..<120 {
      // English or not, by its small words.
      let small = generator.chance(0.5) ? ["the", "of", "and", "was"] : ["der", "und", "nicht", "gegen"]
      let words = (0..<generator.number(0...60)).map { _ in
        generator.chance(0.5) ? generator.pick(small) : generator.pick(Self.words)
      }
      let text = words.joined(separator: " ") + "."
      // What was read before makes no difference.
      #expect(idfs(text, &rarities) == slowly(text), "seed \(seed): \(text)")
    }
  }

  @Test func namesAndFiguresAreRare() {
    let found = idfs("The company of Mirrowell said that the thieves took 5,210 files in 1997.")
    let of = { (word: Int) in found[word] }
    #expect(found.count == 13)
    #expect(of(3) == BackgroundFrequencies.unlisted && of(9) == 8.2 && of(12) == 4 && of(0) < 1)
    #expect(idfs("").isEmpty && idfs(" , ").isEmpty)
  }
}
