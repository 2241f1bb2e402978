import ReprintPlatform

/// How records of one size stand in the blocks of a scratch file.
///
/// A block is a checksum (8 bytes), the number of records in it (8 bytes), and the records.
struct SpillLayout: Hashable, Sendable {
  let recordSize: Int
  let recordsPerBlock: Int

  static let headerSize = 16
  /// Bytes of records in a block, about: enough for the disk, little enough to read one for the sake of a record.
  private static let payload = 32 << 10

  init(recordSize: Int) {
    self.recordSize = recordSize
    recordsPerBlock = max(1, Self.payload / recordSize)
  }

  var blockSize: Int { Self.headerSize + recordsPerBlock * recordSize }

  func blocks(for records: Int) -> Int { (records + recordsPerBlock - 1) / recordsPerBlock }
}

/// Records in a scratch file, all of them written.
struct SpillFile: Sendable {
  let handle: ScratchHandle
  let layout: SpillLayout
  /// The block that they start in.
  var firstBlock = 0
  let count: Int

  /// Bytes on disk.
  var size: Int { layout.blocks(for: count) * layout.blockSize }

  /// Reads some blocks and checks them; returns the bytes of their records, one block behind the other.
  ///
  /// - Parameters:
  ///   - block: counted from the first of these records.
  ///   - buffer: room for `count` blocks.
  /// - Throws: a block that is damaged or missing.
  func read(
    block: Int, count blocks: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(DumpError) -> UnsafeMutableRawBufferPointer {
    let size = layout.blockSize
    let start = (firstBlock + block) * size
    let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<(blocks * size)])
    // The last block may be short.
    let found = try handle.read(at: start, into: wanted)
    var used = 0
    for index in 0..<blocks {
      let records = min(layout.recordsPerBlock, count - (block + index) * layout.recordsPerBlock)
      let header = index * size
      let bytes = records * layout.recordSize
      guard header + SpillLayout.headerSize + bytes <= found else {
        throw handle.damage("it ends before block \(firstBlock + block + index) does")
      }
      let payload = UnsafeRawBufferPointer(
        start: wanted.baseAddress! + header + SpillLayout.headerSize, count: bytes)
      let checksum = wanted.loadUnaligned(fromByteOffset: header, as: UInt64.self)
      guard
        wanted.loadUnaligned(fromByteOffset: header + 8, as: Int.self) == records,
        checksum == Self.checksum(payload, handle, firstBlock + block + index)
      else {
        throw handle.damage("block \(firstBlock + block + index) is not what was written")
      }
      memmove(wanted.baseAddress! + used, payload.baseAddress!, bytes)
      used += bytes
    }
    return UnsafeMutableRawBufferPointer(rebasing: wanted[..<used])
  }

  static func checksum(_ payload: UnsafeRawBufferPointer, _ handle: ScratchHandle, _ block: Int) -> UInt64 {
    BlockChecksum.of(payload, seed: handle.seed ^ UInt64(block))
  }
}

/// Reads the records of a scratch file from the first to the last.
final class SpillReader<Record: BitwiseCopyable> {
  private let file: SpillFile
  private let buffer: UnsafeMutableRawBufferPointer
  private let blocksAtOnce: Int
  private var nextBlock = 0
  private var records: UnsafePointer<Record>
  private var place = 0
  private var available = 0

  /// - Parameter blocksAtOnce: how many blocks to hold.
  init(_ file: SpillFile, blocksAtOnce: Int = 4) {
    precondition(file.layout.recordSize == MemoryLayout<Record>.stride, "records of another size")
    self.file = file
    self.blocksAtOnce = blocksAtOnce
    buffer = .allocate(byteCount: blocksAtOnce * file.layout.blockSize, alignment: 16)
    records = UnsafePointer(buffer.baseAddress!.assumingMemoryBound(to: Record.self))
  }

  deinit { buffer.deallocate() }

  @inline(__always)
  func next() throws(DumpError) -> Record? {
    if place == available { guard try fill() else { return nil } }
    defer { place &+= 1 }
    return records[place]
  }

  /// Passes over records, as many as there are.
  func skip(_ count: Int) throws(DumpError) {
    let perBlock = file.layout.recordsPerBlock
    precondition(nextBlock == 0 && available == 0, "records are passed over before any is read")
    nextBlock = count / perBlock
    guard try fill() else { return }
    place = min(count % perBlock, available)
  }

  private func fill() throws(DumpError) -> Bool {
    let blocks = min(blocksAtOnce, file.layout.blocks(for: file.count) - nextBlock)
    guard blocks > 0 else { return false }
    let bytes = try file.read(block: nextBlock, count: blocks, into: buffer)
    nextBlock += blocks
    place = 0
    available = bytes.count / MemoryLayout<Record>.stride
    return true
  }
}
