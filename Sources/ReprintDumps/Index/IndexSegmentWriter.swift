import Reprint

/// Writes a segment: descriptions as documents come, all else at the end.
///
/// Takes about 80 bytes of memory a document, and 16 more while the tables are written, or 32 MB for smaller ones.
struct IndexSegmentWriter: ~Copyable {
  private let file: IndexFileWriter
  private let plan: BandPlan
  private(set) var documents: [IndexedDocument] = []
  private let descriptionStart: Int

  /// Keys in memory while tables are written, unless one table has more.
  private static let mostKeys = 4 << 20

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
    let shape = try writeTables(worded, sketch: sketch)
    let all = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * documents.count)
    defer { all.deallocate() }
    for (row, document) in documents.enumerated() {
      all[row] = document.identifier & 0xFFFF_FFFF_0000_0000 | UInt64(row)
    }
    let identifierShape = KeyTable.Shape(count: documents.count)
    let identifiers = file.offset
    let fences = try writeTable(all, identifierShape, scratch: all + documents.count)
    try file.endSection(from: identifiers)
    let identifierFences = file.offset
    try file.append(fences)
    try file.endSection(from: identifierFences)

    let first = documents[0].number
    let end = documents[documents.count - 1].number + 1
    file.values = [
      UInt64(documents.count), UInt64(worded.count), UInt64(plan.bands), UInt64(plan.slots), UInt64(shape.fenceBits),
      UInt64(identifierShape.fenceBits), UInt64(first), UInt64(end),
    ]
    return IndexManifest.Segment(
      file: try file.finish(), documents: documents.count, numbers: Int(first)..<Int(end))
  }

  /// Writes the tables of bands and texts, and behind them their fences.
  ///
  /// - Parameter worded: the rows of documents with words.
  private func writeTables(
    _ worded: [Int], sketch: (Int) throws(DumpError) -> UnsafePointer<UInt16>
  ) throws(DumpError) -> KeyTable.Shape {
    let count = worded.count
    let shape = KeyTable.Shape(count: count)
    // The keys of several bands at once, as memory allows.
    let most = max(1, min(plan.bands, Self.mostKeys / max(1, count)))
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: (most + 1) * count)
    defer { keys.deallocate() }
    let scratch = keys + most * count
    var fences: [UInt8] = []
    let entries = file.offset
    for first in stride(from: 0, to: plan.bands, by: most) {
      let bands = first..<min(plan.bands, first + most)
      for (place, row) in worded.enumerated() {
        let sketch = try sketch(row)
        for band in bands {
          let key = plan.key(sketch, band: band) & 0xFFFF_FFFF_0000_0000
          keys[(band &- first) &* count &+ place] = key | UInt64(row)
        }
      }
      for band in bands { fences += try writeTable(keys + (band - first) * count, shape, scratch: scratch) }
    }
    for (place, row) in worded.enumerated() { keys[place] = UInt64(documents[row].text.key) << 32 | UInt64(row) }
    fences += try writeTable(keys, shape, scratch: scratch)
    try file.endSection(from: entries)
    let start = file.offset
    try file.append(fences)
    try file.endSection(from: start)
    return shape
  }

  /// Sorts entries, which are used up, and writes them; returns their fences.
  private func writeTable(
    _ entries: UnsafeMutablePointer<UInt64>, _ shape: KeyTable.Shape, scratch: UnsafeMutablePointer<UInt64>
  ) throws(DumpError) -> [UInt8] {
    RecordSort.sort(entries, count: shape.count, scratch: scratch)
    let fences = KeyTable.fences(of: entries, shape)
    try file.append(entries, count: shape.count)
    return fences
  }
}
