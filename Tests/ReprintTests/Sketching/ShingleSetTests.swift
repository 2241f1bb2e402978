import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ShingleSetTests {
  /// Builds the sets of two lists of shingles and asks them something.
  private func withSets<Result>(_ a: [UInt64], _ b: [UInt64], _ body: (ShingleSet, ShingleSet) -> Result) -> Result {
    func withSet<R>(_ shingles: [UInt64], _ body: (ShingleSet) -> R) -> R {
      // What was in the memory before must not matter.
      var storage = [UInt64](repeating: 0x5555, count: ShingleSet.storage(for: shingles.count))
      return shingles.withUnsafeBufferPointer { shingles in
        storage.withUnsafeMutableBufferPointer { body(ShingleSet(shingles, in: $0.baseAddress!)) }
      }
    }
    return withSet(a) { a in withSet(b) { body(a, $0) } }
  }

  private func jaccard(_ a: [UInt64], _ b: [UInt64], atLeast threshold: Double) -> Double? {
    withSets(a, b) { $0.jaccard($1, atLeast: threshold) }
  }

  @Test func countsDistinctShingles() {
    var generator = SeededGenerator(seed: 1)
    for count in [0, 1, 2, 3, 10, 24, 25, 100, 2000] {
      for distinct in [1, 2, count / 2 + 1, 10 * count + 1] {
        // Zero, which marks a free place, neighbours in the table, and hashes that differ in the low bits only.
        var values = (0..<distinct).map { _ in generator.next() }
        for index in values.indices where index % 5 == 0 { values[index] = UInt64(index) }
        let shingles = (0..<count).map { _ in generator.pick(values) }
        #expect(
          withSets(shingles, []) { a, _ in a.count } == Set(shingles.map { max($0, 1) }).count,
          "\(count) of \(distinct)")
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
      let shared = withSets(a.sorted(), b.sorted() + b.sorted()) { $0.intersectionCount($1) }
      #expect(shared == a.intersection(b).count)
    }
  }

  /// A set that is compared again and again puts what others lack first, and says the same as ever.
  @Test func setsAreWhatTheyAreHoweverOftenTheyAreCompared() {
    var generator = SeededGenerator(seed: 3)
    let template = (0..<60).map { _ in generator.next() }
    let pages = (0..<40).map { _ in
      template.filter { _ in generator.chance(0.95) } + (0..<generator.number(0...25)).map { _ in generator.next() }
    }
    let kept = pages[0]
    var storage = [UInt64](repeating: 0, count: ShingleSet.storage(for: kept.count))
    storage.withUnsafeMutableBufferPointer { storage in
      let set = kept.withUnsafeBufferPointer { ShingleSet($0, in: storage.baseAddress!) }
      for threshold in [0.8, 0.6, 0.8, 0] {
        for page in pages {
          let exact = Double(Set(kept).intersection(page).count) / Double(Set(kept).union(page).count)
          let found = withSets(page, []) { other, _ in set.jaccard(other, atLeast: threshold) }
          #expect(found == (exact >= threshold ? exact : nil))
          #expect(withSets(page, []) { other, _ in set.intersectionCount(other) } == Set(kept).intersection(page).count)
        }
      }
    }
  }

  @Test func similarityExactlyAtTheThresholdCounts() {
    // Every fraction of small sets, given as the threshold itself.
    for union in 1...30 {
      for shared in 1...union {
        let a = (1...UInt64(union)).map { $0 }
        let b = (1...UInt64(shared)).map { $0 }
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
