import ReprintPlatform

/// Goes through the JSON of one line or object, in place: nothing is copied and nothing unescaped.
///
/// What it skips it still checks, by the grammar of RFC 8259 and three numbers that Python writes beside it: `NaN`,
/// `Infinity` and `-Infinity`. Only what a string may hold is not looked at.
package struct JSONCursor {
  private let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  var position: UnsafePointer<UInt8>
  /// How many brackets may be open at once.
  var deepest = Int.max

  init(_ line: Range<UnsafePointer<UInt8>>) {
    (start, end, position) = (line.lowerBound, line.upperBound, line.lowerBound)
  }

  var isAtEnd: Bool { position == end }

  /// Whether this byte comes next.
  @inline(__always)
  func isAt(_ byte: Unicode.Scalar) -> Bool { position < end && position.pointee == UInt8(ascii: byte) }

  /// Goes beyond the next byte if it is this one.
  mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard isAt(byte) else { return false }
    position += 1
    return true
  }

  mutating func skipSpace() {
    while position < end {
      switch position.pointee {
      case 0x20, 0x09, 0x0D, 0x0A: position += 1
      default: return
      }
    }
  }

  /// Goes from a member's key to its value and returns the key.
  mutating func skipKey() throws(MalformedRecord) -> UnsafeBufferPointer<UInt8> {
    guard isAt("\"") else { throw unexpected("a key") }
    let key = try skipString()
    skipSpace()
    guard skip(":") else { throw unexpected("a colon") }
    skipSpace()
    return key
  }

  /// Goes beyond a member or element of what is open, and says whether another follows.
  mutating func skipSeparator(_ bracket: Bracket) throws(MalformedRecord) -> Bool {
    skipSpace()
    if skip(bracket.closing) { return false }
    guard skip(",") else { throw unexpected("a comma or the end of the \(bracket.name)") }
    skipSpace()
    return true
  }

  /// Skips a string from its opening quote and returns its content.
  mutating func skipString() throws(MalformedRecord) -> UnsafeBufferPointer<UInt8> {
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

  /// Skips any value and returns it.
  mutating func skipValue() throws(MalformedRecord) -> RecordValue {
    let start = position
    var kind = RecordValue.Kind.other
    switch position < end ? position.pointee : 0 {
    case UInt8(ascii: "\""): return RecordValue(kind: .string, bytes: try skipString())
    case UInt8(ascii: "{"), UInt8(ascii: "["): try skipNested()
    default: kind = try skipWord()
    }
    return RecordValue(kind: kind, bytes: UnsafeBufferPointer(start: start, count: position - start))
  }

  /// Skips an object or array with all that is in it, without recursion, however deep.
  private mutating func skipNested() throws(MalformedRecord) {
    var open = OpenBrackets()
    repeat {
      // At a value.
      if let bracket = Bracket(at: self) {
        position += 1
        skipSpace()
        if !skip(bracket.closing) {
          open.push(bracket)
          guard open.count <= deepest else {
            throw MalformedRecord(reason: "brackets nested more than \(deepest) deep")
          }
          if bracket == .object { _ = try skipKey() }
          continue
        }
      } else if isAt("\"") {
        _ = try skipString()
      } else {
        _ = try skipWord()
      }
      while let bracket = open.last {
        if try skipSeparator(bracket) {
          if bracket == .object { _ = try skipKey() }
          break
        }
        open.pop()
      }
    } while open.last != nil
  }

  /// Skips a number or a word like `null`.
  private mutating func skipWord() throws(MalformedRecord) -> RecordValue.Kind {
    if let numberEnd = endOfNumber(), !isWord(numberEnd) {
      position = numberEnd
      return .number
    }
    var last = position
    while isWord(last) { last += 1 }
    let word = UnsafeBufferPointer(start: position, count: last - position)
    let kind: RecordValue.Kind
    switch String(decoding: word, as: UTF8.self) {
    case "null", "true", "false": kind = .other
    case "NaN", "Infinity", "-Infinity": kind = .number
    default: throw unexpected("a value")
    }
    position = last
    return kind
  }

  private func isWord(_ place: UnsafePointer<UInt8>) -> Bool {
    guard place < end else { return false }
    let byte = place.pointee
    return byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == 43 || byte == 45 || byte == 46
  }

  /// Where the number ends that stands here; nil if none does.
  private func endOfNumber() -> UnsafePointer<UInt8>? {
    var place = position
    func isAt(_ byte: Unicode.Scalar) -> Bool { place < end && place.pointee == UInt8(ascii: byte) }
    /// Goes beyond digits, of which there must be one.
    func skipDigits() -> Bool {
      let first = place
      while place < end, place.pointee &- 48 < 10 { place += 1 }
      return place > first
    }
    if isAt("-") { place += 1 }
    if isAt("0") { place += 1 } else if !skipDigits() { return nil }
    if isAt(".") {
      place += 1
      guard skipDigits() else { return nil }
    }
    if isAt("e") || isAt("E") {
      place += 1
      if isAt("+") || isAt("-") { place += 1 }
      guard skipDigits() else { return nil }
    }
    return place
  }

  func unexpected(_ wanted: String) -> MalformedRecord {
    position < end
      ? MalformedRecord(reason: "\(wanted) was expected at byte \(position - start + 1)")
      : MalformedRecord(reason: "the line ends where \(wanted) was expected")
  }

  /// What an opening bracket opens.
  enum Bracket {
    case object, array

    fileprivate init?(at cursor: JSONCursor) {
      if cursor.isAt("{") { self = .object } else if cursor.isAt("[") { self = .array } else { return nil }
    }

    var closing: Unicode.Scalar { self == .object ? "}" : "]" }
    var name: String { self == .object ? "object" : "array" }
  }

  /// The brackets that are open, the innermost last: a bit each, of which the first 64 need no memory.
  private struct OpenBrackets {
    private var bits: UInt64 = 0
    private(set) var count = 0
    private var outer: [UInt64] = []

    var last: Bracket? { count == 0 ? nil : bits & 1 == 1 ? .object : .array }

    mutating func push(_ bracket: Bracket) {
      if count > 0 && count % 64 == 0 { outer.append(bits) }
      bits = bits << 1 | (bracket == .object ? 1 : 0)
      count += 1
    }

    mutating func pop() {
      bits >>= 1
      count -= 1
      if count > 0 && count % 64 == 0 { bits = outer.removeLast() }
    }
  }
}
