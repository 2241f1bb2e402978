package import Reprint
import ReprintPlatform

/// From sketches in scratch files to verified clusters or pairs: what ``NearDuplicateSearch`` does, with bounded memory
/// and the same result.
///
/// In memory at a time are a part of the records that are being sorted, a part of the sketches that are being compared,
/// one crowded bucket or one group of copies (4 to 30 bytes a document), and some parts of the candidate graph (60 bytes
/// a pair), at least one.
package struct BoundedSearch {
  private let dump: SketchedDump
  private let bounded: BoundedDump
  private let options: ClusteringOptions
  private let order: KeepOrder
  private let limits: CandidateSearch.Limits

  package init?(
    _ dump: SketchedDump, options: ClusteringOptions, limits: CandidateSearch.Limits = CandidateSearch.Limits()
  ) {
    guard let bounded = dump.bounded else { return nil }
    self.dump = dump
    self.bounded = bounded
    self.options = options
    self.limits = limits
    order = KeepOrder(policy: options.keep, source: dump) { bounded.places[$0].words }
  }

  /// The clusters of two or more, in the input order of their kept documents.
  package func clusters(_ statistics: inout NearDuplicateSearch.Statistics) throws(DumpError) -> FoundClusters {
    let (copies, links) = try verified(exhaustive: false, &statistics)
    return FoundClusters(try ClusterExpansion(bounded.run).clusters(links: links, copies: copies.copies))
  }

  /// All pairs at or above the threshold, in input order of the first, then the second.
  package func pairs(_ statistics: inout NearDuplicateSearch.Statistics) throws(DumpError) -> FoundPairs {
    let (copies, links) = try verified(exhaustive: true, &statistics)
    return FoundPairs(try ClusterExpansion(bounded.run).pairs(links: links, copies: copies.copies))
  }

  /// Removed documents by their numbers, from the clusters.
  package func removals(of clusters: FoundClusters) throws(DumpError) -> (FoundRemovals, clusters: Int, removed: Int) {
    let sorter = ExternalSorter<UInt128>(bounded.run.space, bytes: bounded.run.budget.sorter)
    var count = 0
    while let cluster = try clusters.next() {
      count += 1
      for member in cluster.removed {
        try sorter.add(
          UInt128(member.document) << 96 | UInt128(cluster.kept) << 64 | UInt128(member.similarity.bitPattern))
      }
    }
    let removed = sorter.count
    return (FoundRemovals(try sorter.sorted()), count, removed)
  }

  /// Runs the stages up to exact comparison.
  private func verified(
    exhaustive: Bool, _ statistics: inout NearDuplicateSearch.Statistics
  ) throws(DumpError) -> (SpilledCopies, links: SpillFile) {
    let plan = options.bandPlan
    let before = Clock.processCPU
    let copies = try SpilledCopies(bounded, order: order)
    let bands = BandFiles(
      dump: bounded, leaders: copies.leaders, plan: plan, isExhaustive: exhaustive, order: order, limits: limits)
    if !bounded.run.isDone(RunState.Stage.candidates) { try search(bands, plan.bands) }
    let parts = try CandidateParts(bounded, plan: plan)
    let middle = Clock.processCPU
    let links = try verify(parts.file, exhaustive: exhaustive)
    let state = bounded.run.current
    statistics.bandSeconds = middle - before
    statistics.verifySeconds = Clock.processCPU - middle
    statistics.candidates = parts.file.count
    statistics.verified = state.compared
    statistics.hotBuckets = state.hotBuckets
    statistics.cappedBuckets = state.cappedBuckets
    return (copies, links)
  }

  private func search(_ bands: BandFiles, _ count: Int) throws(DumpError) {
    let left = (0..<count).filter { !bounded.run.isDone(RunState.Stage.band($0)) }
    let failure = Locked<DumpError?>(nil)
    Threads.forEach(left.count, threads: options.threads) { index, _ in
      guard failure.value == nil else { return }
      do throws(DumpError) {
        try bands.search(left[index])
      } catch {
        failure.withLock { if $0 == nil { $0 = error } }
      }
    }
    if let failure = failure.value { throw failure }
  }

  /// Compares the candidates, some parts at a time, and records how far that is.
  ///
  /// A link is a document, the kept one of its cluster and their similarity, or two documents and their similarity.
  private func verify(_ parts: SpillFile, exhaustive: Bool) throws(DumpError) -> SpillFile {
    let run = bounded.run
    let name = "links"
    var state = run.current
    let writer: SpillWriter
    if run.space.stateDirectory != nil, let recorded = state.files[name] {
      writer = try SpillWriter(
        resuming: run.space.reopen(name), recordSize: 16, count: recorded.count, tail: recorded.tail)
    } else {
      writer = SpillWriter(try run.space.create(name), recordSize: 16)
      (state.verified, state.compared) = (0, 0)
    }
    let reader = SpillReader<UInt128>(parts)
    try reader.skip(state.verified)
    var next = try reader.next()
    while next != nil {
      var batch: [UInt64] = []
      var part = next! >> 64
      while let record = next {
        // Clusters need a part as a whole, pairs don't.
        if exhaustive || record >> 64 != part {
          if batch.count >= run.budget.batchPairs { break }
          part = record >> 64
        }
        batch.append(UInt64(truncatingIfNeeded: record))
        next = try reader.next()
      }
      state.verified += batch.count
      state.compared += try verify(consume batch, exhaustive: exhaustive, to: writer)
      let (verified, compared) = (state.verified, state.compared)
      if run.isSaveDue || next == nil {
        try writer.flush()
        if run.space.stateDirectory != nil { try writer.handle.synchronize() }
        try run.save { state throws(DumpError) in
          state.files[name] = RunState.File(count: writer.count, tail: writer.tail)
          (state.verified, state.compared) = (verified, compared)
        }
      }
    }
    return try writer.endRun()
  }

  private func verify(
    _ pairs: consuming [UInt64], exhaustive: Bool, to writer: SpillWriter
  ) throws(DumpError) -> Int {
    let batch = CandidateBatch(
      consume pairs, source: dump, options: options, order: order, cacheBytes: bounded.run.budget.shingleSets)
    if exhaustive {
      let found = batch.pairs()
      for pair in found.pairs {
        try writer.append(UInt128(pair.a) << 96 | UInt128(pair.b) << 64 | UInt128(pair.similarity.bitPattern))
      }
      return found.compared
    }
    let found = batch.memberships()
    for member in found.memberships {
      try writer.append(
        UInt128(member.document) << 96 | UInt128(member.kept) << 64 | UInt128(member.similarity.bitPattern))
    }
    return found.compared
  }
}
