import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct SeenKeysTests {
  /// Against a set: what was seen is always known, what was not nearly never.
  @Test func knowsWhatWasSeen() {
    for seed in 1..<4 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var keys = SeenKeys(expected: 100, most: 1 << 20)
      var oracle: Set<UInt64> = []
      var mistakes = 0
      for _ in 0..<60_000 {
        let key = Mix.finalize(UInt64(generator.number(0...40_000)))
        let isNew = oracle.insert(key).inserted
        let seemsNew = keys.insert(key)
        if isNew { mistakes += seemsNew ? 0 : 1 } else { #expect(!seemsNew, "seed \(seed)") }
      }
      #expect(mistakes < oracle.count / 20, "seed \(seed)")
    }
  }

  @Test func forgetsAllWhenItIsFull() {
    var keys = SeenKeys(expected: 1, most: 1 << 13)
    let first = [keys.insert(Mix.finalize(1)), keys.insert(Mix.finalize(1))]
    #expect(first == [true, false])
    for key in 2..<20_000 as Range<UInt64> { _ = keys.insert(Mix.finalize(key)) }
    let last = keys.insert(Mix.finalize(1))
    #expect(last)
  }
}
