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

  /// The text that a string spells; a number as it is written.
  var text: String {
    kind == .string ? JSONEscape.decode(bytes) : String(decoding: bytes, as: UTF8.self)
  }

  /// The same in UTF-8.
  var utf8: [UInt8] { kind == .string ? JSONEscape.decodeUTF8(bytes) : Array(text.utf8) }
}

extension RecordValue {
  /// The strings of an array of strings; what else stands in it is passed over.
  var strings: [String] {
    guard kind == .other, bytes.first == UInt8(ascii: "["), let base = bytes.baseAddress else { return [] }
    var found: [String] = []
    var position = base + 1
    let end = base + bytes.count
    while position < end, let open = memchr(position, Int32(UInt8(ascii: "\"")), end - position) {
      let start = UnsafePointer(open.assumingMemoryBound(to: UInt8.self)) + 1
      guard let quote = JSONRecordParser.closingQuote(from: start, end: end) else { break }
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
  private var values: InlineArray<11, RecordValue?>
  private var start: UnsafePointer<UInt8>
  private var position: UnsafePointer<UInt8>
  private var end: UnsafePointer<UInt8>
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
    start = UnsafePointer(bitPattern: 1)!  // replaced by the first line
    position = start
    end = start
  }

  subscript(field: RecordField) -> RecordValue? { values[field.rawValue] }

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
    start = first
    position = first
    end = first + line.count
    skipSpace()
    guard position < end, position.pointee == UInt8(ascii: "{") else {
      throw MalformedRecord(reason: "not a JSON object")
    }
    try parseObject(matching: allPaths, depth: 0, onText)
    if isDone { return }
    skipSpace()
    guard position == end else { throw MalformedRecord(reason: "something follows the JSON object") }
  }

  private var allPaths: UInt32 { (1 << UInt32(selector.paths.count)) - 1 }
  private var isDone: Bool { isBrief && met == allPaths }

  /// Reads an object whose keys may continue the paths in the bit set `matching`.
  private mutating func parseObject(
    matching: UInt32, depth: Int, _ onText: (UnsafePointer<UInt8>) -> UnsafePointer<UInt8>
  ) throws(MalformedRecord) {
    position += 1
    skipSpace()
    if position < end, position.pointee == UInt8(ascii: "}") {
      position += 1
      return
    }
    while true {
      skipSpace()
      guard position < end, position.pointee == UInt8(ascii: "\"") else { throw unexpected("a key") }
      let key = try skipString()
      skipSpace()
      guard position < end, position.pointee == UInt8(ascii: ":") else { throw unexpected("a colon") }
      position += 1
      skipSpace()
      try parseMember(key, matching, depth, onText)
      if isDone { return }
      skipSpace()
      guard position < end else { throw unexpected("a comma or the end of the object") }
      let next = position.pointee
      position += 1
      if next == UInt8(ascii: "}") { return }
      guard next == UInt8(ascii: ",") else {
        position -= 1
        throw unexpected("a comma or the end of the object")
      }
    }
  }

  private mutating func parseMember(
    _ key: UnsafeBufferPointer<UInt8>, _ matching: UInt32, _ depth: Int,
    _ onText: (UnsafePointer<UInt8>) -> UnsafePointer<UInt8>
  ) throws(MalformedRecord) {
    var deeper: UInt32 = 0
    var here: UInt32 = 0
    for (index, path) in selector.paths.enumerated() where matching >> UInt32(index) & 1 == 1 {
      guard isEqual(key, path.components[depth]) else { continue }
      if depth == path.components.count - 1 { here |= 1 << UInt32(index) } else { deeper |= 1 << UInt32(index) }
    }
    hasRepeats = hasRepeats || met & here != 0 || entered & deeper != 0
    (met, entered) = (met | here, entered | deeper)
    // The last value of a key counts, and what an earlier one held below it does not.
    if deeper != 0 { set(nil, deeper) }
    guard here != 0 else {
      if deeper != 0, position < end, position.pointee == UInt8(ascii: "{") {
        return try parseObject(matching: deeper, depth: depth + 1, onText)
      }
      _ = try skipValue()
      return
    }
    let isText = selector.paths.indices.contains { here >> UInt32($0) & 1 == 1 && selector.paths[$0].field == .text }
    guard isText, position < end, position.pointee == UInt8(ascii: "\"") else { return set(try skipValue(), here) }
    let start = position + 1
    position = onText(start)
    guard position < end else { throw MalformedRecord(reason: "the line ends inside a string") }
    set(RecordValue(kind: .string, bytes: UnsafeBufferPointer(start: start, count: position - start)), here)
    position += 1
  }

  /// Sets the fields of the paths in a bit set.
  private mutating func set(_ value: RecordValue?, _ paths: UInt32) {
    for index in selector.paths.indices where paths >> UInt32(index) & 1 == 1 {
      values[selector.paths[index].field.rawValue] = value
    }
  }

  private func isEqual(_ key: UnsafeBufferPointer<UInt8>, _ name: [UInt8]) -> Bool {
    if key.count == name.count && memcmp(key.baseAddress!, name, name.count) == 0 { return true }
    return key.contains(UInt8(ascii: "\\")) && Array(JSONEscape.decode(key).utf8) == name
  }

  /// Skips any value; objects and arrays without recursion, by their brackets.
  private mutating func skipValue() throws(MalformedRecord) -> RecordValue {
    guard position < end else { throw unexpected("a value") }
    let start = position
    switch position.pointee {
    case UInt8(ascii: "\""):
      return RecordValue(kind: .string, bytes: try skipString())
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      var open: [UInt8] = []
      repeat {
        guard position < end else { throw MalformedRecord(reason: "the line ends inside a value") }
        switch position.pointee {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          open.append(position.pointee)
          position += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          let pair = position.pointee == UInt8(ascii: "}") ? UInt8(ascii: "{") : UInt8(ascii: "[")
          guard open.popLast() == pair else { throw unexpected("a value") }
          position += 1
        case UInt8(ascii: "\""): _ = try skipString()
        default: position += 1
        }
      } while !open.isEmpty
      return RecordValue(kind: .other, bytes: UnsafeBufferPointer(start: start, count: position - start))
    default:
      while position < end, isLiteral(position.pointee) { position += 1 }
      let bytes = UnsafeBufferPointer(start: start, count: position - start)
      if let first = bytes.first, first == UInt8(ascii: "-") || first &- 48 < 10 {
        return RecordValue(kind: .number, bytes: bytes)
      }
      guard ["null", "true", "false"].contains(String(decoding: bytes, as: UTF8.self)) else {
        throw unexpected("a value")
      }
      return RecordValue(kind: .other, bytes: bytes)
    }
  }

  private func isLiteral(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == 43 || byte == 45 || byte == 46
  }

  /// Skips a string from its opening quote and returns its content.
  private mutating func skipString() throws(MalformedRecord) -> UnsafeBufferPointer<UInt8> {
    let start = position + 1
    guard let quote = Self.closingQuote(from: start, end: end) else {
      throw MalformedRecord(reason: "the line ends inside a string")
    }
    position = quote + 1
    return UnsafeBufferPointer(start: start, count: quote - start)
  }

  /// The quote that closes the string whose content starts at `start`.
  package static func closingQuote(
    from start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    var from = start
    while from < end {
      guard let found = memchr(from, Int32(UInt8(ascii: "\"")), end - from) else { return nil }
      let quote = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      var backslashes = 0
      while quote - backslashes > start && quote[-1 - backslashes] == UInt8(ascii: "\\") { backslashes += 1 }
      if backslashes & 1 == 0 { return quote }
      from = quote + 1
    }
    return nil
  }

  private mutating func skipSpace() {
    while position < end {
      switch position.pointee {
      case 0x20, 0x09, 0x0D: position += 1
      default: return
      }
    }
  }

  private func unexpected(_ wanted: String) -> MalformedRecord {
    position < end
      ? MalformedRecord(reason: "\(wanted) was expected at byte \(position - start + 1)")
      : MalformedRecord(reason: "the line ends where \(wanted) was expected")
  }
}
