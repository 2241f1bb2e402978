import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct TermWeightsTests {
  private struct Texts {
    let source: SentenceIndex
    let copy: SentenceIndex
    let weights: TermWeights

    init(_ original: String, _ page: String) {
      source = AlignmentTexts.index(original)
      copy = AlignmentTexts.index(page)
      weights = TermWeights(source: source, copy: copy)
    }

    /// The weight and sort of a word of the copy.
    func word(_ word: String) -> (weight: Float, sort: TermWeights.Sort) {
      let term = copy.terms.number(of: AlignmentTexts.prepared(word).words[0].key)
      return (weights.copy[term], weights.copySorts[term])
    }
  }

  @Test func wordsAreSorted() {
    let text = "The minister of Marlow opened a harbour with 1,150 seats. Then Marlow and 7 others left the harbour."
    let texts = Texts(text, text)
    #expect(texts.word("the").sort == .function)
    #expect(texts.word("of").sort == .function)
    #expect(texts.word("Marlow").sort == .name)
    #expect(texts.word("1150").sort == .number)
    #expect(texts.word("7").sort == .number)
    #expect(texts.word("harbour").sort == .content)
    #expect(texts.word("harbour").weight > texts.word("the").weight)
    #expect(texts.word("1150").weight > texts.word("7").weight)
  }

  @Test func aWordInEverySentenceWeighsLess() {
    let sentences = (1...20).map { "Their harbour has \($0) boats." }.joined(separator: " ")
    let texts = Texts(sentences, "The harbour has a shipwright.")
    #expect(texts.word("harbour").weight < 0.6 * texts.word("shipwright").weight)
  }

  @Test func otherLanguagesGoByTheirOwnFrequencies() {
    let sentences = (1...20).map { "Совет открыл \($0) новых портов слово\(UnicodeScalar(0x430 + $0)!)." }
    let texts = Texts(sentences.joined(separator: " "), "Открыл совет словов портов.")
    #expect(texts.word("портов").sort == .function)
    #expect(texts.word("словов").sort == .content)
    #expect(texts.word("словов").weight > 3 * texts.word("портов").weight)
  }

  /// The weight and sort of a word from the word lists of both texts.
  private func slow(_ key: UInt64, _ texts: Texts) -> (Double, TermWeights.Sort) {
    let indices = [texts.source, texts.copy]
    // What a word's stem is known as: the original's reading counts.
    let first = indices.first { $0.terms.number(of: key) >= 0 }!
    let word = first.text.words.first { $0.key == key }!
    func rate(_ index: SentenceIndex) -> Double {
      Double(AlignmentTexts.keys(index).count { $0.contains(key) }) / Double(max(index.count, 15))
    }
    let background = BackgroundFrequencies.english
    let listed = Set(texts.source.text.words.map(\.key)).count { background.idf($0) != nil }
    let isListed = listed * 3 >= Set(texts.source.text.words.map(\.key)).count
    let rarity: Double =
      word.isNumber ? (word.isSmallNumber ? 7.2 : 8.2) : Double(background.idf(key) ?? 9.5)
    let local = max(0, log(31 / (30 * max(rate(texts.source), rate(texts.copy)) + 0.5))) * 2.2
    let inside = indices.flatMap { index in
      index.text.sentences.flatMap { index.text.words[$0.words].dropFirst() }.filter { $0.key == key }
    }
    var sort: TermWeights.Sort = []
    if word.isNumber {
      sort = .number
    } else {
      if 2 * inside.count(where: \.isCapitalised) > inside.count {
        sort = .name
      } else if isListed ? rarity > 4 : local > 4 {
        sort = .content
      }
      if isListed ? rarity < 3 : local < 2 { sort.insert(.function) }
    }
    return (max(0.3, isListed || word.isNumber ? min(rarity, (rarity + local) / 2) : 1.25 * local), sort)
  }

  @Test func weightsEqualThoseFromTheWordLists() {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let texts = Texts(AlignmentTexts.random(&generator), AlignmentTexts.random(&generator))
      for (term, key) in texts.source.terms.keys.enumerated() {
        let (weight, sort) = slow(key, texts)
        #expect(abs(Double(texts.weights.source[term]) - weight) < 1e-4, "seed \(seed)")
        #expect(texts.weights.sourceSorts[term] == sort, "seed \(seed)")
      }
      for (term, key) in texts.copy.terms.keys.enumerated() {
        let (weight, sort) = slow(key, texts)
        #expect(abs(Double(texts.weights.copy[term]) - weight) < 1e-4, "seed \(seed)")
        #expect(texts.weights.copySorts[term] == sort, "seed \(seed)")
        #expect(Int(texts.weights.sourceTerm[term]) == texts.source.terms.number(of: key), "seed \(seed)")
      }
    }
  }
}
