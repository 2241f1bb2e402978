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
  /// Whether the last thing seen was no object.
  private var isAfterProblem = false
  /// Whether the end of an array was seen.
  private var hasEnd = false

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
      switch JSONFraming.next(bytes, from: position, atEnd: true) {
      case .object(let range):
        if bytes[position..<range.lowerBound].contains(UInt8(ascii: "]")) { hasEnd = true }
        do throws(MalformedRecord) {
          try add(UnsafeBufferPointer(rebasing: bytes[range]), at: range, to: &part)
        } catch {
          part.problems.add(.skipped, at: range.lowerBound, error.reason)
        }
        position = range.upperBound
        isAfterProblem = false
      case .malformed(let range, let reason):
        part.problems.add(.skipped, at: range.lowerBound, reason)
        position = range.upperBound
        isAfterProblem = true
      case .end, .incomplete: return bytes.count
      }
    }
    return position
  }

  /// Says so where the bytes are a file's last and its array goes on.
  func checkEnd(of bytes: UnsafeBufferPointer<UInt8>, opening: [UInt8]?, into part: inout ConvertedChunk) {
    guard opening == [UInt8(ascii: "[")], !isAfterProblem, !hasEnd, let last = bytes.lastIndex(where: { $0 > 0x20 }),
      bytes[last] != UInt8(ascii: "]")
    else { return }
    part.problems.add(.file, at: last, "the array does not end: the file may be cut short")
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
      at: range.lowerBound, range: range)
  }
}
