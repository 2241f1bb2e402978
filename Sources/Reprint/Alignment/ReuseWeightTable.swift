// Learned by `reprint-bench learn-reuse fixtures/alignment/stories --lessons fixtures/alignment/reports --record`;
// do not edit.

extension ReuseWeights {
  static let learnedReport = Decision(bias: -0.53, weights: [6.26, 0.67, 0.67, 1.58, 1.74, 8.33, 0.57, -2.53])
}
