import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct SketchBucketsTests {
  @Test(arguments: [4096, 3])
  func documentsThatShareABandAreFound(mostInBucket: Int) {
    let seed: UInt64 = 41
    print("sketches of seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let search = NearestSearch(BandPlan(threshold: 0.8, slots: 64), mostInBucket: mostInBucket)
    var buckets = SketchBuckets(search)
    var rows: [[UInt16]] = []
    for document in 0..<200 {
      // Few values, so that bands agree often.
      var row = (0..<64).map { _ in UInt16(generator.number(0...1)) }
      if let other = rows.randomElement(using: &generator), generator.chance(0.5) {
        for slot in 0..<generator.number(1...64) { row[slot] = other[slot] }
      }
      var expected: Set<UInt32> = []
      for band in 0..<search.plan.bands {
        let slots = band * search.plan.rows..<(band + 1) * search.plan.rows
        expected.formUnion(
          rows.indices.filter { rows[$0][slots] == row[slots] }.prefix(mostInBucket).map { UInt32($0) })
      }
      row.withUnsafeBufferPointer { row in
        #expect(buckets.sharing(row.baseAddress!) == expected.sorted())
        buckets.add(UInt32(document), sketch: row.baseAddress!)
      }
      rows.append(row)
    }
  }
}
