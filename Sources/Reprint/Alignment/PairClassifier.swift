/// Weights that turn features of a pair into the log-odds that it is a link: a linear sum, and small trees that mend it.
///
/// The trees are skipped where the sum leaves no doubt. Weights are learned from gold alignments (logistic regression,
/// then gradient boosting on what it leaves: Friedman, "Greedy Function Approximation: A Gradient Boosting Machine",
/// 2001, doi:10.1214/aos/1013203451).
package struct PairWeights: Sendable, Equatable {
  /// A binary tree in preorder.
  package struct Tree: Sendable, Equatable {
    package struct Node: Sendable, Equatable {
      /// The feature to look at, or -1 for a leaf.
      package var feature: Int32
      /// The left branch is for values up to this; a leaf's addition to the log-odds.
      package var value: Float
      /// Where the right branch starts; the left one is the next node.
      package var right: Int32

      package init(feature: Int32, value: Float, right: Int32) {
        (self.feature, self.value, self.right) = (feature, value, right)
      }
    }

    package var nodes: [Node]

    package init(nodes: [Node]) { self.nodes = nodes }

    @inline(__always)
    package func value(_ feature: (Int) -> Float) -> Float {
      var index = 0
      while true {
        let node = nodes[index]
        if node.feature < 0 { return node.value }
        index = feature(Int(node.feature)) <= node.value ? index + 1 : Int(node.right)
      }
    }
  }

  package var bias: Float
  /// One for each pair feature, then one for each pass feature if the pass is not the first.
  package var linear: [Float]
  package var trees: [Tree] { didSet { forest = TreeForest(trees) } }
  private var forest: TreeForest

  package init(bias: Float, linear: [Float], trees: [Tree]) {
    (self.bias, self.linear, self.trees) = (bias, linear, trees)
    forest = TreeForest(trees)
  }

  /// Log-odds below which the trees are not asked.
  package static let doubtless: Float = -5

  /// Sets the probability of every pair.
  ///
  /// - Parameter features: a plane for each weight.
  /// - Complexity: O(pairs x features).
  func classify(_ features: [Plane], into result: Plane) {
    precondition(features.count >= linear.count, "a plane for each weight")
    result.fill(bias)
    let terms = zip(features, linear).filter { $0.1 != 0 }
    var next = 0
    // Four planes at a time, added one by one.
    while next + 4 <= terms.count {
      Self.add((terms[next], terms[next + 1], terms[next + 2], terms[next + 3]), to: result)
      next += 4
    }
    for (plane, weight) in terms[next...] { Self.add(weight, plane, to: result) }
    let doubtful = LivePairs(result, atLeast: Self.doubtless)
    if doubtful.count > 0 { forest.add(features, doubtful, to: result) }
    var pair = 0
    while pair + Plane.width <= result.count {
      result.setLanes(pair, Logarithm.probability(result.lanes(pair)))
      pair += Plane.width
    }
    while pair < result.count {
      result[pair] = Logarithm.probability(result[pair])
      pair += 1
    }
  }

  private typealias Term = (plane: Plane, weight: Float)

  /// Adds multiples of four planes, one after the other for each pair.
  private static func add(_ terms: (Term, Term, Term, Term), to result: Plane) {
    let (a, b, c, d) = terms
    var pair = 0
    while pair + Plane.width <= result.count {
      var sum = result.lanes(pair) + a.weight * a.plane.lanes(pair)
      sum += b.weight * b.plane.lanes(pair)
      sum += c.weight * c.plane.lanes(pair)
      sum += d.weight * d.plane.lanes(pair)
      result.setLanes(pair, sum)
      pair += Plane.width
    }
    while pair < result.count {
      for (plane, weight) in [a, b, c, d] { result[pair] += weight * plane[pair] }
      pair += 1
    }
  }

  /// Adds a multiple of a plane, four pairs at a time.
  private static func add(_ weight: Float, _ plane: Plane, to result: Plane) {
    var pair = 0
    while pair + Plane.width <= result.count {
      result.setLanes(pair, result.lanes(pair) + weight * plane.lanes(pair))
      pair += Plane.width
    }
    while pair < result.count {
      result[pair] += weight * plane[pair]
      pair += 1
    }
  }
}

/// The pair classifier: a first look at each pair, then passes that see the probabilities of all.
package struct AlignmentModel: Sendable, Equatable {
  package var passes: [PairWeights]
  /// Probabilities from which a sentence's first source is a link, and its others.
  package var firstLink: Float
  package var furtherLink: Float

  package init(passes: [PairWeights], firstLink: Float, furtherLink: Float) {
    (self.passes, self.firstLink, self.furtherLink) = (passes, firstLink, furtherLink)
  }

  /// A pair with a smaller probability in the first pass is out of the question: later passes leave it as it is.
  ///
  /// On the gold stories no link of the last pass had less than five times as much.
  private static let outOfQuestion: Float = 0.001

  /// Sets the probability of every pair, after all passes.
  func classify(_ pairs: borrowing PairFeatures, into result: Plane) {
    guard result.count > 0, let first = passes.first else { return }
    let all = pairs.planes.all
    first.classify(all, into: result)
    guard passes.count > 1 else { return }
    let live = LivePairs(result, atLeast: Self.outOfQuestion)
    let stack = PlaneStack(planes: all.count + 1, rows: 1, columns: live.count)
    let (features, found) = (Array(stack.all.dropLast()), stack[all.count])
    for (feature, plane) in zip(features, all) { live.gather(plane, into: feature) }
    for weights in passes.dropFirst() {
      let pass = PassFeatures(result, pairs, live)
      weights.classify(features + pass.planes.all, into: found)
      live.scatter(found, into: result)
    }
  }
}

extension AlignmentModel {
  /// The weights that come with the engine.
  package static let standard: AlignmentModel = {
    do throws(FormatError) {
      return try AlignmentModel(text: AlignmentWeights.text)
    } catch {
      fatalError("the built-in weights: \(error)")
    }
  }()
}
