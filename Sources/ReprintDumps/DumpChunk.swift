import ReprintPlatform

/// A piece of a dump for one worker: some whole records, or one whole file that is a document.
struct DumpChunk: Sendable {
  /// Where the bytes are, and where to find them again.
  enum Storage: Sendable {
    /// In a mapped file or scratch file, for as long as the chunk is kept.
    case mapped(Mapping)
    /// In a buffer that goes away with the chunk; the file itself is read again.
    case buffer(ByteBuffer)
  }

  /// The index of the file in the list.
  var file: Int
  var format: DumpFormat
  var storage: Storage
  /// Where the chunk starts in its storage.
  var offset: Int
  var count: Int
  /// Where the chunk starts in its file, after decompression.
  var position = 0
  /// What stands in the file before all records: the first row of a table, the bracket of an array of JSON, or nothing.
  var opening: [UInt8]?
  /// Whether it ends with the file, where that is known when it is cut off.
  var isEnd = false

  /// Whether it begins with the file, and perhaps with a byte order mark.
  var isStart: Bool { position == 0 }

  private var stored: UnsafeBufferPointer<UInt8> {
    switch storage {
    case .mapped(let mapping): mapping.bytes
    case .buffer(let buffer): UnsafeBufferPointer(buffer.bytes)
    }
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: stored[offset..<offset + count]) }

  /// The end of readable memory, at or after the end of ``bytes``.
  var readableEnd: UnsafePointer<UInt8>? { stored.baseAddress.map { $0 + stored.count } }
}

/// A buffer of bytes that many may share.
final class ByteBuffer: @unchecked Sendable {
  private(set) var bytes: UnsafeMutableBufferPointer<UInt8>

  init(count: Int) { bytes = .allocate(capacity: count) }

  deinit { bytes.deallocate() }

  /// Makes the buffer larger, keeping its first `used` bytes.
  func grow(to count: Int, keeping used: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
    larger.baseAddress!.update(from: bytes.baseAddress!, count: used)
    bytes.deallocate()
    bytes = larger
  }
}

/// A scratch file without a name: it holds what came through a pipe, so that records can be looked at again, and is
/// gone with the process, however that ends.
final class ScratchFile: Sendable {
  private let descriptor: Int32
  private let end = Locked(0)
  private let directory: String

  init(in directory: String = Files.temporaryDirectory) throws(DumpError) {
    self.directory = directory
    do throws(SystemError) {
      let (descriptor, path) = try Files.createTemporary("\(directory)/reprint.XXXXXX")
      unlink(path)
      self.descriptor = descriptor
    } catch {
      throw DumpError(directory, "cannot create a scratch file: \(error)")
    }
  }

  deinit { close(descriptor) }

  /// Appends bytes that will be read again, and returns where they are.
  func append(_ bytes: UnsafeRawBufferPointer) throws(DumpError) -> Int {
    let offset = end.withLock { end in
      defer { end += bytes.count }
      return end
    }
    do throws(SystemError) {
      try Files.write(descriptor, bytes, at: offset)
    } catch {
      throw DumpError(directory, "cannot write the scratch file: \(error)")
    }
    return offset
  }

  /// Reads bytes that were appended; returns how many could be read.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    (try? Files.read(descriptor, at: offset, into: buffer)) ?? 0
  }

  /// Appends bytes and maps them.
  func store(_ bytes: UnsafeRawBufferPointer) throws(DumpError) -> Mapping {
    let page = Mapping.pageSize
    let offset = end.withLock { end in
      let offset = (end + page - 1) / page * page
      end = offset + bytes.count
      return offset
    }
    do throws(SystemError) {
      try Files.write(descriptor, bytes, at: offset)
      return try Mapping(descriptor, offset: offset, count: bytes.count)
    } catch {
      throw DumpError(directory, "cannot write the scratch file: \(error)")
    }
  }
}
