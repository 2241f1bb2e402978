import Reprint

/// Documents with the same text, and the ones that stand for them, in scratch files.
///
/// What ``IdenticalDocuments`` finds, told by 96 bits of hashes.
struct SpilledCopies: Sendable {
  static let copiesName = "copies"
  static let leadersName = "leaders"

  /// The leader of a group in the upper half, another of its documents in the lower, ascending.
  let copies: SpillFile
  /// A bit for each document that goes on to be compared: it has words, and is no copy of a preferred one.
  let leaders: SpillFile

  /// Finds the copies, or takes up what an earlier run found.
  init(_ dump: BoundedDump, order: KeepOrder) throws(DumpError) {
    let run = dump.run
    guard !run.isDone(RunState.Stage.copies) else {
      copies = try run.file(Self.copiesName, recordSize: 8)
      leaders = try run.file(Self.leadersName, recordSize: 8)
      return
    }
    let found = ExternalSorter<UInt64>(run.space, bytes: run.budget.sorter)
    let others = ExternalSorter<UInt64>(run.space, bytes: run.budget.sorter)
    try Self.forEachGroup(dump) { group throws(DumpError) in
      let preferred = order.sorted(group)
      for document in preferred.dropFirst() {
        try found.add(UInt64(preferred[0]) << 32 | UInt64(document))
        try others.add(UInt64(document))
      }
    }
    let writer = SpillWriter(try run.space.create(Self.copiesName), recordSize: 8)
    let sorted = try found.sorted()
    while let record = try sorted.next() { try writer.append(record) }
    copies = try writer.endRun()
    leaders = try Self.writeLeaders(dump, others.sorted())
    try run.finish(RunState.Stage.copies, [Self.copiesName: copies, Self.leadersName: leaders])
  }

  /// Calls `body` with the documents of each group of two or more, ascending.
  private static func forEachGroup(
    _ dump: BoundedDump, _ body: ([UInt32]) throws(DumpError) -> Void
  ) throws(DumpError) {
    let sorter = ExternalSorter<UInt128>(dump.run.space, bytes: dump.run.budget.sorter)
    let texts = SpillReader<UInt128>(dump.column(SpilledColumns.texts))
    var document = 0
    while let text = try texts.next() {
      if dump.places[document].words > 0 { try sorter.add(text | UInt128(document)) }
      document += 1
    }
    let sorted = try sorter.sorted()
    var group: [UInt32] = []
    var text: UInt128 = 0
    while let record = try sorted.next() {
      if record >> 32 != text {
        if group.count > 1 { try body(group) }
        group.removeAll(keepingCapacity: true)
        text = record >> 32
      }
      group.append(UInt32(truncatingIfNeeded: record))
    }
    if group.count > 1 { try body(group) }
  }

  private static func writeLeaders(
    _ dump: BoundedDump, _ others: SortedRecords<UInt64>
  ) throws(DumpError) -> SpillFile {
    let writer = SpillWriter(try dump.run.space.create(leadersName), recordSize: 8)
    var nextOther = try others.next()
    var bits: UInt64 = 0
    for document in 0..<dump.places.count {
      if nextOther == UInt64(document) {
        nextOther = try others.next()
      } else if dump.places[document].words > 0 {
        bits |= 1 << UInt64(document & 63)
      }
      if document & 63 == 63 {
        try writer.append(bits)
        bits = 0
      }
    }
    if dump.places.count & 63 != 0 { try writer.append(bits) }
    return try writer.endRun()
  }
}
