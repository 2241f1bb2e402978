/// What each part of ``ReuseEvidence`` counts in deciding whether a page reuses an original.
package struct ReuseWeights: Sendable, Equatable {
  /// The figures that are weighed: rare words taken, how much of them is matched, the page's share, the longest run, and
  /// what speaks against reuse: doubtful links, the same sources again and again, few sources.
  package typealias Features = [Double]

  package var bias: Double
  package var weights: [Double]

  package init(bias: Double, weights: [Double]) {
    precondition(weights.count == Self.names.count)
    (self.bias, self.weights) = (bias, weights)
  }

  /// In the order of the features.
  package static let names = ["nats", "matched", "share", "run", "doubt", "repetition", "scarcity"]

  package func logOdds(_ features: Features) -> Double {
    zip(weights, features).reduce(bias) { $0 + $1.0 * $1.1 }
  }

  /// The part of the log-odds that a page's share has.
  func logOddsOfShare(_ share: Double) -> Double { weights[2] * min(share, 0.4) }
}
