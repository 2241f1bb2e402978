import ReprintPlatform

/// A piece of a dump for one worker: some whole lines, or one whole text file.
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

  /// Appends bytes and maps them.
  func store(_ bytes: UnsafeRawBufferPointer) throws(DumpError) -> Mapping {
    let page = Mapping.pageSize
    let offset = end.withLock { end in
      let offset = end
      end += (bytes.count + page - 1) / page * page
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
