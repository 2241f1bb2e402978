import ReprintPlatform

/// Reads what can be read only once, a pipe or a compressed file, on a thread of its own, and cuts it into chunks that
/// a scratch file keeps.
struct StreamReader: Sendable {
  let file: DumpFile
  let index: Int
  let fields: RecordFields
  let scratch: ScratchFile
  /// Takes the chunks in order.
  let deliver: @Sendable (DumpChunk) -> Void

  private static let readSize = 1 << 20
  private static let chunkSize = 4 << 20

  /// Reads to the end, and returns what there is to know of the file.
  ///
  /// - Parameter source: the open file; it is not closed.
  func run(source: Int32) throws(DumpError) -> DumpError? {
    guard let compression = file.compression else {
      try readAll(source)
      return nil
    }
    let process = try compression.decompress(source, path: file.path)
    do throws(DumpError) {
      try readAll(process.pipe)
    } catch {
      _ = process.finish()  // it fails for want of a reader, which is not the reason
      throw error
    }
    return try compression.finish(process, path: file.path)
  }

  private func readAll(_ descriptor: Int32) throws(DumpError) {
    let buffer = ByteBuffer(count: Self.chunkSize + Self.readSize)
    var used = 0
    /// Where the buffer starts in the stream.
    var position = 0
    /// How much is to be there before it is cut: more each time that no record ended in it.
    var wanted = Self.chunkSize
    var cutter: ChunkCutter?
    var isInGarbage = false
    var atEnd = false
    while !atEnd {
      if buffer.bytes.count - used < Self.readSize { buffer.grow(to: 2 * buffer.bytes.count, keeping: used) }
      let space = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(buffer.bytes)[used..<used + Self.readSize])
      let count = Files.read(descriptor, space)
      guard count >= 0 else { throw DumpError(file.path, "\(SystemError())") }
      used += count
      atEnd = count == 0
      guard used <= Int(UInt32.max) else { throw DumpError(file.path, "a record or text of more than 4 GiB") }
      let bytes = UnsafeBufferPointer(rebasing: buffer.bytes[..<used])
      if cutter == nil, let format = try FormatDetection.format(of: bytes, atEnd: atEnd, in: file) {
        cutter = ChunkCutter(format, path: file.path, fields: fields)
      }
      guard cutter != nil, used >= wanted || atEnd || isInGarbage else { continue }
      var start = 0
      while start < used {
        if isInGarbage {
          // What tells a version line may be seen in part only.
          let unsure = used - WARCFraming.reach
          start = WARCFraming.nextStart(bytes, from: start) ?? (atEnd ? used : max(start, unsure))
          isInGarbage = start >= unsure && !atEnd
          if isInGarbage { break }
          continue
        }
        guard let cut = try cutter!.cut(bytes, from: start, size: Self.chunkSize, atEnd: atEnd) else { break }
        try hand(
          buffer, start..<cut.end, cutter!, position: position + start, isEnd: atEnd && cut.end == used)
        start = cut.end
        isInGarbage = cut.isBeforeGarbage
        // What is left may be the beginning of a chunk.
        if !atEnd && !isInGarbage && used - start < Self.chunkSize { break }
      }
      if start > 0 {
        buffer.bytes.baseAddress!.update(from: buffer.bytes.baseAddress! + start, count: used - start)
        used -= start
        position += start
      }
      wanted = max(Self.chunkSize, 2 * used)
    }
  }

  private func hand(
    _ buffer: ByteBuffer, _ range: Range<Int>, _ cutter: ChunkCutter, position: Int, isEnd: Bool
  ) throws(DumpError) {
    let mapping = try scratch.store(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer.bytes)[range]))
    deliver(
      DumpChunk(
        file: index, format: cutter.format, storage: .mapped(mapping), offset: 0, count: range.count,
        position: position, opening: cutter.opening, isEnd: isEnd))
  }
}

/// Tells formats apart by the first bytes that are not white space.
enum FormatDetection {
  /// The format of a file, or nil if there is nothing but white space so far of one whose name does not tell.
  static func format(
    of bytes: UnsafeBufferPointer<UInt8>, atEnd: Bool, in file: DumpFile
  ) throws(DumpError) -> DumpFormat? {
    if let compression = Compression(magic: bytes) {
      let advice =
        if file.compression != nil {
          "it is compressed twice, and is read if it is so once"
        } else if file.isRegular {
          "give it its ending \(compression.suffix), or name it on the command line"
        } else {
          "decompress it first, as in \(compression.program) -dc FILE | reprint …"
        }
      throw DumpError(file.path, "looks like \(compression.program) data: \(advice)")
    }
    if let format = file.format, file.isFormatGiven || format != .json && format != .jsonLines { return format }
    var start = 0
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
    let first = bytes[start...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard let first else { return atEnd ? .jsonLines : nil }
    if file.format == .jsonLines {
      // A bracket alone on its line opens an array.
      let rest = bytes[bytes.firstIndex(of: first)!...].dropFirst().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if first != UInt8(ascii: "[") || atEnd && rest.isEmpty { return .jsonLines }
      return rest.first.map { $0 == 0x0A ? .json : .jsonLines }
    }
    if first == UInt8(ascii: "[") { return .json }
    if first == UInt8(ascii: "{") {
      // Objects that are lines each are read where they stand.
      let object = bytes[start...].firstIndex(of: first)!
      return JSONFraming.areLines(bytes, from: object, atEnd: atEnd).map { $0 ? .jsonLines : .json }
    }
    if let format = file.format { return format }
    if first == UInt8(ascii: "<") { return .html }
    let version = Array("WARC/".utf8)
    let head = bytes[start...].drop { $0 == 0x0D || $0 == 0x0A }.prefix(version.count)
    if head.elementsEqual(version) { return .warc }
    if !atEnd && version.starts(with: head) { return nil }
    throw DumpError(file.path, "neither the name nor the first bytes tell what this is; use --input-format")
  }
}
