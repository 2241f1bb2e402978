import Reprint
import ReprintPlatform

/// Makes JSON Lines of the records of one chunk, a part at a time, so that a chunk that unpacks to much more than its
/// size never stands in memory whole.
struct ChunkConverter {
  private let chunk: DumpChunk
  /// Where the next part starts.
  private var position = 0
  private let table: TableConversion?
  private var json: JSONConversion?
  private let blocks: BlockSelection

  /// A part ends when it is this large.
  static let partSize = 16 << 20

  init(_ chunk: DumpChunk, fields: RecordFields, blocks: BlockSelection = .article) {
    self.chunk = chunk
    self.blocks = blocks
    if chunk.format == .json { json = JSONConversion(fields, blocks: blocks) }
    if let delimiter = chunk.format.delimiter, let header = chunk.opening {
      table = TableConversion(TableHeader(header, delimiter: delimiter), fields, delimiter: delimiter, blocks: blocks)
    } else {
      table = nil
    }
  }

  /// The next part; nil at the end.
  mutating func next() -> ConvertedChunk? {
    guard position < chunk.count else { return nil }
    return withExtendedLifetime(chunk) {
      var part = ConvertedChunk()
      let start = position
      let bytes = chunk.bytes
      switch chunk.format {
      case .warc: position = WARCConversion.convert(bytes, from: position, blocks: blocks, into: &part)
      case .csv, .tsv:
        // The header is the first record of the file.
        if position == 0 && chunk.position == 0 { position = chunk.opening?.count ?? 0 }
        part.lineCount = TableFraming.newlines(bytes, start..<position)
        position = table?.convert(bytes, from: position, into: &part) ?? chunk.count
      case .json:
        position = json!.convert(bytes, from: position, into: &part)
        if position == chunk.count, chunk.isEnd { json!.checkEnd(of: bytes, opening: chunk.opening, into: &part) }
      case .html:
        convertPage(bytes, into: &part)
        position = chunk.count
      case .jsonLines, .text: preconditionFailure("\(chunk.format) is read in place")
      }
      part.byteCount = position - start
      return part
    }
  }

  private func convertPage(_ bytes: UnsafeBufferPointer<UInt8>, into part: inout ConvertedChunk) {
    part.lineCount = 1
    do throws(MalformedRecord) {
      guard bytes.count <= WARCFraming.longestBlock else {
        throw MalformedRecord(reason: "a page of \(bytes.count) bytes; the most is \(WARCFraming.longestBlock)")
      }
      part.add(try PageExtraction.html(bytes, charset: nil, blocks: blocks), at: 0, range: 0..<bytes.count)
    } catch {
      part.problems.add(.skipped, at: 0, error.reason)
    }
  }
}
