/// Writes JSON strings the ways that dumps do.
enum JSONStringStyle {
  /// Escapes what must be escaped.
  case plain
  /// Escapes what is not ASCII too, and slashes, as some older libraries do.
  case ascii

  /// Appends a string with its quotes.
  func append(_ text: [UInt8], to line: inout [UInt8]) {
    line.append(UInt8(ascii: "\""))
    if self == .ascii && text.contains(where: { $0 >= 0x80 }) {
      for unit in String(decoding: text, as: UTF8.self).utf16 { append(unit, to: &line) }
    } else {
      for byte in text { append(UInt16(byte), to: &line) }
    }
    line.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private func append(_ unit: UInt16, to line: inout [UInt8]) {
    switch unit {
    case 0x22, 0x5C: line += [0x5C, UInt8(unit)]
    case 0x0A: line += [0x5C, UInt8(ascii: "n")]
    case 0x0D: line += [0x5C, UInt8(ascii: "r")]
    case 0x09: line += [0x5C, UInt8(ascii: "t")]
    case 0x2F where self == .ascii: line += [0x5C, 0x2F]
    case 0..<0x20: appendHex(unit, to: &line)
    case 0x80... where self == .ascii: appendHex(unit, to: &line)
    default: line.append(UInt8(unit))
    }
  }

  private func appendHex(_ unit: UInt16, to line: inout [UInt8]) {
    line += [0x5C, UInt8(ascii: "u")]
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(unit >> shift & 15)
      line.append(digit < 10 ? 48 + digit : 87 + digit)
    }
  }
}
