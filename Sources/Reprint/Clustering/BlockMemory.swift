/// Memory that is lent piece by piece, in blocks that stay where they are, and taken back all at once.
///
/// What was taken back is lent again while the processor's caches still have it.
struct BlockMemory: ~Copyable {
  private var blocks: [UnsafeMutablePointer<UInt64>] = []
  /// Pieces larger than a block.
  private var largeBlocks: [UnsafeMutablePointer<UInt64>] = []
  /// How many blocks are in use, and how much of the last of these.
  private var blocksUsed = 0
  private var used = 0
  /// Blocks to fill before it is full.
  private let mostBlocks: Int

  /// Elements in a block (2 MiB).
  private static let blockSize = 1 << 18

  /// - Parameter bytes: what to lend before it is full, about.
  init(bytes: Int) { mostBlocks = max(2, bytes / (Self.blockSize * 8)) }

  deinit {
    for block in blocks + largeBlocks { block.deallocate() }
  }

  /// Whether all that was meant to be lent is, or nearly; more is lent all the same.
  var isFull: Bool { blocksUsed + largeBlocks.count >= mostBlocks }

  /// Lends room for `count` elements, not initialised.
  mutating func lend(_ count: Int) -> UnsafeMutablePointer<UInt64> {
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

  /// Takes everything back.
  mutating func removeAll() {
    for block in largeBlocks { block.deallocate() }
    largeBlocks = []
    blocksUsed = 0
  }
}
