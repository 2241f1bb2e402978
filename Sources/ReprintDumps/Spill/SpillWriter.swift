import ReprintPlatform

/// Writes records of one size to a scratch file, block by block, each block once.
///
/// Not for several threads at once.
final class SpillWriter {
  let handle: ScratchHandle
  let layout: SpillLayout
  /// Records so far, in the run that is being written.
  private(set) var count = 0
  private let buffer: UnsafeMutableRawBufferPointer
  /// Whole blocks in the buffer, and records in the one behind them.
  private var whole = 0
  private var filled = 0
  /// Blocks on disk.
  private var written = 0
  private var runStart = 0

  private static let blocksAtOnce = 4

  init(_ handle: ScratchHandle, recordSize: Int) {
    self.handle = handle
    layout = SpillLayout(recordSize: recordSize)
    buffer = .allocate(byteCount: Self.blocksAtOnce * layout.blockSize, alignment: 16)
  }

  /// Goes on where an interrupted run stopped.
  ///
  /// - Parameters:
  ///   - count: the records it had recorded.
  ///   - tail: the bytes of those that were not on disk: the ones behind the last whole block.
  convenience init(
    resuming handle: ScratchHandle, recordSize: Int, count: Int, tail: [UInt8]
  ) throws(DumpError) {
    self.init(handle, recordSize: recordSize)
    let records = tail.count / recordSize
    guard count % layout.recordsPerBlock == records else { throw handle.damage("its end was recorded wrongly") }
    self.count = count
    written = count / layout.recordsPerBlock
    filled = records
    UnsafeMutableRawBufferPointer(rebasing: buffer[SpillLayout.headerSize...]).copyBytes(from: tail)
  }

  deinit { buffer.deallocate() }

  func append(_ records: UnsafeRawPointer, count added: Int) throws(DumpError) {
    var records = records
    var left = added
    while left > 0 {
      let taken = min(left, layout.recordsPerBlock - filled)
      let place = whole * layout.blockSize + SpillLayout.headerSize + filled * layout.recordSize
      (buffer.baseAddress! + place).copyMemory(from: records, byteCount: taken * layout.recordSize)
      records += taken * layout.recordSize
      left -= taken
      filled += taken
      count += taken
      if filled == layout.recordsPerBlock { try closeBlock() }
    }
  }

  @inline(__always)
  func append<Record: BitwiseCopyable>(_ record: Record) throws(DumpError) {
    let place = whole &* layout.blockSize &+ SpillLayout.headerSize &+ filled &* MemoryLayout<Record>.stride
    buffer.storeBytes(of: record, toByteOffset: place, as: Record.self)
    filled &+= 1
    count &+= 1
    if filled == layout.recordsPerBlock { try closeBlock() }
  }

  /// Ends a run of records: the next one starts in a block of its own.
  func endRun() throws(DumpError) -> SpillFile {
    if filled > 0 { try closeBlock() }
    try flush()
    defer {
      runStart = written
      count = 0
    }
    return SpillFile(handle: handle, layout: layout, firstBlock: runStart, count: count)
  }

  /// Writes the blocks that are whole.
  func flush() throws(DumpError) {
    guard whole > 0 else { return }
    let size = whole * layout.blockSize
    try handle.write(UnsafeRawBufferPointer(rebasing: buffer[..<size]), at: written * layout.blockSize)
    written += whole
    if filled > 0 {
      memmove(buffer.baseAddress!, buffer.baseAddress! + size, SpillLayout.headerSize + filled * layout.recordSize)
    }
    whole = 0
  }

  /// The bytes of the records behind the last whole block.
  var tail: [UInt8] {
    let start = whole * layout.blockSize + SpillLayout.headerSize
    return Array(buffer[start..<start + filled * layout.recordSize])
  }

  private func closeBlock() throws(DumpError) {
    let header = whole * layout.blockSize
    let payload = UnsafeRawBufferPointer(
      start: buffer.baseAddress! + header + SpillLayout.headerSize, count: filled * layout.recordSize)
    let checksum = SpillFile.checksum(payload, handle, written + whole)
    buffer.storeBytes(of: checksum, toByteOffset: header, as: UInt64.self)
    buffer.storeBytes(of: filled, toByteOffset: header + 8, as: Int.self)
    // What is behind the records of a short block is never read.
    whole += 1
    filled = 0
    if whole == Self.blocksAtOnce { try flush() }
  }
}
