/// Something that is sorted by a 64-bit key.
protocol UniformlyKeyed: BitwiseCopyable {
  /// Its top bits are spread evenly.
  var sortKey: UInt64 { get }
}

extension UInt64: UniformlyKeyed {
  @inline(__always) var sortKey: UInt64 { self }
}

/// Sorting by 64-bit keys whose top bits are spread evenly, as those of hashes are.
package enum UniformSort {
  /// Below this many keys insertion sort wins.
  private static let small = 24
  /// The most buckets of one pass: their counters stay in the first-level cache.
  private static let mostBuckets = 2048

  /// Sorts `count` keys in ascending order, using as much scratch space.
  ///
  /// One pass spreads the keys over buckets by their top bits, about eight to a bucket, and each bucket is then sorted
  /// by insertion, or, where it holds many (keys of large inputs, or equal ones), by the same method on the bits below.
  ///
  /// - Complexity: O(n) expected time for evenly spread keys; at worst O(n) for every few bits that keys share.
  package static func sort(
    _ keys: UnsafeMutablePointer<UInt64>, count: Int, scratch: UnsafeMutablePointer<UInt64>
  ) {
    sort(keys, count, scratch, bit: 64)
  }

  /// Sorts elements by their keys as ``sort(_:count:scratch:)`` does; those with one key stay in their order.
  static func sort<Element: UniformlyKeyed>(_ elements: inout [Element]) {
    let count = elements.count
    withUnsafeTemporaryAllocation(of: Element.self, capacity: max(1, count)) { scratch in
      elements.withUnsafeMutableBufferPointer { elements in
        guard let base = elements.baseAddress, let scratch = scratch.baseAddress else { return }
        sort(base, count, scratch, bit: 64)
      }
    }
  }

  private static func sort<Element: UniformlyKeyed>(
    _ keys: UnsafeMutablePointer<Element>, _ count: Int, _ scratch: UnsafeMutablePointer<Element>, bit: Int
  ) {
    if count <= small { return insertionSort(keys, count) }
    let wanted = min(mostBuckets, max(4, count / 8))
    let bits = min(bit, Int.bitWidth - (wanted - 1).leadingZeroBitCount)
    guard bits > 0 else { return }
    let buckets = 1 << bits
    let shift = UInt64(bit - bits)
    let mask = UInt64(buckets - 1)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: buckets + 1) { ends in
      ends.initialize(repeating: 0)
      for index in 0..<count { ends[Int(truncatingIfNeeded: keys[index].sortKey &>> shift & mask)] &+= 1 }
      var total: Int32 = 0
      for bucket in 0..<buckets {
        let size = ends[bucket]
        ends[bucket] = total
        total &+= size
      }
      for index in 0..<count {
        let key = keys[index]
        let bucket = Int(truncatingIfNeeded: key.sortKey &>> shift & mask)
        scratch[Int(ends[bucket])] = key
        ends[bucket] &+= 1
      }
      keys.update(from: scratch, count: count)
      var start = 0
      for bucket in 0..<buckets {
        let end = Int(ends[bucket])
        sort(keys + start, end - start, scratch + start, bit: bit - bits)
        start = end
      }
    }
  }

  @inline(__always)
  private static func insertionSort<Element: UniformlyKeyed>(_ keys: UnsafeMutablePointer<Element>, _ count: Int) {
    var index = 1
    while index < count {
      let key = keys[index]
      var place = index
      while place > 0 && keys[place &- 1].sortKey > key.sortKey {
        keys[place] = keys[place &- 1]
        place &-= 1
      }
      keys[place] = key
      index &+= 1
    }
  }
}
