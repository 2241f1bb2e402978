import ReprintPlatform

extension SketchedDump {
  /// Memory that a document takes beside its sketch: word count, fingerprint, id hash, place of the record.
  public static let bytesPerDocument = 4 + 8 + 8 + 8

  /// About how many documents a dump holds, from its size and the lines at its beginning; nil where that can't be told
  /// without reading all of it (pipes, compressed files, web archives).
  public static func estimateDocuments(_ paths: [String], options: ReadOptions) throws(DumpError) -> Int? {
    var total = 0.0
    for file in try DumpFileList(paths, format: options.format).files {
      guard file.isRegular, file.compression == nil else { return nil }
      switch file.format {
      case .text?, .html?: total += 1
      case .warc?: return nil
      default: total += try estimate(file)
      }
    }
    return Int(total)
  }

  private static func estimate(_ file: DumpFile) throws(DumpError) -> Double {
    let descriptor = try file.open()
    defer { close(descriptor) }
    return try withSample(of: file, descriptor) { sample in
      let lines = sample.count { $0 == 0x0A }
      guard lines > 0 else { return file.size > 0 ? 1 : 0 }
      return Double(lines) * Double(file.size) / Double(sample.count)
    }
  }

  private static func withSample(
    of file: DumpFile, _ descriptor: Int32, _ body: (UnsafeRawBufferPointer) -> Double
  ) throws(DumpError) -> Double {
    let buffer = ByteBuffer(count: min(file.size, 4 << 20))
    do throws(SystemError) {
      let count = try Files.read(descriptor, at: 0, into: UnsafeMutableRawBufferPointer(buffer.bytes))
      return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer.bytes)[..<count]))
    } catch {
      throw DumpError(file.path, "\(error)")
    }
  }
}
