/// Shingle sets of documents, made when first asked for and kept while there is room: the exact side of verification.
///
/// One cache a thread.
struct ShingleSetCache: ~Copyable {
  private let source: any DocumentSource
  private var sketcher: DocumentSketcher
  /// Memory of the sets, in blocks that stay where they are.
  private var blocks: [UnsafeMutableBufferPointer<UInt64>] = []
  /// How much of the last block is used, and how much memory all blocks are.
  private var used = 0
  private var allocated = 0
  private var sets: [UInt32: ShingleSet] = [:]
  /// Pairs compared so far.
  private(set) var comparisons = 0

  /// Elements to hold before starting over (64 MiB).
  private static let capacity = 8 << 20
  private static let blockSize = 1 << 18

  init(_ source: any DocumentSource, shingleWords: Int, slots: Int) {
    self.source = source
    sketcher = DocumentSketcher(shingleWidth: shingleWords, slots: slots)
  }

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// The exact Jaccard similarity of two documents, or nil if it is below `threshold`.
  mutating func similarity(_ a: UInt32, _ b: UInt32, atLeast threshold: Double) -> Double? {
    comparisons += 1
    if allocated > Self.capacity { removeAll() }
    let left = set(of: a)
    return left.jaccard(set(of: b), atLeast: threshold)
  }

  /// Drops all sets and their memory.
  private mutating func removeAll() {
    sets.removeAll(keepingCapacity: true)
    for block in blocks { block.deallocate() }
    blocks = []
    allocated = 0
    used = 0
  }

  private mutating func set(of document: UInt32) -> ShingleSet {
    if let set = sets[document] { return set }
    let shingles = source.shingles(of: Int(document), with: &sketcher)
    let set = ShingleSet(shingles, in: memory(ShingleSet.storage(for: shingles.count)))
    sets[document] = set
    return set
  }

  private mutating func memory(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    if blocks.isEmpty || blocks[blocks.count - 1].count - used < count {
      let size = max(count, Self.blockSize)
      blocks.append(.allocate(capacity: size))
      allocated += size
      used = 0
    }
    defer { used += count }
    return blocks[blocks.count - 1].baseAddress! + used
  }
}
