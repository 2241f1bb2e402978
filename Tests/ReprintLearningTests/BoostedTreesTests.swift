import Foundation
import Reprint
import ReprintTestSupport
import Testing

@testable import ReprintLearning

@Suite struct BoostedTreesTests {
  /// Points of a square, right in two opposite quarters.
  private func crossed(_ count: Int, seed: UInt64) -> Examples {
    var generator = SeededGenerator(seed: seed)
    var examples = Examples(features: 2)
    for _ in 0..<count {
      let point = (0..<2).map { _ in Float.random(in: 0..<1, using: &generator) }
      examples.append(point, [(point[0] < 0.5) != (point[1] < 0.4)])
    }
    return examples
  }

  private var options: BoostedTrees.Options {
    var options = BoostedTrees.Options()
    (options.trees, options.depth, options.features, options.rate) = (40, 3, 1, 0.3)
    (options.leastExamples, options.penalty, options.leastGain) = (10, 1, 0)
    return options
  }

  private func odds(_ trees: [PairWeights.Tree], _ examples: Examples, _ example: Int) -> Float {
    trees.reduce(0) { $0 + $1.value { examples.values[example * examples.features + $0] } }
  }

  @Test func fitsWhatNoSumCan() {
    let examples = crossed(600, seed: 1)
    let trees = BoostedTrees(examples, odds: Array(repeating: 0, count: 600), options: options).trees
    let unseen = crossed(300, seed: 2)
    let right = (0..<300).count { (odds(trees, unseen, $0) > 0) == unseen.answers[$0] }
    #expect(right > 280)
  }

  @Test func theSameExamplesGiveTheSameTrees() {
    let examples = crossed(300, seed: 3)
    let odds = (0..<300).map { Double($0 % 5) - 2 }
    #expect(BoostedTrees(examples, odds: odds).trees == BoostedTrees(examples, odds: odds).trees)
  }

  /// The depth of the tree that starts at a node, and where it ends.
  private func depth(_ tree: PairWeights.Tree, _ node: Int = 0) -> (depth: Int, end: Int) {
    guard tree.nodes[node].feature >= 0 else { return (0, node + 1) }
    let left = depth(tree, node + 1)
    #expect(Int(tree.nodes[node].right) == left.end)
    let right = depth(tree, left.end)
    return (1 + max(left.depth, right.depth), right.end)
  }

  @Test(arguments: [(0, 10), (1, 10), (2, 40), (3, 1), (3, 90), (4, 200)])
  func treesKeepToDepthAndLeastExamples(_ most: Int, _ least: Int) {
    let examples = crossed(350, seed: 4)
    var options = options
    (options.trees, options.depth, options.leastExamples) = (8, most, least)
    let trees = BoostedTrees(examples, odds: Array(repeating: 0, count: 350), options: options).trees
    #expect(trees.count == 8)
    for tree in trees {
      let found = depth(tree)
      #expect(found.depth <= most)
      #expect(found.end == tree.nodes.count)
      // Every leaf by the examples that come to it.
      var counts: [Int: Int] = [:]
      for example in 0..<350 {
        var node = 0
        while tree.nodes[node].feature >= 0 {
          let value = examples.values[2 * example + Int(tree.nodes[node].feature)]
          node = value <= tree.nodes[node].value ? node + 1 : Int(tree.nodes[node].right)
        }
        counts[node, default: 0] += 1
      }
      #expect(counts.values.allSatisfy { $0 >= least })
      #expect(counts.count == tree.nodes.count { $0.feature < 0 })
    }
  }

  /// A single split by hand: the best of all, and Newton's steps in its leaves.
  @Test func aStumpIsTheBestSplit() throws {
    var examples = Examples(features: 1)
    for value in 0..<30 { examples.append([Float(value)], [value >= 20 || value == 3]) }
    var options = options
    (options.trees, options.depth, options.leastExamples, options.rate) = (1, 1, 1, 1)
    let tree = try #require(BoostedTrees(examples, odds: Array(repeating: 0, count: 30), options: options).trees.first)
    // Slopes are 1/2 for wrong and -1/2 for right, curvatures 1/4.
    var best = (gain: 0.0, edge: -1, left: 0.0, right: 0.0)
    let slopes = (0..<30).map { examples.answers[$0] ? -0.5 : 0.5 }
    for edge in 0..<29 {
      let left = slopes[...edge].reduce(0, +)
      let right = slopes[(edge + 1)...].reduce(0, +)
      let (below, above) = (0.25 * Double(edge + 1) + 1, 0.25 * Double(29 - edge) + 1)
      let gain = left * left / below + right * right / above
      if gain > best.gain { best = (gain, edge, -left / below, -right / above) }
    }
    #expect(best.edge == 19)
    #expect(tree.nodes.map(\.feature) == [0, -1, -1])
    #expect(tree.nodes[0].value == 19)
    #expect(abs(Double(tree.nodes[1].value) - best.left) < 1e-5)
    #expect(abs(Double(tree.nodes[2].value) - best.right) < 1e-5)
  }

  @Test func examplesWithoutDoubtAreLeftOut() {
    let examples = crossed(200, seed: 5)
    #expect(BoostedTrees(examples, odds: Array(repeating: -6, count: 200)).trees.isEmpty)
    #expect(BoostedTrees(Examples(features: 2), odds: []).trees.isEmpty)
    // Half in doubt: the trees are those of that half alone.
    var half = Examples(features: 2)
    for example in 0..<100 {
      half.append(Array(examples.values[2 * example..<2 * example + 2]), [examples.answers[example]])
    }
    let odds = (0..<200).map { $0 < 100 ? 0.5 : -5.1 }
    #expect(
      BoostedTrees(examples, odds: odds, options: options).trees
        == BoostedTrees(half, odds: Array(repeating: 0.5, count: 100), options: options).trees)
  }
}
