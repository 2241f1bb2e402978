/// Shingle sets of documents, made when first asked for and kept while there is room: the exact side of verification.
///
/// One cache a thread.
struct ShingleSetCache: ~Copyable {
  private let source: any DocumentSource
  private var sketcher: DocumentSketcher
  private var sets: ShingleSetStore<UInt32>
  /// Pairs compared so far.
  private(set) var comparisons = 0

  /// Sketches to estimate similarities from, where there is nothing to compare exactly.
  private let estimates: SketchTable?

  /// Memory to fill where nothing is said of it: 64 MiB.
  static let usualBytes = 64 << 20

  init(
    _ source: any DocumentSource, shingleWords: Int, slots: Int, bytes: Int = usualBytes,
    estimates: SketchTable? = nil
  ) {
    self.source = source
    self.estimates = estimates
    sets = ShingleSetStore(bytes: bytes)
    sketcher = DocumentSketcher(shingleWidth: shingleWords, slots: slots)
  }

  /// The Jaccard similarity of two documents, or nil if it is below `threshold`.
  mutating func similarity(_ a: UInt32, _ b: UInt32, atLeast threshold: Double) -> Double? {
    comparisons += 1
    if let estimates {
      let agreement = estimates.agreement(estimates.row(Int(a)), estimates.row(Int(b)))
      let similarity = Double(agreement) / Double(estimates.slots)
      return similarity >= threshold ? similarity : nil
    }
    sets.makeRoom()
    let left = set(of: a)
    return left.jaccard(set(of: b), atLeast: threshold)
  }

  /// Forgets all documents: none of them will be asked for again.
  mutating func removeAll() { sets.removeAll() }

  /// Forgets a document that has just been compared and won't be again.
  mutating func remove(_ document: UInt32) { sets.removeNewest(document) }

  private mutating func set(of document: UInt32) -> ShingleSet {
    if let set = sets[document] { return set }
    return sets.insert(source.shingles(of: Int(document), with: &sketcher), for: document)
  }
}
