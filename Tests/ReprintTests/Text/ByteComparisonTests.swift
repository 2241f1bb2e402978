import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ByteComparisonTests {
  @Test func commonPrefixEndsAtTheFirstDifference() {
    var generator = SeededGenerator(seed: 72)
    let (left, right) = (GuardedMemory(capacity: 4096), GuardedMemory(capacity: 4096))
    for count in 0..<100 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var other = bytes
      for place in bytes.indices.reversed() where generator.chance(0.3) { other[place] ^= generator.pick([1, 0x80]) }
      let expected = zip(bytes, other).prefix { $0 == $1 }.count
      let (a, b) = (left.placeAtEnd(bytes), right.placeAtEnd(other))
      guard let a = a.baseAddress, let b = b.baseAddress else { continue }
      #expect(ByteComparison.commonPrefix(a, b, count: count) == expected)
      #expect(ByteComparison.commonPrefix(a, a, count: count) == count)
    }
  }
}
