/// Builds lines of JSON, an object each, members in the order given.
package struct JSONLine: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// Lines that were built before.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  package mutating func open() {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }

  /// Closes an object; the outermost one with a newline.
  package mutating func close() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
    depth -= 1
    if depth == 0 {
      bytes.append(0x0A)
      needsComma = false
    }
  }

  package mutating func member(_ name: String, _ value: String) {
    key(name)
    append(string: value)
  }

  /// A string of bytes that may be ill-formed UTF-8: what is not is kept as it is.
  package mutating func member(_ name: String, utf8 value: UnsafeBufferPointer<UInt8>) {
    key(name)
    append(utf8: value)
  }

  /// A value as JSON has it: the content of a string, escapes and all, or else the whole value.
  package mutating func member(_ name: String, json value: UnsafeBufferPointer<UInt8>, isString: Bool) {
    key(name)
    if isString { bytes.append(UInt8(ascii: "\"")) }
    bytes.append(contentsOf: value)
    if isString { bytes.append(UInt8(ascii: "\"")) }
  }

  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    bytes.append(contentsOf: String(value).utf8)
  }

  /// The shortest decimal that reads back as the same number.
  package mutating func member(_ name: String, _ value: Double) {
    key(name)
    bytes.append(contentsOf: "\(value)".utf8)
  }

  /// An array of numbers.
  package mutating func member(_ name: String, _ values: [Int]) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    bytes.append(contentsOf: values.map(String.init).joined(separator: ",").utf8)
    bytes.append(UInt8(ascii: "]"))
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Opens an object that is a member of the one that is open.
  package mutating func openObject(_ name: String) {
    key(name)
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    depth += 1
  }

  /// An array of strings.
  package mutating func member(_ name: String, _ values: [String]) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    for (place, value) in values.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      append(string: value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  package mutating func openArray(_ name: String) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  package mutating func closeArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  private var depth = 0

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    depth += 1
  }

  private mutating func key(_ name: String) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    append(string: name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = true
  }

  private mutating func append(string: String) {
    var string = string
    string.withUTF8 { append(utf8: $0) }
  }

  private mutating func append(utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    {
      bytes.append(contentsOf: utf8[start..<index])
      start = index + 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    bytes.append(contentsOf: utf8[start...])
    bytes.append(UInt8(ascii: "\""))
  }
}
