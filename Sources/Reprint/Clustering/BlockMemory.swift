import ReprintPlatform

/// Memory that is lent piece by piece, in blocks that stay where they are, and taken back all at once.
///
/// What was taken back is lent again while the processor's caches still have it.
struct BlockMemory: ~Copyable {
  private var blocks: [UnsafeMutablePointer<UInt64>] = []
  /// Pieces larger than a block, and how many elements they have.
  private var largeBlocks: [(base: UnsafeMutablePointer<UInt64>, count: Int)] = []
  private var largeCount = 0
  /// How many blocks are in use, and how much of the last of these.
  private var blocksUsed = 0
  private var used = 0
  /// Blocks to fill before it is full.
  private let mostBlocks: Int

  /// Elements in a block.
  private let blockSize: Int

  /// Elements in a block of usual size (2 MiB).
  static let usualBlock = 1 << 18

  /// - Parameters:
  ///   - bytes: what to lend before it is full, about.
  ///   - blockSize: elements that memory is taken for at a time.
  init(bytes: Int, blockSize: Int = usualBlock) {
    self.blockSize = blockSize
    mostBlocks = max(2, bytes / (blockSize * 8))
  }

  deinit {
    for block in blocks { ScratchMemory.deallocate(block, bytes: 8 * blockSize) }
    for block in largeBlocks { ScratchMemory.deallocate(block.base, bytes: 8 * block.count) }
  }

  /// Whether all that was meant to be lent is, or nearly; more is lent all the same.
  var isFull: Bool { blocksUsed + largeCount / blockSize >= mostBlocks }

  /// Lends room for `count` elements, not initialised.
  mutating func lend(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    if count > blockSize {
      largeCount += count
      let block = Self.allocate(count)
      largeBlocks.append((block, count))
      return block
    }
    if blocksUsed == 0 || blockSize - used < count {
      if blocksUsed == blocks.count { blocks.append(Self.allocate(blockSize)) }
      blocksUsed += 1
      used = 0
    }
    defer { used += count }
    return blocks[blocksUsed - 1] + used
  }

  /// Takes everything back.
  mutating func removeAll() {
    for block in largeBlocks { ScratchMemory.deallocate(block.base, bytes: 8 * block.count) }
    largeBlocks = []
    largeCount = 0
    blocksUsed = 0
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    ScratchMemory.allocate(bytes: 8 * count).bindMemory(to: UInt64.self, capacity: count)
  }
}
