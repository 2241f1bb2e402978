import Reprint
import ReprintPlatform

/// Converts chunks to JSON Lines, which a scratch file keeps, and sketches these.
///
/// One a worker.
struct ConversionSketcher: ~Copyable {
  private var sketcher: ChunkSketcher
  private let fields: RecordFields

  /// Lines of so many bytes are mapped where they stand in the scratch file, and fewer are read again when they are
  /// needed: a process may have only some ten thousand mappings.
  private static let leastMapped = 1 << 18

  var times: ChunkSketcher.StageTimes? { sketcher.times }

  /// - Parameter fields: the names under which tables keep their fields.
  init(_ options: ClusteringOptions, fields: RecordFields, measure: Bool) {
    sketcher = ChunkSketcher(options, fields: RecordFields(), measure: measure)
    self.fields = fields
  }

  /// Converts and sketches a chunk, part by part.
  ///
  /// - Parameter scratch: opens the scratch file; called only if there is something to keep.
  mutating func sketch(
    _ chunk: DumpChunk, scratch: () throws(DumpError) -> ScratchFile
  ) throws(DumpError) -> [SketchedChunk] {
    let mapping: Mapping? = if case .mapped(let mapping) = chunk.storage { mapping } else { nil }
    var parts: [SketchedChunk] = []
    var converter = ChunkConverter(chunk, fields: fields)
    while let part = sketcher.measuringParse({ converter.next() }) {
      var sketched = sketchLines(of: part, file: chunk.file)
      try keep(part.lines.bytes, &sketched.chunk, scratch)
      sketched.chunk.lines = part.places
      sketched.chunk.origin = RecordCatalog.Origin(
        format: chunk.format, mapping: mapping, offset: chunk.offset, position: chunk.position, header: chunk.header,
        starts: part.starts, lengths: part.lengths, companions: part.companions)
      for (index, identifier) in part.identifiers.enumerated() where identifier != 0 {
        sketched.identifiers[index] = identifier
      }
      var problems = part.problems
      problems.merge(sketched.problems) { Int(part.places[$0]) }
      sketched.problems = problems
      sketched.passedOver = part.passedOver
      sketched.lineCount = part.lineCount
      sketched.byteCount = part.byteCount
      parts.append(sketched)
    }
    return parts
  }

  private mutating func sketchLines(of part: borrowing ConvertedChunk, file: Int) -> SketchedChunk {
    let lines = part.lines.bytes
    let buffer = ByteBuffer(count: max(1, lines.count))
    _ = buffer.bytes.update(from: lines)
    return sketcher.sketch(
      DumpChunk(file: file, format: .jsonLines, storage: .buffer(buffer), offset: 0, count: lines.count))
  }

  private func keep(
    _ lines: [UInt8], _ chunk: inout RecordCatalog.Chunk, _ scratch: () throws(DumpError) -> ScratchFile
  ) throws(DumpError) {
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
    (chunk.mapping, chunk.offset) = try result.get()
    chunk.scratch = file
  }
}
