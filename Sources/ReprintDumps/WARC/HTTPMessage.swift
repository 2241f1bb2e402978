/// An HTTP response as a crawler stored it: status, header, and a body that may still be coded.
struct HTTPMessage {
  let status: Int
  let header: HeaderFields
  /// As it stands in the record.
  let storedBody: UnsafeBufferPointer<UInt8>

  /// Nil where the bytes do not start with a status line.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let lineEnd = LineSplitting.endOfLine(bytes, from: 0)
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    let words = bytes[..<lineEnd].split(maxSplits: 2, whereSeparator: { $0 == 0x20 || $0 == 0x0D || $0 == 0x0A })
    guard words.count >= 2, words[1].count == 3,
      let status = HeaderFields.number(UnsafeBufferPointer(rebasing: words[1]))
    else { return nil }
    self.status = status
    header = HeaderFields(bytes, from: lineEnd)
    storedBody = UnsafeBufferPointer(rebasing: bytes[header.end...])
  }

  /// The most that a body may unpack to: a thousand times the text of a long article, and what a few threads can hold
  /// at once.
  static let largestBody = 64 << 20

  /// A body without its codings.
  enum Body {
    /// As it is stored.
    case stored(UnsafeBufferPointer<UInt8>)
    case decoded([UInt8])
  }

  /// Takes the codings off the body.
  ///
  /// Many crawlers store a body decoded and leave the header as it was, so a coding that the bytes do not bear out is
  /// passed over.
  ///
  /// - Returns: the body, and what is odd about it.
  /// - Throws: where it is coded in a way that can't be undone.
  func body() throws(MalformedRecord) -> (body: Body, remark: String?) {
    var body = Body.stored(storedBody)
    var remark: String?
    if header.list("transfer-encoding").contains("chunked"), let chunks = HTTPChunks(storedBody) {
      body = .decoded(chunks.bytes)
      if chunks.isCutShort { remark = "the chunks of the body break off" }
    }
    for coding in header.list("content-encoding").reversed() {
      guard let (unpacked, isCutShort) = try Self.unpack(body, coding) else { continue }
      body = .decoded(unpacked)
      if isCutShort { remark = "the \(coding) data of the body breaks off" }
    }
    return (body, remark)
  }

  /// The bytes behind a coding; nil where they are not coded so.
  private static func unpack(_ body: Body, _ coding: String) throws(MalformedRecord) -> ([UInt8], Bool)? {
    let result: Result<([UInt8], Bool)?, MalformedRecord> = body.withBytes { bytes in
      do throws(MalformedRecord) {
        return .success(try ContentCoding.unpack(bytes, coding, limit: largestBody))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

extension HTTPMessage.Body {
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch self {
    case .stored(let bytes): body(bytes)
    case .decoded(let bytes): bytes.withUnsafeBufferPointer(body)
    }
  }
}

/// A body in chunks (RFC 9112, 7.1), put together.
struct HTTPChunks {
  private(set) var bytes: [UInt8] = []
  /// Whether the last chunk or its end is missing.
  private(set) var isCutShort = false

  /// Nil where the body is not in chunks: where it does not start with a size in a line of its own, or the first chunk
  /// has no newline behind it.
  init?(_ body: UnsafeBufferPointer<UInt8>) {
    var position = 0
    bytes.reserveCapacity(body.count)
    while true {
      guard let (size, start) = Self.size(body, at: position) else {
        guard position > 0 else { return nil }
        isCutShort = true
        return
      }
      if size == 0 { return }  // trailers, if there are any, tell nothing of the text
      guard size <= body.count - start else {
        bytes += body[start...]
        isCutShort = true
        return
      }
      let end = start + size
      bytes += body[start..<end]
      if end == body.count {
        isCutShort = true
        return
      }
      guard body[end] == 0x0A || body[end...].starts(with: [0x0D, 0x0A]) else {
        guard position > 0 else { return nil }
        isCutShort = true
        return
      }
      position = body[end] == 0x0A ? end + 1 : end + 2
    }
  }

  /// A chunk's size and where its data starts.
  ///
  /// A size beyond all memory is read as the largest number.
  private static func size(_ body: UnsafeBufferPointer<UInt8>, at position: Int) -> (size: Int, start: Int)? {
    var size = 0
    var index = position
    while index < body.count, let digit = hexadecimal(body[index]) {
      size = size > Int.max >> 4 ? Int.max : size << 4 | digit
      index += 1
    }
    guard index > position else { return nil }
    while index < body.count, body[index] == 0x20 || body[index] == 0x09 { index += 1 }
    guard index < body.count else { return nil }
    // An extension is passed over.
    if body[index] == UInt8(ascii: ";") { while index < body.count, body[index] != 0x0A { index += 1 } }
    if index < body.count, body[index] == 0x0D { index += 1 }
    guard index < body.count, body[index] == 0x0A else { return nil }
    return (size, index + 1)
  }

  private static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 48...57: Int(byte) - 48
    case 65...70: Int(byte) - 55
    case 97...102: Int(byte) - 87
    default: nil
    }
  }
}
