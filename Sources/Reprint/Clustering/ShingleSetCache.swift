/// Shingle sets of documents, made when first asked for and kept while there is room: the exact side of verification.
///
/// One cache a thread.
struct ShingleSetCache: ~Copyable {
  private let source: any DocumentSource
  private var sketcher: DocumentSketcher
  private var sets: ShingleSetStore<UInt32>
  /// Pairs compared so far.
  private(set) var comparisons = 0

  /// Memory to fill where nothing is said of it: 64 MiB.
  static let usualBytes = 64 << 20

  init(_ source: any DocumentSource, shingleWords: Int, slots: Int, bytes: Int = usualBytes) {
    self.source = source
    sets = ShingleSetStore(bytes: bytes)
    sketcher = DocumentSketcher(shingleWidth: shingleWords, slots: slots)
  }

  /// The exact Jaccard similarity of two documents, or nil if it is below `threshold`.
  mutating func similarity(_ a: UInt32, _ b: UInt32, atLeast threshold: Double) -> Double? {
    comparisons += 1
    sets.makeRoom()
    let left = set(of: a)
    return left.jaccard(set(of: b), atLeast: threshold)
  }

  private mutating func set(of document: UInt32) -> ShingleSet {
    if let set = sets[document] { return set }
    return sets.insert(source.shingles(of: Int(document), with: &sketcher), for: document)
  }
}
