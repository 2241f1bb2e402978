import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct PairClassifierTests {
  private func probability(_ odds: Float) -> Float { 1 / (1 + exp(-odds)) }

  /// Up to 0.5 of feature 0: -1; else by feature 1, up to 2: 3, above: 4.
  private let tree = PairWeights.Tree(nodes: [
    .init(feature: 0, value: 0.5, right: 2), .init(feature: -1, value: -1, right: 0),
    .init(feature: 1, value: 2, right: 4), .init(feature: -1, value: 3, right: 0),
    .init(feature: -1, value: 4, right: 0),
  ])

  @Test func treesBranchAtTheirValues() {
    for (values, leaf) in [([0.5, 9], -1), ([0.51, 2], 3), ([0.51, 2.1], 4), ([-.infinity, 0], -1)]
      as [([Float], Float)]
    {
      #expect(tree.value { values[$0] } == leaf)
    }
    #expect(PairWeights.Tree(nodes: [.init(feature: -1, value: 7, right: 0)]).value { _ in 0 } == 7)
  }

  private func classify(_ weights: PairWeights, _ pairs: [[Float]]) -> [Float] {
    let features = PlaneStack(planes: 2, rows: 1, columns: pairs.count)
    for (place, pair) in pairs.enumerated() {
      for feature in 0..<2 { features[feature][place] = pair[feature] }
    }
    let result = PlaneStack(planes: 1, rows: 1, columns: pairs.count)
    weights.classify(features.all, into: result[0])
    return result[0].values
  }

  @Test func theSumAndTheTreesAddUp() {
    let weights = PairWeights(bias: -1, linear: [2, 0.5], trees: [tree, tree])
    let found = classify(weights, [[0, 0], [1, 1], [1, 3]])
    let odds: [Float] = [-3, 7.5, 10.5]  // -1 - 2, -1 + 2.5 + 2 * 3, -1 + 3.5 + 2 * 4
    for (one, other) in zip(found, odds) { #expect(abs(one - probability(other)) < 1e-6) }
  }

  @Test func treesAreNotAskedWhereThereIsNoDoubt() {
    let weights = PairWeights(bias: 0, linear: [0, 1], trees: [tree])
    let found = classify(weights, [[1, -5], [1, -5.01]])
    #expect(abs(found[0] - probability(-2)) < 1e-6)
    #expect(abs(found[1] - probability(-5.01)) < 1e-6)
  }

  /// Later passes see the probabilities of the one before.
  @Test func passesFollowEachOther() {
    var first = PairWeights(bias: -2, linear: Array(repeating: 0, count: PairFeature.allCases.count), trees: [])
    first.linear[PairFeature.copyShare.rawValue] = 4
    var second = PairWeights(
      bias: 0.5, linear: Array(repeating: 0, count: AlignmentModel.featureNames.count), trees: [])
    second.linear[PairFeature.allCases.count + PassFeature.rowMargin.rawValue] = 3
    let problem = AlignmentProblem(
      original: Array("The harbour opened today. Markets fell.".utf8), copy: Array("The harbour was opened today.".utf8)
    )
    let before = problem.probabilities(AlignmentModel(passes: [first], firstLink: 0.5, furtherLink: 0.5))
    let after = problem.probabilities(AlignmentModel(passes: [first, second], firstLink: 0.5, furtherLink: 0.5))
    #expect(before.count == 2 && before[0] > before[1])
    #expect(abs(after[0] - probability(0.5 + 3 * (before[0] - before[1]))) < 1e-5)
    #expect(abs(after[1] - probability(0.5 + 3 * (before[1] - before[0]))) < 1e-5)
    #expect(problem.probabilities(AlignmentModel(passes: [], firstLink: 0.5, furtherLink: 0.5)) == [0, 0])
  }

  @Test func theStandardModelIsRead() {
    #expect(AlignmentModel.standard.passes.allSatisfy { $0.bias.isFinite && !$0.trees.isEmpty })
  }
}
