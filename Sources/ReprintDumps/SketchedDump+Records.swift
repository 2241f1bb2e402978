public import Reprint
import ReprintPlatform

extension SketchedDump: DocumentSource {
  /// The name of the file that a document comes from.
  func path(of document: Int) -> String { files[catalog.chunk(of: document).file].path }

  package func identifier(of document: Int) -> [UInt8] { Array(name(of: document).utf8) }

  /// A document's id: its own, or where it stands (`path:line`, for a text file its path).
  public func name(of document: Int) -> String {
    guard catalog.chunk(of: document).format == .jsonLines else { return path(of: document) }
    let own = withFields(of: document, selectors.id) {
      $0[.id].flatMap { $0.kind == .other || $0.bytes.isEmpty ? nil : $0.text }
    }
    return own ?? "\(path(of: document)):\(catalog.line(of: document))"
  }

  package func published(of document: Int) -> Double? {
    guard catalog.chunk(of: document).format == .jsonLines else { return nil }
    return withFields(of: document, selectors.published) { $0[.published].flatMap { PublishedTime.seconds($0.text) } }
  }

  package func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
    let isText = catalog.chunk(of: document).format == .text
    withRecord(document) { record, readableEnd in
      if isText {
        sketcher.tokenizer.hashWords(plain: record, readableEnd: readableEnd)
      } else {
        var parser = JSONRecordParser(selectors.text)
        let end = record.baseAddress! + record.count
        // The record was read once without an error.
        try? parser.parse(record) { start in
          sketcher.tokenizer.hashWords(jsonString: start, end: end, readableEnd: readableEnd)
        }
      }
    }
    return sketcher.shingleWords()
  }

  /// What a document's record says of itself.
  public func describe(_ document: Int) -> DocumentDescription {
    var description = DocumentDescription(id: name(of: document))
    guard catalog.chunk(of: document).format == .jsonLines else { return description }
    withFields(of: document, selectors.description) { parser in
      func text(_ field: RecordField) -> String? { parser[field].flatMap { $0.kind == .other ? nil : $0.text } }
      description.url = text(.url)
      description.site = text(.site)
      description.author = text(.author)
      description.published = text(.published)
      description.title = text(.title)
    }
    return description
  }

  /// Runs `body` with the parsed fields of a JSON record.
  private func withFields<Result>(
    of document: Int, _ selector: FieldSelector, _ body: (borrowing JSONRecordParser) -> Result
  ) -> Result {
    withRecord(document) { record, _ in
      var parser = JSONRecordParser(selector)
      let end = record.baseAddress! + record.count
      // The record was read once without an error.
      try? parser.parse(record) { JSONRecordParser.closingQuote(from: $0, end: end) ?? end }
      return body(parser)
    }
  }

  /// Runs `body` with the bytes of a document's record and the end of readable memory behind them.
  func withRecord<Result>(
    _ document: Int, _ body: (UnsafeBufferPointer<UInt8>, UnsafePointer<UInt8>) -> Result
  ) -> Result {
    let chunk = catalog.chunk(of: document)
    let range = catalog.range(of: document)
    if let mapping = chunk.mapping {
      let start = chunk.offset + range.lowerBound
      let record = UnsafeBufferPointer(rebasing: mapping.bytes[start..<start + range.count])
      return withExtendedLifetime(mapping) { body(record, mapping.bytes.baseAddress! + mapping.bytes.count) }
    }
    return withUnsafeTemporaryAllocation(byteCount: range.count + 1, alignment: 1) { buffer in
      // A file that went away since counts as an empty record.
      var count = 0
      if let descriptor = try? files[chunk.file].open() {
        let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<range.count])
        count = (try? Files.read(descriptor, at: chunk.offset + range.lowerBound, into: wanted)) ?? 0
        close(descriptor)
      }
      let record = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer.bindMemory(to: UInt8.self))[..<count])
      return body(record, record.baseAddress! + count)
    }
  }
}
