import ReprintPlatform

/// An immutable file of an index in memory, of which no byte is believed before its block was checked.
///
/// Blocks are checked when they are first touched, by any thread, so that opening takes no time and a damaged block is
/// an error and never a wrong answer.
final class IndexFile: Sendable {
  /// What a manifest says of a file.
  struct Entry: Sendable, Equatable {
    var number: Int
    /// Bytes.
    var size: Int
    /// The checksum of its first block, which has those of all others under it.
    var checksum: UInt64
  }

  let path: String
  let entry: Entry
  let header: IndexFileHeader
  private let mapping: Mapping
  /// For each block of data whether it is sound, then for each of the first table of checksums.
  private let sound: AtomicBits

  /// Opens a file and checks its first block and its second table of checksums.
  ///
  /// - Throws: a file that is missing, is not what the manifest says, or is of another version.
  init(_ entry: Entry, kind: IndexFileHeader.Kind, in directory: String) throws(DumpError) {
    path = "\(directory)/\(IndexFileHeader.name(entry.number, kind))"
    self.entry = entry
    mapping = try Self.map(path, size: entry.size)
    guard entry.size >= IndexFileHeader.blockSize else { throw DumpError(path, offset: 0, "is too short") }
    let all = UnsafeRawBufferPointer(mapping.bytes)
    let first = UnsafeRawBufferPointer(rebasing: all[..<IndexFileHeader.blockSize])
    header = try IndexFileHeader(first, path: path, number: entry.number, kind: kind)
    guard header.fileSize == entry.size else {
      throw DumpError(path, offset: 32, "has \(entry.size) bytes instead of \(header.fileSize)")
    }
    guard IndexFileHeader.checksum(in: first) == entry.checksum else {
      throw DumpError(path, offset: 0, "is not the file that the manifest lists")
    }
    let root = UnsafeRawBufferPointer(rebasing: all[header.rootOffset...])
    let seed = IndexFileHeader.seed(entry.number, block: header.rootOffset / IndexFileHeader.blockSize)
    guard BlockChecksum.of(root, seed: seed) == header.tableChecksum else {
      throw DumpError(path, offset: header.rootOffset, "the table of checksums is damaged")
    }
    sound = AtomicBits(count: header.dataBlocks + header.tableBlocks)
  }

  private static func map(_ path: String, size: Int) throws(DumpError) -> Mapping {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw DumpError(path, errno == ENOENT ? "is missing from the index" : "\(SystemError())")
    }
    defer { close(descriptor) }
    let status: FileStatus
    do throws(SystemError) {
      status = try Files.status(of: descriptor)
    } catch {
      throw DumpError(path, "\(error)")
    }
    guard status.isRegular, status.size == size else {
      throw DumpError(path, offset: min(size, status.size), "has \(status.size) bytes instead of \(size)")
    }
    do throws(SystemError) {
      return try Mapping(descriptor, count: size)
    } catch {
      throw DumpError(path, "\(error)")
    }
  }

  /// A stretch of the file's data, checked.
  ///
  /// - Parameter range: in bytes from the start of the file.
  /// - Throws: a damaged block, or a stretch that is not in the file.
  @inline(__always)
  func bytes(_ range: Range<Int>) throws(DumpError) -> UnsafeRawBufferPointer {
    let first = range.lowerBound &>> 12
    let last = (range.upperBound &- 1) &>> 12
    if _slowPath(first < 1 || last > header.dataBlocks || range.isEmpty) {
      if range.isEmpty { return UnsafeRawBufferPointer(start: nil, count: 0) }
      throw DumpError(path, offset: range.lowerBound, "what stands elsewhere leads out of the file")
    }
    var block = first
    while block <= last {
      if _slowPath(!sound.isRaised(block &- 1)) { try check(block) }
      block &+= 1
    }
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(mapping.bytes)[range])
  }

  /// A stretch of one of its sections, checked.
  ///
  /// - Parameter range: in bytes from the start of the section.
  @inline(__always)
  func bytes(_ range: Range<Int>, of section: Int) throws(DumpError) -> UnsafeRawBufferPointer {
    let section = header.sections[section]
    if _slowPath(range.lowerBound < 0 || range.upperBound > section.length) {
      throw DumpError(
        path, offset: section.offset, "what stands elsewhere leads out of a section: \(range) of \(section.length)")
    }
    return try bytes(section.offset &+ range.lowerBound..<section.offset &+ range.upperBound)
  }

  /// Checks a block of data by its place in the file, from 1.
  private func check(_ block: Int) throws(DumpError) {
    let size = IndexFileHeader.blockSize
    let all = UnsafeRawBufferPointer(mapping.bytes)
    let (table, _) = (block - 1).quotientAndRemainder(dividingBy: IndexFileHeader.checksumsPerBlock)
    let tableBit = header.dataBlocks + table
    if !sound.isRaised(tableBit) {
      let place = header.tableOffset + table * size
      let sum = BlockChecksum.of(
        UnsafeRawBufferPointer(rebasing: all[place..<place + size]),
        seed: IndexFileHeader.seed(entry.number, block: place / size))
      guard sum == all.number(UInt64.self, at: header.rootOffset + 8 * table) else {
        throw DumpError(path, offset: place, "a block of checksums is damaged")
      }
      sound.raise(tableBit)
    }
    let place = block * size
    let sum = BlockChecksum.of(
      UnsafeRawBufferPointer(rebasing: all[place..<place + size]),
      seed: IndexFileHeader.seed(entry.number, block: block))
    guard sum == all.number(UInt64.self, at: header.tableOffset + 8 * (block - 1)) else {
      throw DumpError(path, offset: place, "the block is not what was written")
    }
    sound.raise(block - 1)
  }

  /// Checks every block, and names those that are damaged.
  func damage() -> [DumpError] {
    var found: [DumpError] = []
    for block in 0..<header.dataBlocks {
      do throws(DumpError) {
        try check(block + 1)
      } catch {
        // A damaged block of checksums is named once.
        if found.last != error { found.append(error) }
      }
    }
    return found
  }
}
