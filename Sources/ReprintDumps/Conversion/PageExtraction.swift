import Reprint

/// What a page says: its text, and what it tells of itself.
struct ExtractedPage {
  var url: String?
  var site: String?
  var author: String?
  var published: String?
  var title: String?
  /// UTF-8.
  var text: [UInt8] = []
}

/// The one place where pages become texts.
enum PageExtraction {
  /// Reads a page of HTML.
  ///
  /// - Parameter charset: the charset that the server named.
  static func html(
    _ bytes: UnsafeBufferPointer<UInt8>, charset: String?
  ) throws(MalformedRecord) -> ExtractedPage {
    // STUB, to be replaced by HTMLPage: takes the tags off and nothing else.
    var page = ExtractedPage()
    var position = 0
    var isSkipped = false
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == UInt8(ascii: "<") else {
        if !isSkipped { page.text.append(byte) }
        position += 1
        continue
      }
      let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
      let tag = bytes[min(position + 1, end)..<end].prefix(10).map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
      for name in ["script", "style", "title"] {
        if tag.starts(with: name.utf8) { isSkipped = true }
        if tag.starts(with: "/\(name)".utf8) { isSkipped = false }
      }
      if ["p", "/p", "br", "div", "/div", "h", "/h", "li", "/li"].contains(where: { tag.starts(with: $0.utf8) }) {
        page.text.append(0x0A)
      }
      if tag.starts(with: "title".utf8) {
        let close = bytes[end...].dropFirst().firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        page.title = String(decoding: bytes[min(end + 1, close)..<close], as: UTF8.self)
      }
      position = end + 1
    }
    return page
  }

  /// Reads a page of plain text.
  static func plainText(
    _ bytes: UnsafeBufferPointer<UInt8>, charset: String?
  ) throws(MalformedRecord) -> ExtractedPage {
    // STUB, to be replaced by CharacterDecoding: UTF-8 and ISO-8859-1 only.
    var page = ExtractedPage()
    switch charset?.lowercased() {
    case nil, "utf-8", "utf8", "us-ascii", "ascii":
      page.text = Array(bytes[LineSplitting.byteOrderMark(bytes)...])
    case "iso-8859-1", "latin1", "windows-1252":
      for byte in bytes { page.text += Array(String(Unicode.Scalar(byte)).utf8) }
    default: throw MalformedRecord(reason: "text in the charset \(charset!.prefix(30)), which can't be read")
    }
    return page
  }
}

extension [UInt8] {
  /// The page that these bytes of HTML are.
  func page() throws(MalformedRecord) -> ExtractedPage {
    let result: Result<ExtractedPage, MalformedRecord> = withUnsafeBufferPointer { bytes in
      do throws(MalformedRecord) {
        return .success(try PageExtraction.html(bytes, charset: "utf-8"))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
