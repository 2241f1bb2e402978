import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct TreeForestTests {
  private func grow(_ tree: inout PairWeights.Tree, _ generator: inout SeededGenerator, features: Int, levels: Int) {
    guard levels > 0, generator.chance(0.75) else {
      tree.nodes.append(.init(feature: -1, value: Float(generator.number(-8...8)) / 8, right: 0))
      return
    }
    let node = tree.nodes.count
    let feature = Int32(generator.number(0...features - 1))
    let value: Float = generator.chance(0.1) ? -0.0 : Float(generator.number(0...4)) / 4
    tree.nodes.append(.init(feature: feature, value: value, right: 0))
    grow(&tree, &generator, features: features, levels: levels - 1)
    tree.nodes[node].right = Int32(tree.nodes.count)
    grow(&tree, &generator, features: features, levels: levels - 1)
  }

  /// Against the walk through each tree, pair by pair.
  @Test func sumsEqualThoseOfWalks() {
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let features = generator.number(1...6)
      let trees = (0..<generator.number(0...5)).map { _ in
        var tree = PairWeights.Tree(nodes: [])
        grow(&tree, &generator, features: features, levels: generator.number(0...5))
        return tree
      }
      let (rows, columns) = (generator.number(1...5), generator.number(1...7))
      let planes = PlaneStack.random(
        &generator, planes: features + 1, rows: rows, columns: columns, values: [-0.0, 0, 0.25, 0.3, 0.5, 1])
      let result = PlaneStack.random(&generator, rows: rows, columns: columns, values: [0, 1, 2])
      let before = result[0].values
      let live = LivePairs(result[0], atLeast: 1)
      guard live.count > 0 else { continue }
      TreeForest(trees).add(planes.all, live, to: result[0])
      for pair in before.indices {
        let sum = before[pair] >= 1 ? trees.reduce(before[pair]) { $0 + $1.value { planes[$0][pair] } } : before[pair]
        #expect(result[0][pair] == sum, "seed \(seed): pair \(pair)")
      }
    }
  }
}
