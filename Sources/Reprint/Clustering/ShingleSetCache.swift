/// Shingle sets of documents, made when first asked for and kept while there is room: the exact side of verification.
///
/// One cache a thread.
struct ShingleSetCache: ~Copyable, PartCache {
  private let source: any DocumentSource
  private var sketcher: DocumentSketcher
  private var sets: ShingleSetStore<UInt32>
  /// Pairs compared so far.
  private(set) var comparisons = 0

  /// Sketches to estimate similarities from, where there is nothing to compare exactly.
  private let estimates: SketchTable?

  init(_ source: any DocumentSource, shingleWords: Int, slots: Int, bytes: Int, estimates: SketchTable?) {
    self.source = source
    self.estimates = estimates
    sets = ShingleSetStore(bytes: bytes)
    sketcher = DocumentSketcher(shingleWidth: shingleWords, slots: slots)
  }

  /// The Jaccard similarity of two documents, or nil if it is below `threshold`.
  ///
  /// Fastest where `a` stays the same while `b` changes.
  mutating func similarity(_ a: UInt32, _ b: UInt32, atLeast threshold: Double) -> Double? {
    comparisons += 1
    if let estimates { return estimates.estimate(Int(a), Int(b), atLeast: threshold) }
    sets.makeRoom()
    // The processor's caches have the table of `a` then, and of the other only the row of shingles is needed.
    let table = set(of: a)
    return set(of: b).jaccard(table, atLeast: threshold)
  }

  mutating func removeAll() { sets.removeAll() }

  private mutating func set(of document: UInt32) -> ShingleSet {
    if let set = sets[document] { return set }
    return sets.insert(source.shingles(of: Int(document), with: &sketcher), for: document)
  }
}
