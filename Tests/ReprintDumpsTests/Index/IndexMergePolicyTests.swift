import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct IndexMergePolicyTests {
  /// Merges as adds do, one before each.
  private func simulate(_ adds: [Int]) -> (segments: [Int], moved: Int, most: Int) {
    var segments: [Int] = []
    var (moved, most) = (0, 0)
    for add in adds {
      if let range = IndexMergePolicy.next(documents: segments, removed: segments.map { _ in 0 }) {
        let sum = segments[range].reduce(0, +)
        moved += sum
        segments.replaceSubrange(range, with: [sum])
      }
      segments.append(add)
      most = max(most, segments.count)
    }
    return (segments, moved, most)
  }

  @Test func fewSegmentsAndFewMoves() {
    for size in [1, 10, 1000] {
      let (segments, moved, most) = simulate([Int](repeating: size, count: 4000))
      #expect(segments.reduce(0, +) == 4000 * size)
      // 4,000 adds are four tiers.
      #expect(most <= 4 * IndexMergePolicy.width && moved <= 4 * 4000 * size, "\(segments)")
    }
    let seed: UInt64 = 71
    print("adds of seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for sizes in [
      (0..<3000).map { _ in 1 << generator.number(0...14) },
      (0..<3000).map { _ in generator.chance(0.9) ? 1 : 10_000 }, [1_000_000] + [Int](repeating: 10_000, count: 1000),
    ] {
      let (_, moved, most) = simulate(sizes)
      #expect(most <= IndexMergePolicy.most + 1 && moved <= 4 * sizes.reduce(0, +))
    }
  }

  @Test func whatIsMostlyGoneIsWrittenAnew() {
    #expect(IndexMergePolicy.next(documents: [100, 5], removed: [50, 0]) == nil)
    #expect(IndexMergePolicy.next(documents: [100, 5], removed: [51, 0]) == 0..<1)
    #expect(IndexMergePolicy.next(documents: [], removed: []) == nil)
  }

  @Test func tiersArePowersOfTheWidth() {
    #expect([1, 7, 8, 63, 64, 511, 512].map(IndexMergePolicy.tier) == [0, 0, 1, 1, 2, 2, 3])
  }
}
