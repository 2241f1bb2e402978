package import Reprint
import ReprintPlatform

/// What the lines of a chunk say of all its sketches.
struct ReadSketches: Sendable {
  var parameters: SketchParameters
  /// The line in the chunk, from 0, that has these parameters.
  var line: Int
  /// The same as messages show it.
  var place = ""
  /// The first line that has others, which ends the reading.
  var conflict: (line: Int, parameters: SketchParameters)?
  /// Documents with words of which the shingles are not at hand.
  var withoutShingles = 0
}

/// Reads lines that `reprint sketch` wrote, in place.
///
/// One a worker.
struct SketchLineReader {
  /// The names that sketches keep what is asked for under, in place of those of a dump.
  private static let fields: RecordFields = {
    var fields = RecordFields()
    fields.text = "sketch"
    fields.html = "shingles"
    fields.url = "hash"
    fields.site = "words"
    fields.title = "parameters"
    return fields
  }()

  /// For what is asked about documents later: the shingles take the place of the text.
  static let documentFields: RecordFields = {
    var fields = RecordFields()
    fields.text = "shingles"
    return fields
  }()

  /// Whether sketches may be mixed that were made for different thresholds.
  let ignoresThreshold: Bool
  private var parser = JSONRecordParser(FieldSelector(fields, only: [.id, .text, .html, .url, .site, .title]))
  /// What a line's sketch or shingles were decoded to.
  private var bytes: [UInt8] = []
  /// The parameters that were last read, as they are written.
  private var knownText: [UInt8] = []

  init(ignoresThreshold: Bool) { self.ignoresThreshold = ignoresThreshold }

  mutating func read(_ chunk: DumpChunk) -> SketchedChunk {
    let mapping: Mapping? = if case .mapped(let mapping) = chunk.storage { mapping } else { nil }
    var result = SketchedChunk(
      chunk: RecordCatalog.Chunk(file: chunk.file, format: .jsonLines, mapping: mapping, offset: chunk.offset),
      chunkBytes: chunk.count, batch: SketchBatch(slots: FastSimilaritySketch.defaultSlots))
    knownText = []
    withExtendedLifetime(chunk) { readLines(chunk, into: &result) }
    result.byteCount = result.lengths.reduce(0) { $0 + Int($1) }
    return result
  }

  private mutating func readLines(_ chunk: DumpChunk, into result: inout SketchedChunk) {
    var numbers: [UInt32] = []
    var lines = ChunkLines(chunk.bytes, isStart: chunk.isStart)
    while result.sketches?.conflict == nil, let line = lines.next() {
      result.lineCount = line.number
      do throws(MalformedRecord) {
        if try read(line.bytes, into: &result) {
          result.offsets.append(UInt32(line.position))
          result.lengths.append(UInt32(line.bytes.count))
          numbers.append(UInt32(truncatingIfNeeded: line.number))
        }
      } catch {
        result.add(.skipped, error.reason)
      }
    }
    result.lineCount = lines.count
    result.chunk.lines = numbers
  }

  /// Reads a line; false if it has other parameters than those before.
  private mutating func read(
    _ line: UnsafeBufferPointer<UInt8>, into result: inout SketchedChunk
  ) throws(MalformedRecord) -> Bool {
    guard line.count <= Int(UInt32.max) else { throw MalformedRecord(reason: "a line of more than 4 GiB") }
    try parser.parse(line)
    guard let sketch = parser[.text], sketch.kind == .string, let parameters = parser[.title] else {
      throw MalformedRecord(reason: "not a sketch")
    }
    let read = try self.parameters(parameters, result.sketches?.parameters)
    guard let id = parser[.id], id.kind != .other, !id.bytes.isEmpty else {
      throw MalformedRecord(reason: "the sketch has no id")
    }
    guard let words = parser[.site], words.kind == .number, let wordCount = UInt32(words.text) else {
      throw MalformedRecord(reason: "the number of words is none")
    }
    guard let hash = parser[.url], hash.kind == .string, hash.bytes.count == 16,
      hash.bytes.allSatisfy({ $0 &- 48 < 10 || $0 &- 97 < 6 }), let fingerprint = UInt64(hash.text, radix: 16)
    else { throw MalformedRecord(reason: "the hash is not 16 hexadecimal digits") }
    let hasShingles = try checkShingles(isEmpty: wordCount == 0)
    guard Base64.decode(sketch.bytes, into: &bytes), bytes.count == 2 * read.slots else {
      throw MalformedRecord(reason: "the sketch is not \(read.slots) slots in Base64")
    }
    if let first = result.sketches?.parameters {
      guard read.difference(from: first, ignoringThreshold: ignoresThreshold) == nil else {
        result.sketches!.conflict = (result.lineCount, read)
        return false
      }
    } else {
      result.sketches = ReadSketches(parameters: read, line: result.lineCount)
      result.batch = SketchBatch(slots: read.slots)
    }
    result.batch.append(bytes: bytes, wordCount: wordCount, fingerprint: fingerprint)
    result.identifiers.append(RecordIdentity.hash(id))
    if !hasShingles && wordCount > 0 { result.sketches!.withoutShingles += 1 }
    return true
  }

  /// The parameters of a line, which are most often those of the line before.
  private mutating func parameters(
    _ value: RecordValue, _ known: SketchParameters?
  ) throws(MalformedRecord) -> SketchParameters {
    if let known, value.bytes.elementsEqual(knownText) { return known }
    guard value.kind == .string, let parameters = SketchParameters(value.text) else {
      throw MalformedRecord(reason: "the sketch's parameters can't be read")
    }
    guard parameters.version == SketchParameters.currentVersion else {
      throw MalformedRecord(
        reason:
          "a sketch of version \(parameters.version); this reprint reads version \(SketchParameters.currentVersion)")
    }
    if known == nil { knownText = Array(value.bytes) }
    return parameters
  }

  /// Whether the line has its document's shingles.
  private mutating func checkShingles(isEmpty: Bool) throws(MalformedRecord) -> Bool {
    guard let shingles = parser[.html] else { return false }
    guard shingles.kind == .string, Base64.decode(shingles.bytes, into: &bytes), bytes.count % 8 == 0,
      bytes.isEmpty == isEmpty
    else { throw MalformedRecord(reason: "the shingles are not hashes of 64 bits in Base64") }
    return true
  }
}

extension SketchedDump {
  /// The shingles of a document whose sketch was read rather than made.
  func readShingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
    var bytes: [UInt8] = []
    withRecord(document) { record, _ in
      var parser = JSONRecordParser(selectors.text)
      // The line was read once without an error.
      try? parser.parse(record)
      if let value = parser[.text], value.kind == .string { _ = Base64.decode(value.bytes, into: &bytes) }
    }
    let hashes = bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
      }
    }
    return sketcher.holding(hashes)
  }

  /// Whether similarities can only be estimated: the sketches were read, and not all came with shingles.
  package var isEstimating: Bool { sketches.map { $0.withoutShingles > 0 } ?? false }

  /// The parameters of the sketches, if these were read.
  package var sketchParameters: SketchParameters? { sketches?.parameters }
}
