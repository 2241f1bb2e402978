import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct RemainderTests {
  /// What each partner adds to the best other one, what that one leaves open, and the whole mass.
  private func explain(
    _ words: Set<UInt64>, _ partners: [Set<UInt64>], scores: [Float], weight: (UInt64) -> Float
  ) -> [(amount: Float, open: Float, total: Float, isBest: Bool)] {
    let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    func mass(_ words: Set<UInt64>) -> Float { words.reduce(0) { $0 + weight($1) } }
    return partners.indices.map { place in
      let best = order.first { $0 != place }
      let open = words.subtracting(best.map { partners[$0] } ?? [])
      return (mass(open.intersection(partners[place])), mass(open), max(mass(words), 1e-3), place == order[0])
    }
  }

  @Test func remaindersEqualThoseFromTheWordLists() {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let source = AlignmentTexts.index(AlignmentTexts.random(&generator))
      let copy = AlignmentTexts.index(AlignmentTexts.random(&generator))
      let weights = TermWeights(source: source, copy: copy)
      let score = PlaneStack.random(&generator, rows: copy.count, columns: source.count, values: [0, 0.3, 0.6, 0.9])
      guard copy.count > 0, source.count > 0 else { continue }
      let planes = PlaneStack(
        planes: PairFeature.allCases.count, rows: copy.count, columns: source.count, isPadded: true)
      writeRemainder(
        of: (score[0].rowLeaders(), score[0].columnLeaders()), weights: weights, copy: copy, source: source, nil
      ) { planes[$0.pairFeature.rawValue] }
      checkLive(score[0], planes.all, weights, copy, source, "seed \(seed)")
      let (mine, theirs) = (AlignmentTexts.keys(copy).map { Set($0) }, AlignmentTexts.keys(source).map { Set($0) })
      func check(_ row: Int, _ column: Int, _ expected: [RemainderFeature: Float]) {
        for (feature, value) in expected {
          let found = planes[feature.pairFeature.rawValue][row, column]
          #expect(abs(found - value) < 1e-4, "seed \(seed): \(feature) of \(row), \(column)")
        }
      }
      for row in mine.indices {
        let scores = theirs.indices.map { score[0][row, $0] }
        let found = explain(mine[row], theirs, scores: scores) { weights.copy[copy.terms.number(of: $0)] }
        for (column, (amount, open, total, isBest)) in found.enumerated() {
          let other = isBest ? 0 : 1 - open / total
          check(
            row, column,
            [
              .rest: log(1 + amount), .restShare: amount / total, .left: open / total, .restOfLeft: amount / (open + 2),
              .notBest: other, .notBestRest: other * amount / (open + 2),
            ])
        }
      }
      for column in theirs.indices {
        let scores = mine.indices.map { score[0][$0, column] }
        let found = explain(theirs[column], mine, scores: scores) { weights.source[source.terms.number(of: $0)] }
        for (row, (amount, open, total, isBest)) in found.enumerated() {
          let other = isBest ? 0 : 1 - open / total
          check(
            row, column,
            [
              .sourceRest: log(1 + amount), .sourceRestShare: amount / total, .sourceLeft: open / total,
              .sourceRestOfLeft: amount / (open + 2), .notColumnBest: other,
              .notColumnBestRest: other * amount / (open + 2),
            ])
        }
      }
    }
  }

  /// Some pairs alone have the figures that they have among all.
  private func checkLive(
    _ score: Plane, _ all: [Plane], _ weights: TermWeights, _ copy: SentenceIndex, _ source: SentenceIndex,
    _ note: String
  ) {
    let live = LivePairs(score, atLeast: 0.6)
    let planes = PlaneStack(planes: PassFeature.allCases.count, rows: 1, columns: live.count, isPadded: true)
    writeRemainder(
      of: (score.rowLeaders(), score.columnLeaders()), weights: weights, copy: copy, source: source, live
    ) { planes[$0.passFeature.rawValue] }
    live.forEach { row, column, pair in
      for feature in RemainderFeature.allCases {
        let expected = all[feature.pairFeature.rawValue][row, column]
        #expect(planes[feature.passFeature.rawValue][pair] == expected, "\(note): \(feature) of \(row), \(column)")
      }
    }
  }

  @Test func everyRemainderHasItsPlanes() {
    for feature in RemainderFeature.allCases {
      #expect(feature.pairFeature.name == "\(feature)")
      #expect(feature.passFeature.name == "pass.\(feature)")
    }
  }
}
