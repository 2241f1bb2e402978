import Reprint

/// Documents of an index in the order of their numbers, and tables in which they are looked up.
///
/// Sections: descriptions, rows of documents, sketches, the numbers of the files of texts, then the tables of keys,
/// entries and fences, first those of bands and texts, then that of ids. Documents without words are in the table of ids
/// only.
final class IndexSegment: Sendable {
  /// What the values of its first block say.
  enum Value {
    static let documents = 0
    static let worded = 1
    static let bands = 2
    static let slots = 3
    static let fenceBits = 4
    static let identifierFenceBits = 5
    static let firstNumber = 6
    static let endNumber = 7
  }

  /// The places of its sections.
  enum Section {
    static let descriptions = 0
    static let rows = 1
    static let sketches = 2
    static let textFiles = 3
    static let entries = 4
    static let fences = 5
    static let identifierEntries = 6
    static let identifierFences = 7
    static let count = 8
  }

  let file: IndexFile
  let texts: [IndexFile]
  let count: Int
  let slots: Int
  /// The tables of the bands, one behind the other, then that of texts.
  private let tables: [KeyTable]
  private let identifiers: KeyTable

  /// - Parameter texts: the files of texts of the index.
  /// - Throws: a file that is not what the manifest says.
  init(
    _ listed: IndexManifest.Segment, plan: BandPlan, in directory: String, texts: [Int: IndexFile]
  ) throws(DumpError) {
    file = try IndexFile(listed.file, kind: .segment, in: directory)
    let values = file.header.values
    let path = file.path
    func fail() -> DumpError { DumpError(path, offset: 48, "is not the segment that the manifest lists") }
    guard file.header.sections.count == Section.count,
      values[Value.documents] == UInt64(listed.documents), values[Value.slots] == UInt64(plan.slots),
      values[Value.bands] == UInt64(plan.bands), values[Value.worded] <= values[Value.documents],
      values[Value.firstNumber] == UInt64(listed.numbers.lowerBound),
      values[Value.endNumber] == UInt64(listed.numbers.upperBound),
      values[Value.fenceBits] <= 32, values[Value.identifierFenceBits] <= 32
    else { throw fail() }
    count = listed.documents
    slots = plan.slots
    let worded = Int(values[Value.worded])
    let shape = KeyTable.Shape(count: worded, fenceBits: Int(values[Value.fenceBits]))
    let identifierShape = KeyTable.Shape(count: count, fenceBits: Int(values[Value.identifierFenceBits]))
    let sections = file.header.sections
    guard sections[Section.rows].length == count * IndexedDocument.size,
      sections[Section.sketches].length == count * 2 * slots,
      sections[Section.fences].length == (plan.bands + 1) * shape.fenceBytes,
      sections[Section.entries].length == (plan.bands + 1) * shape.entryBytes,
      sections[Section.identifierFences].length == identifierShape.fenceBytes,
      sections[Section.identifierEntries].length == identifierShape.entryBytes
    else { throw fail() }
    let file = file
    tables = (0...plan.bands).map { table in
      KeyTable(
        file: file, shape: shape, fences: sections[Section.fences].offset + table * shape.fenceBytes,
        entries: sections[Section.entries].offset + table * shape.entryBytes)
    }
    identifiers = KeyTable(
      file: file, shape: identifierShape, fences: sections[Section.identifierFences].offset,
      entries: sections[Section.identifierEntries].offset)
    var own: [IndexFile] = []
    let list = sections[Section.textFiles].length
    let numbers = try file.bytes(0..<list, of: Section.textFiles)
    for place in 0..<list / 8 {
      let number = numbers.number(UInt64.self, at: 8 * place)
      guard let file = texts[Int(truncatingIfNeeded: number)] else {
        throw DumpError(path, offset: sections[Section.textFiles].offset, "needs a file of texts that is not listed")
      }
      own.append(file)
    }
    self.texts = own
  }

  /// A table of keys: of a band, or behind those the one of texts.
  func table(_ number: Int) -> KeyTable { tables[number] }

  var identifierTable: KeyTable { identifiers }

  func document(_ row: Int) throws(DumpError) -> IndexedDocument {
    let start = row * IndexedDocument.size
    guard let document = IndexedDocument(try file.bytes(start..<start + IndexedDocument.size, of: Section.rows)) else {
      throw DumpError(
        file.path, offset: file.header.sections[Section.rows].offset + start, "the row of a document makes no sense")
    }
    return document
  }

  /// The number of a document.
  @inline(__always)
  func number(_ row: Int) throws(DumpError) -> UInt32 {
    let start = row &* IndexedDocument.size
    return try file.bytes(start..<start &+ 4, of: Section.rows).number(UInt32.self, at: 0)
  }

  /// A document's sketch.
  @inline(__always)
  func sketch(_ row: Int) throws(DumpError) -> UnsafePointer<UInt16> {
    let start = row &* 2 &* slots
    return try file.bytes(start..<start &+ 2 &* slots, of: Section.sketches).baseAddress!
      .assumingMemoryBound(to: UInt16.self)
  }

  /// A document's description as it stands in the file.
  func description(_ document: IndexedDocument) throws(DumpError) -> UnsafeRawBufferPointer {
    try file.bytes(document.description, of: Section.descriptions)
  }

  func identifier(_ document: IndexedDocument) throws(DumpError) -> String {
    guard let id = IndexedDescription.identifier(in: try description(document)) else { throw badDescription(document) }
    return id
  }

  /// A document's text; empty where texts are not kept.
  func text(_ document: IndexedDocument) throws(DumpError) -> UnsafeBufferPointer<UInt8> {
    guard let place = document.textFile else { return UnsafeBufferPointer(start: nil, count: 0) }
    guard texts.indices.contains(place) else {
      throw DumpError(file.path, "a document's text is in a file that the segment does not name")
    }
    return try texts[place].bytes(document.textRange).bindMemory(to: UInt8.self)
  }

  /// All that is known of a document, with its text.
  func article(_ document: IndexedDocument) throws(DumpError) -> TracedArticle {
    guard var article = IndexedDescription.article(in: try description(document)) else {
      throw badDescription(document)
    }
    article.text = Array(try text(document))
    return article
  }

  private func badDescription(_ document: IndexedDocument) -> DumpError {
    DumpError(
      file.path, offset: file.header.sections[Section.descriptions].offset + document.description.lowerBound,
      "the description of a document makes no sense")
  }
}
