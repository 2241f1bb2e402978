import ReprintTestSupport
import Synchronization
import Testing

@testable import Reprint

@Suite struct ShingleSetCacheTests {
  /// Sets of numbers for documents, which count how often they are asked for.
  private final class Numbers: DocumentSource {
    let sets: [Set<UInt64>]
    private let texts: [[UInt64]]
    private let count = Atomic(0)

    init(_ sets: [Set<UInt64>]) {
      self.sets = sets
      // Some twice, as a text has them.
      texts = sets.map { set in set.sorted() + set.sorted().prefix(3) }
    }

    var asked: Int { count.load(ordering: .relaxed) }

    func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
      count.add(1, ordering: .relaxed)
      return sketcher.holding(texts[document])
    }

    func identifier(of document: Int) -> [UInt8] { [] }
    func published(of document: Int) -> Double? { nil }

    func similarity(_ a: Int, _ b: Int) -> Double? {
      guard !sets[a].isEmpty, !sets[b].isEmpty else { return nil }
      return Double(sets[a].intersection(sets[b]).count) / Double(sets[a].union(sets[b]).count)
    }
  }

  /// Documents that share much, of up to `size` shingles, one of them without any.
  private func numbers(_ count: Int, size: Int, seed: UInt64) -> Numbers {
    var generator = SeededGenerator(seed: seed)
    let base = (0..<size).map { _ in generator.next() }
    return Numbers(
      (0..<count).map { document in
        guard document != 3 else { return [] }
        let share = Double(generator.number(0...100)) / 100
        return Set(base.map { generator.chance(share) ? $0 : generator.next() })
      })
  }

  @Test(arguments: [1, 2, 3]) func similaritiesAreThoseOfTheSets(seed: UInt64) {
    let source = numbers(20, size: Int(seed * seed) * 40, seed: seed)
    var cache = ShingleSetCache(source, shingleWords: 5, slots: 64, bytes: 1 << 26, estimates: nil)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let (a, b) = (generator.number(0...19), generator.number(0...19))
      let truth = source.similarity(a, b)
      let threshold = generator.pick([0, 0.3, 0.5, truth ?? 1])
      let expected = truth.flatMap { $0 >= threshold ? $0 : nil }
      #expect(cache.similarity(UInt32(a), UInt32(b), atLeast: threshold) == expected, "\(a) \(b) at \(threshold)")
    }
    #expect(cache.comparisons == 1000)
  }

  @Test func aDocumentIsReadOnceWhileThereIsRoom() {
    let source = numbers(20, size: 100, seed: 4)
    var cache = ShingleSetCache(source, shingleWords: 5, slots: 64, bytes: 1 << 26, estimates: nil)
    for a in 0..<UInt32(20) {
      for b in a + 1..<max(a + 1, 20) { _ = cache.similarity(a, b, atLeast: 0) }
    }
    #expect(source.asked == 20)
    cache.removeAll()
    _ = cache.similarity(19, 18, atLeast: 0)
    #expect(source.asked == 22)
  }

  /// Where each document is compared with more others than there is room for, those that are there stay.
  @Test func whatIsAskedForInTurnIsNotForgottenInTurn() {
    // A document takes half a block, and there is room for three.
    let source = numbers(12, size: 1 << 17, seed: 5)
    var cache = ShingleSetCache(source, shingleWords: 5, slots: 64, bytes: 1 << 21, estimates: nil)
    for a in 0..<4 {
      for b in 0..<12 {
        let similarity = cache.similarity(UInt32(a), UInt32(b), atLeast: 0)
        if b == a + 5 { #expect(similarity == source.similarity(a, b), "\(a) \(b)") }
      }
    }
    // All of them, and those that are not there again for each.
    #expect(source.asked <= 12 + 3 * (12 - 3 + 1), "\(source.asked)")
  }
}
