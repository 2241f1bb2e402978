import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ShingleComparerTests {
  /// Sets of shingles by number, and how often they were asked for.
  private struct Texts: ~Copyable {
    let sets: [Set<UInt64>]
    /// The same in rows, some shingles twice, as a text has them.
    private let rows: [UnsafeMutableBufferPointer<UInt64>]
    var asked = 0

    /// Texts that share much, of `size` shingles or a few less, one of them without any.
    init(_ count: Int, size: Int, seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      let base = (0..<size).map { _ in generator.next() }
      sets = (0..<count).map { number in
        guard number != 3 else { return [] }
        let share = Double(generator.number(0...100)) / 100
        return Set(base.map { generator.chance(share) ? $0 : generator.next() })
      }
      rows = sets.map { set in
        let shingles = set.sorted() + set.sorted().prefix(3)
        let row = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: shingles.count)
        _ = row.initialize(from: shingles)
        return row
      }
    }

    deinit {
      for row in rows { row.deallocate() }
    }

    func similarity(_ a: Int, _ b: Int) -> Double? {
      guard !sets[a].isEmpty, !sets[b].isEmpty else { return nil }
      return Double(sets[a].intersection(sets[b]).count) / Double(sets[a].union(sets[b]).count)
    }

    mutating func similarity(
      _ a: Int, _ b: Int, atLeast threshold: Double = 0, by comparer: inout ShingleComparer
    ) -> Double? {
      comparer.similarity(UInt64(a), UInt64(b), atLeast: threshold) { key in
        asked += 1
        return UnsafeBufferPointer(rows[Int(key)])
      }
    }
  }

  @Test(arguments: [1, 2, 3]) func similaritiesAreThoseOfTheSets(seed: UInt64) {
    var texts = Texts(20, size: Int(seed * seed) * 40, seed: seed)
    var comparer = ShingleComparer(bytes: 1 << 26)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let (a, b) = (generator.number(0...19), generator.number(0...19))
      let truth = texts.similarity(a, b)
      let threshold = generator.pick([0, 0.3, 0.5, truth ?? 1])
      let expected = truth.flatMap { $0 >= threshold ? $0 : nil }
      let found = texts.similarity(a, b, atLeast: threshold, by: &comparer)
      #expect(found == expected, "\(a) \(b) at \(threshold)")
    }
  }

  @Test func aTextIsAskedForOnceWhileThereIsRoom() {
    var texts = Texts(20, size: 100, seed: 4)
    var comparer = ShingleComparer(bytes: 1 << 26)
    for a in 0..<20 {
      for b in a + 1..<max(a + 1, 20) { _ = texts.similarity(a, b, by: &comparer) }
    }
    #expect(texts.asked == 20)
    comparer.removeAll()
    _ = texts.similarity(19, 18, by: &comparer)
    #expect(texts.asked == 22)
  }

  /// Where each text is compared with more others than there is room for, those that are there stay.
  @Test func whatIsAskedForInTurnIsNotForgottenInTurn() {
    // There is room for three.
    var texts = Texts(12, size: 1 << 17, seed: 5)
    var comparer = ShingleComparer(bytes: 3 << 20)
    for a in 0..<4 {
      for b in 0..<12 {
        let similarity = texts.similarity(a, b, by: &comparer)
        let truth = b == a + 5 ? texts.similarity(a, b) : similarity
        #expect(similarity == truth, "\(a) \(b)")
      }
    }
    // All of them, and those that are not there again for each.
    #expect(texts.asked <= 12 + 3 * (12 - 3 + 1), "\(texts.asked)")
  }

  @Test func whatTheReaderThrowsGoesThrough() {
    struct Unreadable: Error, Equatable {}
    var comparer = ShingleComparer(bytes: 1 << 21)
    let shingles: [UInt64] = [1, 2, 3]
    shingles.withUnsafeBufferPointer { shingles in
      func read(_ key: UInt64) throws(Unreadable) -> UnsafeBufferPointer<UInt64> {
        if key == 2 { throw Unreadable() }
        return shingles
      }
      func found(_ a: UInt64, _ b: UInt64) -> Result<Double?, Unreadable> {
        Result { () throws(Unreadable) in try comparer.similarity(a, b, atLeast: 1, shingles: read) }
      }
      #expect(found(1, 2) == .failure(Unreadable()))
      #expect(found(2, 1) == .failure(Unreadable()))
      #expect(found(1, 3) == .success(1))
    }
  }
}
