/// A set of shingle hashes: the distinct ones in a row, and a hash table over them, both in memory that an arena lends.
///
/// Building and probing beat sorting and merging here, because most sets are compared once or twice only.
package struct ShingleSet {
  let row: ShingleRow
  fileprivate let table: UnsafeMutablePointer<UInt64>
  fileprivate let shift: UInt64
  fileprivate let mask: Int

  /// How many distinct shingles there are.
  package var count: Int { row.count }

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
    let distinct = storage
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
    row = ShingleRow(count: count, distinct: distinct)
  }

  /// How many shingles two sets share.
  ///
  /// - Complexity: O(the smaller set) expected time.
  package func intersectionCount(_ other: ShingleSet) -> Int {
    let (row, set) = other.count < count / 2 ? (other.row, self) : (self.row, other)
    return row.intersectionCount(set, atLeast: 0) ?? 0
  }

  /// The exact Jaccard similarity of two sets, or nil if it is below `threshold` or a set is empty.
  ///
  /// - Complexity: O(the smaller set) expected time.
  package func jaccard(_ other: ShingleSet, atLeast threshold: Double) -> Double? {
    let (row, set) = other.count < count / 2 ? (other.row, self) : (self.row, other)
    return row.jaccard(set, atLeast: threshold)
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

/// The distinct shingles of a text, in no order, to be looked up in the sets of others.
struct ShingleRow {
  let count: Int
  fileprivate let distinct: UnsafeMutablePointer<UInt64>

  fileprivate init(count: Int, distinct: UnsafeMutablePointer<UInt64>) {
    self.count = count
    self.distinct = distinct
  }

  /// The shingles, as long as the row is valid.
  var shingles: UnsafeBufferPointer<UInt64> { UnsafeBufferPointer(start: distinct, count: count) }

  /// A row of its own in `storage`, which has room for `row.count` shingles.
  init(copying row: ShingleRow, to storage: UnsafeMutablePointer<UInt64>) {
    storage.update(from: row.distinct, count: row.count)
    self.init(count: row.count, distinct: storage)
  }

  /// The exact Jaccard similarity to a set, or nil if it is below `threshold` or one of the two is empty.
  ///
  /// - Complexity: O(n) expected time for n shingles in the row.
  func jaccard(_ set: ShingleSet, atLeast threshold: Double) -> Double? {
    guard count > 0, set.count > 0 else { return nil }
    let total = count + set.count
    func similarity(sharing shared: Int) -> Double { Double(shared) / Double(total - shared) }
    // Rounding may put this one too low or too high.
    var least = Int(threshold / (1 + threshold) * Double(total))
    while least > 0 && similarity(sharing: least - 1) >= threshold { least -= 1 }
    while least <= min(count, set.count) && similarity(sharing: least) < threshold { least += 1 }
    guard least <= min(count, set.count) else { return nil }
    return intersectionCount(set, atLeast: least).map(similarity)
  }

  /// How many shingles a set has too, or nil if fewer than `least`.
  ///
  /// Shingles that the set lacks move to the front of the row: what one set lacks, most lack, so that rows that are
  /// compared again and again in vain, as those of a template's pages are, know it after a few.
  fileprivate func intersectionCount(_ set: ShingleSet, atLeast least: Int) -> Int? {
    let table = set.table
    let (mask, shift) = (set.mask, set.shift)
    let most = count - least
    var lacking = 0
    for index in 0..<count {
      let hash = distinct[index]
      let place = ShingleSet.place(of: hash, in: table, shift: shift, mask: mask)
      if table[place] == hash { continue }
      distinct[index] = distinct[lacking]
      distinct[lacking] = hash
      lacking &+= 1
      if lacking > most { return nil }
    }
    return count - lacking
  }
}
