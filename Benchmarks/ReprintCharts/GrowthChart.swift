import Foundation

/// CPU time against the number of documents, both logarithmic, with a fitted curve.
package enum GrowthChart {
  private static let left = 90.0
  private static let right = 620.0
  private static let top = 70.0
  private static let bottom = 360.0

  /// - Precondition: at least two points with different numbers of documents.
  package static func draw(_ points: [(n: Double, time: Double)]) -> String {
    let fit = GrowthFit(points)
    let known = points.map { "\(NumberText.fixed($0.n, 0)) documents \(NumberText.duration($0.time))" }
    var svg = SVG(
      width: 680, height: 420, title: "CPU time against documents",
      description: "\(known.joined(separator: "; ")). The dashed line is a n log n + b, fitted.")
    svg.text(20, 30, "CPU time from JSON Lines to clusters", "head")
    svg.text(20, 50, "dots: measured; dashed: a n log n + b, fitted", "faint")
    let lowX = floor(log10(points.map(\.n).min() ?? 1)), highX = ceil(log10(points.map(\.n).max() ?? 10))
    let lowY = floor(log10(points.map(\.time).min() ?? 1)), highY = ceil(log10(points.map(\.time).max() ?? 10))
    func x(_ n: Double) -> Double { left + (log10(n) - lowX) / max(1, highX - lowX) * (right - left) }
    func y(_ time: Double) -> Double { bottom - (log10(time) - lowY) / max(1, highY - lowY) * (bottom - top) }
    for power in Int(lowX)...Int(highX) {
      let n = pow(10, Double(power))
      svg.line(x(n), top, x(n), bottom, "grid")
      svg.text(x(n), bottom + 20, NumberText.fixed(n, 0), "faint", anchor: .middle)
    }
    for power in Int(lowY)...Int(highY) {
      let time = pow(10, Double(power))
      svg.line(left, y(time), right, y(time), "grid")
      svg.text(left - 8, y(time) + 4, NumberText.duration(time), "faint", anchor: .end)
    }
    svg.text((left + right) / 2, bottom + 42, "documents", "faint", anchor: .middle)
    let first = log10(points.map(\.n).min()!), last = log10(points.map(\.n).max()!)
    let curve = (0...40).map { pow(10, first + (last - first) * Double($0) / 40) }
    svg.curve(curve.filter { fit.time($0) > 0 }.map { (x($0), y(fit.time($0))) }, "fit")
    for point in points { svg.dot(x(point.n), y(point.time), "dot") }
    return svg.text
  }
}
