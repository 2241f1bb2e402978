import ReprintPlatform

/// Writes a file of an index from front to back; it goes away again unless it is finished.
///
/// Not for several threads at once.
final class IndexFileWriter {
  let path: String
  /// Numbers that the kind of file gives a meaning.
  var values: [UInt64] = []
  private var header: IndexFileHeader
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var checksums: [UInt64] = []
  /// Bytes before those in the buffer.
  private var written = IndexFileHeader.blockSize
  private var isFinished = false

  private static let bufferSize = 64 * IndexFileHeader.blockSize

  init(_ number: Int, kind: IndexFileHeader.Kind, in directory: String) throws(DumpError) {
    path = "\(directory)/\(IndexFileHeader.name(number, kind))"
    header = IndexFileHeader(kind: kind, number: number)
    // The rights are those of the umask: others may be meant to read the index.
    // What another run has written, though this one had the lock, is not touched.
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let error = SystemError()
      isFinished = true
      throw DumpError(path, "cannot be created: \(error)")
    }
    buffer.reserveCapacity(Self.bufferSize + IndexFileHeader.blockSize)
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(path) }
  }

  /// Where the next byte goes, from the start of the file.
  var offset: Int { written + buffer.count }

  func append(_ bytes: UnsafeRawBufferPointer) throws(DumpError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  func append(_ bytes: [UInt8]) throws(DumpError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Appends a number, little-endian.
  func append<Number: FixedWidthInteger>(number: Number) throws(DumpError) {
    for byte in 0..<Number.bitWidth / 8 { buffer.append(UInt8(truncatingIfNeeded: number >> Number(8 * byte))) }
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Appends numbers in memory, little-endian; they are used up.
  func append(_ numbers: UnsafeMutablePointer<UInt64>, count: Int) throws(DumpError) {
    if UInt64(1).littleEndian != 1 {
      for index in 0..<count { numbers[index] = numbers[index].littleEndian }
    }
    // In pieces, so that the buffer stays small.
    var done = 0
    while done < count {
      let taken = min(count - done, Self.bufferSize / 8)
      try append(UnsafeRawBufferPointer(start: numbers + done, count: taken * 8))
      done += taken
    }
  }

  /// Ends a section: what follows begins with a block of its own.
  ///
  /// - Parameter start: where the section started.
  func endSection(from start: Int) throws(DumpError) {
    header.sections.append(IndexFileHeader.Section(offset: start, length: offset - start))
    let over = offset % IndexFileHeader.blockSize
    if over > 0 { buffer.append(contentsOf: repeatElement(0, count: IndexFileHeader.blockSize - over)) }
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes the whole blocks of the buffer.
  private func flush() throws(DumpError) {
    let size = IndexFileHeader.blockSize
    let blocks = buffer.count / size
    guard blocks > 0 else { return }
    let first = written / size
    let result: Result<Void, DumpError> = buffer.withUnsafeBytes { bytes in
      for block in 0..<blocks {
        checksums.append(
          BlockChecksum.of(
            UnsafeRawBufferPointer(rebasing: bytes[block * size..<(block + 1) * size]),
            seed: IndexFileHeader.seed(header.number, block: first + block)))
      }
      return write(UnsafeRawBufferPointer(rebasing: bytes[..<(blocks * size)]), at: written)
    }
    try result.get()
    written += blocks * size
    buffer.removeFirst(blocks * size)
  }

  private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Result<Void, DumpError> {
    do throws(SystemError) {
      try Files.write(descriptor, bytes, at: offset)
      return .success(())
    } catch {
      return .failure(DumpError(path, "cannot be written: \(error)"))
    }
  }

  /// Writes what is left, puts the file on disk and says how to list it.
  func finish() throws(DumpError) -> IndexFile.Entry {
    precondition(offset % IndexFileHeader.blockSize == 0, "all data is in sections")
    try flush()
    header.values = values
    header.dataBlocks = checksums.count
    let size = IndexFileHeader.blockSize
    var table = Self.blocks(of: checksums)
    let tableSums = table.withUnsafeBytes { bytes in
      (0..<header.tableBlocks).map { block in
        BlockChecksum.of(
          UnsafeRawBufferPointer(rebasing: bytes[block * size..<(block + 1) * size]),
          seed: IndexFileHeader.seed(header.number, block: 1 + header.dataBlocks + block))
      }
    }
    let root = Self.blocks(of: tableSums)
    header.tableChecksum = root.withUnsafeBytes {
      BlockChecksum.of($0, seed: IndexFileHeader.seed(header.number, block: header.rootOffset / size))
    }
    table += root
    try table.withUnsafeBytes { write($0, at: header.tableOffset) }.get()
    let block = header.block
    try block.withUnsafeBytes { write($0, at: 0) }.get()
    do throws(SystemError) {
      try Files.synchronize(descriptor)
    } catch {
      throw DumpError(path, "cannot be written: \(error)")
    }
    isFinished = true
    return IndexFile.Entry(
      number: header.number, size: header.fileSize,
      checksum: block.withUnsafeBytes { IndexFileHeader.checksum(in: $0) })
  }

  /// Checksums in whole blocks.
  private static func blocks(of checksums: [UInt64]) -> [UInt8] {
    let size = IndexFileHeader.blockSize
    var bytes = [UInt8](repeating: 0, count: (checksums.count * 8 + size - 1) / size * size)
    bytes.withUnsafeMutableBytes { bytes in
      for (index, sum) in checksums.enumerated() { bytes.put(sum, at: 8 * index) }
    }
    return bytes
  }
}
