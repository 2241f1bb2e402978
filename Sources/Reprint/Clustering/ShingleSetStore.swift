/// Shingle sets by key, kept while there is room.
///
/// When the room is used up all sets go at once, between two comparisons.
package struct ShingleSetStore<Key: Hashable>: ~Copyable {
  private var memory: BlockMemory
  private var sets: [Key: ShingleSet] = [:]

  /// - Parameter bytes: memory to fill before starting over, about.
  package init(bytes: Int) { memory = BlockMemory(bytes: bytes) }

  /// Makes room if there is little left: sets from before are then no longer valid.
  package mutating func makeRoom() {
    if memory.isFull { removeAll() }
  }

  /// Forgets all sets.
  package mutating func removeAll() {
    sets.removeAll(keepingCapacity: true)
    memory.removeAll()
  }

  package subscript(key: Key) -> ShingleSet? { sets[key] }

  /// Keeps the set of some shingles.
  @discardableResult
  package mutating func insert(_ shingles: UnsafeBufferPointer<UInt64>, for key: Key) -> ShingleSet {
    let set = ShingleSet(shingles, in: memory.lend(ShingleSet.storage(for: shingles.count)))
    sets[key] = set
    return set
  }
}
