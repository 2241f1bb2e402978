/// The named fields of a WARC or HTTP header, looked up where they stand.
///
/// Names are compared without regard to case; a line that starts with white space continues the one before. Lines
/// without a colon are passed over.
struct HeaderFields {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var fields: [(name: Range<Int>, value: Range<Int>)] = []
  /// Behind the empty line that ends the header, or the end of the bytes.
  private(set) var end: Int

  /// Reads fields up to an empty line.
  ///
  /// - Parameter position: behind the version or status line.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) {
    self.bytes = bytes
    end = bytes.count
    var position = position
    while position < bytes.count {
      let next = LineSplitting.endOfLine(bytes, from: position)
      let last = Self.endOfContent(bytes, position..<next)
      if last == position {
        end = next
        return
      }
      if Self.isSpace(bytes[position]) {
        if let field = fields.indices.last { fields[field].value = fields[field].value.lowerBound..<last }
      } else if let colon = bytes[position..<last].firstIndex(of: UInt8(ascii: ":")) {
        fields.append((position..<colon, colon + 1..<last))
      }
      position = next
    }
  }

  /// The value of the first field of a name in lower case; its white space on both ends is left out.
  subscript(name: StaticString) -> String? {
    guard let field = fields.first(where: { Self.isEqual(bytes, $0.name, name) }) else { return nil }
    return text(field.value)
  }

  /// The elements of all fields of this name, which commas part, in lower case.
  func list(_ name: StaticString) -> [String] {
    var elements: [String] = []
    for field in fields where Self.isEqual(bytes, field.name, name) {
      for element in text(field.value).split(separator: ",") {
        let word = element.filter { $0 != " " && $0 != "\t" }.lowercased()
        if !word.isEmpty { elements.append(word) }
      }
    }
    return elements
  }

  /// A value's text, with one space for a line break and the white space around it.
  private func text(_ range: Range<Int>) -> String {
    let trimmed = Self.trimmed(bytes, range)
    let value = bytes[trimmed]
    guard value.contains(0x0A) else { return String(decoding: value, as: UTF8.self) }
    var words: [UInt8] = []
    for line in value.split(separator: 0x0A) {
      let part = Self.trimmed(bytes, line.startIndex..<line.endIndex)
      if !words.isEmpty { words.append(0x20) }
      words += bytes[part]
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// The value in a line, if it is a field of this name.
  static func value(of name: StaticString, inLine line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let count = name.utf8CodeUnitCount
    guard line.count > count, (line[0] | 0x20) == name.utf8Start[0],
      let colon = line.firstIndex(of: UInt8(ascii: ":")), isEqual(line, 0..<colon, name)
    else { return nil }
    return UnsafeBufferPointer(rebasing: line[trimmed(line, colon + 1..<line.count)])
  }

  /// A number written in decimal digits; nil for anything else, and for what is too large for an `Int`.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !text.isEmpty, text.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    return Int(String(decoding: text, as: UTF8.self))
  }

  private static func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: StaticString) -> Bool {
    let range = trimmed(bytes, range)
    guard range.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<range.count {
      let byte = bytes[range.lowerBound + index]
      let lower = byte &- 65 < 26 ? byte | 0x20 : byte
      if lower != name.utf8Start[index] { return false }
    }
    return true
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(bytes[start]) || bytes[start] == 0x0D { start += 1 }
    while end > start, isSpace(bytes[end - 1]) || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The end of a line's content, before its newline.
  private static func endOfContent(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
    var end = line.upperBound
    if end > line.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
    if end > line.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }
}
