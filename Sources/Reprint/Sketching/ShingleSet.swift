/// The distinct shingles of a text, as sorted hashes.
package struct ShingleSet: Sendable {
  package let hashes: [UInt64]

  package init(sortedDistinct hashes: [UInt64]) { self.hashes = hashes }

  /// Sorts the shingles in place, drops the repeated ones and returns how many are left, from the start.
  ///
  /// - Parameter scratch: room for as many.
  /// - Complexity: O(n) expected time.
  package static func normalize(
    _ shingles: UnsafeMutablePointer<UInt64>, count: Int, scratch: UnsafeMutablePointer<UInt64>
  ) -> Int {
    guard count > 1 else { return count }
    UniformSort.sort(shingles, count: count, scratch: scratch)
    var kept = 1
    for index in 1..<count {
      shingles[kept] = shingles[index]
      kept &+= shingles[index] == shingles[kept &- 1] ? 0 : 1
    }
    return kept
  }

  /// The exact Jaccard similarity of two sets of sorted distinct hashes, or nil if it is below `threshold`.
  ///
  /// - Complexity: O(n + m) time, no memory; O(1) where the sizes alone rule it out.
  package static func jaccard(
    _ a: UnsafeBufferPointer<UInt64>, _ b: UnsafeBufferPointer<UInt64>, atLeast threshold: Double
  ) -> Double? {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    let (smaller, larger) = (min(a.count, b.count), max(a.count, b.count))
    guard Double(smaller) / Double(larger) >= threshold else { return nil }
    let shared = intersectionCount(a, b)
    let similarity = Double(shared) / Double(a.count + b.count - shared)
    return similarity >= threshold ? similarity : nil
  }

  /// How many hashes two sorted sets share.
  package static func intersectionCount(_ a: UnsafeBufferPointer<UInt64>, _ b: UnsafeBufferPointer<UInt64>) -> Int {
    guard let left = a.baseAddress, let right = b.baseAddress else { return 0 }
    let (leftCount, rightCount) = (a.count, b.count)
    var (i, j, shared) = (0, 0, 0)
    while i < leftCount && j < rightCount {
      let (x, y) = (left[i], right[j])
      shared &+= x == y ? 1 : 0
      i &+= x <= y ? 1 : 0
      j &+= y <= x ? 1 : 0
    }
    return shared
  }
}
