// Learned by `reprint-bench learn-reuse fixtures/alignment/stories --lessons fixtures/alignment/reports --record`;
// do not edit.

extension ReuseWeights {
  static let learnedReport = Decision(bias: -0.67, weights: [5.89, 0.78, 0.79, 2.2, 0.9, 9.29, 0.56, -2.59])
}
