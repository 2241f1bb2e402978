import ReprintPlatform

extension CandidateSearch {
  /// The documents of a hot bucket that became representatives, and who was compared with them.
  private struct RepresentedBucket: Sendable {
    var representatives: [UInt32] = []
    /// Pairs that agree in enough slots: the place of a representative, and another document.
    var pairs: [(representative: UInt32, document: UInt32)] = []
    /// Whether there were more different documents than representatives.
    var isCapped = false
  }

  /// In each hot bucket, every document with the representatives before it.
  ///
  /// - Parameters:
  ///   - buckets: by band.
  ///   - crowded: the documents of all these buckets.
  func compareWithRepresentatives(_ buckets: [[[UInt32]]], of crowded: [UInt32], into result: inout Result) {
    let all = buckets.enumerated().flatMap { band, buckets in buckets.map { (band: band, documents: $0) } }
    let ranks = ranks(of: crowded)
    let compared = Locked([RepresentedBucket](repeating: RepresentedBucket(), count: all.count))
    Threads.forEach(all.count, threads: threads) { number, _ in
      let bucket = represented(all[number].documents.sorted { ranks[Int($0)] < ranks[Int($1)] })
      compared.withLock { $0[number] = bucket }
    }
    // In which bands a document represents its bucket: a pair comes from the first that it agrees in.
    var bandsOf: [UInt32: [Int]] = [:]
    for (bucket, represented) in zip(all, compared.value) {
      for representative in represented.representatives { bandsOf[representative, default: []].append(bucket.band) }
    }
    for (bucket, represented) in zip(all, compared.value) {
      let earlier = represented.representatives.map { bandsOf[$0]!.prefix { $0 < bucket.band } }
      for (place, document) in represented.pairs {
        let place = Int(place)
        let representative = represented.representatives[place]
        let (a, b) = (row(representative), row(document))
        if earlier[place].contains(where: { SketchTable.agree(a, b, band: $0, rows: plan.rows) }) { continue }
        result.pairs.append(
          UInt64(min(representative, document)) << 32 | UInt64(max(representative, document)))
      }
      result.cappedBuckets += represented.isCapped ? 1 : 0
    }
    result.hotBuckets += all.count
  }

  /// Compares the documents of a bucket, the one to keep first.
  ///
  /// One that is not surely like a representative becomes one itself, while there is room: in this order, so that a
  /// representative is what would be kept.
  private func represented(_ documents: [UInt32]) -> RepresentedBucket {
    let (floor, alike) = (plan.agreementFloor, plan.agreementCeiling)
    let most = limits.representatives(for: documents.count)
    var bucket = RepresentedBucket()
    for document in documents {
      let row = row(document)
      var isAlike = false
      for (place, representative) in bucket.representatives.enumerated() {
        let agreement = table.agreement(self.row(representative), row)
        guard agreement >= floor else { continue }
        isAlike = isAlike || agreement >= alike
        bucket.pairs.append((UInt32(place), document))
      }
      if isAlike { continue }
      if bucket.representatives.count < most {
        bucket.representatives.append(document)
      } else {
        bucket.isCapped = true
      }
    }
    return bucket
  }

  /// For each leader that is among the documents its place in the order of preference.
  private func ranks(of documents: [UInt32]) -> [UInt32] {
    let numbers = documents.map { leaders[Int($0)] }
    var ranks = [UInt32](repeating: .max, count: leaders.count)
    for (rank, number) in order.sorted(numbers).enumerated() {
      ranks[Int(documents[numbers.ascendingPlace(of: number)])] = UInt32(rank)
    }
    return ranks
  }
}
