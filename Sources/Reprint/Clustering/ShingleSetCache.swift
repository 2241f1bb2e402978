/// Compares documents exactly by their shingle sets, of which it keeps rows while there is room.
///
/// One cache a thread.
struct ShingleSetCache: ~Copyable, PartCache {
  private let source: any DocumentSource
  private var sketcher: DocumentSketcher
  private var rows: [UInt32: ShingleRow] = [:]
  private var memory: CacheMemory
  /// The document whose set was made last, its set, and memory for that.
  private var last: UInt32 = .max
  private var lastSet: ShingleSet?
  private var lastSetMemory = GrowableBuffer<UInt64>(capacity: 4096)
  /// Memory for a set that only its row is taken of.
  private var rowMemory = GrowableBuffer<UInt64>(capacity: 4096)
  /// Pairs compared so far.
  private(set) var comparisons = 0

  /// Sketches to estimate similarities from, where there is nothing to compare exactly.
  private let estimates: SketchTable?

  init(_ source: any DocumentSource, shingleWords: Int, slots: Int, bytes: Int, estimates: SketchTable?) {
    self.source = source
    self.estimates = estimates
    memory = CacheMemory(bytes: bytes)
    sketcher = DocumentSketcher(shingleWidth: shingleWords, slots: slots)
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    memory.removeAll()
    (last, lastSet) = (.max, nil)
  }

  /// The Jaccard similarity of two documents, or nil if it is below `threshold`.
  ///
  /// Fastest where `a` stays the same while `b` changes.
  mutating func similarity(_ a: UInt32, _ b: UInt32, atLeast threshold: Double) -> Double? {
    comparisons += 1
    if let estimates { return estimates.estimate(Int(a), Int(b), atLeast: threshold) }
    // The processor's caches have the table of `a` then, and of the other only the row of shingles is needed.
    let set = set(of: a)
    return row(of: b).jaccard(set, atLeast: threshold)
  }

  private mutating func set(of document: UInt32) -> ShingleSet {
    if last == document, let lastSet { return lastSet }
    let shingles =
      if let row = rows[document] { row.shingles } else { source.shingles(of: Int(document), with: &sketcher) }
    lastSetMemory.reserve(to: ShingleSet.storage(for: shingles.count))
    let set = ShingleSet(shingles, in: lastSetMemory.base)
    (last, lastSet) = (document, set)
    return set
  }

  /// A document's row; valid until another's is asked for.
  private mutating func row(of document: UInt32) -> ShingleRow {
    if let known = rows[document] {
      memory.noteFound()
      return known
    }
    let shingles = source.shingles(of: Int(document), with: &sketcher)
    rowMemory.reserve(to: ShingleSet.storage(for: shingles.count))
    let row = ShingleSet(shingles, in: rowMemory.base).row
    keep(row, of: document)
    return row
  }

  /// Keeps a copy of a row if there is room, if need be by forgetting all others.
  private mutating func keep(_ row: ShingleRow, of document: UInt32) {
    switch memory.askForRoom() {
    case .none: return
    case .free: break
    case .afterForgetting:
      rows.removeAll(keepingCapacity: true)
      memory.removeAll()
    }
    rows[document] = ShingleRow(copying: row, to: memory.lend(row.count))
  }
}
