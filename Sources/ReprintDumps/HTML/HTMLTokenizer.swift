import ReprintPlatform

/// Cuts a page into tags and text as the tokenisation rules of the HTML standard do.
///
/// Comments, declarations and the content of raw elements such as `script` are passed over. It takes time in proportion
/// to the page whatever the page holds, and departs from the standard only where that would lose the rest of a page to
/// one missing quote or end tag: a quoted value or raw element that nothing closes ends early.
struct HTMLTokenizer {
  enum Token {
    case text, startTag, endTag, end
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next token starts.
  var position = 0
  /// The bytes of the last text, character references and all.
  private(set) var text = 0..<0
  /// The element of the last tag.
  private(set) var tag = HTMLTag.other
  /// Its name.
  private(set) var name = PackedName()
  private(set) var nameRange = 0..<0
  /// What stands between the last start tag, of a raw element, and its end tag.
  var rawText = 0..<0
  /// Whether CDATA sections are text, as they are in XHTML and in SVG.
  var readsCDATA = false

  private var present: UInt32 = 0
  private var values = InlineArray<19, Range<Int>>(repeating: 0..<0)
  private let tags = NameTable.tags
  private let attributes = NameTable.attributes
  let traits = HTMLTag.allTraits
  /// From where on a byte is known not to occur again, so that it isn't looked for twice.
  private var noQuoteFrom = (single: Int.max, double: Int.max)
  /// The raw elements that are known to have no end tag in the rest of the page.
  var endless: Set<UInt8> = []
  var ignoresScriptEscapes = false
  private var noCDATAEnd = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The value of an attribute of the last start tag, as it stands; nil if the tag has none.
  func value(_ attribute: HTMLAttribute) -> UnsafeBufferPointer<UInt8>? {
    guard present >> UInt32(attribute.rawValue) & 1 == 1 else { return nil }
    return UnsafeBufferPointer(rebasing: bytes[values[Int(attribute.rawValue)]])
  }

  /// Whether the last start tag has any of the attributes that are read.
  var hasAttributes: Bool { present != 0 }

  /// The decoded value of an attribute.
  func string(_ attribute: HTMLAttribute) -> String? {
    value(attribute).map { String(decoding: CharacterReferences.decoded($0, inAttribute: true), as: UTF8.self) }
  }

  /// Reads the next token.
  mutating func next() -> Token {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        text = position..<(find(UInt8(ascii: "<"), from: position) ?? bytes.count)
        position = text.upperBound
        return .text
      }
      let next = position &+ 1 < bytes.count ? bytes[position &+ 1] : 0
      switch next {
      case UInt8(ascii: "!"):
        if readMarkupDeclaration() { return .text }
      case UInt8(ascii: "?"): skipBogusComment(from: position + 2)
      case UInt8(ascii: "/"):
        let first = position &+ 2 < bytes.count ? bytes[position &+ 2] : 0
        if isLetter(first) {
          if readTag(at: position + 2) { return .endTag }
        } else if position &+ 2 == bytes.count {
          return plainText(2)
        } else {
          skipBogusComment(from: position + 2)
        }
      default:
        guard isLetter(next) else { return plainText(1) }
        if readTag(at: position + 1) {
          readRawText()
          return .startTag
        }
      }
    }
    return .end
  }

  /// A text of the next few bytes, which look like markup and are none.
  private mutating func plainText(_ count: Int) -> Token {
    text = position..<position + count
    position += count
    return .text
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let found = memchr(bytes.baseAddress! + start, Int32(byte), bytes.count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(bytes.baseAddress!)
  }

  func starts(with prefix: StaticString, at start: Int) -> Bool {
    let count = prefix.utf8CodeUnitCount
    return start + count <= bytes.count && memcmp(bytes.baseAddress! + start, prefix.utf8Start, count) == 0
  }

  private mutating func skipBogusComment(from start: Int) {
    position = find(UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? bytes.count
  }

  /// Passes over what starts with `<!`; true if it is a CDATA section, whose text it gives.
  private mutating func readMarkupDeclaration() -> Bool {
    if starts(with: "--", at: position + 2) {
      position = endOfComment(from: position + 4) ?? bytes.count
      return false
    }
    if readsCDATA && !noCDATAEnd && starts(with: "[CDATA[", at: position + 2) {
      let start = position + 9
      var close = start
      while let bracket = find(UInt8(ascii: "]"), from: close) {
        close = bracket + 1
        guard starts(with: "]>", at: bracket + 1) else { continue }
        text = start..<bracket
        position = bracket + 3
        return true
      }
      noCDATAEnd = true
    }
    skipBogusComment(from: position + 2)
    return false
  }

  /// Where a comment ends whose content starts at `start`; nil if nothing ends it.
  private func endOfComment(from start: Int) -> Int? {
    if starts(with: ">", at: start) { return start + 1 }
    if starts(with: "->", at: start) { return start + 2 }
    var from = start
    while let close = find(UInt8(ascii: ">"), from: from) {
      if close >= start + 2, starts(with: "--", at: close - 2) { return close + 1 }
      if close >= start + 3, starts(with: "--!", at: close - 3) { return close + 1 }
      from = close + 1
    }
    return nil
  }

  /// Reads a tag whose name starts at `start`; false if the page ends in it.
  private mutating func readTag(at start: Int) -> Bool {
    var cursor = start
    var packed = PackedName()
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      packed.append(byte, at: cursor &- start)
      cursor &+= 1
    }
    name = packed
    nameRange = start..<cursor
    tag = HTMLTag(rawValue: tags[packed]) ?? .other
    present = 0
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte == UInt8(ascii: ">") {
        position = cursor + 1
        return true
      }
      if byte <= 0x20 || byte == UInt8(ascii: "/") { cursor &+= 1 } else { cursor = readAttribute(at: cursor) }
    }
    position = bytes.count
    return false
  }

  /// Reads an attribute and returns where it ends; the first of a name counts.
  private mutating func readAttribute(at start: Int) -> Int {
    var cursor = start
    var packed = PackedName()
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "="), cursor > start { break }
      packed.append(byte, at: cursor &- start)
      cursor &+= 1
    }
    let nameEnd = cursor
    while cursor < bytes.count, bytes[cursor] <= 0x20 { cursor &+= 1 }
    var value = nameEnd..<nameEnd
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: "=") {
      cursor &+= 1
      while cursor < bytes.count, bytes[cursor] <= 0x20 { cursor &+= 1 }
      (value, cursor) = readValue(at: cursor)
    } else {
      cursor = nameEnd
    }
    let number = attributes[packed]
    if number != 0 {
      let bit: UInt32 = 1 << UInt32(number - 1)
      if present & bit == 0 {
        present |= bit
        values[Int(number - 1)] = value
      }
    }
    return cursor
  }

  private mutating func readValue(at start: Int) -> (value: Range<Int>, end: Int) {
    guard start < bytes.count else { return (start..<start, start) }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let isDouble = quote == UInt8(ascii: "\"")
      let isHopeless = start >= (isDouble ? noQuoteFrom.double : noQuoteFrom.single)
      if !isHopeless, let close = find(quote, from: start + 1) { return (start + 1..<close, close + 1) }
      if isDouble { noQuoteFrom.double = min(noQuoteFrom.double, start) }
      if !isDouble { noQuoteFrom.single = min(noQuoteFrom.single, start) }
    }
    var cursor = start
    while cursor < bytes.count, bytes[cursor] > 0x20, bytes[cursor] != UInt8(ascii: ">") { cursor &+= 1 }
    return (start..<cursor, cursor)
  }
}
