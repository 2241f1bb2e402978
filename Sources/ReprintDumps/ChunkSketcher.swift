import Reprint
import ReprintPlatform

/// What one worker made of one chunk.
struct SketchedChunk: Sendable {
  var chunk: RecordCatalog.Chunk
  /// Bytes of the chunk.
  var chunkBytes = 0
  /// What goes to scratch files, where memory is bounded.
  var spilled: SpilledChunk?
  var batch: SketchBatch
  /// What was read of sketches, where they were read rather than made.
  var sketches: ReadSketches?
  var offsets: [UInt32] = []
  var lengths: [UInt32] = []
  /// For each document a hash of the id that it goes by, 0 where that is the place where it stands.
  var identifiers: [UInt64] = []
  var lineCount = 0
  var problems = ChunkProblems()
  var passedOver: [String: Int] = [:]
  /// Bytes of the records, as they were before any conversion.
  var byteCount = 0

  mutating func add(_ kind: DumpReport.Problem.Kind, _ reason: @autoclosure () -> String) {
    problems.add(kind, at: lineCount, reason())
  }
}

/// Reads the records of chunks and sketches their texts, each in one pass over its bytes.
///
/// One a worker.
struct ChunkSketcher: ~Copyable {
  private var sketcher: DocumentSketcher
  private var parser: JSONRecordParser
  private var pageParser: JSONRecordParser
  private let fields: RecordFields
  private let blocks: BlockSelection
  /// A few more documents than the last chunk had: the next has as many, mostly, and sketches are large to move.
  private var expectedDocuments = 0
  /// CPU seconds by stage, where they are measured.
  private(set) var times: StageTimes?

  struct StageTimes: Sendable {
    var parse = 0.0
    var tokenise = 0.0
    var sketch = 0.0

    static func += (sum: inout StageTimes, times: StageTimes) {
      sum.parse += times.parse
      sum.tokenise += times.tokenise
      sum.sketch += times.sketch
    }
  }

  init(
    _ options: ClusteringOptions, fields: RecordFields, measure: Bool, blocks: BlockSelection = .article
  ) {
    self.blocks = blocks
    sketcher = DocumentSketcher(shingleWidth: options.shingleWords, slots: options.slots)
    parser = JSONRecordParser(FieldSelector(fields, only: [.id, .text]))
    pageParser = JSONRecordParser(FieldSelector(fields, only: [.html]))
    self.fields = fields
    times = measure ? StageTimes() : nil
  }

  mutating func sketch(_ chunk: DumpChunk) -> SketchedChunk {
    let mapping: Mapping? = if case .mapped(let mapping) = chunk.storage { mapping } else { nil }
    var result = SketchedChunk(
      chunk: RecordCatalog.Chunk(file: chunk.file, format: chunk.format, mapping: mapping, offset: chunk.offset),
      chunkBytes: chunk.count, batch: SketchBatch(slots: sketcher.slots, expecting: expectedDocuments))
    result.chunk.hasIDsOnce = true
    let start = times == nil ? 0 : Clock.threadCPU
    withExtendedLifetime(chunk) {
      switch chunk.format {
      case .jsonLines: sketchLines(chunk, into: &result)
      case .text: sketchText(chunk, into: &result)
      case .json, .html, .warc, .csv, .tsv: preconditionFailure("\(chunk.format) is converted first")
      }
    }
    if times != nil { times!.parse += Clock.threadCPU - start }
    expectedDocuments = result.batch.count + result.batch.count / 4
    result.byteCount = result.lengths.reduce(0) { $0 + Int($1) }
    return result
  }

  private mutating func sketchLines(_ chunk: DumpChunk, into result: inout SketchedChunk) {
    let bytes = chunk.bytes
    guard let readableEnd = chunk.readableEnd else { return }
    var numbers: [UInt32] = []
    var lines = ChunkLines(bytes, isStart: chunk.isStart)
    while let line = lines.next() {
      result.lineCount = line.number
      do throws(MalformedRecord) {
        try sketchRecord(line.bytes, readableEnd, into: &result)
        result.offsets.append(UInt32(line.position))
        result.lengths.append(UInt32(line.bytes.count))
        numbers.append(UInt32(truncatingIfNeeded: line.number))
        if LineSplitting.hasNUL(line.bytes) { result.add(.repaired, "NUL bytes, read as white space") }
      } catch {
        result.add(.skipped, error.reason)
      }
    }
    result.lineCount = lines.count
    if numbers.count < lines.count { result.chunk.lines = numbers }
  }

  private mutating func sketchRecord(
    _ line: UnsafeBufferPointer<UInt8>, _ readableEnd: UnsafePointer<UInt8>, into result: inout SketchedChunk
  ) throws(MalformedRecord) {
    guard line.count <= Int(UInt32.max) else { throw MalformedRecord(reason: "a line of more than 4 GiB") }
    let end = line.baseAddress! + line.count
    let before = times == nil ? 0 : Clock.threadCPU
    sketcher.tokenizer.resetInvalidSequences()
    try parser.parse(line) { start in
      sketcher.tokenizer.hashWords(jsonString: start, end: end, readableEnd: readableEnd)
    }
    let text = parser[.text]
    if text?.isText != true { try hashPage(line, instead: text) }
    try parser.requireID()
    var identifier: UInt64 = 0
    if let id = parser[.id], id.kind != .other, !id.bytes.isEmpty { identifier = RecordIdentity.hash(id) }
    if parser.hasRepeats { result.chunk.hasIDsOnce = false }
    result.identifiers.append(identifier)
    finish(before, into: &result)
  }

  /// Reads the words of the page that a record without a text holds.
  private mutating func hashPage(
    _ line: UnsafeBufferPointer<UInt8>, instead text: RecordValue?
  ) throws(MalformedRecord) {
    sketcher.hashWords(of: try pageParser.page(in: line, fields, instead: text, blocks: blocks).text)
  }

  /// Runs `body`, and counts its time as parsing.
  mutating func measuringParse<Result>(_ body: () -> Result) -> Result {
    let start = times == nil ? 0 : Clock.threadCPU
    defer { if times != nil { times!.parse += Clock.threadCPU - start } }
    return body()
  }

  private mutating func sketchText(_ chunk: DumpChunk, into result: inout SketchedChunk) {
    let bytes = chunk.bytes
    result.lineCount = 0
    guard bytes.count <= Int(UInt32.max) else {
      result.add(.skipped, "a text of more than 4 GiB")
      return
    }
    guard !WideText.isMarked(bytes) else {
      result.add(.skipped, WideText.reason)
      return
    }
    let before = times == nil ? 0 : Clock.threadCPU
    sketcher.tokenizer.resetInvalidSequences()
    sketcher.tokenizer.hashWords(plain: bytes, readableEnd: chunk.readableEnd)
    if bytes.contains(0) { result.add(.repaired, "NUL bytes, read as white space") }
    result.offsets.append(0)
    result.lengths.append(UInt32(bytes.count))
    result.identifiers.append(0)
    finish(before, into: &result)
    result.lineCount = 1
  }

  /// Sketches the words just read.
  private mutating func finish(_ before: Double, into result: inout SketchedChunk) {
    if sketcher.tokenizer.invalidSequences > 0 {
      result.add(.repaired, Self.invalid(sketcher.tokenizer.invalidSequences))
    }
    let middle = times == nil ? 0 : Clock.threadCPU
    sketcher.sketchWords(into: &result.batch)
    if times != nil {
      let after = Clock.threadCPU
      times!.tokenise += middle - before
      times!.sketch += after - middle
      times!.parse -= after - before
    }
  }

  private static func invalid(_ count: Int) -> String {
    "\(count) invalid UTF-8 \(count == 1 ? "sequence or escape" : "sequences or escapes"), read as white space"
  }

}

/// Ids of records.
enum RecordIdentity {
  /// A hash of an id as it is spelled; 0 is never returned.
  static func hash(_ id: RecordValue) -> UInt64 { hash(id.text) }

  static func hash(_ id: String) -> UInt64 {
    var id = id
    let hash = id.withUTF8 { $0.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 } }
    return hash == 0 ? 1 : hash
  }
}
