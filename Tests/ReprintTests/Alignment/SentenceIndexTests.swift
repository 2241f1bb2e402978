import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct SentenceIndexTests {
  @Test func randomTextsAreIndexedAsByDictionaries() {
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let index = AlignmentTexts.index(AlignmentTexts.random(&generator))
      let note = "seed \(seed)"
      let sentences = AlignmentTexts.keys(index)
      var order: [UInt64] = []
      for key in sentences.joined() where !order.contains(key) { order.append(key) }
      #expect(index.terms.keys == order, "\(note)")
      #expect(index.count == sentences.count, "\(note)")
      for (place, keys) in sentences.enumerated() {
        #expect(index.termRange(place).map { index.terms.keys[Int(index.sequence[$0])] } == keys, "\(note)")
        #expect(index.wordCount(place) == keys.count, "\(note)")
        var different: [UInt64] = []
        for key in keys where !different.contains(key) { different.append(key) }
        #expect(index.distinctTerms(place).map { index.terms.keys[Int(index.distinct[$0])] } == different, "\(note)")
      }
      for (term, key) in order.enumerated() {
        let expected = sentences.indices.filter { sentences[$0].contains(key) }
        let found = index.postings.range(of: term).map { index.postings.entries[$0] }
        #expect(found.map { Int($0.sentence) } == expected, "\(note)")
        #expect(
          found.map { Int($0.count) } == expected.map { place in sentences[place].count { $0 == key } }, "\(note)")
      }
      checkPairs(index, sentences, note)
      checkWords(index, note)
    }
  }

  private func checkPairs(_ index: SentenceIndex, _ sentences: [[UInt64]], _ note: String) {
    let pairs = sentences.map { zip($0, $0.dropFirst()).map { SentenceIndex.pairKey($0, $1) } }
    #expect(Set(index.pairs.keys) == Set(pairs.joined()), "\(note)")
    for (number, key) in index.pairs.keys.enumerated() {
      let found = index.pairPostings.range(of: number).map { index.pairPostings.entries[$0] }
      #expect(found.map { Int($0.sentence) } == pairs.indices.filter { pairs[$0].contains(key) }, "\(note)")
      #expect(found.reduce(0) { $0 + Int($1.count) } == pairs.joined().count { $0 == key }, "\(note)")
    }
  }

  /// What is known of each term against the words that it stands for.
  private func checkWords(_ index: SentenceIndex, _ note: String) {
    for (term, key) in index.terms.keys.enumerated() {
      let words = index.text.words.filter { $0.key == key }
      #expect(words[0].stem == index.stems[term], "\(note)")
      #expect(words.allSatisfy { $0.isNumber == index.isNumber[term] }, "\(note)")
      #expect(words.allSatisfy { $0.isSmallNumber == index.isSmall[term] }, "\(note)")
      let inside = index.text.sentences.flatMap { $0.words.dropFirst() }.filter { index.text.words[$0].key == key }
      #expect(Int(index.capitals[term].all) == inside.count, "\(note)")
      #expect(
        Int(index.capitals[term].capitalised) == inside.count { index.text.words[$0].isCapitalised }, "\(note)")
      #expect(index.rarities[term] == BackgroundFrequencies.english.idf(key) ?? -1, "\(note)")
    }
    let spelled = index.stems.indices.filter { !index.isNumber[$0] && index.stems[$0].count >= 4 }
    let inOrder = spelled.sorted { (index.stems[$0].prefix, $0) < (index.stems[$1].prefix, $1) }
    #expect(index.spellings.map { Int($0.term) } == inOrder, "\(note)")
    #expect(index.spellings.map(\.prefix) == inOrder.map { index.stems[$0].prefix }, "\(note)")
  }

  @Test func aCopyAndAnIndexLikeAnotherHaveTheRest() {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let bytes = Array(AlignmentTexts.random(&generator).utf8)
      let text = AlignmentTexts.prepared(bytes)
      let sentences = Array(text.sentences.indices)
      let (whole, copy, like) = bytes.withUnsafeBufferPointer { bytes in
        let whole = SentenceIndex(text, bytes: bytes, sentences: sentences)
        return (
          whole, SentenceIndex(text, bytes: bytes, sentences: sentences, isCopy: true),
          SentenceIndex(text, bytes: bytes, sentences: sentences, like: whole)
        )
      }
      for index in [copy, like] {
        #expect(index.terms.keys == whole.terms.keys && index.grams.keys == whole.grams.keys, "seed \(seed)")
        #expect(index.sequence == whole.sequence && index.distinct == whole.distinct, "seed \(seed)")
        for gram in 0..<whole.grams.count {
          let (range, expected) = (index.gramPostings.range(of: gram), whole.gramPostings.range(of: gram))
          #expect(
            range.map { index.gramPostings.entries[$0].sentence }
              == expected.map { whole.gramPostings.entries[$0].sentence }, "seed \(seed)")
        }
      }
      #expect(copy.pairs.count == 0 && like.pairs.keys == whole.pairs.keys, "seed \(seed)")
    }
  }

  @Test func someSentencesOfAText() {
    let bytes = Array("One river. Two harbours here. Three storms.".utf8)
    let index = bytes.withUnsafeBufferPointer { SentenceIndex(PreparedText($0), bytes: $0, sentences: [0, 2]) }
    #expect(index.count == 2)
    #expect(index.sentence(1).range == 30..<43)
    #expect(index.wordCount(0) == 2 && index.wordCount(1) == 2)
    #expect(index.terms.count == 4)
  }

  @Test func gramsRunOverWordsWithoutCaseOrMarks() {
    let one = AlignmentTexts.index("The U.S. “Navy” left.")
    let other = AlignmentTexts.index("the u s navy LEFT")
    #expect(one.grams.keys == other.grams.keys)
    #expect(one.grams.count == "the u s navy left".count - 3)
    #expect(AlignmentTexts.index("Oh no").grams.count == 2)
    #expect(AlignmentTexts.index("No.").grams.count == 0)
  }

  @Test func nothingIsAnIndexToo() {
    let index = AlignmentTexts.index("")
    #expect(index.count == 0 && index.terms.count == 0)
    #expect(index.spellings.isEmpty)
  }
}
