public import Reprint
import ReprintPlatform

extension SketchedDump: DocumentSource {
  /// The name of the file that a document comes from.
  func path(of document: Int) -> String { files[catalog.chunk(of: document).file].path }

  package func identifier(of document: Int) -> [UInt8] { Array(name(of: document).utf8) }

  /// A document's id: its own, for a page of a web archive its address, else where it stands (`path:line`, for a file
  /// that is a document its path).
  ///
  /// A page that has the id of an earlier document, as pages do that were fetched twice, has its place behind the
  /// address.
  public func name(of document: Int) -> String {
    var place: String { catalog.place(of: document).name(in: path(of: document)) }
    if refetched.contains(document), let address = address(of: document) { return "\(address) \(place)" }
    return ownName(of: document) ?? place
  }

  /// A document's id without its place.
  func ownName(of document: Int) -> String? {
    catalog.withChunk(of: document) { chunk in
      guard chunk.format == .jsonLines else { return nil }
      if chunk.origin?.format == .warc { return address(of: document) }
      return withFields(of: document, in: chunk, selectors(of: chunk).id, isBrief: chunk.hasIDsOnce) {
        $0[.id].flatMap { $0.kind == .other || $0.bytes.isEmpty ? nil : $0.text }
      }
    }
  }

  private func address(of document: Int) -> String? {
    catalog.withChunk(of: document) { chunk in
      withFields(of: document, in: chunk, selectors(of: chunk).description) { parser in
        parser[.url].flatMap { $0.bytes.isEmpty ? nil : $0.text }
      }
    }
  }

  /// What was converted has its fields under their usual names.
  func selectors(of chunk: borrowing RecordCatalog.Chunk) -> FieldSelectors {
    chunk.origin == nil ? selectors : convertedSelectors
  }

  package func published(of document: Int) -> Double? {
    catalog.withChunk(of: document) { chunk in
      guard chunk.format == .jsonLines else { return nil }
      return withFields(of: document, in: chunk, selectors(of: chunk).published) {
        $0[.published].flatMap { value in
          // Sketches have seconds.
          sketches == nil ? PublicationTime(value.text)?.seconds : Double(value.text).flatMap { $0.isFinite ? $0 : nil }
        }
      }
    }
  }

  /// Where the document stands in its file: the name of the unit and how many of them; nil if it is the whole file.
  package func position(of document: Int) -> (unit: String, value: Int)? {
    switch catalog.place(of: document) {
    case .file: nil
    case .line(let line): ("line", line)
    case .byte(let byte): ("byte", byte)
    }
  }

  package func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
    if sketches != nil { return readShingles(of: document, with: &sketcher) }
    catalog.withChunk(of: document) { chunk in
      let selectors = selectors(of: chunk)
      withRecord(document, in: chunk) { record, readableEnd in
        if chunk.format == .text {
          sketcher.tokenizer.hashWords(plain: record, readableEnd: readableEnd)
        } else {
          var parser = JSONRecordParser(selectors.text)
          let end = record.baseAddress! + record.count
          // The record was read once without an error.
          try? parser.parse(record) { start in
            sketcher.tokenizer.hashWords(jsonString: start, end: end, readableEnd: readableEnd)
          }
          if parser[.text]?.isText != true {
            var parser = JSONRecordParser(selectors.html)
            let page = try? parser.page(in: record, RecordFields(), instead: nil, blocks: selectors.blocks)
            sketcher.hashWords(of: page?.text ?? [])
          }
        }
      }
    }
    return sketcher.shingleWords()
  }

  package func withText(of document: Int, _ body: (DocumentText) -> Void) -> Bool {
    guard sketches == nil else { return false }
    return catalog.withChunk(of: document) { chunk in
      withRecord(document, in: chunk) { record, readableEnd in
        guard chunk.format != .text else {
          body(DocumentText(record, isJSON: false, readableEnd: readableEnd))
          return true
        }
        var parser = JSONRecordParser(selectors(of: chunk).text)
        // The record was read once without an error.
        try? parser.parse(record)
        guard let text = parser[.text], text.isText else { return false }
        body(DocumentText(text.bytes, isJSON: true, readableEnd: readableEnd))
        return true
      }
    }
  }

  /// What a document's record says of itself.
  public func describe(_ document: Int) -> DocumentDescription {
    var description = DocumentDescription(id: name(of: document))
    let chunk = catalog.chunk(of: document)
    guard chunk.format == .jsonLines else { return description }
    withFields(of: document, in: chunk, selectors(of: chunk).description) { parser in
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
    of document: Int, in chunk: borrowing RecordCatalog.Chunk, _ selector: FieldSelector, isBrief: Bool = false,
    _ body: (borrowing JSONRecordParser) -> Result
  ) -> Result {
    withRecord(document, in: chunk) { record, _ in
      var parser = JSONRecordParser(selector, isBrief: isBrief)
      // The record was read once without an error.
      try? parser.parse(record)
      return body(parser)
    }
  }

  /// Runs `body` with the bytes of a document's record and the end of readable memory behind them.
  func withRecord<Result>(
    _ document: Int, _ body: (UnsafeBufferPointer<UInt8>, UnsafePointer<UInt8>) -> Result
  ) -> Result {
    catalog.withChunk(of: document) { withRecord(document, in: $0, body) }
  }

  private func withRecord<Result>(
    _ document: Int, in chunk: borrowing RecordCatalog.Chunk,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafePointer<UInt8>) -> Result
  ) -> Result {
    let range = catalog.range(of: document)
    let place = chunk.offset + range.lowerBound..<chunk.offset + range.upperBound
    return withBytes(chunk.mapping, chunk.scratch, file: chunk.file, place, body)
  }

  /// Ends a run before its result counts if a record could not be read again: until then it was taken for an empty one.
  package func requireRecords() throws(DumpError) {
    if let lost = lost.value { throw lost }
  }

  /// Runs `body` with a stretch of a mapping, a scratch file or else a file of the dump.
  func withBytes<Result>(
    _ mapping: Mapping?, _ scratch: ScratchFile?, file: Int, _ range: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafePointer<UInt8>) -> Result
  ) -> Result {
    if let mapping {
      let record = UnsafeBufferPointer(rebasing: mapping.bytes[range])
      return withExtendedLifetime(mapping) { body(record, mapping.bytes.baseAddress! + mapping.bytes.count) }
    }
    return withUnsafeTemporaryAllocation(byteCount: range.count + 1, alignment: 1) { buffer in
      let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<range.count])
      var count = 0
      if let scratch {
        count = scratch.read(at: range.lowerBound, into: wanted)
      } else if let descriptor = try? files[file].open() {
        count = (try? Files.read(descriptor, at: range.lowerBound, into: wanted)) ?? 0
        close(descriptor)
      }
      if count < range.count {
        lost.withLock { if $0 == nil { $0 = DumpError(files[file].path, "changed while it was worked on") } }
      }
      let record = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer.bindMemory(to: UInt8.self))[..<count])
      return body(record, record.baseAddress! + count)
    }
  }
}
