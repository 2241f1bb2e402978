import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct AlignmentWindowsTests {
  /// Sentences of few and of many words, from a small vocabulary.
  private func sentences(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
    (0..<count).map { number in
      let words = (0..<(number % 3 == 0 ? 4 : 18)).map { _ in "word\(generator.number(0...600))" }
      return "The \(words.joined(separator: " "))."
    }
  }

  @Test(arguments: [1, 2]) func aLongCopyIsFoundWordForWord(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = sentences(700, &generator).joined(separator: "\n")
    #expect(700 * 700 > AlignmentWindows.mostPairs)
    let alignment = Original(text).align(text)
    let missed = alignment.sentences.indices.filter { place in
      !alignment.sentences[place].sources.contains { $0.sentence == place }
    }
    // Few have a like one elsewhere.
    #expect(missed.isEmpty, "\(missed.map { alignment.sentences[$0].range })")
    #expect(alignment.sentences.allSatisfy { $0.kind == .verbatim })
  }
}
