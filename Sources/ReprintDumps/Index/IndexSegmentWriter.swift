import Reprint

/// Writes a segment: descriptions as documents come, all else at the end.
///
/// Takes 64 bytes of memory a document, and 16 more while the tables are written.
struct IndexSegmentWriter: ~Copyable {
  private let file: IndexFileWriter
  private let plan: BandPlan
  private(set) var documents: [IndexedDocument] = []
  private let descriptionStart: Int

  init(_ number: Int, plan: BandPlan, in directory: String) throws(DumpError) {
    file = try IndexFileWriter(number, kind: .segment, in: directory)
    self.plan = plan
    descriptionStart = file.offset
  }

  /// Appends a document, whose place of the description is set here.
  ///
  /// - Precondition: numbers ascend.
  mutating func append(_ document: IndexedDocument, description: [UInt8]) throws(DumpError) {
    guard description.count < Int(UInt32.max) else { throw DumpError(file.path, "a description is too long to keep") }
    var document = document
    let start = file.offset - descriptionStart
    document.description = start..<start + description.count
    try file.append(description)
    documents.append(document)
  }

  /// Writes the rest.
  ///
  /// - Parameters:
  ///   - textFiles: the files of texts that documents name by their places.
  ///   - sketch: the sketch of the n-th document.
  consuming func finish(
    textFiles: [Int], sketch: (Int) throws(DumpError) -> UnsafePointer<UInt16>
  ) throws(DumpError) -> IndexManifest.Segment {
    try file.endSection(from: descriptionStart)
    let rows = file.offset
    for document in documents { try file.append(document.bytes) }
    try file.endSection(from: rows)
    let sketches = file.offset
    for row in documents.indices {
      try file.append(UnsafeRawBufferPointer(start: try sketch(row), count: 2 * plan.slots))
    }
    try file.endSection(from: sketches)
    let list = file.offset
    for number in textFiles { try file.append(number: UInt64(number)) }
    try file.endSection(from: list)

    let worded = documents.indices.filter { documents[$0].words > 0 }
    let shape = KeyTable.Shape(count: worded.count)
    let identifierShape = KeyTable.Shape(count: documents.count)
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * documents.count)
    defer { keys.deallocate() }
    let scratch = keys + documents.count
    var fences: [UInt8] = []
    let entries = file.offset
    for table in 0...plan.bands {
      for (place, row) in worded.enumerated() {
        let key =
          table < plan.bands
          ? plan.key(try sketch(row), band: table) & 0xFFFF_FFFF_0000_0000
          : UInt64(documents[row].text.key) << 32
        keys[place] = key | UInt64(row)
      }
      RecordSort.sort(keys, count: worded.count, scratch: scratch)
      fences += KeyTable.fences(of: keys, shape)
      try file.append(keys, count: worded.count)
    }
    try file.endSection(from: entries)
    let fenceStart = file.offset
    try file.append(fences)
    try file.endSection(from: fenceStart)

    for (row, document) in documents.enumerated() {
      keys[row] = document.identifier & 0xFFFF_FFFF_0000_0000 | UInt64(row)
    }
    RecordSort.sort(keys, count: documents.count, scratch: scratch)
    let identifierEntries = file.offset
    let identifierFences = KeyTable.fences(of: keys, identifierShape)
    try file.append(keys, count: documents.count)
    try file.endSection(from: identifierEntries)
    let identifierFenceStart = file.offset
    try file.append(identifierFences)
    try file.endSection(from: identifierFenceStart)

    let first = documents[0].number
    let end = documents[documents.count - 1].number + 1
    file.values = [
      UInt64(documents.count), UInt64(worded.count), UInt64(plan.bands), UInt64(plan.slots), UInt64(shape.fenceBits),
      UInt64(identifierShape.fenceBits), UInt64(first), UInt64(end),
    ]
    return IndexManifest.Segment(
      file: try file.finish(), documents: documents.count, numbers: Int(first)..<Int(end))
  }
}
