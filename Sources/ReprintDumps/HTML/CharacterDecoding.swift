import ReprintPlatform

/// Finds out how a page is encoded and makes UTF-8 of it.
///
/// The order is that of browsers: byte order mark, HTTP header, `meta` in the first bytes; and where all are silent,
/// UTF-8 if the bytes are well-formed UTF-8, else windows-1252.
enum CharacterDecoding {
  /// A `meta` that names the charset must start within this many bytes (the HTML standard has 1024; pages have
  /// scripts before it).
  static let prescanLength = 4096

  /// Calls `body` with the page as well-formed UTF-8, without its byte order mark.
  ///
  /// The bytes are passed on as they are where they are well-formed already.
  static func withUTF8<Result>(
    _ page: UnsafeBufferPointer<UInt8>, headerCharset: String?, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(UnsupportedCharset) -> Result {
    let (encoding, mark) = try detect(page, headerCharset: headerCharset)
    let content = UnsafeBufferPointer(rebasing: page[mark...])
    if encoding == .utf8 && isWellFormed(content) { return body(content) }
    return decode(content, encoding).withUnsafeBufferPointer(body)
  }

  /// The encoding of a page and the length of its byte order mark.
  static func detect(
    _ page: UnsafeBufferPointer<UInt8>, headerCharset: String?
  ) throws(UnsupportedCharset) -> (encoding: CharacterEncoding, mark: Int) {
    if page.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if page.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if page.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    for label in [headerCharset, declaredCharset(page)] {
      guard let label, let encoding = CharacterEncoding(label: label) else { continue }
      guard encoding == .unsupported else { return (encoding, 0) }
      // Pages are often converted and keep their old label; text in another encoding is hardly ever good UTF-8.
      if !page.contains(0x1B) && isWellFormed(page) { return (.utf8, 0) }
      throw UnsupportedCharset(label: CharacterEncoding.normalized(label))
    }
    if page.count >= 4, page[0] == 0x3C, page[1] == 0, page[3] == 0 { return (.utf16LittleEndian, 0) }
    if page.starts(with: [0, 0x3C, 0]) { return (.utf16BigEndian, 0) }
    return (isWellFormed(page) ? .utf8 : .windows1252, 0)
  }

  /// The charset that a `meta` element among the first bytes names.
  ///
  /// One that was read as ASCII can't be in UTF-16: the standard takes such a label for UTF-8.
  private static func declaredCharset(_ page: UnsafeBufferPointer<UInt8>) -> String? {
    var tokenizer = HTMLTokenizer(UnsafeBufferPointer(rebasing: page.prefix(prescanLength)))
    while true {
      switch tokenizer.next() {
      case .end: return nil
      case .startTag where tokenizer.tag == .meta:
        guard let label = charset(of: tokenizer) else { continue }
        let isWide = [.utf16LittleEndian, .utf16BigEndian].contains(CharacterEncoding(label: label))
        return isWide ? "utf-8" : label
      default: continue
      }
    }
  }

  private static func charset(of meta: HTMLTokenizer) -> String? {
    if let charset = meta.string(.charset) { return charset }
    guard let equivalent = meta.string(.httpEquiv), equivalent.lowercased() == "content-type" else { return nil }
    return meta.string(.content).flatMap(charset(inContentType:))
  }

  /// The charset parameter of a content type such as `text/html; charset="utf-8"`.
  static func charset(inContentType type: String) -> String? {
    let bytes = Array(type.utf8).map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    let name = Array("charset".utf8)
    var start = 0
    while start + name.count < bytes.count {
      guard bytes[start] == name[0], bytes[start...].starts(with: name) else {
        start += 1
        continue
      }
      start += name.count
      var rest = bytes[start...].drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop { $0 <= 0x20 }
      if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        rest = rest.dropFirst()
        return rest.firstIndex(of: quote).map { String(decoding: rest[..<$0], as: UTF8.self) }
      }
      return String(decoding: rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }, as: UTF8.self)
    }
    return nil
  }

  /// UTF-8 of bytes in an encoding; what is malformed becomes U+FFFD.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ encoding: CharacterEncoding) -> [UInt8] {
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      let high = encoding == .utf16BigEndian ? 0 : 1
      let units = (0..<bytes.count / 2).lazy.map {
        UInt16(bytes[2 * $0 + high]) << 8 | UInt16(bytes[2 * $0 + 1 - high])
      }
      return Array(String(decoding: units, as: UTF16.self).utf8) + (bytes.count & 1 == 1 ? [0xEF, 0xBF, 0xBD] : [])
    default:
      guard let table = encoding.singleByteTable else { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 4)
      for byte in bytes {
        if byte < 128 { result.append(byte) } else { UTF8Writing.append(UInt32(table[Int(byte) - 128]), to: &result) }
      }
      return result
    }
  }

  /// Whether bytes are well-formed UTF-8.
  static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let count = bytes.count
    var index = 0
    while index < count {
      while index &+ 8 <= count,
        UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      { index &+= 8 }
      guard index < count else { break }
      let lead = base[index]
      if lead < 0x80 {
        index &+= 1
        continue
      }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard lead >= 0xC2, lead < 0xF5, index &+ length <= count else { return false }
      // The second byte's range rules out overlong forms, surrogates and what is beyond U+10FFFF.
      let second = base[index &+ 1]
      let least: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
      let greatest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
      guard second >= least, second <= greatest else { return false }
      for rest in 2..<max(2, length) where base[index &+ rest] & 0xC0 != 0x80 { return false }
      index &+= length
    }
    return true
  }
}

/// Writes scalars as UTF-8.
enum UTF8Writing {
  /// Appends a scalar value, U+FFFD for what is none.
  @inline(__always)
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return bytes += [0xEF, 0xBF, 0xBD] }
    bytes.append(contentsOf: UTF8.encode(scalar)!)
  }
}
