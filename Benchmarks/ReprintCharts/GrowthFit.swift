import Foundation

/// A curve a n log2 n + b through measured points, so that it can be drawn further.
///
/// The squares of relative errors are made least, so that small runs count as much as large ones.
package struct GrowthFit: Sendable {
  /// Seconds for each n log2 n.
  package let perUnit: Double
  /// Seconds that do not depend on n.
  package let fixed: Double

  /// - Precondition: at least two points with different n above 1, and times above 0.
  package init(_ points: [(n: Double, time: Double)]) {
    precondition(Set(points.map(\.n)).count >= 2 && points.allSatisfy { $0.n > 1 && $0.time > 0 })
    // With x = n log n and weights 1/time^2: the normal equations of time = a x + b.
    var (w, wx, wxx, wt, wxt) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (n, time) in points {
      let x = Self.units(n)
      let weight = 1 / (time * time)
      w += weight
      wx += weight * x
      wxx += weight * x * x
      wt += weight * time
      wxt += weight * x * time
    }
    let slope = (w * wxt - wx * wt) / (w * wxx - wx * wx)
    perUnit = slope
    fixed = (wt - slope * wx) / w
  }

  /// The seconds that the curve gives for `n`.
  package func time(_ n: Double) -> Double { perUnit * Self.units(n) + fixed }

  /// The largest relative distance of a point from the curve.
  package func worst(_ points: [(n: Double, time: Double)]) -> Double {
    points.map { abs(time($0.n) / $0.time - 1) }.max() ?? 0
  }

  /// The units of work for `n` documents.
  static func units(_ n: Double) -> Double { n * log2(n) }
}
