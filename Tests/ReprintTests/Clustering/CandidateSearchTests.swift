import ReprintTestSupport
import Testing

@testable import Reprint

/// Documents that are nothing but sketches.
private final class SketchesOnly: DocumentSource {
  let table: SketchTable
  let rows: [[UInt16]]

  init(_ rows: [[UInt16]]) {
    self.rows = rows
    table = SketchTable(slots: rows.first?.count ?? 128)
    var batch = SketchBatch(slots: table.slots)
    for (number, row) in rows.enumerated() {
      var wide = row.map { UInt32($0) }
      wide.withUnsafeMutableBufferPointer { batch.append(slots: $0, wordCount: 100, fingerprint: UInt64(number)) }
    }
    table.append(batch)
  }

  func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
    UnsafeBufferPointer(start: nil, count: 0)
  }

  func identifier(of document: Int) -> [UInt8] { [] }
  func published(of document: Int) -> Double? { nil }

  func candidates(_ plan: BandPlan, exhaustive: Bool, threads: Int = 1) -> CandidateSearch.Result {
    let order = KeepOrder(policy: .first, table: table, source: self)
    let leaders = (0..<UInt32(rows.count)).map { $0 }
    return CandidateSearch(
      table: table, leaders: leaders, plan: plan, exhaustive: exhaustive, order: order, threads: threads,
      limits: .small
    ).run()
  }

  func agreement(_ a: Int, _ b: Int) -> Int { zip(rows[a], rows[b]).count { $0 == $1 } }

  func band(_ document: Int, _ band: Int, _ plan: BandPlan) -> [UInt16] {
    Array(rows[document][band * plan.rows..<(band + 1) * plan.rows])
  }
}

@Suite struct CandidateSearchTests {
  private let plan = BandPlan(threshold: 0.8, slots: 128)

  private func names(_ pairs: [UInt64]) -> [Pair] { pairs.map { Pair(Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) } }

  /// Groups of rows that agree in a share of their slots.
  private func groups(_ sizes: [Int], share: Double, seed: UInt64) -> [[UInt16]] {
    var generator = SeededGenerator(seed: seed)
    var rows: [[UInt16]] = []
    for size in sizes {
      let base = (0..<128).map { _ in UInt16(truncatingIfNeeded: generator.next()) }
      for _ in 0..<size {
        rows.append(base.map { generator.chance(share) ? $0 : UInt16(truncatingIfNeeded: generator.next()) })
      }
    }
    return rows.shuffled(using: &generator)
  }

  /// What candidates are: all pairs that agree in all rows of a band and in enough slots.
  private func expected(_ documents: SketchesOnly) -> Set<Pair> {
    var pairs: Set<Pair> = []
    for a in documents.rows.indices {
      for b in documents.rows.indices where b > a && documents.agreement(a, b) >= plan.agreementFloor {
        let shares = (0..<plan.bands).contains { documents.band(a, $0, plan) == documents.band(b, $0, plan) }
        if shares { pairs.insert(Pair(a, b)) }
      }
    }
    return pairs
  }

  @Test(arguments: [0.8, 0.9, 0.97])
  func candidatesAreThePairsThatAgreeInABandAndInEnoughSlots(share: Double) {
    let documents = SketchesOnly(groups([1, 1, 1, 2, 2, 3, 5, 10, 40, 100], share: share, seed: UInt64(share * 100)))
    let expected = expected(documents)
    #expect(!expected.isEmpty)
    for exhaustive in [true, false] {
      let result = documents.candidates(plan, exhaustive: exhaustive)
      let found = names(result.pairs)
      #expect(Set(found) == expected)
      #expect(found.count == expected.count, "each pair once")
      #expect(result.pairs.allSatisfy { $0 >> 32 < $0 & 0xFFFF_FFFF })
      #expect(result.hotBuckets == 0 && result.cappedBuckets == 0)
    }
  }

  @Test func crowdedBucketsAreSearchedWholeWhereThatIsAskedFor() {
    let documents = SketchesOnly(groups([CandidateSearch.Limits.small.hotBucket + 40], share: 0.98, seed: 2))
    let result = documents.candidates(plan, exhaustive: true)
    #expect(Set(names(result.pairs)) == expected(documents))
    #expect(result.hotBuckets == 0)
  }

  @Test func crowdedBucketsOfCopiesTakeLinearTime() {
    let count = 1000
    let documents = SketchesOnly(groups([count], share: 0.99, seed: 3))
    let result = documents.candidates(plan, exhaustive: false)
    #expect(result.hotBuckets > 0 && result.cappedBuckets == 0)
    #expect(result.pairs.count < 2 * plan.bands * count)
    // The first document of a bucket stands for the others.
    let withFirst = Set(names(result.pairs).filter { $0.a == 0 }.map(\.b))
    #expect(withFirst.count == count - 1)
  }

  @Test func threadsChangeNothing() {
    let documents = SketchesOnly(groups([2, 30, 200, 150], share: 0.9, seed: 4))
    let one = documents.candidates(plan, exhaustive: false).pairs
    #expect(documents.candidates(plan, exhaustive: false, threads: 2).pairs == one)
    #expect(documents.candidates(plan, exhaustive: false, threads: 7).pairs == one)
  }

  /// More different documents than there are representatives share the first band; two of the last ones share all
  /// others with each other and with nobody else.
  @Test func smallBucketsAreSearchedWhateverLargeOnesHold() {
    var generator = SeededGenerator(seed: 5)
    let template = (0..<plan.rows).map { _ in UInt16(truncatingIfNeeded: generator.next()) }
    func row() -> [UInt16] {
      template + (plan.rows..<128).map { _ in UInt16(truncatingIfNeeded: generator.next()) }
    }
    var rows = (0..<300).map { _ in row() }
    rows.append(rows[299])
    rows[300][127] ^= 1  // not quite the same
    let documents = SketchesOnly(rows)
    #expect(documents.agreement(299, 300) == 127)
    let result = documents.candidates(plan, exhaustive: false)
    #expect(result.hotBuckets == 1 && result.cappedBuckets == 1)
    #expect(names(result.pairs).contains(Pair(299, 300)))
    #expect(names(documents.candidates(plan, exhaustive: true).pairs) == [Pair(299, 300)])
  }

  @Test func nothingToSearch() {
    for rows in [[], [[UInt16](repeating: 1, count: 128)]] {
      let result = SketchesOnly(rows).candidates(plan, exhaustive: false)
      #expect(result.pairs.isEmpty && result.hotBuckets == 0)
    }
  }

  @Test(arguments: [1, 21, 64, 65, 256])
  func setsOfBandsAreSets(bands: Int) {
    var generator = SeededGenerator(seed: UInt64(bands))
    var sets = BandSets(documents: 20, bands: bands)
    var expected = [Set<Int>](repeating: [], count: 20)
    for _ in 0..<3 * bands {
      let (document, band) = (generator.number(0...19), generator.number(0...bands - 1))
      sets.insert(band, of: UInt32(document))
      expected[document].insert(band)
    }
    #expect(sets.documents == (0..<20).filter { !expected[Int($0)].isEmpty })
    for a in 0..<20 {
      #expect((0..<bands).allSatisfy { sets.contains($0, of: UInt32(a)) == expected[a].contains($0) })
      for b in 0..<20 {
        let common = expected[a].intersection(expected[b]).min() ?? bands
        #expect((0..<bands).allSatisfy { sets.share(UInt32(a), UInt32(b), before: $0) == (common < $0) })
      }
    }
  }
}
