/// The trees of a pass, laid out to be asked about many pairs at once.
///
/// Trees are filled up to whole levels: the branches of node i are 2i + 1 and 2i + 2. All nodes of a tree are looked at
/// for eight pairs at a time and the leaves are chosen from below, so that nothing hangs on how a branch goes.
struct TreeForest: Sendable, Equatable {
  private struct Node: Sendable, Equatable {
    /// Among ``features``.
    var feature: Int32
    var value: Float
  }

  private struct Place: Sendable, Equatable {
    var start: Int
    var levels: Int
  }

  private var nodes: [Node] = []
  private var trees: [Place] = []
  /// The features that any tree looks at.
  private var features: [Int] = []

  private typealias Lanes = SIMD8<Float>
  private static let width = 8

  init(_ trees: [PairWeights.Tree]) {
    features = Set(trees.lazy.flatMap(\.nodes).filter { $0.feature >= 0 }.map { Int($0.feature) }).sorted()
    for tree in trees {
      let levels = Self.levels(tree, 0)
      self.trees.append(Place(start: nodes.count, levels: levels))
      nodes += Array(repeating: Node(feature: 0, value: 0), count: (2 << levels) - 1)
      fill(tree, 0, at: 0, levels)
    }
  }

  private static func levels(_ tree: PairWeights.Tree, _ node: Int) -> Int {
    let branch = tree.nodes[node]
    return branch.feature < 0 ? 0 : 1 + max(levels(tree, node + 1), levels(tree, Int(branch.right)))
  }

  /// A leaf above the last level stands below itself on both sides.
  private mutating func fill(_ tree: PairWeights.Tree, _ node: Int, at place: Int, _ levels: Int) {
    let (branch, start) = (tree.nodes[node], trees[trees.count - 1].start)
    let isLeaf = branch.feature < 0
    let feature = isLeaf ? 0 : features.firstIndex(of: Int(branch.feature))!
    nodes[start + place] = Node(feature: Int32(feature), value: branch.value)
    guard levels > 0 else { return }
    fill(tree, isLeaf ? node : node + 1, at: 2 * place + 1, levels - 1)
    fill(tree, isLeaf ? node : Int(branch.right), at: 2 * place + 2, levels - 1)
  }

  /// Adds what the trees say of some pairs.
  ///
  /// - Complexity: O(pairs x nodes).
  func add(_ planes: [Plane], _ pairs: LivePairs, to result: Plane) {
    guard let deepest = trees.lazy.map(\.levels).max() else { return }
    // The pairs' features side by side, and their sums behind.
    let blocks = (pairs.count + Self.width - 1) / Self.width
    let stack = PlaneStack(planes: features.count + 1, rows: 1, columns: blocks * Self.width)
    for (place, feature) in features.enumerated() { pairs.gather(planes[feature], into: stack[place]) }
    let sums = stack[features.count]
    pairs.gather(result, into: sums)
    let lanes = stack.lanes(Lanes.self)
    let total = features.count * blocks
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: 1 << deepest) { chosen in
      nodes.withUnsafeBufferPointer { nodes in
        for tree in trees {
          let leaves = tree.start &+ (1 << tree.levels) &- 1
          for block in 0..<blocks {
            for leaf in 0..<1 << tree.levels { chosen[leaf] = Lanes(repeating: nodes[leaves &+ leaf].value) }
            var count = (1 << tree.levels) / 2
            while count > 0 {
              for place in 0..<count {
                let node = nodes[tree.start &+ count &- 1 &+ place]
                let isLeft = lanes[Int(node.feature) &* blocks &+ block] .<= Lanes(repeating: node.value)
                chosen[place] = chosen[2 &* place &+ 1].replacing(with: chosen[2 &* place], where: isLeft)
              }
              count /= 2
            }
            lanes[total &+ block] += chosen[0]
          }
        }
      }
    }
    pairs.scatter(sums, into: result)
  }
}
