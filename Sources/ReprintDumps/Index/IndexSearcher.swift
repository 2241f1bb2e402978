import Reprint

/// Answers one question after the other from a snapshot: what is most similar to a document.
///
/// One a thread.
struct IndexSearcher: ~Copyable {
  /// The most similar document.
  struct Answer: Sendable, Equatable {
    var place: UInt64
    var similarity: Double
    /// Whether the similarity was estimated from sketches.
    var isEstimated: Bool
  }

  private let snapshot: IndexSnapshot
  private let search: NearestSearch
  private var sketcher: DocumentSketcher
  private var comparer: ShingleComparer
  private var places: [UInt64] = []
  private var candidates: [NearestSearch.Candidate] = []

  /// The key of the document asked about: another each time, from the top, where the index has no places.
  private var asked = UInt64.max
  /// Memory for rows of shingles.
  private static let rowBytes = 32 << 20

  /// - Parameter search: how much to look at; nil is the usual.
  init(_ snapshot: IndexSnapshot, _ search: NearestSearch? = nil) {
    self.snapshot = snapshot
    self.search = search ?? NearestSearch(snapshot.plan)
    let options = snapshot.manifest.options
    sketcher = DocumentSketcher(shingleWidth: options.shingleWords, slots: options.slots)
    comparer = ShingleComparer(bytes: Self.rowBytes)
  }

  /// The most similar live document at or above the threshold, the earliest of equals.
  ///
  /// - Parameters:
  ///   - words: of the document; one without any is like no other.
  ///   - shingles: called if candidates are to be compared exactly; valid until the sketcher is used again.
  mutating func answer(
    sketch: UnsafePointer<UInt16>, words: UInt32, fingerprint: UInt64,
    shingles: (inout DocumentSketcher) -> UnsafeBufferPointer<UInt64>
  ) throws(DumpError) -> Answer? {
    guard words > 0 else { return nil }
    let text = TextIdentity(fingerprint: fingerprint, words: words, sketch: sketch, slots: snapshot.plan.slots)
    let identical = try snapshot.place(of: text) { _, _ in true }?.bits
    try collectCandidates(sketch)
    guard snapshot.manifest.options.keepsTexts else {
      return search.estimate(of: candidates, identical: identical).map {
        Answer(place: $0.document, similarity: $0.similarity, isEstimated: identical == nil)
      }
    }
    guard !candidates.isEmpty || identical != nil else { return nil }
    asked -= 1
    let best = try search.best(of: candidates, identical: identical) { place throws(DumpError) in
      try comparer.similarity(asked, place, atLeast: snapshot.plan.threshold) { key throws(DumpError) in
        key == asked ? shingles(&sketcher) : try Self.shingles(of: key, snapshot, &sketcher)
      }
    }
    return best.map { Answer(place: $0.document, similarity: $0.similarity, isEstimated: false) }
  }

  /// Finds the live documents that share a band and whose sketches agree enough, and ranks them.
  private mutating func collectCandidates(_ sketch: UnsafePointer<UInt16>) throws(DumpError) {
    places.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    let plan = snapshot.plan
    for band in 0..<plan.bands {
      let key = UInt32(truncatingIfNeeded: plan.key(sketch, band: band) >> 32)
      var left = search.mostInBucket
      for (number, segment) in snapshot.segments.enumerated() where left > 0 {
        try segment.table(band).forEachRow(key) { row throws(DumpError) in
          if !snapshot.removed.isEmpty, snapshot.isRemoved(try segment.number(row)) { return true }
          places.append(UInt64(number) << 32 | UInt64(row))
          left -= 1
          return left > 0
        }
      }
    }
    places.sort()
    var last = UInt64.max
    let floor = plan.agreementFloor
    for place in places where place != last {
      last = place
      let other = try snapshot.segments[Int(place >> 32)].sketch(Int(place & 0xFFFF_FFFF))
      let agreement = SketchTable.agreement(sketch, other, slots: plan.slots)
      if agreement >= floor { candidates.append(NearestSearch.Candidate(document: place, agreement: agreement)) }
    }
    search.rank(&candidates)
  }

  /// The shingles of a document of the index, from its text.
  private static func shingles(
    of place: UInt64, _ snapshot: IndexSnapshot, _ sketcher: inout DocumentSketcher
  ) throws(DumpError) -> UnsafeBufferPointer<UInt64> {
    let segment = snapshot.segments[Int(place >> 32)]
    let text = try segment.text(segment.document(Int(place & 0xFFFF_FFFF)))
    sketcher.tokenizer.hashWords(plain: text)
    return sketcher.shingleWords()
  }
}
