import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct PassFeaturesTests {
  private static let original = """
    The council opened the harbour today. Workers at the factory went home. Revenue fell by 12 points again.
    """
  private static let copy = """
    The council has opened its harbour. Factory workers have all gone home. Again revenue fell 12 points.
    """

  private func pairs(_ original: String = original, _ copy: String = copy) -> PairFeatures {
    PairFeatures(source: AlignmentTexts.index(original), copy: AlignmentTexts.index(copy))
  }

  private func plane(_ values: [[Float]]) -> PlaneStack {
    let stack = PlaneStack(planes: 1, rows: values.count, columns: values[0].count)
    for (row, line) in values.enumerated() {
      for (column, value) in line.enumerated() { stack[0][row, column] = value }
    }
    return stack
  }

  private static let links: [[Float]] = [[0.9, 0.1, 0], [0.2, 0.8, 0.1], [0, 0.1, 0.6]]

  private func expect(
    _ features: borrowing PassFeatures, _ figures: [(PassFeature, Int, Int, Float)],
    _ location: SourceLocation = #_sourceLocation
  ) {
    for (feature, row, column, value) in figures {
      let found = features[feature][row * 3 + column]  // all texts here have three sentences
      #expect(abs(found - value) < 1e-4, "\(feature) of \(row), \(column)", sourceLocation: location)
    }
  }

  @Test func figuresOfThePage() {
    let p = plane(Self.links)
    let mean: Float = 2.3 / 3
    expect(
      PassFeatures(p[0], pairs()),
      [
        (.rate, 0, 0, 1), (.cover, 1, 0, 1), (.mean, 2, 2, mean), (.softCover, 0, 2, mean), (.order, 0, 0, 1),
        (.step, 0, 0, 1),
      ])
    // Back from the last sentence to the first and on by one; the middle one is linked to nothing.
    let back = plane([[0, 0, 0.9], [0.7, 0, 0], [0, 0.8, 0]])
    expect(PassFeatures(back[0], pairs()), [(.order, 0, 0, 0.5), (.step, 0, 0, 0.5), (.cover, 0, 0, 1)])
    let few = plane([[0.6, 0, 0], [0.4, 0, 0], [0.9, 0, 0.3]])
    expect(
      PassFeatures(few[0], pairs()),
      [
        (.rate, 0, 0, 2 / 3), (.cover, 0, 0, 1 / 3), (.order, 0, 0, 1), (.step, 0, 0, 1), (.softCover, 0, 0, 0.4),
        (.mean, 0, 0, 1.9 / 3),
      ])
  }

  @Test func aPairAgainstOthers() {
    let p = plane(Self.links)
    let features = PassFeatures(p[0], pairs())
    let odds = log((0.9 + 1e-4) / (0.1 + 1e-4)) as Float
    expect(
      features,
      [
        (.odds, 0, 0, odds), (.oddsByMean, 0, 0, odds * 2.3 / 3), (.oddsByRate, 0, 0, odds), (.oddsByStep, 0, 0, odds),
        (.oddsByCover, 0, 0, odds * 2.3 / 3),
        (.rowMargin, 0, 0, 0.8), (.rowMargin, 0, 1, -0.8), (.columnMargin, 0, 0, 0.7), (.columnMargin, 0, 1, -0.7),
        (.isRowBest, 0, 0, 1), (.isRowBest, 0, 1, 0), (.isColumnBest, 1, 1, 1), (.isColumnBest, 1, 0, 0),
        (.neighbours, 1, 1, 0.9), (.neighbours, 0, 0, 0.8), (.neighboursIfBest, 1, 0, 0), (.rateNeighbours, 1, 1, 0.9),
        (.columnRest, 0, 0, 0.2), (.rowRest, 0, 0, 0.1), (.besideInRow, 1, 1, 0.2), (.besideInRow, 0, 2, 0.1),
        (.unclaimed, 0, 1, 0.2), (.otherColumnSquared, 0, 1, 0.64),
      ])
  }

  @Test func aPairBetweenLinks() {
    let p = plane(Self.links)
    expect(
      PassFeatures(p[0], pairs()),
      [
        (.before, 0, 0, 0), (.before, 1, 1, 0.9 * 0.9), (.after, 1, 1, 0.6 * 0.9), (.between, 1, 1, 0.6),
        (.fill, 1, 1, 0.54), (.fillEmpty, 1, 1, 0.54), (.before, 1, 2, 0.8 * 0.4), (.between, 1, 2, 0),
        // Two columns on by one row counts less.
        (.before, 2, 2, 0.8 * 0.9), (.after, 0, 0, 0.8 * 0.8), (.after, 0, 1, 0.7 * 0.6 * 0.2),
      ])
    let gap = plane([[0.9, 0, 0], [0, 0, 0.3], [0, 0, 0.9]])
    expect(PassFeatures(gap[0], pairs()), [(.between, 1, 1, 0.9), (.fillEmpty, 1, 1, 0.9 * 0.7)])
  }

  @Test func pathsAreThoseOfTheHiddenPath() {
    let p = plane(Self.links)
    let features = PassFeatures(p[0], pairs())
    let path = PlaneStack(planes: 4, rows: 3, columns: 3, isPadded: true)
    let odds = PlaneStack(planes: 1, rows: 3, columns: 3, isPadded: true)
    HiddenPath.odds(p[0], into: odds[0])
    let result = HiddenPath.Result(link: path[0], place: path[1], prior: path[2], priorLink: path[3])
    let (sure, loose): ([PassFeature], [PassFeature]) = (
      [.pathLink, .pathPlace, .pathPrior, .pathPriorLink],
      [.loosePathLink, .loosePathPlace, .loosePathPrior, .loosePathPriorLink]
    )
    for (trust, names) in [(1, sure), (0.6, loose)] as [(Float, [PassFeature])] {
      HiddenPath(rows: 3, columns: 3).run(odds: odds[0], trust: trust, into: result)
      for (index, name) in names.enumerated() { #expect(features[name].values == path[index].values) }
    }
    expect(features, [(.pathPriorUnclaimed, 0, 1, features[.pathPrior][0, 1] * 0.2)])
  }

  @Test func whatIsUsualLeavesTheRowItselfOut() {
    let p = plane(Self.links)
    let pairs = pairs()
    let features = PassFeatures(p[0], pairs)
    let shares = pairs[.copyShare]
    let usual = (0.8 * shares[1, 1] + 0.6 * shares[2, 2]) / 1.4
    let difference = shares[0, 1] - usual
    expect(
      features,
      [
        (.usualCopyShare, 0, 2, usual), (.copyShareAbove, 0, 1, difference),
        (.copyShareBelow, 0, 1, min(0, difference)),
        (.copyShareBelowUsual, 0, 1, min(0, difference) * usual * usual),
      ])
    // A single link is usual for itself; without any a constant is.
    let one = plane([[0.9, 0, 0], [0, 0, 0], [0, 0, 0]])
    expect(PassFeatures(one[0], pairs), [(.usualCopyShare, 0, 0, shares[0, 0]), (.usualCopyShare, 2, 0, shares[0, 0])])
    let none = plane([[0, 0, 0], [0, 0, 0], [0, 0, 0]])
    expect(PassFeatures(none[0], pairs), [(.usualGrams, 0, 0, 0.3), (.usualPairs, 1, 2, 0.3)])
  }

  @Test func livePairsHaveTheFeaturesThatTheyHaveAmongAll() {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let pairs = pairs(AlignmentTexts.random(&generator), AlignmentTexts.random(&generator))
      let p = PlaneStack.random(
        &generator, rows: pairs.copy.count, columns: pairs.source.count, values: [0, 0.0005, 0.01, 0.4, 0.9])
      let live = LivePairs(p[0], atLeast: 0.001)
      let all = PassFeatures(p[0], pairs)
      let some = PassFeatures(p[0], pairs, live)
      for feature in PassFeature.allCases {
        let expected = p[0].values.indices.filter { p[0][$0] >= 0.001 }.map { all[feature][$0] }
        #expect(some[feature].values == expected, "seed \(seed): \(feature)")
      }
    }
  }

  @Test func headlinesStandForTheOpening() {
    let pairs = pairs(Self.original, "Council opens the harbour\n" + Self.copy)
    let p = plane([[0.5, 0, 0]] + Self.links)
    expect(
      PassFeatures(p[0], pairs),
      [
        (.headlineByMean, 0, 0, 2.8 / 4), (.headlineByMean, 0, 1, 0), (.headlineByMean, 1, 0, 0),
        (.headlineByCover, 0, 0, 2.3 / 3),
      ])
  }

  /// Links near by, from every link to every pair around it.
  private func slowNear(_ p: Plane, _ row: Int, _ column: Int) -> Float {
    var sum: Float = 0
    for other in max(0, row - 4)...min(p.rows - 1, row + 4) where other != row {
      for place in max(0, column - 12)...min(p.columns - 1, column + 12) where p[other, place] > 0.2 {
        let rows = Float(abs(other - row))
        let offset = abs(Float(place - column) - 0.9 * Float(other - row))
        sum += pow(0.8, rows) * p[other, place] * exp(-offset / (1 + 0.8 * rows))
      }
    }
    return sum
  }

  @Test func linksInStepAreNear() {
    var generator = SeededGenerator(seed: 13)
    let pairs = pairs(Self.original + " " + Self.original, Self.copy)
    let p = PlaneStack.random(&generator, rows: 3, columns: 6)
    let features = PassFeatures(p[0], pairs)
    let found = features[.near].values
    #expect(found.indices.allSatisfy { abs(found[$0] - slowNear(p[0], $0 / 6, $0 % 6)) < 1e-4 })
  }

  @Test func randomProbabilitiesGiveFiniteFeatures() {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let sizes: ClosedRange<Int> = seed % 4 == 0 ? 1...1 : 0...7
      let original = AlignmentTexts.random(&generator, sentences: seed % 8 == 4 ? 0...7 : sizes)
      let pairs = pairs(original, AlignmentTexts.random(&generator, sentences: sizes))
      let (rows, columns) = (pairs.copy.count, pairs.source.count)
      let values: [Float]? = seed % 2 == 0 ? [0, 1, 0, 0.5, 1e-30, .ulpOfOne, 1 - .ulpOfOne] : nil
      let p = PlaneStack.random(&generator, rows: rows, columns: columns, values: values)
      let features = PassFeatures(p[0], pairs)
      let found = features.planes.all.map(\.values)
      for feature in PassFeature.allCases {
        #expect(found[feature.rawValue].allSatisfy { $0.isFinite }, "seed \(seed): \(feature), \(rows) x \(columns)")
      }
    }
  }
}
