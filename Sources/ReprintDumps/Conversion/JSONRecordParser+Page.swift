import Reprint

extension JSONRecordParser {
  /// The page in a record's field for HTML.
  ///
  /// The parser must look for that field.
  ///
  /// - Parameters:
  ///   - text: what the record has where the text should be, for the message if there is no page either.
  ///   - blocks: what of the page becomes its text.
  mutating func page(
    in line: UnsafeBufferPointer<UInt8>, _ fields: RecordFields, instead text: RecordValue?,
    blocks: BlockSelection = .article
  ) throws(MalformedRecord) -> ExtractedPage {
    try parse(line)
    guard let page = self[.html], page.kind == .string else {
      // An empty text is one if there is no page.
      if text?.kind == .string { return ExtractedPage() }
      let reason =
        text.map { "field \"\(fields.text)\" is \($0.typeName), not a string" } ?? "no field \"\(fields.text)\""
      throw MalformedRecord(
        reason: ([reason] + [MissingText(in: line).advice].compactMap(\.self)).joined(separator: "; "))
    }
    return try Array(page.text.utf8).page(blocks)
  }
}

extension DocumentSketcher {
  /// Finds the words of a text in memory of its own.
  mutating func hashWords(of text: [UInt8]) {
    // An empty array has no address; white space has no words either.
    (text.isEmpty ? [0x20] : text).withUnsafeBufferPointer { bytes in
      tokenizer.hashWords(plain: bytes, readableEnd: bytes.baseAddress! + bytes.count)
    }
  }
}
