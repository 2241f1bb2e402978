/// Collects the bytes of a page, for all who write parts of it.
final class HTMLOutput {
  private(set) var bytes: [UInt8] = []

  /// Markup, as it stands; only ever literals, numbers and what has been escaped.
  func markup(_ text: String) { bytes += text.utf8 }

  func text(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// Well-formed UTF-8, escaped for content and for attributes in double quotes.
  func text(_ text: ArraySlice<UInt8>) {
    for byte in text { append(byte) }
  }

  private func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): bytes += "&amp;".utf8
    case UInt8(ascii: "<"): bytes += "&lt;".utf8
    case UInt8(ascii: ">"): bytes += "&gt;".utf8
    case UInt8(ascii: "\""): bytes += "&quot;".utf8
    case UInt8(ascii: "'"): bytes += "&#39;".utf8
    default: bytes.append(byte)
    }
  }

  static func escaped(_ text: String) -> String {
    let output = HTMLOutput()
    output.text(text)
    return String(decoding: output.bytes, as: UTF8.self)
  }
}
