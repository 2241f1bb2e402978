/// Compares any two documents of a part of the candidate graph.
///
/// One a thread.
struct ShingleSetCache: ~Copyable, PartCache {
  private let source: any DocumentSource
  private var sketcher: DocumentSketcher
  private var comparer: ShingleComparer
  /// Sketches to estimate similarities from, where there is nothing to compare exactly.
  private let estimates: SketchTable?
  /// Pairs compared so far.
  private(set) var comparisons = 0

  init(_ source: any DocumentSource, shingleWords: Int, slots: Int, bytes: Int, estimates: SketchTable?) {
    self.source = source
    self.estimates = estimates
    comparer = ShingleComparer(bytes: bytes)
    sketcher = DocumentSketcher(shingleWidth: shingleWords, slots: slots)
  }

  mutating func removeAll() {
    comparer.removeAll()
    sketcher.tokenizer.release()
  }

  /// The Jaccard similarity of two documents, or nil if it is below `threshold`.
  ///
  /// Fastest where `a` stays the same while `b` changes.
  mutating func similarity(_ a: UInt32, _ b: UInt32, atLeast threshold: Double) -> Double? {
    comparisons += 1
    if let estimates { return estimates.estimate(Int(a), Int(b), atLeast: threshold) }
    return comparer.similarity(UInt64(a), UInt64(b), atLeast: threshold) { document in
      source.shingles(of: Int(document), with: &sketcher)
    }
  }
}
