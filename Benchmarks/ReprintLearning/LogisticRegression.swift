import Foundation

/// Logistic regression by Newton's method, with a quadratic penalty on the weights of standardised features.
struct LogisticRegression {
  private(set) var bias = 0.0
  /// For the features as they are.
  private(set) var weights: [Double]

  /// - Parameter penalty: half of it times the sum of squared weights is added to the loss, which is a sum over examples.
  /// - Complexity: O(examples x features²) an iteration at most; examples without doubt cost O(features).
  init(_ examples: Examples, penalty: Double) {
    let scale = Scale(examples)
    let rows = StandardRows(examples, scale)
    var solution = [Double](repeating: 0, count: rows.width)
    var loss = rows.loss(solution, penalty)
    for _ in 0..<Self.iterations {
      let (gradient, curvature) = rows.derivatives(solution, penalty)
      let step = Self.solve(curvature, rows.width, gradient)
      // Half the step as long as it makes things worse.
      var share = 1.0
      var next = solution
      var nextLoss = loss
      repeat {
        next = zip(solution, step).map { $0 - share * $1 }
        nextLoss = rows.loss(next, penalty)
        share /= 2
      } while nextLoss > loss && share > 1e-3
      guard nextLoss < loss else { break }
      let gain = loss - nextLoss
      (solution, loss) = (next, nextLoss)
      if gain < 1e-6 * loss { break }
    }
    (weights, bias) = scale.unscaled(solution)
  }

  private static let iterations = 25

  /// Solves the Newton step by Cholesky decomposition.
  ///
  /// - Parameter curvature: its lower half, row by row.
  private static func solve(_ curvature: [Double], _ size: Int, _ gradient: [Double]) -> [Double] {
    var lower = curvature
    for row in 0..<size {
      for column in 0...row {
        var sum = lower[row * size + column]
        for place in 0..<column { sum -= lower[row * size + place] * lower[column * size + place] }
        lower[row * size + column] = row == column ? max(sum, 1e-9).squareRoot() : sum / lower[column * size + column]
      }
    }
    var result = gradient
    for row in 0..<size {
      for place in 0..<row { result[row] -= lower[row * size + place] * result[place] }
      result[row] /= lower[row * size + row]
    }
    for row in stride(from: size - 1, through: 0, by: -1) {
      for place in row + 1..<max(size, row + 1) { result[row] -= lower[place * size + row] * result[place] }
      result[row] /= lower[row * size + row]
    }
    return result
  }
}

/// Rows of standardised features, a one for the bias behind each, filled up to whole vectors.
private final class StandardRows {
  typealias Vector = SIMD8<Float>

  /// Features and the bias.
  let width: Int
  private let vectors: Int
  private let answers: [Bool]
  private let values: UnsafeMutablePointer<Vector>

  init(_ examples: Examples, _ scale: Scale) {
    width = examples.features + 1
    vectors = (width + 7) / 8
    answers = examples.answers
    values = .allocate(capacity: max(1, examples.count * vectors))
    values.initialize(repeating: .zero, count: max(1, examples.count * vectors))
    for example in 0..<examples.count {
      let start = example * examples.features
      let row = values + example * vectors
      for feature in 0..<examples.features {
        row[feature / 8][feature % 8] = scale.standard(examples.values[start + feature], feature)
      }
      row[examples.features / 8][examples.features % 8] = 1
    }
  }

  deinit { values.deallocate() }

  private func packed(_ solution: [Double]) -> [Vector] {
    var result = [Vector](repeating: .zero, count: vectors)
    for place in 0..<width { result[place / 8][place % 8] = Float(solution[place]) }
    return result
  }

  @inline(__always)
  private func odds(_ example: Int, _ solution: [Vector]) -> Double {
    var sum = Vector.zero
    let row = values + example * vectors
    for place in 0..<vectors { sum += row[place] * solution[place] }
    return Double(sum.sum())
  }

  func loss(_ solution: [Double], _ penalty: Double) -> Double {
    let packed = packed(solution)
    var loss = solution.dropLast().reduce(0) { $0 + $1 * $1 } * penalty / 2
    for example in answers.indices {
      let odds = odds(example, packed) * (answers[example] ? 1 : -1)
      loss += odds > 0 ? log1p(exp(-odds)) : log1p(exp(odds)) - odds
    }
    return loss
  }

  /// Rows to add at a time, so that the sums are read and written once for all of them.
  private struct Batch {
    private(set) var rows = InlineArray<4, UnsafePointer<Vector>?>(repeating: nil)
    private(set) var weights = InlineArray<4, Float>(repeating: 0)
    private var count = 0

    var isFull: Bool { count == 4 }
    var isEmpty: Bool { count == 0 }

    mutating func append(_ row: UnsafeMutablePointer<Vector>, _ weight: Float) {
      rows[count] = UnsafePointer(row)
      weights[count] = weight
      count += 1
    }

    mutating func removeAll() { count = 0 }
  }

  /// Adds the products of the rows' values, and empties the batch.
  private func add(_ batch: inout Batch, to curvature: inout [Vector]) {
    guard let a = batch.rows[0], let b = batch.rows[1], let c = batch.rows[2], let d = batch.rows[3] else { return }
    let weights = batch.weights
    curvature.withUnsafeMutableBufferPointer { curvature in
      guard let curvature = curvature.baseAddress else { return }
      for first in 0..<width {
        let (vector, lane) = (first / 8, first % 8)
        let ofA = Vector(repeating: weights[0] * a[vector][lane])
        let ofB = Vector(repeating: weights[1] * b[vector][lane])
        let ofC = Vector(repeating: weights[2] * c[vector][lane])
        let ofD = Vector(repeating: weights[3] * d[vector][lane])
        let line = curvature + first * vectors
        for place in 0...vector {
          line[place] += (a[place] * ofA + b[place] * ofB) + (c[place] * ofC + d[place] * ofD)
        }
      }
    }
    batch.removeAll()
  }

  /// The gradient, and the lower half of the second derivatives.
  func derivatives(_ solution: [Double], _ penalty: Double) -> (gradient: [Double], curvature: [Double]) {
    let packed = packed(solution)
    var gradient = [Vector](repeating: .zero, count: vectors)
    var curvature = [Vector](repeating: .zero, count: width * vectors)
    var batch = Batch()
    for example in answers.indices {
      let probability = Float(1 / (1 + exp(-odds(example, packed))))
      let row = values + example * vectors
      let error = probability - (answers[example] ? 1 : 0)
      for place in 0..<vectors { gradient[place] += row[place] * Vector(repeating: error) }
      let weight = probability * (1 - probability)
      guard weight > 1e-5 else { continue }
      batch.append(row, weight)
      if batch.isFull { add(&batch, to: &curvature) }
    }
    if !batch.isEmpty {
      // Rows that weigh nothing fill it up.
      while !batch.isFull { batch.append(values, 0) }
      add(&batch, to: &curvature)
    }
    var slopes = (0..<width).map { Double(gradient[$0 / 8][$0 % 8]) }
    var second = [Double](repeating: 0, count: width * width)
    for row in 0..<width {
      for column in 0...row { second[row * width + column] = Double(curvature[row * vectors + column / 8][column % 8]) }
      // The bias has no penalty; a little keeps the matrix sound.
      second[row * width + row] += row < width - 1 ? penalty : 1e-3
      if row < width - 1 { slopes[row] += penalty * solution[row] }
    }
    return (slopes, second)
  }
}

/// The mean and deviation of each feature.
private struct Scale {
  private var means: [Double]
  /// 0 for a feature that never varies, which says nothing.
  private var deviations: [Double]

  init(_ examples: Examples) {
    let size = examples.features
    var sums = [Double](repeating: 0, count: size)
    var squares = sums
    for example in 0..<examples.count {
      for feature in 0..<size {
        let value = Double(examples.values[example * size + feature])
        sums[feature] += value
        squares[feature] += value * value
      }
    }
    let count = Double(max(1, examples.count))
    means = sums.map { $0 / count }
    deviations = zip(squares, means).map { square, mean in
      let variance = square / count - mean * mean
      return variance < 1e-9 ? 0 : variance.squareRoot()
    }
  }

  func standard(_ value: Float, _ feature: Int) -> Float {
    deviations[feature] == 0 ? 0 : Float((Double(value) - means[feature]) / deviations[feature])
  }

  func unscaled(_ solution: [Double]) -> ([Double], Double) {
    var bias = solution[solution.count - 1]
    var weights: [Double] = []
    for feature in means.indices {
      let weight = deviations[feature] == 0 ? 0 : solution[feature] / deviations[feature]
      weights.append(weight)
      bias -= weight * means[feature]
    }
    return (weights, bias)
  }
}
