import ReprintPlatform

/// Reads what can be read only once, a pipe or a compressed file, on a thread of its own, and cuts it into chunks that
/// a scratch file keeps.
struct StreamReader: Sendable {
  let file: DumpFile
  let index: Int
  let scratch: ScratchFile
  /// Takes the chunks in order.
  let deliver: @Sendable (DumpChunk) -> Void

  private static let readSize = 1 << 20
  private static let chunkSize = 4 << 20

  /// Reads to the end.
  ///
  /// - Parameter source: the open file; it is not closed.
  func run(source: Int32) throws(DumpError) {
    guard let compression = file.compression else { return try readAll(source) }
    let process = try compression.decompress(source, path: file.path)
    do throws(DumpError) {
      try readAll(process.pipe)
    } catch {
      _ = process.finish()  // it fails for want of a reader, which is not the reason
      throw error
    }
    try compression.finish(process, path: file.path)
  }

  private func readAll(_ descriptor: Int32) throws(DumpError) {
    let buffer = ByteBuffer(count: Self.chunkSize + Self.readSize)
    var used = 0
    /// How much of the buffer is whole lines.
    var whole = 0
    var format = file.format
    while true {
      if buffer.bytes.count - used < Self.readSize { buffer.grow(to: 2 * buffer.bytes.count, keeping: used) }
      let space = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(buffer.bytes)[used..<used + Self.readSize])
      let count = Files.read(descriptor, space)
      guard count >= 0 else { throw DumpError(file.path, "\(SystemError())") }
      let added = UnsafeBufferPointer(rebasing: buffer.bytes[used..<used + count])
      if let newline = added.lastIndex(of: UInt8(ascii: "\n")) { whole = used + newline + 1 }
      used += count
      guard used <= Int(UInt32.max) else { throw DumpError(file.path, "a line or text of more than 4 GiB") }
      if format == nil {
        format = try FormatDetection.format(
          of: UnsafeBufferPointer(rebasing: buffer.bytes[..<used]), atEnd: count == 0, path: file.path)
      }
      if count == 0 { break }
      guard format == .jsonLines, used >= Self.chunkSize, whole > 0 else { continue }
      try hand(buffer, whole, .jsonLines)
      buffer.bytes.baseAddress!.update(from: buffer.bytes.baseAddress! + whole, count: used - whole)
      used -= whole
      whole = 0
    }
    if used > 0 { try hand(buffer, used, format ?? .jsonLines) }
  }

  private func hand(_ buffer: ByteBuffer, _ count: Int, _ format: DumpFormat) throws(DumpError) {
    let mapping = try scratch.store(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer.bytes)[..<count]))
    deliver(DumpChunk(file: index, format: format, storage: .mapped(mapping), offset: 0, count: count))
  }
}

/// Tells JSON Lines from other things by the first byte that is not white space.
enum FormatDetection {
  /// The format of a file whose bytes are all there.
  static func format(of bytes: UnsafeBufferPointer<UInt8>, in file: DumpFile) throws(DumpError) -> DumpFormat {
    if let format = file.format { return format }
    return try format(of: bytes, atEnd: true, path: file.path) ?? .jsonLines
  }

  /// The format, or nil if there is nothing but white space so far.
  static func format(
    of bytes: UnsafeBufferPointer<UInt8>, atEnd: Bool, path: String
  ) throws(DumpError) -> DumpFormat? {
    var start = 0
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
    let first = bytes[start...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard let first else { return atEnd ? .jsonLines : nil }
    if first == UInt8(ascii: "{") { return .jsonLines }
    if let compression = Compression(magic: bytes) {
      throw DumpError(
        path,
        "looks like \(compression.program) data: decompress it first, as in \(compression.program) -dc FILE | reprint …"
      )
    }
    throw DumpError(path, "neither the name nor the first byte tells what this is; use --input-format")
  }
}

enum LineSplitting {
  /// The end of the line that `position` is in: behind its newline, or the end of the bytes.
  static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
    guard let base = bytes.baseAddress, position < bytes.count else { return bytes.count }
    guard let found = memchr(base + position, 0x0A, bytes.count - position) else { return bytes.count }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base + 1
  }

  /// The length of the byte order mark that a file starts with, 0 if it has none.
  static func byteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Whether a line holds nothing but white space.
  static func isBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first, first != UInt8(ascii: "{") else { return line.isEmpty }
    return line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
