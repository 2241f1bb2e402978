/// A set of shingle hashes: the distinct ones in a row, and a hash table over them, both in memory that an arena lends.
///
/// Building and probing beat sorting and merging here, because most sets are compared once or twice only.
package struct ShingleSet {
  /// How many distinct shingles there are.
  package let count: Int
  private let distinct: UnsafeMutablePointer<UInt64>
  private let table: UnsafeMutablePointer<UInt64>
  private let shift: UInt64
  private let mask: Int

  /// Memory for a set of up to `count` shingles, in elements.
  package static func storage(for count: Int) -> Int { count + tableSize(for: count) }

  /// At least twice as many places as shingles, so that most are found at once.
  private static func tableSize(for count: Int) -> Int {
    1 << (Int.bitWidth - (2 * max(count, 8) - 1).leadingZeroBitCount)
  }

  /// Builds the set of `shingles` in `storage`.
  ///
  /// - Complexity: O(n) expected time.
  package init(_ shingles: UnsafeBufferPointer<UInt64>, in storage: UnsafeMutablePointer<UInt64>) {
    let size = Self.tableSize(for: shingles.count)
    distinct = storage
    table = storage + shingles.count
    mask = size - 1
    shift = UInt64(64 - size.trailingZeroBitCount)
    table.update(repeating: 0, count: size)
    var count = 0
    for shingle in shingles {
      let hash = Self.nonzero(shingle)
      let place = Self.place(of: hash, in: table, shift: shift, mask: mask)
      distinct[count] = hash
      count &+= table[place] == 0 ? 1 : 0
      table[place] = hash
    }
    self.count = count
  }

  /// How many shingles two sets share.
  ///
  /// - Complexity: O(the smaller set) expected time.
  package func intersectionCount(_ other: ShingleSet) -> Int { intersectionCount(other, atLeast: 0) ?? 0 }

  /// How many shingles two sets share, or nil if fewer than `least`.
  ///
  /// Looks those of one set up in the table of the other, which is that of `other` unless it has less than half as many.
  /// Shingles that the other lacks move to the front of their set: what one other lacks, most lack, so that sets that are
  /// compared again and again in vain, as those of a template's pages are, know it after a few.
  ///
  /// - Complexity: O(the smaller set) expected time.
  private func intersectionCount(_ other: ShingleSet, atLeast least: Int) -> Int? {
    if other.count < count / 2 { return other.intersectionCount(self, atLeast: least) }
    let table = other.table
    let (mask, shift) = (other.mask, other.shift)
    let most = count - least
    var lacking = 0
    for index in 0..<count {
      let hash = distinct[index]
      let place = Self.place(of: hash, in: table, shift: shift, mask: mask)
      if table[place] == hash { continue }
      distinct[index] = distinct[lacking]
      distinct[lacking] = hash
      lacking &+= 1
      if lacking > most { return nil }
    }
    return count - lacking
  }

  /// The exact Jaccard similarity of two sets, or nil if it is below `threshold` or a set is empty.
  package func jaccard(_ other: ShingleSet, atLeast threshold: Double) -> Double? {
    guard count > 0, other.count > 0 else { return nil }
    let total = count + other.count
    func similarity(sharing shared: Int) -> Double { Double(shared) / Double(total - shared) }
    // Rounding may put this one too low or too high.
    var least = Int(threshold / (1 + threshold) * Double(total))
    while least > 0 && similarity(sharing: least - 1) >= threshold { least -= 1 }
    while least <= min(count, other.count) && similarity(sharing: least) < threshold { least += 1 }
    guard least <= min(count, other.count) else { return nil }
    return intersectionCount(other, atLeast: least).map(similarity)
  }

  /// Zero marks a free place, so the one shingle in 2^64 that hashes to it goes by another number.
  @inline(__always)
  static func nonzero(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  /// Where a hash stands in a table, or the free place where it would: the one that its top bits say or one behind it.
  @inline(__always)
  static func place(of hash: UInt64, in table: UnsafeMutablePointer<UInt64>, shift: UInt64, mask: Int) -> Int {
    var place = Int(truncatingIfNeeded: hash &>> shift)
    while table[place] != 0 && table[place] != hash { place = (place &+ 1) & mask }
    return place
  }
}
