import Reprint

/// Compares the sketches of crowded buckets of one band, some buckets at a time, and hands on the pairs that agree in
/// enough slots.
///
/// What `CandidateSearch` does with buckets, with no more sketches in memory than there is room for.
final class CrowdedBuckets {
  private let fetcher: SketchFetcher
  private let plan: BandPlan
  private let order: KeepOrder
  private let limits: CandidateSearch.Limits
  private let deliver: (UInt64) throws(DumpError) -> Void
  private let capacity: Int
  private let rows: UnsafeMutablePointer<UInt16>
  /// Buckets that wait to be compared, one behind the other, and where each ends.
  private var documents: [UInt32] = []
  private var ends: [(end: Int, comparesAll: Bool)] = []
  private(set) var hotBuckets = 0
  private(set) var cappedBuckets = 0

  /// - Parameters:
  ///   - bytes: memory for sketches.
  ///   - deliver: takes pairs, the smaller document in the upper half; a pair may come again from another band.
  init(
    _ sketches: SpillFile, plan: BandPlan, order: KeepOrder, limits: CandidateSearch.Limits, bytes: Int,
    deliver: @escaping (UInt64) throws(DumpError) -> Void
  ) {
    fetcher = SketchFetcher(sketches, slots: plan.slots)
    self.plan = plan
    self.order = order
    self.limits = limits
    self.deliver = deliver
    capacity = max(64, bytes / (2 * plan.slots))
    rows = .allocate(capacity: capacity * plan.slots)
  }

  deinit { rows.deallocate() }

  /// Takes a bucket: documents that agree in the band, ascending.
  ///
  /// - Parameter comparesAll: whether all its pairs are to be compared, or each document with representatives.
  func add(_ bucket: some Collection<UInt32>, comparesAll: Bool) throws(DumpError) {
    if !comparesAll { hotBuckets += 1 }
    guard bucket.count <= capacity / 2 else {
      let bucket = Array(bucket)
      if comparesAll { return try compareAllInPieces(bucket) }
      return try compareWithRepresentatives(bucket)
    }
    if documents.count + bucket.count > capacity { try flush() }
    documents += bucket
    ends.append((documents.count, comparesAll))
  }

  /// Compares the buckets that wait.
  func flush() throws(DumpError) {
    // Representatives are fetched in an order of their own.
    var start = 0
    var whole: [UInt32] = []
    var wholeEnds: [Int] = []
    for (end, comparesAll) in ends {
      if comparesAll {
        whole += documents[start..<end]
        wholeEnds.append(whole.count)
      }
      start = end
    }
    if !whole.isEmpty {
      try fetcher.copy(whole, to: rows)
      start = 0
      for end in wholeEnds {
        try compare(whole[start..<end], at: start, whole[start..<end], at: start)
        start = end
      }
    }
    start = 0
    for (end, comparesAll) in ends {
      if !comparesAll { try compareWithRepresentatives(Array(documents[start..<end])) }
      start = end
    }
    documents.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// All pairs of a bucket that is too large to be in memory at once: piece by piece with each piece before.
  private func compareAllInPieces(_ bucket: [UInt32]) throws(DumpError) {
    try flush()
    let size = capacity / 2
    for upper in stride(from: 0, to: bucket.count, by: size) {
      let later = bucket[upper..<min(upper + size, bucket.count)]
      try fetcher.copy(Array(later), to: rows + size * plan.slots)
      try compare(later, at: size, later, at: size)
      for lower in stride(from: 0, to: upper, by: size) {
        let earlier = bucket[lower..<lower + size]
        try fetcher.copy(Array(earlier), to: rows)
        try compare(earlier, at: 0, later, at: size)
      }
    }
  }

  /// The pairs of two pieces of a bucket, or of one with itself, whose sketches stand from a place on.
  private func compare(
    _ a: ArraySlice<UInt32>, at placeA: Int, _ b: ArraySlice<UInt32>, at placeB: Int
  ) throws(DumpError) {
    let slots = plan.slots
    let floor = plan.agreementFloor
    for (i, document) in a.enumerated() {
      let row = rows + (placeA + i) * slots
      for j in (placeA == placeB ? i + 1 : 0)..<b.count
      where SketchTable.agreement(row, rows + (placeB + j) * slots, slots: slots) >= floor {
        try deliver(UInt64(document) << 32 | UInt64(b[b.startIndex + j]))
      }
    }
  }

  /// Every document with the representatives before it, in order of preference: see `CandidateSearch`.
  private func compareWithRepresentatives(_ bucket: [UInt32]) throws(DumpError) {
    let slots = plan.slots
    let most = limits.representatives(for: bucket.count)
    let chosenRows = UnsafeMutablePointer<UInt16>.allocate(capacity: min(most, bucket.count) * slots)
    let pieceRows = UnsafeMutablePointer<UInt16>.allocate(capacity: min(bucket.count, capacity) * slots)
    defer {
      chosenRows.deallocate()
      pieceRows.deallocate()
    }
    let preferred = order.sorted(bucket)
    var chosen: [UInt32] = []
    var isCapped = false
    for start in stride(from: 0, to: preferred.count, by: capacity) {
      let piece = Array(preferred[start..<min(start + capacity, preferred.count)])
      try fetcher.copy(piece, to: pieceRows)
      for (place, document) in piece.enumerated() {
        let row = pieceRows + place * slots
        var isAlike = false
        for (number, representative) in chosen.enumerated() {
          let agreement = SketchTable.agreement(chosenRows + number * slots, row, slots: slots)
          guard agreement >= plan.agreementFloor else { continue }
          isAlike = isAlike || agreement >= plan.agreementCeiling
          try deliver(UInt64(min(representative, document)) << 32 | UInt64(max(representative, document)))
        }
        if isAlike { continue }
        if chosen.count < most {
          (chosenRows + chosen.count * slots).update(from: row, count: slots)
          chosen.append(document)
        } else {
          isCapped = true
        }
      }
    }
    cappedBuckets += isCapped ? 1 : 0
  }
}
