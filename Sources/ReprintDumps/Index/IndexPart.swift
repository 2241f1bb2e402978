import Reprint

/// Documents to be added: their sketches, and what they say of themselves when asked.
struct NewDocuments {
  let table: SketchTable
  /// The n-th document with its id and text.
  let article: (Int) -> TracedArticle

  func identity(_ document: Int) -> TextIdentity {
    TextIdentity(
      fingerprint: table.fingerprints[document], words: table.wordCounts[document], sketch: table.row(document),
      slots: table.slots)
  }
}

/// Files that were written and are not listed yet.
struct IndexPart: Sendable {
  /// Nil where nothing is left of what was merged.
  var segment: IndexManifest.Segment?
  var texts: [IndexFile.Entry] = []
}

/// Writes new segments: of new documents, and of older segments.
struct IndexPartWriter: Sendable {
  let directory: String
  let options: IndexOptions
  /// A number for a new file.
  let nextFile: @Sendable () -> Int

  /// Texts of merged segments up to this many bytes are moved together, larger ones stay where they are.
  private static let mostMoved = 64 << 20

  /// Writes documents; nil where all are known.
  ///
  /// - Parameters:
  ///   - chosen: which of them, ascending.
  ///   - firstNumber: the number of the first.
  ///   - isKnown: whether a document is passed over, by its id and text; asked once for each.
  func write(
    _ documents: NewDocuments, _ chosen: some Sequence<Int>, firstNumber: Int,
    isKnown: (String, TextIdentity, UInt32) throws(DumpError) -> Bool
  ) throws(DumpError) -> IndexPart? {
    var writer = try IndexSegmentWriter(nextFile(), plan: options.bandPlan, in: directory)
    let texts = try TextWriter(options.keepsTexts ? nextFile() : nil, in: directory)
    var written: [Int] = []
    for document in chosen {
      let article = documents.article(document)
      let (words, text) = (documents.table.wordCounts[document], documents.identity(document))
      if try isKnown(article.id, text, words) { continue }
      guard firstNumber + written.count < IndexManifest.mostDocuments else {
        throw DumpError(directory, "has no numbers left for more documents")
      }
      let row = IndexedDocument(
        number: UInt32(firstNumber + written.count), words: words, text: text,
        identifier: RecordIdentity.hash(article.id), description: 0..<0, textFile: options.keepsTexts ? 0 : nil,
        textRange: try texts.append(article.text))
      try writer.append(row, description: IndexedDescription.bytes(of: article))
      written.append(document)
    }
    guard !written.isEmpty else { return nil }
    var part = IndexPart()
    if let file = try texts.finish() { part.texts = [file] }
    part.segment = try writer.finish(textFiles: part.texts.map(\.number)) { documents.table.row(written[$0]) }
    return part
  }

  /// Makes one segment of several, without the documents that were removed.
  ///
  /// - Parameter segments: neighbours, in the order of their numbers.
  func merge(_ segments: [IndexSegment], of snapshot: IndexSnapshot) throws(DumpError) -> IndexPart {
    var rows: [(segment: Int, row: Int)] = []
    var textBytes = 0
    for (number, segment) in segments.enumerated() {
      for row in 0..<segment.count where !snapshot.isRemoved(try segment.number(row)) {
        rows.append((number, row))
        textBytes += try segment.document(row).textRange.count
      }
    }
    guard !rows.isEmpty else { return IndexPart() }
    let moves = options.keepsTexts && textBytes <= Self.mostMoved
    var writer = try IndexSegmentWriter(nextFile(), plan: options.bandPlan, in: directory)
    let texts = try TextWriter(moves ? nextFile() : nil, in: directory)
    var files: [Int] = []
    var placeOf: [Int: Int] = [:]
    for (number, row) in rows {
      let segment = segments[number]
      var document = try segment.document(row)
      if moves {
        document.textRange = try texts.append(try segment.text(document))
        document.textFile = 0
      } else if let file = document.textFile {
        guard segment.texts.indices.contains(file) else {
          throw DumpError(segment.file.path, "a document's text is in a file that the segment does not name")
        }
        let name = segment.texts[file].entry.number
        if placeOf[name] == nil {
          placeOf[name] = files.count
          files.append(name)
        }
        document.textFile = placeOf[name]
      }
      try writer.append(document, description: Array(try segment.description(document)))
    }
    var part = IndexPart()
    if let file = try texts.finish() {
      part.texts = [file]
      files = [file.number]
    }
    part.segment = try writer.finish(textFiles: files) { place throws(DumpError) in
      try segments[rows[place].segment].sketch(rows[place].row)
    }
    return part
  }
}

/// Writes a file of texts, one behind the other; none where texts are not kept.
private final class TextWriter {
  private let file: IndexFileWriter?
  private let start: Int

  init(_ number: Int?, in directory: String) throws(DumpError) {
    file = try number.map { number throws(DumpError) in try IndexFileWriter(number, kind: .texts, in: directory) }
    start = file?.offset ?? 0
  }

  /// Appends a text and says where it stands.
  func append(_ text: UnsafeBufferPointer<UInt8>) throws(DumpError) -> Range<Int> {
    guard let file else { return 0..<0 }
    guard text.count < Int(UInt32.max) else { throw DumpError(file.path, "a text is too long to keep") }
    let offset = file.offset
    try file.append(UnsafeRawBufferPointer(text))
    return offset..<offset + text.count
  }

  func append(_ text: [UInt8]) throws(DumpError) -> Range<Int> {
    guard let file else { return 0..<0 }
    guard text.count < Int(UInt32.max) else { throw DumpError(file.path, "a text is too long to keep") }
    let offset = file.offset
    try file.append(text)
    return offset..<offset + text.count
  }

  func finish() throws(DumpError) -> IndexFile.Entry? {
    guard let file else { return nil }
    try file.endSection(from: start)
    return try file.finish()
  }
}
