import Reprint

/// Searches the bands of a dump in scratch files, each for itself.
struct BandFiles: Sendable {
  let dump: BoundedDump
  let leaders: SpillFile
  let plan: BandPlan
  let isExhaustive: Bool
  let order: KeepOrder
  let limits: CandidateSearch.Limits

  /// Pairs that agree in the band and are to be compared, each in a number, ascending.
  static func pairs(_ band: Int) -> String { "pairs.\(band)" }
  /// Pairs of crowded buckets, whose sketches are compared already, ascending.
  static func near(_ band: Int) -> String { "near.\(band)" }

  /// Buckets up to this size are left to be compared with all other pairs: more would bring up too many.
  private static let largestOpen = 32

  /// Writes the pairs of a band to scratch files.
  ///
  /// - Complexity: O(n log n) time for n documents, plus the pairs.
  func search(_ band: Int) throws(DumpError) {
    let run = dump.run
    let open = ExternalSorter<UInt64>(run.space, bytes: run.budget.bandPairs)
    let near = ExternalSorter<UInt64>(run.space, bytes: run.budget.bandPairs)
    let crowded = CrowdedBuckets(
      dump.column(SpilledColumns.sketches), plan: plan, order: order, limits: limits,
      bytes: run.budget.crowdedSketches
    ) { pair throws(DumpError) in
      try near.add(pair)
    }
    let keys = try sortedKeys(band)
    /// The documents whose keys share the upper half, with the lower half of theirs.
    var bucket: [UInt64] = []
    var upper: UInt64 = .max
    while let record = try keys.next() {
      let half = UInt64(truncatingIfNeeded: record >> 64)
      if half != upper {
        if bucket.count > 1 { try takePairs(bucket, open, crowded) }
        bucket.removeAll(keepingCapacity: true)
        upper = half
      }
      bucket.append(UInt64(truncatingIfNeeded: record))
    }
    if bucket.count > 1 { try takePairs(bucket, open, crowded) }
    try crowded.flush()
    let files = [
      Self.pairs(band): try write(open.sorted(), Self.pairs(band)),
      Self.near(band): try write(near.sorted(), Self.near(band)),
    ]
    try run.finish(RunState.Stage.band(band), files) { state in
      state.hotBuckets += crowded.hotBuckets
      state.cappedBuckets += crowded.cappedBuckets
    }
  }

  /// The leaders' keys, each with the document in its lowest 32 bits.
  private func sortedKeys(_ band: Int) throws(DumpError) -> SortedRecords<UInt128> {
    let run = dump.run
    let sorter = ExternalSorter<UInt128>(run.space, bytes: run.budget.bandKeys)
    let keys = SpillReader<UInt64>(dump.column(SpilledColumns.band(band)))
    let marks = SpillReader<UInt64>(leaders)
    var document: UInt64 = 0
    var bits: UInt64 = 0
    while let key = try keys.next() {
      if document & 63 == 0 { bits = try marks.next() ?? 0 }
      if bits >> (document & 63) & 1 == 1 { try sorter.add(UInt128(key) << 32 | UInt128(document)) }
      document += 1
    }
    return try sorter.sorted()
  }

  /// The pairs of a bucket's documents that truly agree in the band; the bucket counts as crowded by all its documents.
  private func takePairs(
    _ bucket: [UInt64], _ open: ExternalSorter<UInt64>, _ crowded: CrowdedBuckets
  ) throws(DumpError) {
    let comparesAll = isExhaustive || bucket.count <= limits.hotBucket
    var start = 0
    while start < bucket.count {
      var end = start + 1
      while end < bucket.count && bucket[end] >> 32 == bucket[start] >> 32 { end += 1 }
      if !comparesAll || end - start > Self.largestOpen {
        if end - start > 1 {
          try crowded.add(bucket[start..<end].map { UInt32(truncatingIfNeeded: $0) }, comparesAll: comparesAll)
        }
      } else {
        for i in start..<end {
          for j in i + 1..<max(i + 1, end) {
            try open.add(bucket[i] << 32 | bucket[j] & 0xFFFF_FFFF)
          }
        }
      }
      start = end
    }
  }

  private func write(_ sorted: SortedRecords<UInt64>, _ name: String) throws(DumpError) -> SpillFile {
    let writer = SpillWriter(try dump.run.space.create(name), recordSize: 8)
    var last: UInt64?
    while let record = try sorted.next() {
      if record != last { try writer.append(record) }
      last = record
    }
    return try writer.endRun()
  }
}
