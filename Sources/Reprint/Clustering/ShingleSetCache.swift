/// Shingle sets of documents, made when first asked for and kept while there is room: the exact side of verification.
///
/// One cache a thread. Reading a set may drop all others, so two sets are handed out together.
struct ShingleSetCache: ~Copyable {
  private let source: any DocumentSource
  private var sketcher: DocumentSketcher
  private var arena = ShingleArena()
  private var ranges: [UInt32: Range<Int>] = [:]
  /// Pairs compared so far.
  private(set) var comparisons = 0
  /// Shingles to keep before starting over (32 MiB).
  private static let capacity = 4 << 20

  init(_ source: any DocumentSource, shingleWords: Int, slots: Int) {
    self.source = source
    sketcher = DocumentSketcher(shingleWidth: shingleWords, slots: slots)
  }

  /// The exact Jaccard similarity of two documents, or nil if it is below `threshold`.
  mutating func similarity(_ a: UInt32, _ b: UInt32, atLeast threshold: Double) -> Double? {
    if arena.count > Self.capacity {
      arena.removeAll()
      ranges.removeAll(keepingCapacity: true)
    }
    comparisons += 1
    let left = range(of: a)
    let right = range(of: b)
    return ShingleSet.jaccard(arena[left], arena[right], atLeast: threshold)
  }

  private mutating func range(of document: UInt32) -> Range<Int> {
    if let range = ranges[document] { return range }
    let range = source.shingleSet(of: Int(document), with: &sketcher, appendingTo: &arena)
    ranges[document] = range
    return range
  }
}
