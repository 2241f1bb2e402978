import Reprint
import ReprintPlatform

/// A value of a record's field, as it stands in the line.
struct RecordValue {
  enum Kind {
    case string, number, other
  }

  var kind: Kind
  /// A string's content without its quotes, escapes and all; else the whole value.
  var bytes: UnsafeBufferPointer<UInt8>

  /// What to call the value in a message.
  var typeName: String {
    switch bytes.first {
    case UInt8(ascii: "n"): "null"
    case UInt8(ascii: "t"), UInt8(ascii: "f"): "a boolean"
    case UInt8(ascii: "{"): "an object"
    case UInt8(ascii: "["): "an array"
    default: kind == .number ? "a number" : "a string"
    }
  }

  /// Whether a string spells something else than its bytes.
  var hasEscapes: Bool {
    guard kind == .string, let base = bytes.baseAddress else { return false }
    return memchr(base, Int32(UInt8(ascii: "\\")), bytes.count) != nil
  }

  /// The text that a string spells; a number as it is written.
  var text: String {
    kind == .string ? JSONEscape.decode(bytes) : String(decoding: bytes, as: UTF8.self)
  }

  /// The same in UTF-8.
  var utf8: [UInt8] { kind == .string ? JSONEscape.decodeUTF8(bytes) : Array(text.utf8) }
}

extension RecordValue {
  /// Whether there is a text; where there is none, a page may stand for it.
  var isText: Bool { kind == .string && !bytes.isEmpty }

  /// The strings of an array of strings, and all that stand in what else there is in it.
  var strings: [String] {
    guard kind == .other, bytes.first == UInt8(ascii: "["), let base = bytes.baseAddress else { return [] }
    var found: [String] = []
    var position = base + 1
    let end = base + bytes.count
    while position < end, let open = memchr(position, Int32(UInt8(ascii: "\"")), end - position) {
      let start = UnsafePointer(open.assumingMemoryBound(to: UInt8.self)) + 1
      guard let quote = JSONCursor.closingQuote(from: start, end: end) else { break }
      found.append(JSONEscape.decode(UnsafeBufferPointer(start: start, count: quote - start)))
      position = quote + 1
    }
    return found
  }
}

/// Why a line is no record.
package struct MalformedRecord: Error {
  package var reason: String
}

/// Reads the fields of one JSON object in a line, in place: nothing is copied and nothing unescaped.
///
/// The line must be one object, whole; inside it, what no selected field leads to is only skipped over. A key that
/// occurs twice counts by its last value, as in most JSON readers.
package struct JSONRecordParser {
  private let selector: FieldSelector
  /// The values found, by field.
  private var values: InlineArray<12, RecordValue?>
  private var cursor: JSONCursor
  /// Whether the first value of each field will do, and the rest of the line is not looked at.
  private let isBrief: Bool
  /// The paths of the selector that the line has had so far, and those of which it has had a part, as bit sets.
  private var met: UInt32 = 0
  private var entered: UInt32 = 0
  /// Whether the line may have a selected field twice.
  private(set) var hasRepeats = false

  /// - Parameter isBrief: whether to stop at the last of the selected fields, where lines are known to have none twice.
  package init(_ selector: FieldSelector, isBrief: Bool = false) {
    self.selector = selector
    self.isBrief = isBrief
    values = InlineArray(repeating: nil)
    let nowhere = UnsafePointer<UInt8>(bitPattern: 1)!
    cursor = JSONCursor(nowhere..<nowhere)
  }

  subscript(field: RecordField) -> RecordValue? { values[field.rawValue] }

  /// Makes sure that the id, if there is one, is a string or number.
  func requireID() throws(MalformedRecord) {
    guard let id = self[.id], id.kind == .other, id.bytes.first != UInt8(ascii: "n") else { return }
    throw MalformedRecord(reason: "the id is \(id.typeName), not a string")
  }

  /// Reads a line.
  ///
  /// - Parameter onText: is given the byte after the opening quote of the text field's string and returns its closing
  ///   quote, or the line's end if it has none: so that whoever wants the text's words reads them in the same pass.
  package mutating func parse(
    _ line: UnsafeBufferPointer<UInt8>, onText: (UnsafePointer<UInt8>) -> UnsafePointer<UInt8>
  ) throws(MalformedRecord) {
    for index in values.indices { values[index] = nil }
    (met, entered, hasRepeats) = (0, 0, false)
    guard let first = line.baseAddress else { throw MalformedRecord(reason: "not a JSON object") }
    cursor = JSONCursor(first..<first + line.count)
    cursor.skipSpace()
    guard cursor.isAt("{") else {
      let isWide = WideText.isMarked(line) || line.starts(with: [0, 0x7B])
      throw MalformedRecord(reason: isWide ? WideText.reason : "not a JSON object")
    }
    try parseObject(matching: allPaths, depth: 0, onText)
    if isDone { return }
    cursor.skipSpace()
    guard cursor.isAtEnd else { throw MalformedRecord(reason: "something follows the JSON object") }
  }

  /// Reads a line, its text too.
  package mutating func parse(_ line: UnsafeBufferPointer<UInt8>) throws(MalformedRecord) {
    let end = line.baseAddress.map { $0 + line.count }
    try parse(line) { JSONCursor.closingQuote(from: $0, end: end!) ?? end! }
  }

  private var allPaths: UInt32 { (1 << UInt32(selector.paths.count)) - 1 }
  private var isDone: Bool { isBrief && met == allPaths }

  /// Reads an object whose keys may continue the paths in the bit set `matching`.
  private mutating func parseObject(
    matching: UInt32, depth: Int, _ onText: (UnsafePointer<UInt8>) -> UnsafePointer<UInt8>
  ) throws(MalformedRecord) {
    cursor.position += 1
    cursor.skipSpace()
    if cursor.skip("}") { return }
    repeat {
      let key = try cursor.skipKey()
      try parseMember(key, matching, depth, onText)
      if isDone { return }
    } while try cursor.skipSeparator(.object)
  }

  private mutating func parseMember(
    _ key: UnsafeBufferPointer<UInt8>, _ matching: UInt32, _ depth: Int,
    _ onText: (UnsafePointer<UInt8>) -> UnsafePointer<UInt8>
  ) throws(MalformedRecord) {
    var deeper: UInt32 = 0
    var here: UInt32 = 0
    for index in selector.paths.indices where matching >> UInt32(index) & 1 == 1 {
      guard selector.matches(key, index, at: depth) else { continue }
      if selector.ends(index, at: depth) { here |= 1 << UInt32(index) } else { deeper |= 1 << UInt32(index) }
    }
    hasRepeats = hasRepeats || met & here != 0 || entered & deeper != 0
    (met, entered) = (met | here, entered | deeper)
    // The last value of a key counts, and what an earlier one held below it does not.
    if deeper != 0 { set(nil, deeper) }
    guard here != 0 else {
      if deeper != 0, cursor.isAt("{") {
        return try parseObject(matching: deeper, depth: depth + 1, onText)
      }
      _ = try cursor.skipValue()
      return
    }
    guard here & selector.textPaths != 0, cursor.isAt("\"") else { return set(try cursor.skipValue(), here) }
    let start = cursor.position + 1
    let quote = onText(start)
    guard quote < cursor.end else { throw MalformedRecord(reason: "the line ends inside a string") }
    cursor.position = quote + 1
    set(RecordValue(kind: .string, bytes: UnsafeBufferPointer(start: start, count: quote - start)), here)
  }

  /// Sets the fields of the paths in a bit set.
  private mutating func set(_ value: RecordValue?, _ paths: UInt32) {
    for index in selector.paths.indices where paths >> UInt32(index) & 1 == 1 {
      values[selector.paths[index].field.rawValue] = value
    }
  }
}
