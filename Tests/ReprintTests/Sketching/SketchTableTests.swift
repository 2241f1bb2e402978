import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct SketchTableTests {
  @Test(arguments: FastSimilaritySketch.slotCounts)
  func rowsAreWhatTheBatchesHeld(slots: Int) {
    var generator = SeededGenerator(seed: UInt64(slots))
    let table = SketchTable(slots: slots)
    var rows: [[UInt16]] = []
    var words: [UInt32] = []
    var fingerprints: [UInt64] = []
    // Sizes that fill, cross and miss the blocks of 1,024 rows.
    for size in [0, 1, 5, 1018, 1, 1023, 2, 1024, 3000, 7, 0, 300] {
      var batch = SketchBatch(slots: slots)
      for _ in 0..<size {
        var wide = (0..<slots).map { _ in UInt32(truncatingIfNeeded: generator.next()) }
        rows.append(wide.map { UInt16(truncatingIfNeeded: $0) })
        words.append(UInt32(generator.number(0...1000)))
        fingerprints.append(generator.next())
        wide.withUnsafeMutableBufferPointer {
          batch.append(slots: $0, wordCount: Int(words.last!), fingerprint: fingerprints.last!)
        }
      }
      #expect(batch.count == size)
      table.append(batch)
    }
    #expect(table.count == rows.count)
    #expect(table.wordCounts == words)
    #expect(table.fingerprints == fingerprints)
    let isSame = rows.indices.allSatisfy { document in
      rows[document] == Array(UnsafeBufferPointer(start: table.row(document), count: slots))
    }
    #expect(isSame)
  }

  @Test(arguments: FastSimilaritySketch.slotCounts)
  func agreementIsTheNumberOfEqualSlots(slots: Int) {
    var generator = SeededGenerator(seed: UInt64(slots) + 1)
    let table = SketchTable(slots: slots)
    for share in [0, 0.1, 0.5, 0.9, 1.0] {
      for _ in 0..<20 {
        let a = (0..<slots).map { _ in UInt16(truncatingIfNeeded: generator.next()) }
        let b = a.map { generator.chance(share) ? $0 : UInt16(truncatingIfNeeded: generator.next()) }
        #expect(table.agreement(a, b) == zip(a, b).count { $0 == $1 })
        for rows in [1, 3, 8] {
          for band in 0..<slots / rows {
            let expected = a[band * rows..<(band + 1) * rows] == b[band * rows..<(band + 1) * rows]
            #expect(SketchTable.agree(a, b, band: band, rows: rows) == expected)
          }
        }
      }
    }
  }

  @Test func wordCountsBeyondTheirRangeAreClamped() {
    var batch = SketchBatch(slots: 64)
    var wide = [UInt32](repeating: 0, count: 64)
    wide.withUnsafeMutableBufferPointer { batch.append(slots: $0, wordCount: 1 << 40, fingerprint: 0) }
    #expect(batch.wordCounts == [.max])
  }
}
