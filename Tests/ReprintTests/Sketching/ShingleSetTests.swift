import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ShingleSetTests {
  private func normalized(_ shingles: [UInt64]) -> [UInt64] {
    var copy = shingles
    var scratch = [UInt64](repeating: 0, count: shingles.count + 1)
    let kept = copy.withUnsafeMutableBufferPointer { copy in
      scratch.withUnsafeMutableBufferPointer { scratch in
        copy.baseAddress.map { ShingleSet.normalize($0, count: copy.count, scratch: scratch.baseAddress!) } ?? 0
      }
    }
    return Array(copy[..<kept])
  }

  private func jaccard(_ a: [UInt64], _ b: [UInt64], atLeast threshold: Double) -> Double? {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in ShingleSet.jaccard(a, b, atLeast: threshold) }
    }
  }

  @Test func normalizedIsSortedAndDistinct() {
    var generator = SeededGenerator(seed: 1)
    for count in [0, 1, 2, 3, 10, 24, 25, 100, 2000] {
      for distinct in [1, 2, count / 2 + 1, 10 * count + 1] {
        let values = (0..<distinct).map { _ in generator.next() }
        let shingles = (0..<count).map { _ in generator.pick(values) }
        #expect(normalized(shingles) == Set(shingles).sorted(), "\(count) of \(distinct)")
      }
    }
  }

  @Test func jaccardIsThatOfSets() {
    var generator = SeededGenerator(seed: 2)
    for trial in 0..<400 {
      let universe = (0..<generator.number(1...80)).map { _ in generator.next() }
      let share = Double.random(in: 0.05...1, using: &generator)
      let a = Set(universe.filter { _ in generator.chance(share) })
      let b = Set(universe.filter { _ in generator.chance(share) })
      let exact = a.isEmpty || b.isEmpty ? nil : Double(a.intersection(b).count) / Double(a.union(b).count)
      #expect(jaccard(a.sorted(), b.sorted(), atLeast: 0) == exact, "trial \(trial)")
      for threshold in [0.1, 0.25, 0.5, 0.75, 0.8, 1] {
        let expected = exact.flatMap { $0 >= threshold ? $0 : nil }
        #expect(jaccard(a.sorted(), b.sorted(), atLeast: threshold) == expected, "trial \(trial) at \(threshold)")
      }
      let shared = a.sorted().withUnsafeBufferPointer { a in
        b.sorted().withUnsafeBufferPointer { ShingleSet.intersectionCount(a, $0) }
      }
      #expect(shared == a.intersection(b).count)
    }
  }

  @Test func similarityExactlyAtTheThresholdCounts() {
    // Every fraction of small sets, given as the threshold itself.
    for union in 1...30 {
      for shared in 1...union {
        let a = (0..<UInt64(union)).map { $0 }
        let b = (0..<UInt64(shared)).map { $0 }
        let similarity = Double(shared) / Double(union)
        #expect(jaccard(a, b, atLeast: similarity) == similarity, "\(shared) of \(union)")
        #expect(jaccard(a, b, atLeast: similarity.nextUp) == nil || similarity == 1)
      }
    }
  }

  @Test func emptySetsAreLikeNothing() {
    #expect(jaccard([], [], atLeast: 0) == nil)
    #expect(jaccard([], [1], atLeast: 0) == nil)
    #expect(jaccard([1], [], atLeast: 0) == nil)
  }
}
