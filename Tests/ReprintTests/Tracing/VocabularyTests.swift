import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct VocabularyTests {
  @Test(arguments: [0, 1, 100, 5000]) func wordsHaveTheirIdfAndOthersNone(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count) + 7)
    let words = Array(Set((0..<count).map { _ in generator.next() })).sorted()
    let idfs = words.map { _ in Float(generator.number(0...95)) / 10 }
    let rhythms = (0..<count / 4).map { _ in generator.next() }
    let vocabulary = Vocabulary(words, idfs, rhythms: rhythms)
    for (word, idf) in zip(words, idfs) { #expect(vocabulary.idf(word) == idf) }
    #expect(rhythms.allSatisfy { vocabulary.mayHave(rhythm: $0) })
    let others = (0..<5000).map { _ in generator.next() }
    #expect(others.allSatisfy { vocabulary.idf($0) == Vocabulary.absent })
    #expect(others.count { vocabulary.mayHave(rhythm: $0) } < 250)
    // With a word that is absent no run is rare enough.
    #expect(Vocabulary.absent + 2 * BackgroundFrequencies.unlisted < OriginalIndex.commonRun)
  }
}
