import Foundation
import ReprintTestSupport
import Testing

@testable import ReprintLearning

@Suite struct LogisticRegressionTests {
  private func probability(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }

  /// Examples of a model, with features of different scale.
  private func examples(
    _ count: Int, bias: Double, weights: [Double], scales: [Float], seed: UInt64
  ) -> Examples {
    var generator = SeededGenerator(seed: seed)
    var examples = Examples(features: weights.count)
    for _ in 0..<count {
      let values = scales.map { Float.random(in: -2...2, using: &generator) * $0 }
      let odds = zip(values, weights).reduce(bias) { $0 + Double($1.0) * $1.1 }
      examples.append(values, [generator.chance(probability(odds))])
    }
    return examples
  }

  @Test func findsTheModelThatMadeTheExamples() {
    let weights = [1.5, -0.08, 0, 6]
    let found = LogisticRegression(
      examples(6000, bias: -0.7, weights: weights, scales: [1, 10, 1, 0.2], seed: 1), penalty: 0.01)
    #expect(abs(found.bias + 0.7) < 0.15)
    for (one, other) in zip(found.weights, weights) { #expect(abs(one - other) < 0.1 * max(1, abs(other))) }
  }

  /// Minimises the same loss by small steps downhill.
  private func descend(_ examples: Examples, penalty: Double) -> (bias: Double, weights: [Double]) {
    let size = examples.features
    let columns = (0..<size).map { feature in
      (0..<examples.count).map { Double(examples.values[$0 * size + feature]) }
    }
    let count = Double(examples.count)
    let means = columns.map { $0.reduce(0, +) / count }
    let deviations = zip(columns, means).map { column, mean in
      (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    }
    var bias = 0.0
    var weights = [Double](repeating: 0, count: size)
    for _ in 0..<3000 {
      var biasSlope = 0.0
      var slopes = weights.map { $0 * penalty }
      for example in 0..<examples.count {
        let values = (0..<size).map { (columns[$0][example] - means[$0]) / deviations[$0] }
        let error =
          probability(zip(values, weights).reduce(bias) { $0 + $1.0 * $1.1 }) - (examples.answers[example] ? 1 : 0)
        biasSlope += error
        for feature in 0..<size { slopes[feature] += error * values[feature] }
      }
      bias -= 2 * biasSlope / count
      for feature in 0..<size { weights[feature] -= 2 * slopes[feature] / count }
    }
    let unscaled = zip(weights, deviations).map { $0 / $1 }
    return (zip(unscaled, means).reduce(bias) { $0 - $1.0 * $1.1 }, unscaled)
  }

  @Test(arguments: [0.1, 5.0])
  func equalsGradientDescent(_ penalty: Double) {
    for (features, seed) in [(1, 2), (3, 3), (8, 4)] as [(Int, UInt64)] {
      let weights = (0..<features).map { Double($0 % 3) - 0.8 }
      let examples = examples(
        50, bias: 0.3, weights: weights, scales: (0..<features).map { $0 == 1 ? 4 : 1 }, seed: seed)
      let found = LogisticRegression(examples, penalty: penalty)
      let expected = descend(examples, penalty: penalty)
      #expect(abs(found.bias - expected.bias) < 0.02, "seed \(seed)")
      for (one, other) in zip(found.weights, expected.weights) { #expect(abs(one - other) < 0.02, "seed \(seed)") }
    }
  }

  @Test func separableExamplesStayFinite() {
    var examples = Examples(features: 2)
    for place in -20...20 where place != 0 { examples.append([Float(place), 1000 * Float(place)], [place > 0]) }
    for penalty in [0, 1e-6, 1] {
      let found = LogisticRegression(examples, penalty: penalty)
      #expect(found.bias.isFinite && found.weights.allSatisfy { $0.isFinite }, "penalty \(penalty)")
      for example in 0..<examples.count {
        let odds = found.bias + (0..<2).reduce(0) { $0 + found.weights[$1] * Double(examples.values[2 * example + $1]) }
        #expect((odds > 0) == examples.answers[example], "penalty \(penalty)")
      }
    }
  }

  @Test func featuresThatNeverVarySayNothing() {
    var examples = Examples(features: 2)
    for place in 0..<40 { examples.append([7, Float(place % 4)], [place % 4 > 1 || place == 0]) }
    let found = LogisticRegression(examples, penalty: 1)
    #expect(found.weights[0] == 0)
    #expect(found.weights[1] > 0)
  }

  @Test func oneAnswerOrNoneStaysFinite() {
    #expect(LogisticRegression(Examples(features: 3), penalty: 1).weights == [0, 0, 0])
    var examples = Examples(features: 1)
    for place in 0..<30 { examples.append([Float(place)], [false]) }
    let found = LogisticRegression(examples, penalty: 1)
    #expect(found.bias.isFinite && found.weights[0].isFinite)
    #expect(found.bias + 15 * found.weights[0] < -3)
  }
}
