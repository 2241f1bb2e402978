/// Shingle sets by key, kept in blocks of memory while there is room.
///
/// When the room is used up all sets go at once, between two comparisons.
package struct ShingleSetStore<Key: Hashable>: ~Copyable {
  /// Memory of the sets, in blocks that stay where they are; larger sets have blocks of their own.
  private var blocks: [UnsafeMutablePointer<UInt64>] = []
  private var largeBlocks: [UnsafeMutablePointer<UInt64>] = []
  /// How many blocks are in use, and how much of the last of these.
  private var blocksUsed = 0
  private var used = 0
  private var sets: [Key: ShingleSet] = [:]
  /// The set inserted last, and what was in use before it.
  private var newest: (key: Key, blocksUsed: Int, used: Int, largeBlocks: Int)?

  /// Blocks to fill before starting over.
  private let mostBlocks: Int

  /// Elements in a block (2 MiB).
  private static var blockSize: Int { 1 << 18 }

  /// - Parameter bytes: memory to fill before starting over, about.
  package init(bytes: Int) { mostBlocks = max(2, bytes / (Self.blockSize * 8)) }

  deinit {
    for block in blocks + largeBlocks { block.deallocate() }
  }

  /// Makes room if there is little left: sets from before are then no longer valid.
  package mutating func makeRoom() {
    if blocksUsed + largeBlocks.count >= mostBlocks { removeAll() }
  }

  /// Forgets all sets.
  ///
  /// Their memory is used again, while the processor's caches still have it.
  package mutating func removeAll() {
    sets.removeAll(keepingCapacity: true)
    for block in largeBlocks { block.deallocate() }
    largeBlocks = []
    blocksUsed = 0
    newest = nil
  }

  /// Forgets the set of a key if it is the one inserted last: the next takes its place.
  package mutating func removeNewest(_ key: Key) {
    guard let newest, newest.key == key else { return }
    sets[key] = nil
    (blocksUsed, used) = (newest.blocksUsed, newest.used)
    while largeBlocks.count > newest.largeBlocks { largeBlocks.removeLast().deallocate() }
    self.newest = nil
  }

  package subscript(key: Key) -> ShingleSet? { sets[key] }

  /// Keeps the set of some shingles.
  @discardableResult
  package mutating func insert(_ shingles: UnsafeBufferPointer<UInt64>, for key: Key) -> ShingleSet {
    newest = (key, blocksUsed, used, largeBlocks.count)
    let set = ShingleSet(shingles, in: memory(ShingleSet.storage(for: shingles.count)))
    sets[key] = set
    return set
  }

  private mutating func memory(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    if count > Self.blockSize {
      largeBlocks.append(.allocate(capacity: count))
      return largeBlocks[largeBlocks.count - 1]
    }
    if blocksUsed == 0 || Self.blockSize - used < count {
      if blocksUsed == blocks.count { blocks.append(.allocate(capacity: Self.blockSize)) }
      blocksUsed += 1
      used = 0
    }
    defer { used += count }
    return blocks[blocksUsed - 1] + used
  }
}
