import ReprintPlatform

/// How the bytes of a text spell its scalars: plainly in UTF-8, or as the content of a JSON string.
protocol TextEncoding {
  /// Whether backslashes escape and a bare quote ends the text.
  static var isJSON: Bool { get }
}

enum PlainEncoding: TextEncoding {
  static var isJSON: Bool { false }
}

enum JSONEncoding: TextEncoding {
  static var isJSON: Bool { true }
}

/// One step of decoding: a scalar and the bytes it took.
struct DecodedScalar {
  /// The scalar, or ``invalid``.
  var value: UInt32
  var length: Int

  /// Stands for bytes that spell no scalar.
  static let invalid: UInt32 = .max
  /// Stands for an escape that JSON does not know; it separates words like any control character.
  static let space: UInt32 = 0x20
}

extension TextEncoding {
  /// Decodes the scalar at `position`.
  ///
  /// Never reads at or past `end`.
  ///
  /// - Precondition: `position < end`, and `position` is not at a closing quote.
  @inline(__always)
  static func decode(_ position: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> DecodedScalar {
    let byte = position.pointee
    if byte >= 0x80 { return UTF8Decoding.decodeMultibyte(position, end) }
    if isJSON && byte == UInt8(ascii: "\\") { return JSONEscape.decode(position, end) }
    return DecodedScalar(value: UInt32(byte), length: 1)
  }
}

enum UTF8Decoding {
  /// The scalar of the first three of four bytes, the first byte the lowest, where they are a well-formed sequence of
  /// three; else `invalid`.
  @inline(__always)
  static func threeBytes(_ bytes: UInt32) -> UInt32 {
    let value = (bytes & 0x0F) &<< 12 | (bytes &>> 8 & 0x3F) &<< 6 | bytes &>> 16 & 0x3F
    let isWellFormed = bytes & 0xC0_C0F0 == 0x80_80E0 && value >= 0x800 && value & 0xF800 != 0xD800
    return isWellFormed ? value : DecodedScalar.invalid
  }

  /// Decodes a sequence of two to four bytes; what is ill-formed (overlong, surrogate, truncated, stray) is
  /// `invalid`, as long as its longest well-formed beginning.
  @inline(__always)
  static func decodeMultibyte(_ position: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> DecodedScalar {
    let lead = UInt32(position.pointee)
    let available = end - position
    if lead >= 0xC2 && lead < 0xE0 {
      guard available > 1, position[1] & 0xC0 == 0x80 else { return DecodedScalar(value: .max, length: 1) }
      return DecodedScalar(value: (lead & 0x1F) << 6 | UInt32(position[1]) & 0x3F, length: 2)
    }
    if lead >= 0xE0 && lead < 0xF0 {
      let lower: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let upper: UInt8 = lead == 0xED ? 0x9F : 0xBF
      guard available > 1, position[1] >= lower, position[1] <= upper else {
        return DecodedScalar(value: .max, length: 1)
      }
      guard available > 2, position[2] & 0xC0 == 0x80 else { return DecodedScalar(value: .max, length: 2) }
      let value = (lead & 0xF) << 12 | (UInt32(position[1]) & 0x3F) << 6 | UInt32(position[2]) & 0x3F
      return DecodedScalar(value: value, length: 3)
    }
    if lead >= 0xF0 && lead < 0xF5 {
      let lower: UInt8 = lead == 0xF0 ? 0x90 : 0x80
      let upper: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
      guard available > 1, position[1] >= lower, position[1] <= upper else {
        return DecodedScalar(value: .max, length: 1)
      }
      guard available > 2, position[2] & 0xC0 == 0x80 else { return DecodedScalar(value: .max, length: 2) }
      guard available > 3, position[3] & 0xC0 == 0x80 else { return DecodedScalar(value: .max, length: 3) }
      let high = (lead & 7) << 18 | (UInt32(position[1]) & 0x3F) << 12
      return DecodedScalar(value: high | (UInt32(position[2]) & 0x3F) << 6 | UInt32(position[3]) & 0x3F, length: 4)
    }
    return DecodedScalar(value: .max, length: 1)
  }
}

enum UTF8Encoding {
  /// Writes a scalar and returns how many bytes that took, one to four.
  @inline(__always)
  static func encode(_ scalar: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      output[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      output[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar &>> 6)
      output[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 2
    }
    if scalar < 0x10000 {
      output[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar &>> 12)
      output[1] = UInt8(truncatingIfNeeded: 0x80 | scalar &>> 6 & 0x3F)
      output[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 3
    }
    output[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar &>> 18)
    output[1] = UInt8(truncatingIfNeeded: 0x80 | scalar &>> 12 & 0x3F)
    output[2] = UInt8(truncatingIfNeeded: 0x80 | scalar &>> 6 & 0x3F)
    output[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return 4
  }

  /// A scalar's bytes, the first the lowest, and how many they are in the top one.
  @inline(__always)
  static func spell(_ scalar: UInt32) -> UInt64 {
    var bytes: UInt64 = 0
    let count = withUnsafeMutableBytes(of: &bytes) {
      encode(scalar, to: $0.baseAddress!.assumingMemoryBound(to: UInt8.self))
    }
    return bytes.littleEndian | UInt64(truncatingIfNeeded: count) &<< 56
  }
}

/// Escapes in JSON strings (RFC 8259, section 7).
package enum JSONEscape {
  /// Decodes the escape whose backslash is at `position`.
  ///
  /// A lone surrogate or a `\u` without four hexadecimal digits is `invalid`.
  static func decode(_ position: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> DecodedScalar {
    guard end - position > 1 else { return DecodedScalar(value: DecodedScalar.invalid, length: 1) }
    switch position[1] {
    case UInt8(ascii: "u"): return decodeHex(position, end)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return DecodedScalar(value: UInt32(position[1]), length: 2)
    case UInt8(ascii: "b"): return DecodedScalar(value: 0x08, length: 2)
    case UInt8(ascii: "f"): return DecodedScalar(value: 0x0C, length: 2)
    case UInt8(ascii: "n"): return DecodedScalar(value: 0x0A, length: 2)
    case UInt8(ascii: "r"): return DecodedScalar(value: 0x0D, length: 2)
    case UInt8(ascii: "t"): return DecodedScalar(value: 0x09, length: 2)
    case 0x80...: return DecodedScalar(value: DecodedScalar.invalid, length: 1)
    default: return DecodedScalar(value: DecodedScalar.space, length: 2)
    }
  }

  private static func decodeHex(_ position: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> DecodedScalar {
    guard let unit = hexUnit(position, end) else { return DecodedScalar(value: DecodedScalar.invalid, length: 2) }
    guard unit & 0xF800 == 0xD800 else { return DecodedScalar(value: unit, length: 6) }
    if unit < 0xDC00, let low = hexUnit(position + 6, end), low & 0xFC00 == 0xDC00 {
      return DecodedScalar(value: 0x10000 &+ (unit & 0x3FF) << 10 &+ low & 0x3FF, length: 12)
    }
    return DecodedScalar(value: DecodedScalar.invalid, length: 6)
  }

  /// The number in `\uXXXX` at `position`.
  private static func hexUnit(_ position: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UInt32? {
    guard end - position >= 6, position[0] == UInt8(ascii: "\\"), position[1] == UInt8(ascii: "u") else { return nil }
    var unit: UInt32 = 0
    for index in 2..<6 {
      let byte = position[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt32(byte - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        unit = unit << 4 | UInt32((byte | 0x20) - 87)
      default: return nil
      }
    }
    return unit
  }

  /// The text that the content of a JSON string spells, what is invalid replaced by U+FFFD.
  package static func decode(_ content: UnsafeBufferPointer<UInt8>) -> String {
    guard let base = content.baseAddress, memchr(base, Int32(UInt8(ascii: "\\")), content.count) != nil else {
      return String(decoding: content, as: UTF8.self)
    }
    return String(decoding: decodeUTF8(content), as: UTF8.self)
  }

  /// The same text in UTF-8.
  ///
  /// - Complexity: O(n); what stands between escapes is copied as it is, where it is well-formed.
  package static func decodeUTF8(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard let base = content.baseAddress else { return [] }
    let end = base + content.count
    var position = base
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    while position < end {
      let escape = memchr(position, Int32(UInt8(ascii: "\\")), end - position)
      let stop = escape.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) } ?? end
      text.append(contentsOf: UnsafeBufferPointer(start: position, count: stop - position))
      guard stop < end else { break }
      let decoded = decode(stop, end)
      text.append(contentsOf: UTF8.encode(Unicode.Scalar(decoded.value) ?? "\u{FFFD}")!)
      position = stop + decoded.length
    }
    if (try? UTF8Span(validating: text.span)) != nil { return text }
    let hasEscapes = memchr(base, Int32(UInt8(ascii: "\\")), content.count) != nil
    return hasEscapes ? repaired(base, end) : Array(String(decoding: content, as: UTF8.self).utf8)
  }

  /// The text one scalar after the other.
  private static func repaired(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> [UInt8] {
    var position = start
    var text = String.UnicodeScalarView()
    while position < end {
      let decoded = JSONEncoding.decode(position, end)
      text.append(Unicode.Scalar(decoded.value) ?? "\u{FFFD}")
      position += decoded.length
    }
    return Array(String(text).utf8)
  }
}
