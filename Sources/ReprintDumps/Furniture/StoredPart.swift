import Reprint
import ReprintPlatform

/// Lines that a scratch file keeps.
struct StoredLines: Sendable {
  /// Where lines are mapped, or else the file to read again.
  var mapping: Mapping?
  var scratch: ScratchFile?
  var offset = 0
  var count = 0

  /// Lines of so many bytes are mapped where they stand in the scratch file, and fewer are read again when they are
  /// needed: a process may have only some ten thousand mappings.
  private static let leastMapped = 1 << 18

  /// Nothing, which is in no file.
  init() {}

  /// - Parameter scratch: opens the scratch file; called only if there is something to keep.
  init(_ lines: [UInt8], _ scratch: () throws(DumpError) -> ScratchFile) throws(DumpError) {
    guard !lines.isEmpty else { return }
    let file = try scratch()
    let isMapped = lines.count >= Self.leastMapped
    let result: Result<(Mapping?, Int), DumpError> = lines.withUnsafeBytes { bytes in
      do throws(DumpError) {
        return .success(isMapped ? (try file.store(bytes), 0) : (nil, try file.append(bytes)))
      } catch {
        return .failure(error)
      }
    }
    (mapping, offset) = try result.get()
    self.scratch = file
    count = lines.count
  }

  /// The lines, read again.
  var bytes: [UInt8] {
    if let mapping { return Array(mapping.bytes[offset..<offset + count]) }
    guard let scratch else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = bytes.withUnsafeMutableBytes { scratch.read(at: offset, into: $0) }
    return Array(bytes.prefix(read))
  }
}

/// A part of a chunk that was converted while furniture was counted; its lines are in the scratch file.
struct StoredPart: Sendable {
  /// Without its lines.
  private let part: ConvertedChunk
  private let lines: StoredLines

  init(_ part: ConvertedChunk, _ scratch: () throws(DumpError) -> ScratchFile) throws(DumpError) {
    lines = try StoredLines(part.lines.bytes, scratch)
    var part = part
    part.replaceLines([])
    self.part = part
  }

  /// The part, and where its lines are.
  func load() -> (part: ConvertedChunk, lines: StoredLines) {
    var part = part
    part.replaceLines(lines.bytes)
    return (part, lines)
  }
}
