import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct UniformSortTests {
  private func sorted(_ keys: [UInt64]) -> [UInt64] {
    var copy = keys
    var scratch = [UInt64](repeating: 0, count: keys.count + 1)
    copy.withUnsafeMutableBufferPointer { copy in
      scratch.withUnsafeMutableBufferPointer { scratch in
        guard let base = copy.baseAddress else { return }
        UniformSort.sort(base, count: copy.count, scratch: scratch.baseAddress!)
      }
    }
    return copy
  }

  private static let counts = [0, 1, 2, 3, 23, 24, 25, 26, 31, 32, 33, 64, 100, 255, 256, 257, 1000, 4096, 20_000]

  /// Ways to make a key from its place, how many there are, and random numbers.
  private static let shapes: [(String, @Sendable (Int, Int, inout SeededGenerator) -> UInt64)] = [
    ("random", { _, _, random in random.next() }),
    ("equal", { _, _, _ in 0xDEAD_BEEF }),
    ("all ones", { _, _, _ in .max }),
    ("zeros", { _, _, _ in 0 }),
    ("two values", { _, _, random in random.chance(0.5) ? 1 : .max }),
    ("few values", { _, _, random in UInt64(random.number(0...5)) << 60 }),
    ("ascending", { place, _, _ in UInt64(place) << 40 }),
    ("descending", { place, count, _ in UInt64(count - place) << 40 }),
    ("low bits only", { _, _, random in random.next() & 0xFF }),
    ("small numbers", { place, _, _ in UInt64(place) }),
    ("high bits only", { _, _, random in random.next() & 0xFFF0_0000_0000_0000 }),
    ("hash over number", { place, _, random in random.next() & 0xFFFF_FFFF_0000_0000 | UInt64(place) }),
    ("one hash over number", { place, _, _ in 0xABCD_EF01_0000_0000 | UInt64(place) }),
    ("few hashes over number", { place, count, random in UInt64(random.number(0...3)) << 32 | UInt64(count - place) }),
    ("clustered", { _, _, random in UInt64(random.number(0...2)) << 62 | random.next() >> 30 }),
    ("mostly equal", { _, _, random in random.chance(0.9) ? 1 << 63 : random.next() }),
    // Looks sorted to whoever looks at every 24th key alone.
    ("sawtooth", { place, _, _ in 0x5555 << 48 | UInt64(place / 24) << 20 | UInt64(23 - place % 24) }),
    (
      "hidden disorder",
      { place, _, random in place % 24 == 0 ? 0x5555 << 48 | UInt64(place) << 20 : 0x5555 << 48 | random.next() >> 20 }
    ),
  ]

  @Test(arguments: shapes.indices) func sortsAsTheStandardLibraryDoes(shape: Int) {
    let (name, key) = Self.shapes[shape]
    for count in Self.counts {
      if count > 1000 && name == "hidden disorder" { continue }  // right, but takes quadratic time
      var generator = SeededGenerator(seed: UInt64(count))
      let keys = (0..<count).map { key($0, count, &generator) }
      #expect(sorted(keys) == keys.sorted(), "\(name), \(count) keys")
    }
  }

  @Test func neverWritesBeyondTheKeys() {
    var generator = SeededGenerator(seed: 4)
    for count in [1, 24, 25, 300] {
      var keys = (0..<count + 1).map { _ in generator.next() }
      var scratch = [UInt64](repeating: 7, count: count + 1)
      let last = keys[count]
      keys.withUnsafeMutableBufferPointer { keys in
        scratch.withUnsafeMutableBufferPointer { scratch in
          UniformSort.sort(keys.baseAddress!, count: count, scratch: scratch.baseAddress!)
        }
      }
      #expect(keys[count] == last && scratch[count] == 7)
    }
  }
}
