import Reprint
import ReprintPlatform

/// Makes documents of the objects in a file of JSON.
struct JSONConversion {
  private let fields: RecordFields
  private let blocks: BlockSelection
  private var parser: JSONRecordParser
  private var pageParser: JSONRecordParser
  /// An object in one line.
  private var line: [UInt8] = []

  init(_ fields: RecordFields, blocks: BlockSelection = .article) {
    self.fields = fields
    self.blocks = blocks
    parser = JSONRecordParser(FieldSelector(fields, only: RecordField.own))
    pageParser = JSONRecordParser(FieldSelector(fields, only: [.html]))
  }

  /// Converts objects up to the end of the bytes or until the part is large; returns how far.
  mutating func convert(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, into part: inout ConvertedChunk) -> Int {
    var position = from
    while part.lines.bytes.count < ChunkConverter.partSize {
      let step = JSONFraming.next(bytes, from: position, atEnd: true)
      var range = position..<bytes.count
      switch step {
      case .object(let found), .malformed(let found, _): range = found
      case .end, .incomplete: break
      }
      part.lineCount += LineSplitting.newlines(bytes, position..<range.lowerBound)
      switch step {
      case .object:
        do throws(MalformedRecord) {
          try add(UnsafeBufferPointer(rebasing: bytes[range]), at: range, to: &part)
        } catch {
          part.problems.add(.skipped, at: part.lineCount, error.reason)
        }
      case .malformed(_, let reason): part.problems.add(.skipped, at: part.lineCount, reason)
      case .end, .incomplete: break
      }
      part.lineCount += LineSplitting.newlines(bytes, range)
      position = range.upperBound
      if position == bytes.count { break }
    }
    return position
  }

  private mutating func add(
    _ object: UnsafeBufferPointer<UInt8>, at range: Range<Int>, to part: inout ConvertedChunk
  ) throws(MalformedRecord) {
    guard memchr(object.baseAddress!, 0x0A, object.count) != nil else {
      return try read(object, at: range, into: &part)
    }
    line.removeAll(keepingCapacity: true)
    LineSplitting.joinLines(object, into: &line)
    let lines = line
    let result: Result<Void, MalformedRecord> = lines.withUnsafeBufferPointer { joined in
      do throws(MalformedRecord) {
        return .success(try read(joined, at: range, into: &part))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private mutating func read(
    _ record: UnsafeBufferPointer<UInt8>, at range: Range<Int>, into part: inout ConvertedChunk
  ) throws(MalformedRecord) {
    try parser.parse(record)
    try parser.requireID()
    var page: ExtractedPage?
    if parser[.text]?.isText != true {
      page = try pageParser.page(in: record, fields, instead: parser[.text], blocks: blocks)
    }
    part.add(
      parser, page: page, text: page?.text ?? Array(parser[.text]!.bytes), creditLines: page?.creditLines ?? [],
      at: part.lineCount, range: range)
  }
}
