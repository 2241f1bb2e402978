import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct VerbatimRunTests {
  /// Tries every pair of places.
  private func longest(_ words: [UInt64], _ others: [UInt64]) -> (length: Int, start: Int) {
    var best = (length: 0, start: 0)
    for start in words.indices {
      for other in others.indices {
        var length = 0
        while start + length < words.count, other + length < others.count,
          words[start + length] == others[other + length], words[start + length] != VerbatimRun.barrier
        {
          length += 1
        }
        if length > best.length { best = (length, start) }
      }
    }
    return best
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64]) func isTheLongest(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      func text() -> [UInt64] {
        let letters = UInt64(generator.number(1...4))
        return (0..<generator.number(0...40)).map { _ in UInt64.random(in: 0...letters, using: &generator) }
      }
      let (words, others) = (text(), text())
      let run = VerbatimRun(of: words, in: others)
      let expected = longest(words, others)
      #expect(run.length == expected.length, "seed \(seed): \(words) \(others)")
      if run.length > 0 { #expect(run.start == expected.start, "seed \(seed): \(words) \(others)") }
      #expect(VerbatimRun(halving: words, in: others) == run, "seed \(seed): \(words) \(others)")
    }
  }

  @Test func oneWordAgainAndAgainIsARun() {
    let run = VerbatimRun(of: Array(repeating: 7, count: 3000), in: Array(repeating: 7, count: 2000))
    #expect(run.length == 2000 && run.start == 0)
  }

  @Test func nothingHasNoRun() {
    #expect(VerbatimRun(of: [], in: []).length == 0)
    #expect(VerbatimRun(of: [1, 2], in: []).length == 0)
    #expect(VerbatimRun(of: [0, 0], in: [0, 0]).length == 0)
  }
}
