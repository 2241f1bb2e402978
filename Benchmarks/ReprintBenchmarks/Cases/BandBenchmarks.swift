import Reprint
import ReprintCorpora

/// From sketches to candidate pairs.
enum BandBenchmarks {
  static var cases: [BenchmarkCase] {
    [20_000, 1_000_000].map { sort($0) } + [20_000, 200_000].map { search($0) } + [crowded(20_000)]
  }

  /// Sorting the keys of one band.
  private static func sort(_ count: Int) -> BenchmarkCase {
    BenchmarkCase("bands/sort/\(count)", item: "key") {
      var random = SeededGenerator(seed: 3)
      // As the search makes them: a hash above, a document below.
      let original = (0..<count).map { random.next() & 0xFFFF_FFFF_0000_0000 | UInt64($0) }
      let keys = HashBuffer(original)
      let scratch = HashBuffer(count: count)
      return BenchmarkWork(items: count, beforeEach: { keys.fill(original) }) {
        UniformSort.sort(keys.hashes.baseAddress!, count: count, scratch: scratch.hashes.baseAddress!)
        var digest = Digest()
        for place in stride(from: 0, to: count, by: 64) { digest.add(keys.hashes[place]) }
        return digest.value
      }
    }
  }

  /// All bands of a dump with some near-copies.
  private static func search(_ count: Int) -> BenchmarkCase {
    BenchmarkCase("bands/search/\(count)", item: "key") {
      candidates(RandomSketches.nearCopies(count), count)
    }
  }

  /// All bands of a dump in which one page in two has the same long template, which fills a third of its sketch.
  private static func crowded(_ count: Int) -> BenchmarkCase {
    BenchmarkCase("bands/crowded/\(count)", item: "key") {
      candidates(RandomSketches.sharedTemplate(count), count)
    }
  }

  private static func candidates(_ table: SketchTable, _ count: Int) -> BenchmarkWork {
    let plan = ClusteringOptions().bandPlan
    let search = CandidateSearch(
      table: table, leaders: Array(0..<UInt32(count)), plan: plan, exhaustive: false,
      order: KeepOrder(policy: .first, table: table, source: NoDocuments()), threads: 1)
    return BenchmarkWork(items: count * plan.bands) {
      let result = search.run()
      var digest = Digest()
      digest.add(result.hotBuckets)
      digest.add(result.pairs.count)
      for pair in result.pairs { digest.add(pair) }
      return digest.value
    }
  }
}

/// Tables of made-up sketches.
enum RandomSketches {
  /// One document in six is a copy of one of the hundred before it, in 50 to 100 % of its slots.
  static func nearCopies(_ count: Int) -> SketchTable {
    var random = SeededGenerator(seed: 4)
    var latest: [[UInt32]] = []
    return table(count) { slots in
      var row = (0..<slots).map { _ in UInt32(truncatingIfNeeded: random.next()) }
      if latest.count == 100 && random.oneIn(6) {
        let (original, percent) = (random.pick(latest), 50 + random.below(51))
        for slot in 0..<slots where random.below(100) < percent { row[slot] = original[slot] }
      }
      if latest.count < 100 { latest.append(row) } else { latest[random.below(100)] = row }
      return row
    }
  }

  /// One document in two has the first third of its slots in common with the others of its kind.
  static func sharedTemplate(_ count: Int) -> SketchTable {
    var random = SeededGenerator(seed: 5)
    let template = (0..<256).map { _ in UInt32(truncatingIfNeeded: random.next()) }
    return table(count) { slots in
      var row = (0..<slots).map { _ in UInt32(truncatingIfNeeded: random.next()) }
      if random.oneIn(2) { row.replaceSubrange(0..<slots / 3, with: template[0..<slots / 3]) }
      return row
    }
  }

  private static func table(_ count: Int, _ makeRow: (_ slots: Int) -> [UInt32]) -> SketchTable {
    let slots = FastSimilaritySketch.defaultSlots
    let table = SketchTable(slots: slots)
    var batch = SketchBatch(slots: slots)
    for _ in 0..<count {
      var row = makeRow(slots)
      row.withUnsafeMutableBufferPointer { batch.append(slots: $0, wordCount: 300, fingerprint: 0) }
      if batch.count == 1000 {
        table.append(batch)
        batch = SketchBatch(slots: slots)
      }
    }
    table.append(batch)
    return table
  }
}

/// Stands in where there are sketches but no texts.
struct NoDocuments: DocumentSource {
  func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
    UnsafeBufferPointer(start: nil, count: 0)
  }

  func identifier(of document: Int) -> [UInt8] { [] }

  func published(of document: Int) -> Double? { nil }
}
