import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct AlignmentTests {
  @Test func sentencesAreFoundByTheirBytes() {
    for seed in UInt64(1)...50 {
      var generator = SeededGenerator(seed: seed)
      var sentences: [SentenceMatch] = []
      var end = 0
      for _ in 0..<generator.number(0...12) {
        let start = end + generator.number(0...3)
        end = start + generator.number(1...9)
        sentences.append(SentenceMatch(range: start..<end, words: 1, kind: .new, score: 0, sources: []))
      }
      let alignment = Alignment(original: [], sentences: sentences, lexicon: Lexicon())
      for start in 0...end + 2 {
        for length in 0...5 {
          let range = start..<start + length
          let expected = sentences.first { $0.range.overlaps(range) }?.range
          #expect(alignment.sentence(overlapping: range)?.range == expected, "seed \(seed), \(range)")
        }
      }
    }
  }
}
