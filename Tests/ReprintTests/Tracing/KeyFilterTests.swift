import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct KeyFilterTests {
  @Test(arguments: [0, 1, 33, 4000]) func itNeverSaysNoWrongly(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count) + 3)
    let keys = (0..<count).map { _ in generator.next() }
    let filter = KeyFilter(keys)
    #expect(keys.allSatisfy(filter.mayContain))
    let wrong = (0..<20_000).count { _ in filter.mayContain(generator.next()) }
    #expect(wrong < 1000, "\(wrong)")
  }
}
