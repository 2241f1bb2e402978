/// Compares texts exactly by their sets of shingles, of which it keeps rows while there is room.
///
/// Texts go by keys, and their shingles are asked for when they are first needed. One a thread.
package struct ShingleComparer: ~Copyable {
  private var rows: [UInt64: ShingleRow] = [:]
  private var memory: CacheMemory
  /// The text whose set was made last, its set, and memory for that.
  private var last: (key: UInt64, set: ShingleSet)?
  private var lastSetMemory = GrowableBuffer<UInt64>(capacity: 4096)
  /// Memory for a set that only its row is taken of.
  private var rowMemory = GrowableBuffer<UInt64>(capacity: 4096)

  /// - Parameter bytes: memory for rows, about.
  package init(bytes: Int) { memory = CacheMemory(bytes: bytes, blockSize: Self.blockSize) }

  /// Elements that memory is taken for at a time (256 KiB): in most dumps few rows are needed.
  private static let blockSize = 1 << 15

  /// Forgets all texts.
  package mutating func removeAll() {
    forgetRows()
    last = nil
    lastSetMemory.release()
    rowMemory.release()
  }

  /// The Jaccard similarity of two texts, or nil if it is below `threshold` or one has no shingles.
  ///
  /// Fastest where `a` stays the same while `b` changes: its table is in the processor's caches then, and of the other only
  /// the row of shingles is needed.
  ///
  /// - Parameter shingles: gives those of a text by its key, valid until it is called again.
  /// - Complexity: O(n) expected time in the length of `b`, and in that of `a` where it has changed; 8 bytes of memory for
  ///   a shingle of each `b`.
  package mutating func similarity<Failure: Error>(
    _ a: UInt64, _ b: UInt64, atLeast threshold: Double,
    shingles: (_ key: UInt64) throws(Failure) -> UnsafeBufferPointer<UInt64>
  ) throws(Failure) -> Double? {
    let set = try set(of: a, shingles)
    return try row(of: b, shingles).jaccard(set, atLeast: threshold)
  }

  private mutating func set<Failure: Error>(
    of key: UInt64, _ shingles: (UInt64) throws(Failure) -> UnsafeBufferPointer<UInt64>
  ) throws(Failure) -> ShingleSet {
    if let last, last.key == key { return last.set }
    let found = if let row = rows[key] { row.shingles } else { try shingles(key) }
    lastSetMemory.reserve(to: ShingleSet.storage(for: found.count))
    let set = ShingleSet(found, in: lastSetMemory.base)
    last = (key, set)
    return set
  }

  /// A text's row; valid until another's is asked for.
  private mutating func row<Failure: Error>(
    of key: UInt64, _ shingles: (UInt64) throws(Failure) -> UnsafeBufferPointer<UInt64>
  ) throws(Failure) -> ShingleRow {
    if let known = rows[key] {
      memory.noteFound()
      return known
    }
    let found = try shingles(key)
    rowMemory.reserve(to: ShingleSet.storage(for: found.count))
    let row = ShingleSet(found, in: rowMemory.base).row
    switch memory.askForRoom() {
    case .none: return row
    case .free: break
    case .afterForgetting: forgetRows()
    }
    rows[key] = ShingleRow(copying: row, to: memory.lend(row.count))
    return row
  }

  private mutating func forgetRows() {
    rows.removeAll(keepingCapacity: true)
    memory.removeAll()
  }
}
