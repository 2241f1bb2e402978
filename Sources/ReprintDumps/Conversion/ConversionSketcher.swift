import Reprint
import ReprintPlatform

/// Converts chunks to JSON Lines, which a scratch file keeps, and sketches these.
///
/// One a worker.
struct ConversionSketcher: ~Copyable {
  private var sketcher: ChunkSketcher
  private let fields: RecordFields
  private let blocks: BlockSelection
  private var filter: FurnitureFilter?

  var times: ChunkSketcher.StageTimes? { sketcher.times }

  /// - Parameters:
  ///   - fields: the names under which tables keep their fields.
  ///   - blocks: what of pages becomes their text.
  ///   - filter: takes furniture out of what is sketched.
  init(
    _ options: ClusteringOptions, fields: RecordFields, measure: Bool, blocks: BlockSelection = .article,
    filter: consuming FurnitureFilter? = nil
  ) {
    sketcher = ChunkSketcher(options, fields: RecordFields(), measure: measure)
    self.fields = fields
    self.blocks = blocks
    self.filter = filter
  }

  /// Converts and sketches a chunk, part by part.
  ///
  /// - Parameters:
  ///   - stored: what the chunk was converted to before, if it was.
  ///   - scratch: opens the scratch file; called only if there is something to keep.
  mutating func sketch(
    _ chunk: DumpChunk, stored: [StoredPart]? = nil, scratch: () throws(DumpError) -> ScratchFile
  ) throws(DumpError) -> [SketchedChunk] {
    var parts: [SketchedChunk] = []
    if let stored {
      for part in stored {
        let (part, lines) = part.load()
        parts.append(try sketch(part, of: chunk, keptIn: lines, scratch))
      }
      return parts
    }
    var converter = ChunkConverter(chunk, fields: fields, blocks: blocks)
    while let part = sketcher.measuringParse({ converter.next() }) {
      parts.append(try sketch(part, of: chunk, keptIn: nil, scratch))
    }
    return parts
  }

  /// Sketches a chunk of JSON Lines without the furniture of its sites; nil if there is none.
  mutating func sketchCleaned(
    _ chunk: DumpChunk, scratch: () throws(DumpError) -> ScratchFile
  ) throws(DumpError) -> SketchedChunk? {
    guard filter != nil, let part = sketcher.measuringParse({ filter!.clean(chunk) }) else { return nil }
    return try sketch(part, of: chunk, keptIn: nil, isClean: true, scratch)
  }

  /// - Parameter lines: where the part's lines are kept already.
  private mutating func sketch(
    _ part: ConvertedChunk, of chunk: DumpChunk, keptIn lines: StoredLines?, isClean: Bool = false,
    _ scratch: () throws(DumpError) -> ScratchFile
  ) throws(DumpError) -> SketchedChunk {
    var part = part
    var lines = lines
    if !isClean, filter != nil, sketcher.measuringParse({ filter!.clean(&part) }) { lines = nil }
    let mapping: Mapping? = if case .mapped(let mapping) = chunk.storage { mapping } else { nil }
    var sketched = sketchLines(of: part, file: chunk.file)
    let kept: StoredLines
    if let lines { kept = lines } else { kept = try StoredLines(part.lines.bytes, scratch) }
    (sketched.chunk.mapping, sketched.chunk.offset, sketched.chunk.scratch) = (kept.mapping, kept.offset, kept.scratch)
    sketched.chunk.lines = part.places
    sketched.chunk.origin = RecordCatalog.Origin(
      format: chunk.format, mapping: mapping, offset: chunk.offset, position: chunk.position, opening: chunk.opening,
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
    return sketched
  }

  private mutating func sketchLines(of part: borrowing ConvertedChunk, file: Int) -> SketchedChunk {
    let lines = part.lines.bytes
    let buffer = ByteBuffer(count: max(1, lines.count))
    _ = buffer.bytes.update(from: lines)
    return sketcher.sketch(
      DumpChunk(file: file, format: .jsonLines, storage: .buffer(buffer), offset: 0, count: lines.count))
  }
}
