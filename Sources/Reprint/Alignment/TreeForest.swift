/// The trees of a pass, laid out to be asked about many pairs at once.
///
/// Trees are filled up to whole levels: the branches of node i are 2i + 1 and 2i + 2. All nodes of a tree are looked at
/// for four pairs at a time and the leaves are chosen from below, so that nothing hangs on how a branch goes.
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

  private static let width = Plane.width
  /// Trees of fewer levels are filled up to these.
  private static let leastLevels = 3

  init(_ trees: [PairWeights.Tree]) {
    var places: [Int32] = []
    for tree in trees {
      for node in tree.nodes where node.feature >= 0 {
        while places.count <= Int(node.feature) { places.append(-1) }
        places[Int(node.feature)] = 0
      }
    }
    for feature in places.indices where places[feature] == 0 {
      places[feature] = Int32(features.count)
      features.append(feature)
    }
    self.trees.reserveCapacity(trees.count)
    nodes.reserveCapacity(trees.count * ((2 << Self.leastLevels) - 1))
    for tree in trees {
      let levels = max(Self.leastLevels, Self.levels(tree, 0))
      self.trees.append(Place(start: nodes.count, levels: levels))
      nodes += repeatElement(Node(feature: 0, value: 0), count: (2 << levels) - 1)
      fill(tree.nodes, 0, at: 0, levels, places)
    }
  }

  private static func levels(_ tree: PairWeights.Tree, _ node: Int) -> Int {
    let branch = tree.nodes[node]
    return branch.feature < 0 ? 0 : 1 + max(levels(tree, node + 1), levels(tree, Int(branch.right)))
  }

  /// A leaf above the last level stands below itself on both sides.
  ///
  /// - Parameter places: where each feature stands in ``features``.
  private mutating func fill(
    _ tree: [PairWeights.Tree.Node], _ node: Int, at place: Int, _ levels: Int, _ places: [Int32]
  ) {
    let (branch, start) = (tree[node], trees[trees.count - 1].start)
    let isLeaf = branch.feature < 0
    // -0 counts as 0.
    nodes[start + place] = Node(feature: isLeaf ? 0 : places[Int(branch.feature)], value: branch.value + 0)
    guard levels > 0 else { return }
    fill(tree, isLeaf ? node : node + 1, at: 2 * place + 1, levels - 1, places)
    fill(tree, isLeaf ? node : Int(branch.right), at: 2 * place + 2, levels - 1, places)
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
          let nodes = UnsafeBufferPointer(rebasing: nodes[tree.start...])
          if tree.levels == Self.leastLevels {
            Self.addThreeLevels(nodes, lanes, blocks, to: lanes + total)
          } else {
            Self.add(nodes, levels: tree.levels, lanes, blocks, chosen, to: lanes + total)
          }
        }
      }
    }
    pairs.scatter(sums, into: result)
  }

  private typealias Blocks = UnsafeMutablePointer<Lanes>

  /// Adds a tree of any depth.
  private static func add(
    _ nodes: UnsafeBufferPointer<Node>, levels: Int, _ lanes: Blocks, _ blocks: Int,
    _ chosen: UnsafeMutableBufferPointer<Lanes>, to sums: Blocks
  ) {
    let leaves = (1 << levels) &- 1
    for block in 0..<blocks {
      for leaf in 0..<1 << levels { chosen[leaf] = Lanes(repeating: nodes[leaves &+ leaf].value) }
      var count = (1 << levels) / 2
      while count > 0 {
        for place in 0..<count {
          let node = nodes[count &- 1 &+ place]
          let isRight = Lanes(repeating: node.value).isLess(than: lanes[Int(node.feature) &* blocks &+ block])
          chosen[place] = Lanes.select(isRight, chosen[2 &* place &+ 1], chosen[2 &* place])
        }
        count /= 2
      }
      sums[block] += chosen[0]
    }
  }

  /// Adds a tree of three levels: the usual one.
  private static func addThreeLevels(
    _ nodes: UnsafeBufferPointer<Node>, _ lanes: Blocks, _ blocks: Int, to sums: Blocks
  ) {
    @inline(__always)
    func feature(_ node: Int) -> Blocks { lanes + Int(nodes[node].feature) &* blocks }
    @inline(__always)
    func value(_ node: Int) -> Lanes { Lanes(repeating: nodes[node].value) }
    let (f0, f1, f2, f3, f4, f5, f6) = (
      feature(0), feature(1), feature(2), feature(3), feature(4), feature(5), feature(6)
    )
    let (v0, v1, v2, v3, v4, v5, v6) = (value(0), value(1), value(2), value(3), value(4), value(5), value(6))
    let (a, b, c, d) = (value(7), value(8), value(9), value(10))
    let (e, f, g, h) = (value(11), value(12), value(13), value(14))
    for block in 0..<blocks {
      @inline(__always)
      func branch(_ feature: Blocks, _ value: Lanes, _ left: Lanes, _ right: Lanes) -> Lanes {
        Lanes.select(value.isLess(than: feature[block]), right, left)
      }
      let left = branch(f1, v1, branch(f3, v3, a, b), branch(f4, v4, c, d))
      let right = branch(f2, v2, branch(f5, v5, e, f), branch(f6, v6, g, h))
      sums[block] += branch(f0, v0, left, right)
    }
  }
}
