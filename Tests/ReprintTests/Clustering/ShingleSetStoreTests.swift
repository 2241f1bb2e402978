import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ShingleSetStoreTests {
  @Test func setsAreKeptUntilThereIsNoRoom() {
    var store = ShingleSetStore<Int>(bytes: 4 << 20)
    var generator = SeededGenerator(seed: 51)
    var kept: [Int: Set<UInt64>] = [:]
    var forgotten = 0
    for key in 0..<60 {
      // One in ten has more than a block.
      let shingles = (0..<(key % 10 == 0 ? 120_000 : 20_000)).map { _ in generator.next() }
      store.makeRoom()
      if store[0] == nil { kept.removeAll() }
      if kept.isEmpty { forgotten += 1 }
      let set = shingles.withUnsafeBufferPointer { store.insert($0, for: key) }
      kept[key] = Set(shingles)
      #expect(set.count == Set(shingles).count)
      for (other, shingles) in kept {
        guard let found = store[other] else { continue }
        #expect(found.intersectionCount(set) == (other == key ? shingles.count : 0))
      }
      store.insert(UnsafeBufferPointer(start: nil, count: 0), for: 0)
    }
    #expect(forgotten > 2)
  }
}
