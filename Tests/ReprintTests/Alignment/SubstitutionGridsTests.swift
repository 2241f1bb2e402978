import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct SubstitutionGridsTests {
  private struct Two: Hashable {
    var copy: Int32
    var source: Int32
  }

  /// The chances and counts after five rounds, by dictionaries.
  private func estimate(
    _ pairs: [(copy: SubstitutionGrids.Words, source: SubstitutionGrids.Words)], backward: Bool
  ) -> (chances: [Two: Double], counts: [Two: Double]) {
    var chances: [Two: Double] = [:]
    var counts: [Two: Double] = [:]
    for _ in 0..<5 {
      counts = [:]
      for pair in pairs {
        for word in backward ? pair.source : pair.copy {
          let weights = (backward ? pair.copy : pair.source).map { other in
            let two = Two(copy: backward ? other.term : word.term, source: backward ? word.term : other.term)
            return (two, chances[two, default: 1] * exp(-4 * abs(Double(word.place - other.place))))
          }
          let total = weights.reduce(0) { $0 + $1.1 }
          for (two, weight) in weights { counts[two, default: 0] += 0.92 * weight / total }
        }
      }
      var totals: [Int32: Double] = [:]
      for (two, count) in counts { totals[backward ? two.copy : two.source, default: 0] += count }
      for (two, count) in counts { chances[two] = count / totals[backward ? two.copy : two.source, default: 1] }
    }
    return (chances, counts)
  }

  @Test func estimatesEqualThoseByDictionaries() {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let terms = generator.number(1...12)
      let pairs = (0..<generator.number(0...6)).map { _ in
        func words() -> SubstitutionGrids.Words {
          let count = generator.number(0...9)
          return (0..<count).map { (Int32(generator.number(0...terms - 1)), Float($0) / Float(count)) }
        }
        return (copy: words(), source: words())
      }
      let grids = SubstitutionGrids(pairs)
      let all = Set(
        pairs.flatMap { pair in
          pair.copy.flatMap { one in pair.source.map { Two(copy: one.term, source: $0.term) } }
        })
      #expect(Set(grids.cells.map { Two(copy: $0.copy, source: $0.source) }) == all, "seed \(seed)")
      #expect(grids.cells.count == all.count, "seed \(seed)")
      for backward in [false, true] {
        let found = grids.estimate(backward: backward)
        let expected = estimate(pairs, backward: backward)
        for cell in grids.cells {
          let (two, place) = (Two(copy: cell.copy, source: cell.source), Int(cell.place))
          let (chance, count) = (Double(found.figures[0][place]), Double(found.figures[1][place]))
          #expect(abs(chance - expected.chances[two, default: -1]) < 1e-4, "seed \(seed): \(two), \(backward)")
          #expect(abs(count - expected.counts[two, default: -1]) < 1e-4, "seed \(seed): \(two), \(backward)")
        }
        #expect(found.sentences.count == (backward ? 0 : found.figures[0].count), "seed \(seed)")
      }
    }
  }

  @Test func wordsThatStandForEachOtherAreFound() {
    // 1 stands for 11, 2 for 12, in every sentence at another place.
    let pairs: [(copy: SubstitutionGrids.Words, source: SubstitutionGrids.Words)] = [
      ([(1, 0), (2, 0.5), (3, 0.8)], [(11, 0), (12, 0.5), (13, 0.8)]), ([(2, 0), (1, 0.6)], [(12, 0), (11, 0.6)]),
      ([(1, 0.2)], [(11, 0.2), (14, 0.9)]), ([(2, 0.4), (4, 0.7)], [(12, 0.4), (15, 0.7)]),
    ]
    let grids = SubstitutionGrids(pairs)
    let forward = grids.estimate(backward: false)
    for (copy, source, sentences) in [(1, 11, 3), (2, 12, 3)] as [(Int32, Int32, Int32)] {
      let place = Int(grids.cells.first { $0.copy == copy && $0.source == source }?.place ?? 0)
      #expect(forward.figures[0][place] > 0.9, "\(copy)")
      #expect(forward.sentences[place] == sentences, "\(copy)")
    }
  }
}
