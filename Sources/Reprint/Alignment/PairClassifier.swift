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
  package var trees: [Tree]

  package init(bias: Float, linear: [Float], trees: [Tree]) {
    (self.bias, self.linear, self.trees) = (bias, linear, trees)
  }

  /// Log-odds below which the trees are not asked.
  package static let doubtless: Float = -5

  /// Sets the probability of every pair.
  ///
  /// - Parameter features: a plane for each weight.
  /// - Complexity: O(pairs x features).
  func classify(_ features: [Plane], into result: Plane) {
    result.fill(bias)
    for (plane, weight) in zip(features, linear) where weight != 0 {
      for pair in 0..<result.count { result[pair] += weight * plane[pair] }
    }
    for pair in 0..<result.count {
      var odds = result[pair]
      if odds >= Self.doubtless {
        for tree in trees { odds += tree.value { features[$0][pair] } }
      }
      result[pair] = Logarithm.probability(odds)
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

  /// Sets the probability of every pair, after all passes.
  func classify(_ pairs: borrowing PairFeatures, into result: Plane) {
    guard result.count > 0 else { return }
    let features = pairs.planes.all
    for (index, weights) in passes.enumerated() {
      if index == 0 {
        weights.classify(features, into: result)
      } else {
        let pass = PassFeatures(result, pairs)
        weights.classify(features + pass.planes.all, into: result)
      }
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
