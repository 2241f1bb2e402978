import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct RankCorrelationTests {
  @Test func ordersThatAgreeDisagreeOrSayNothing() {
    #expect(RankCorrelation.ofOrder([], below: 0) == 0)
    #expect(RankCorrelation.ofOrder([4], below: 5) == 0)
    #expect(RankCorrelation.ofOrder([2, 2, 2], below: 3) == 0)
    #expect(RankCorrelation.ofOrder([0, 3, 7], below: 8) == 1)
    #expect(RankCorrelation.ofOrder([7, 3, 3, 0], below: 8) == -1)
    #expect(RankCorrelation.ofOrder([0, 2, 1], below: 3) == 1.0 / 3)
  }

  @Test(arguments: 1...20) func everyPairIsCounted(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let limit = random.number(1...12)
    let numbers = (0..<random.number(0...40)).map { _ in random.number(0...limit - 1) }
    var (rising, falling) = (0, 0)
    for (place, one) in numbers.enumerated() {
      rising += numbers[(place + 1)...].count { $0 > one }
      falling += numbers[(place + 1)...].count { $0 < one }
    }
    let expected = rising + falling == 0 ? 0 : Double(rising - falling) / Double(rising + falling)
    #expect(RankCorrelation.ofOrder(numbers, below: limit) == expected, "seed \(seed)")
  }
}
