/// Shingle sets of documents, made when first asked for and kept while there is room: the exact side of verification.
///
/// One cache a thread.
struct ShingleSetCache: ~Copyable {
  private let source: any DocumentSource
  private var sketcher: DocumentSketcher
  /// Memory of the sets, in blocks that stay where they are; larger sets have blocks of their own.
  private var blocks: [UnsafeMutablePointer<UInt64>] = []
  private var largeBlocks: [UnsafeMutablePointer<UInt64>] = []
  /// How many blocks are in use, and how much of the last of these.
  private var blocksUsed = 0
  private var used = 0
  private var sets: [UInt32: ShingleSet] = [:]
  /// Pairs compared so far.
  private(set) var comparisons = 0

  /// Sketches to estimate similarities from, where there is nothing to compare exactly.
  private let estimates: SketchTable?
  /// Blocks to fill before starting over.
  private let mostBlocks: Int

  /// Elements in a block (2 MiB).
  private static let blockSize = 1 << 18
  /// Memory to fill where nothing is said of it: 64 MiB.
  static let usualBytes = 64 << 20

  init(
    _ source: any DocumentSource, shingleWords: Int, slots: Int, bytes: Int = usualBytes,
    estimates: SketchTable? = nil
  ) {
    self.source = source
    self.estimates = estimates
    mostBlocks = max(2, bytes / (Self.blockSize * 8))
    sketcher = DocumentSketcher(shingleWidth: shingleWords, slots: slots)
  }

  deinit {
    for block in blocks + largeBlocks { block.deallocate() }
  }

  /// The Jaccard similarity of two documents, or nil if it is below `threshold`.
  mutating func similarity(_ a: UInt32, _ b: UInt32, atLeast threshold: Double) -> Double? {
    comparisons += 1
    if let estimates {
      let agreement = estimates.agreement(estimates.row(Int(a)), estimates.row(Int(b)))
      let similarity = Double(agreement) / Double(estimates.slots)
      return similarity >= threshold ? similarity : nil
    }
    if blocksUsed + largeBlocks.count >= mostBlocks { removeAll() }
    let left = set(of: a)
    return left.jaccard(set(of: b), atLeast: threshold)
  }

  /// Drops all sets; blocks of the usual size are kept for those to come.
  private mutating func removeAll() {
    sets.removeAll(keepingCapacity: true)
    for block in largeBlocks { block.deallocate() }
    largeBlocks = []
    blocksUsed = 0
  }

  private mutating func set(of document: UInt32) -> ShingleSet {
    if let set = sets[document] { return set }
    let shingles = source.shingles(of: Int(document), with: &sketcher)
    let set = ShingleSet(shingles, in: memory(ShingleSet.storage(for: shingles.count)))
    sets[document] = set
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
