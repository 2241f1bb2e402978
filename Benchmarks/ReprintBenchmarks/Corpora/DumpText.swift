import Reprint
import ReprintDumps
import ReprintPlatform

/// A dump in memory, with the places of its records and their texts.
final class DumpText {
  /// What stands for it in the names of cases.
  let name: String
  let bytes: UnsafeBufferPointer<UInt8>
  /// The records' lines, without newlines.
  private(set) var lines: [Range<Int>] = []
  /// The contents of the texts' JSON strings, without quotes.
  private(set) var texts: [Range<Int>] = []
  /// The same, unescaped; made when first asked for.
  private(set) lazy var plainTexts = PlainTexts(self)

  private let mapping: Mapping?

  /// A made-up dump.
  init(_ kind: GeneratedCorpus.Kind) throws {
    name = kind.rawValue
    let generated = GeneratedCorpus.bytes(kind)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: generated.count)
    _ = copy.initialize(from: generated)
    bytes = UnsafeBufferPointer(copy)
    mapping = nil
    try findRecords()
  }

  /// The user's own.
  init(path: String) throws {
    name = String(path.split(separator: "/").last ?? Substring(path))
    let file = try MappedFile(path)
    mapping = file.mapping
    bytes = file.mapping.bytes
    try findRecords()
  }

  deinit {
    if mapping == nil { bytes.deallocate() }
  }

  var textBytes: Int { texts.reduce(0) { $0 + $1.count } }
  var readableEnd: UnsafePointer<UInt8> { bytes.baseAddress! + bytes.count }

  private func findRecords() throws {
    guard let base = bytes.baseAddress else { throw BenchmarkError("\(name): empty") }
    var parser = JSONRecordParser(FieldSelector(RecordFields(), only: [.text]))
    var position = 0
    while position < bytes.count {
      let end = LineSplit.endOfLine(bytes, from: position)
      var text = 0..<0
      do throws(MalformedRecord) {
        try parser.parse(UnsafeBufferPointer(rebasing: bytes[position..<end])) { start in
          let quote = JSONCursor.closingQuote(from: start, end: base + end) ?? base + end
          text = start - base..<quote - base
          return quote
        }
        lines.append(position..<end)
        texts.append(text)
      } catch {
        // The engine skips such a record too, but for lines that are not JSON its time is not what is measured.
      }
      position = end + 1
    }
    guard !lines.isEmpty else { throw BenchmarkError("\(name): no records") }
  }
}

/// The unescaped texts of a dump, a newline between any two.
struct PlainTexts {
  let bytes: [UInt8]
  let ranges: [Range<Int>]

  init(_ dump: DumpText) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(dump.textBytes)
    ranges = dump.texts.map { text in
      let start = bytes.count
      bytes += JSONEscape.decode(UnsafeBufferPointer(rebasing: dump.bytes[text])).utf8
      defer { bytes.append(0x0A) }
      return start..<bytes.count
    }
    self.bytes = bytes
  }
}
