// Learned by `reprint-bench learn-reuse fixtures/alignment/stories --lessons fixtures/alignment/reports --record`;
// do not edit.

extension ReuseWeights {
  package static let standard = ReuseWeights(
    topic: Decision(bias: -9.22, weights: [1.71, 9.76, 3.6, -6.09, -1.95]),
    report: Decision(bias: -0.67, weights: [5.89, 0.78, 0.79, 2.2, 0.9, 9.29, 0.56, -2.59]))
}
