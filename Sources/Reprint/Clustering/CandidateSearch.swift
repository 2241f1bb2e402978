import ReprintPlatform

/// Finds the pairs of documents that are worth an exact comparison: those that agree in all rows of some band and in
/// enough slots overall.
///
/// Documents are numbered by their place among the leaders of ``IdenticalDocuments``.
struct CandidateSearch: Sendable {
  let table: SketchTable
  let leaders: [UInt32]
  let plan: BandPlan
  /// Whether every pair of a bucket is wanted, however large the bucket.
  let exhaustive: Bool
  let order: KeepOrder
  let threads: Int

  /// Buckets with more documents than this are hot: something other than copying (a site template, a licence) puts
  /// them together, and comparing all pairs would take quadratic time.
  static let hotBucket = 128
  /// Documents of a hot bucket that the others are compared with.
  static let representatives = 64

  struct Result: Sendable {
    /// Candidate pairs, the smaller number in the upper half; a pair may occur more than once.
    var pairs: [UInt64] = []
    var hotBuckets = 0
    /// Hot buckets with more different documents than representatives.
    var cappedBuckets = 0
  }

  /// - Complexity: O(bands * n) expected time for n documents, plus the candidates; 16 bytes a document and thread of
  ///   scratch memory.
  func run() -> Result {
    let results = Locked([Result](repeating: Result(), count: plan.bands))
    Threads.forEach(plan.bands, threads: threads) { band, _ in
      let found = search(band: band)
      results.withLock { $0[band] = found }
    }
    var total = Result()
    for result in results.value {
      total.pairs += result.pairs
      total.hotBuckets += result.hotBuckets
      total.cappedBuckets += result.cappedBuckets
    }
    return total
  }

  private func search(band: Int) -> Result {
    let count = leaders.count
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * count + 2)
    defer { keys.deallocate() }
    for index in 0..<count {
      keys[index] = bandKey(table.row(Int(leaders[index])), band) & 0xFFFF_FFFF_0000_0000 | UInt64(index)
    }
    UniformSort.sort(keys, count: count, scratch: keys + count + 1)

    var result = Result()
    var start = 0
    while start < count {
      var end = start + 1
      while end < count && keys[end] &>> 32 == keys[start] &>> 32 { end += 1 }
      if end - start > 1 {
        let bucket = UnsafeBufferPointer(start: keys + start, count: end - start)
        if exhaustive || bucket.count <= Self.hotBucket {
          compareAll(bucket, band, into: &result)
        } else {
          compareWithRepresentatives(bucket, into: &result)
        }
      }
      start = end
    }
    return result
  }

  @inline(__always)
  private func bandKey(_ row: UnsafePointer<UInt16>, _ band: Int) -> UInt64 {
    var key = UInt64(band)
    for slot in band &* plan.rows..<(band &+ 1) &* plan.rows {
      key = (key ^ UInt64(row[slot])) &* 0x9E37_79B9_7F4A_7C15
      key ^= key &>> 29
    }
    return Mix.finalize(key)
  }

  /// Every pair of the bucket, unless an earlier band has brought it up already.
  private func compareAll(_ bucket: UnsafeBufferPointer<UInt64>, _ band: Int, into result: inout Result) {
    let floor = plan.agreementFloor
    for i in 0..<bucket.count - 1 {
      let a = UInt32(truncatingIfNeeded: bucket[i])
      let rowA = table.row(Int(leaders[Int(a)]))
      for j in i + 1..<bucket.count {
        let b = UInt32(truncatingIfNeeded: bucket[j])
        let rowB = table.row(Int(leaders[Int(b)]))
        guard table.agreement(rowA, rowB) >= floor, SketchTable.agree(rowA, rowB, band: band, rows: plan.rows),
          !(0..<band).contains(where: { SketchTable.agree(rowA, rowB, band: $0, rows: plan.rows) })
        else { continue }
        result.pairs.append(UInt64(a) << 32 | UInt64(b))
      }
    }
  }

  /// Each document with the representatives before it; one that is like none of them becomes a representative itself,
  /// while there is room.
  ///
  /// In the order of preference, so that a representative is what would be kept.
  private func compareWithRepresentatives(_ bucket: UnsafeBufferPointer<UInt64>, into result: inout Result) {
    let floor = plan.agreementFloor
    let alike = Int(plan.threshold * Double(table.slots))
    let indexOf = Dictionary(
      uniqueKeysWithValues: bucket.map { key in
        let index = UInt32(truncatingIfNeeded: key)
        return (leaders[Int(index)], index)
      })
    var chosen: [(index: UInt32, row: UnsafePointer<UInt16>)] = []
    var capped = false
    for document in order.sorted(Array(indexOf.keys)) {
      let index = indexOf[document]!
      let row = table.row(Int(document))
      var isAlike = false
      for representative in chosen {
        let agreement = table.agreement(representative.row, row)
        guard agreement >= floor else { continue }
        let (low, high) = (min(representative.index, index), max(representative.index, index))
        result.pairs.append(UInt64(low) << 32 | UInt64(high))
        isAlike = isAlike || agreement >= alike
      }
      if isAlike { continue }
      if chosen.count < Self.representatives { chosen.append((index, row)) } else { capped = true }
    }
    result.hotBuckets += 1
    result.cappedBuckets += capped ? 1 : 0
  }
}
