/// Sorting of fixed-size unsigned numbers, evenly spread or not.
enum RecordSort {
  /// Up to this many records insertion sort wins.
  private static let small = 24
  /// The most buckets of one pass: their counters stay in the first-level cache.
  private static let mostBuckets = 2048

  /// Sorts `count` records in ascending order, using as much scratch space.
  ///
  /// Each pass looks for the highest bit in which records differ, spreads them over buckets by the bits from there on,
  /// about eight to a bucket, and sorts each bucket the same way.
  ///
  /// - Complexity: O(n) for every few bits in which records differ.
  static func sort<Record: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    _ records: UnsafeMutablePointer<Record>, count: Int, scratch: UnsafeMutablePointer<Record>
  ) {
    if count <= small { return insertionSort(records, count) }
    var differing: Record = 0
    let first = records[0]
    for index in 1..<count { differing |= records[index] ^ first }
    guard differing != 0 else { return }
    let top = Record.bitWidth - differing.leadingZeroBitCount
    let wanted = min(mostBuckets, max(4, count / 8))
    let bits = min(top, Int.bitWidth - (wanted - 1).leadingZeroBitCount)
    let buckets = 1 << bits
    let shift = Record(truncatingIfNeeded: top - bits)
    let mask = buckets - 1
    withUnsafeTemporaryAllocation(of: Int.self, capacity: buckets) { ends in
      ends.initialize(repeating: 0)
      for index in 0..<count { ends[Int(truncatingIfNeeded: records[index] &>> shift) & mask] &+= 1 }
      var total = 0
      for bucket in 0..<buckets {
        let size = ends[bucket]
        ends[bucket] = total
        total &+= size
      }
      for index in 0..<count {
        let record = records[index]
        let bucket = Int(truncatingIfNeeded: record &>> shift) & mask
        scratch[ends[bucket]] = record
        ends[bucket] &+= 1
      }
      records.update(from: scratch, count: count)
      var start = 0
      for bucket in 0..<buckets {
        let end = ends[bucket]
        if end &- start > 1 { sort(records + start, count: end &- start, scratch: scratch + start) }
        start = end
      }
    }
  }

  @inline(__always)
  private static func insertionSort<Record: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    _ records: UnsafeMutablePointer<Record>, _ count: Int
  ) {
    var index = 1
    while index < count {
      let record = records[index]
      var place = index
      while place > 0 && records[place &- 1] > record {
        records[place] = records[place &- 1]
        place &-= 1
      }
      records[place] = record
      index &+= 1
    }
  }
}
