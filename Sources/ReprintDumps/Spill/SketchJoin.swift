import Reprint

/// Passes on the pairs of documents that agree in enough slots, with two passes over the sketches.
///
/// The pairs come sorted by their first document. In one pass over the sketches each is written with the sketch of the
/// first to the part of the second: documents in a row whose sketches memory holds. Part by part it is compared then.
struct SketchJoin {
  private let sketches: SpillFile
  private let plan: BandPlan
  private let run: BoundedRun
  private let recordSize: Int
  /// Documents whose sketches are in memory at a time, and documents in a part: the same, unless there are too many
  /// parts to write at once.
  private let rowsInMemory: Int
  private let partSize: Int

  init(_ dump: BoundedDump, plan: BandPlan) {
    sketches = dump.column(SpilledColumns.sketches)
    self.plan = plan
    run = dump.run
    recordSize = 2 * plan.slots + 8
    rowsInMemory = max(64, run.budget.joinedSketches / (2 * plan.slots))
    // A part that is written takes four blocks of memory.
    let mostParts = max(2, run.budget.bytes / 4 / (4 * SpillLayout(recordSize: recordSize).blockSize))
    partSize = max(rowsInMemory, (sketches.count + mostParts - 1) / mostParts)
  }

  /// - Parameters:
  ///   - pairs: the next pair, the smaller document in the upper half, ascending.
  ///   - deliver: takes the pairs that pass, ascending within parts.
  func join(
    _ pairs: () throws(DumpError) -> UInt64?, deliver: (UInt64) throws(DumpError) -> Void
  ) throws(DumpError) {
    var parts: [Int: SpillWriter] = [:]
    let fetcher = SketchFetcher(sketches, slots: plan.slots)
    let record = UnsafeMutableRawBufferPointer.allocate(byteCount: recordSize, alignment: 8)
    defer { record.deallocate() }
    while let pair = try pairs() {
      let row = try fetcher.row(Int(pair >> 32))
      let part = Int(pair & 0xFFFF_FFFF) / partSize
      record.storeBytes(of: pair, as: UInt64.self)
      (record.baseAddress! + 8).copyMemory(from: row, byteCount: 2 * plan.slots)
      if parts[part] == nil {
        parts[part] = SpillWriter(try run.space.createNameless(), recordSize: recordSize)
      }
      try parts[part]!.append(UnsafeRawPointer(record.baseAddress!), count: 1)
    }
    var written: [(part: Int, file: SpillFile)] = []
    for part in parts.keys.sorted() { written.append((part, try parts.removeValue(forKey: part)!.endRun())) }
    let rows = UnsafeMutablePointer<UInt16>.allocate(capacity: min(rowsInMemory, sketches.count) * plan.slots)
    defer { rows.deallocate() }
    for (part, file) in written {
      let end = min((part + 1) * partSize, sketches.count)
      for start in stride(from: part * partSize, to: end, by: rowsInMemory) {
        let documents = start..<min(start + rowsInMemory, end)
        try fetcher.copy(documents, to: rows)
        try compare(file, documents, rows, deliver)
      }
    }
  }

  /// Compares the pairs of a part whose second documents are among those in memory.
  private func compare(
    _ file: SpillFile, _ documents: Range<Int>, _ rows: UnsafeMutablePointer<UInt16>,
    _ deliver: (UInt64) throws(DumpError) -> Void
  ) throws(DumpError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: file.layout.blockSize, alignment: 16)
    defer { buffer.deallocate() }
    let floor = plan.agreementFloor
    for block in 0..<file.layout.blocks(for: file.count) {
      let records = try file.read(block: block, count: 1, into: buffer)
      for offset in stride(from: 0, to: records.count, by: recordSize) {
        let pair = records.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let second = Int(pair & 0xFFFF_FFFF)
        guard documents.contains(second) else { continue }
        let row = UnsafePointer((records.baseAddress! + offset + 8).assumingMemoryBound(to: UInt16.self))
        let other = rows + (second - documents.lowerBound) * plan.slots
        if SketchTable.agreement(row, other, slots: plan.slots) >= floor { try deliver(pair) }
      }
    }
  }
}
