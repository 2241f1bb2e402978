/// Memory for what is made when it is first asked for, and kept as long as that pays.
///
/// When the room is used up nothing is forgotten while one in nine of what is asked for is there: where documents are each
/// compared with more others than there is room for, one after the other, each would be gone before it is asked for
/// again.
struct CacheMemory: ~Copyable {
  private var blocks: BlockMemory
  /// Since the room is used up, how often something was asked for that is there, and how often something that is not.
  private var found = 0
  private var missed = 0

  /// - Parameters:
  ///   - bytes: what to lend, about.
  ///   - blockSize: elements that memory is taken for at a time.
  init(bytes: Int, blockSize: Int = BlockMemory.usualBlock) {
    blocks = BlockMemory(bytes: bytes, blockSize: blockSize)
  }

  /// Notes that something was asked for that is there.
  mutating func noteFound() {
    if blocks.isFull { found += 1 }
  }

  /// Whether there is room for another that was asked for.
  enum Room {
    case free, none
    /// If all that was lent is forgotten; then ``removeAll()`` is to be called.
    case afterForgetting
  }

  /// Notes that something was asked for that is not there, and says whether it is to be kept.
  mutating func askForRoom() -> Room {
    guard blocks.isFull else { return .free }
    missed += 1
    return missed <= 8 * found + 64 ? .none : .afterForgetting
  }

  /// Takes everything back.
  mutating func removeAll() {
    blocks.removeAll()
    (found, missed) = (0, 0)
  }

  /// Lends room for `count` elements, not initialised.
  mutating func lend(_ count: Int) -> UnsafeMutablePointer<UInt64> { blocks.lend(count) }
}
