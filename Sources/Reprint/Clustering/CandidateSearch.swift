import ReprintPlatform

/// Finds the pairs of documents that are worth an exact comparison: those that agree in all rows of some band and in
/// enough slots overall.
///
/// Documents are numbered by their place among the leaders of ``IdenticalDocuments``.
package struct CandidateSearch: Sendable {
  let table: SketchTable
  let leaders: [UInt32]
  let plan: BandPlan
  /// Whether every pair of a bucket is wanted, however large the bucket.
  let exhaustive: Bool
  let order: KeepOrder
  let threads: Int
  let limits: Limits

  package init(
    table: SketchTable, leaders: [UInt32], plan: BandPlan, exhaustive: Bool, order: KeepOrder, threads: Int,
    limits: Limits = Limits()
  ) {
    self.table = table
    self.leaders = leaders
    self.plan = plan
    self.exhaustive = exhaustive
    self.order = order
    self.threads = threads
    self.limits = limits
  }

  /// When a bucket is hot, and how much is done then.
  package struct Limits: Sendable {
    /// Buckets with more documents than this are hot.
    ///
    /// Something other than copying (a site template, a licence) puts them together, and comparing all pairs would take
    /// quadratic time and memory. Up to here it takes a millisecond.
    package var hotBucket = 256
    /// Comparisons in a hot bucket: as many representatives are chosen as these allow.
    package var comparisons = 1 << 20
    /// The least number of representatives, however large the bucket.
    package var representatives = 16

    package init() {}

    /// Documents of a hot bucket that the others are compared with.
    package func representatives(for count: Int) -> Int { max(representatives, comparisons / count) }
  }

  package struct Result: Sendable {
    /// Candidate pairs, the smaller number in the upper half, each once.
    package var pairs: [UInt64] = []
    package var hotBuckets = 0
    /// Hot buckets with more different documents than representatives.
    package var cappedBuckets = 0
  }

  /// What one band gives.
  private struct Band: Sendable {
    var pairs: [UInt64] = []
    var hotBuckets: [[UInt32]] = []
  }

  /// Finds the candidates.
  ///
  /// A pair comes from the first band that it agrees in. Pairs of hot buckets don't come from there, so the documents of
  /// these go through the bands again, to come from the first band in which they share a bucket of usual size.
  ///
  /// - Complexity: O(bands * n) expected time for n documents, plus the candidates; 16 bytes a document and thread of
  ///   scratch memory, and where buckets are hot 12 a document.
  package func run() -> Result {
    let bands = searchBands(Array(0..<UInt32(leaders.count)), nil)
    var result = Result(pairs: bands.flatMap(\.pairs))
    let hotBuckets = bands.map(\.hotBuckets)
    guard hotBuckets.contains(where: { !$0.isEmpty }) else { return result }
    var hotBands = BandSets(documents: leaders.count, bands: plan.bands)
    for (band, buckets) in hotBuckets.enumerated() {
      for document in buckets.joined() { hotBands.insert(band, of: document) }
    }
    let crowded = hotBands.documents
    result.pairs += searchBands(crowded, hotBands).flatMap(\.pairs)
    compareWithRepresentatives(hotBuckets, of: crowded, into: &result)
    return result
  }

  /// Goes through all bands with some of the documents.
  ///
  /// - Parameter hotBands: in the second round, the bands in which documents stand in hot buckets.
  private func searchBands(_ documents: [UInt32], _ hotBands: BandSets?) -> [Band] {
    let results = Locked([Band](repeating: Band(), count: plan.bands))
    Threads.forEach(plan.bands, threads: threads) { band, _ in
      let found = search(band, documents, hotBands)
      results.withLock { $0[band] = found }
    }
    return results.value
  }

  private func search(_ band: Int, _ documents: [UInt32], _ hotBands: BandSets?) -> Band {
    let count = documents.count
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * count + 2)
    defer { keys.deallocate() }
    for place in 0..<count {
      keys[place] = plan.key(row(documents[place]), band: band) & 0xFFFF_FFFF_0000_0000 | UInt64(documents[place])
    }
    UniformSort.sort(keys, count: count, scratch: keys + count + 1)

    var result = Band()
    var start = 0
    while start < count {
      var end = start + 1
      while end < count && keys[end] &>> 32 == keys[start] &>> 32 { end += 1 }
      if end - start > 1 {
        let bucket = UnsafeBufferPointer(start: keys + start, count: end - start)
        if exhaustive || bucket.count <= limits.hotBucket {
          compareAll(bucket, band, hotBands, into: &result.pairs)
        } else if hotBands == nil {
          result.hotBuckets += split(bucket, band)
        }
      }
      start = end
    }
    return result
  }

  @inline(__always)
  func row(_ index: UInt32) -> UnsafePointer<UInt16> { table.row(Int(leaders[Int(index)])) }

  /// Every pair of the bucket that no earlier band has brought up; in the second round, only pairs that share a hot
  /// bucket in an earlier band, since all others came up in the first.
  private func compareAll(
    _ bucket: UnsafeBufferPointer<UInt64>, _ band: Int, _ hotBands: BandSets?, into pairs: inout [UInt64]
  ) {
    guard Self.copiedBuckets.contains(bucket.count) else {
      return compareAll(bucket, band, hotBands, into: &pairs) { row(UInt32(truncatingIfNeeded: bucket[$0])) }
    }
    let slots = table.slots
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: bucket.count * slots) { copies in
      let copies = copies.baseAddress!
      for place in bucket.indices {
        (copies + place * slots).initialize(from: row(UInt32(truncatingIfNeeded: bucket[place])), count: slots)
      }
      compareAll(bucket, band, hotBands, into: &pairs) { UnsafePointer(copies + $0 * slots) }
    }
  }

  /// Sizes of buckets whose sketches are first brought together: they are gone through often, and else each would have to
  /// be waited for each time.
  private static let copiedBuckets = 16...1024

  @inline(__always)
  private func compareAll(
    _ bucket: UnsafeBufferPointer<UInt64>, _ band: Int, _ hotBands: BandSets?, into pairs: inout [UInt64],
    row: (_ place: Int) -> UnsafePointer<UInt16>
  ) {
    let floor = plan.agreementFloor
    for i in 0..<bucket.count - 1 {
      let rowA = row(i)
      let a = UInt32(truncatingIfNeeded: bucket[i])
      if let hotBands, hotBands.contains(band, of: a) { continue }
      for j in i + 1..<bucket.count {
        let rowB = row(j)
        let b = UInt32(truncatingIfNeeded: bucket[j])
        if let hotBands {
          guard hotBands.share(a, b, before: band) else { continue }
        } else if band > 0, SketchTable.agree(rowA, rowB, band: 0, rows: plan.rows) {
          continue  // what is very much alike came up in the first band
        }
        guard table.agreement(rowA, rowB) >= floor, SketchTable.agree(rowA, rowB, band: band, rows: plan.rows),
          isNew(rowA, rowB, band, hotBands, a)
        else { continue }
        pairs.append(UInt64(a) << 32 | UInt64(b))
      }
    }
  }

  /// Whether no earlier band has brought the pair up, and in the second round whether it shares a hot bucket there.
  ///
  /// - Parameter a: the document of `rowA`.
  private func isNew(
    _ rowA: UnsafePointer<UInt16>, _ rowB: UnsafePointer<UInt16>, _ band: Int, _ hotBands: BandSets?, _ a: UInt32
  ) -> Bool {
    var sharesHotBucket = false
    for earlier in 0..<band where SketchTable.agree(rowA, rowB, band: earlier, rows: plan.rows) {
      guard let hotBands, hotBands.contains(earlier, of: a) else { return false }
      sharesHotBucket = true
    }
    return sharesHotBucket || hotBands == nil
  }

  /// The documents of a hot bucket by what they truly agree in: its keys are 32 bits of the band's.
  private func split(_ bucket: UnsafeBufferPointer<UInt64>, _ band: Int) -> [[UInt32]] {
    var groups: [[UInt32]] = []
    for key in bucket {
      let index = UInt32(truncatingIfNeeded: key)
      let place = groups.firstIndex { SketchTable.agree(row($0[0]), row(index), band: band, rows: plan.rows) }
      if let place { groups[place].append(index) } else { groups.append([index]) }
    }
    return groups.filter { $0.count > 1 }
  }
}

/// A set of bands for each document: a bit a band.
struct BandSets: Sendable {
  private let words: Int
  private var bits: [UInt64]

  init(documents: Int, bands: Int) {
    words = (bands + 63) / 64
    bits = Array(repeating: 0, count: documents * words)
  }

  mutating func insert(_ band: Int, of document: UInt32) {
    bits[Int(document) * words + band / 64] |= 1 << UInt64(band % 64)
  }

  /// The documents that have a band, ascending.
  var documents: [UInt32] {
    (0..<bits.count / words).filter { bits[$0 * words..<($0 + 1) * words].contains { $0 != 0 } }.map { UInt32($0) }
  }

  func contains(_ band: Int, of document: UInt32) -> Bool {
    bits[Int(document) * words + band / 64] >> UInt64(band % 64) & 1 == 1
  }

  /// Whether both documents have a band below `band`.
  func share(_ a: UInt32, _ b: UInt32, before band: Int) -> Bool {
    let (a, b) = (Int(a) * words, Int(b) * words)
    for word in 0..<band / 64 where bits[a + word] & bits[b + word] != 0 { return true }
    let below: UInt64 = (1 << UInt64(band % 64)) - 1
    return below != 0 && bits[a + band / 64] & bits[b + band / 64] & below != 0
  }
}
