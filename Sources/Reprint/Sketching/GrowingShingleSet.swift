/// A set of shingle hashes that is filled one by one, only to be counted, and used again and again: it keeps its memory.
struct GrowingShingleSet: ~Copyable {
  /// How many different shingles there are.
  private(set) var count = 0
  /// Zero marks a free place.
  private var table = GrowableBuffer<UInt64>(capacity: leastSize)
  private var size = leastSize
  private var shift = shift(leastSize)

  private static let leastSize = 64
  private static func shift(_ size: Int) -> UInt64 { UInt64(64 - size.trailingZeroBitCount) }

  /// Empties the set.
  mutating func removeAll() {
    guard count > 0 else { return }
    count = 0
    reset(to: Self.leastSize)
  }

  /// - Complexity: O(1) amortised expected time.
  @inline(__always)
  mutating func insert(_ shingle: UInt64) {
    let hash = ShingleSet.nonzero(shingle)
    let table = table.base
    let place = ShingleSet.place(of: hash, in: table, shift: shift, mask: size &- 1)
    count &+= table[place] == 0 ? 1 : 0
    table[place] = hash
    if _slowPath(2 * count > size) { grow() }
  }

  private mutating func reset(to size: Int) {
    self.size = size
    shift = Self.shift(size)
    table.base.update(repeating: 0, count: size)
  }

  private mutating func grow() {
    let old = size
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: old) { hashes in
      _ = hashes.initialize(fromContentsOf: UnsafeBufferPointer(start: table.base, count: old))
      table.reserve(to: 2 * old)
      reset(to: 2 * old)
      count = 0
      for hash in hashes where hash != 0 { insert(hash) }
    }
  }
}
