extension ReuseWeights {
  /// Near what logistic regression gave on the gold stories and on 45,000 pages of licences, manuals, scripture and news
  /// that reuse none of them, rounded so that both sides keep about the same distance.
  ///
  /// `reprint-bench learn-reuse` learns weights from the gold stories alone. Those find the same pages, and keep less
  /// distance, so that they are not these.
  package static let standard = ReuseWeights(bias: -18.3, weights: [3.2, 8, 7, 1.2, -12, -6, -1.5])
}
