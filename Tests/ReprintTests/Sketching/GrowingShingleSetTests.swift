import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct GrowingShingleSetTests {
  @Test func countsWhatIsDifferent() {
    var generator = SeededGenerator(seed: 71)
    var set = GrowingShingleSet()
    for round in 0..<60 {
      set.removeAll()
      #expect(set.count == 0)
      var expected: Set<UInt64> = []
      let vocabulary = (0..<generator.number(1...(round % 10 == 9 ? 20_000 : 60))).map { _ in generator.next() }
      for _ in 0..<generator.number(0...2 * vocabulary.count) {
        let shingle = generator.pick(vocabulary)
        set.insert(shingle)
        expected.insert(shingle)
        guard set.count == expected.count else {
          Issue.record("round \(round): \(set.count) of \(expected.count)")
          return
        }
      }
    }
  }

  /// Their places are the same, or follow from the last to the first.
  @Test func hashesOfOnePlaceAreToldApart() {
    var set = GrowingShingleSet()
    for low in 0..<200 as Range<UInt64> {
      set.insert(low)
      set.insert(.max - low)
    }
    // Zero counts as one.
    #expect(set.count == 399)
    set.removeAll()
    set.insert(0)
    #expect(set.count == 1)
  }
}
