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

  /// Kendall's table: the sum of ranks' agreements of n numbers in random order has the variance n (n - 1) (2 n + 5) / 18.
  @Test(arguments: [2, 3, 10, 40]) func significanceIsInStandardDeviations(count: Int) {
    let n = Double(count)
    let deviation = (n * (n - 1) * (2 * n + 5) / 18).squareRoot()
    let found = RankCorrelation.significance(1, of: count)
    #expect(abs(found - n * (n - 1) / 2 / deviation) < 1e-9)
    #expect(RankCorrelation.significance(-0.5, of: count) == -found / 2)
    #expect(RankCorrelation.significance(1, of: 1) == 0)
  }
}
