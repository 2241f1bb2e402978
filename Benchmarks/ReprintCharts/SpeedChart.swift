import Foundation

/// Bars of throughput on a logarithmic axis, with recall and precision beside them, for each corpus.
package enum SpeedChart {
  private static let width = 860.0
  private static let bars = (start: 190.0, end: 600.0)
  private static let recall = (start: 640.0, end: 730.0)
  private static let precision = (start: 750.0, end: 840.0)
  private static let rowHeight = 26.0

  /// - Parameter own: the program to set off from the others.
  package static func draw(_ comparisons: [Comparison], own: String) -> String {
    let rows = comparisons.reduce(0) { $0 + $1.rows.count }
    let height = 78 + Double(comparisons.count) * 44 + Double(rows) * rowHeight
    var svg = SVG(
      width: Int(width), height: Int(height), title: "Throughput from JSON Lines to clusters",
      description: description(comparisons))
    svg.text(20, 30, "From JSON Lines to clusters of near-duplicates", "head")
    svg.text(20, 50, "MB of input a CPU second, logarithmic; recall and precision of pairs", "faint")
    let rates = comparisons.flatMap { $0.rows.map(\.megabytes) }.filter { $0.isFinite && $0 > 0 }
    let low = floor(log10(rates.min() ?? 1))
    let high = max(low + 1, ceil(log10(rates.max() ?? 10)))
    func place(_ rate: Double) -> Double {
      bars.start + (log10(rate) - low) / (high - low) * (bars.end - bars.start)
    }
    var y = 78.0
    for comparison in comparisons {
      svg.text(20, y + 14, comparison.corpus, "part")
      for power in Int(low)...Int(high) {
        let x = place(pow(10, Double(power)))
        svg.line(x, y + 20, x, y + 24 + Double(comparison.rows.count) * rowHeight, "grid")
        svg.text(x, y + 14, NumberText.fixed(pow(10, Double(power)), max(0, -power)), "faint", anchor: .middle)
      }
      svg.text((recall.start + recall.end) / 2, y + 14, "recall", "faint", anchor: .middle)
      svg.text((precision.start + precision.end) / 2, y + 14, "precision", "faint", anchor: .middle)
      y += 24
      for row in comparison.rows {
        drawRow(row, isOwn: row.program == own, at: y, barEnd: place(row.megabytes), into: &svg)
        y += rowHeight
      }
      y += 20
    }
    return svg.text
  }

  private static func drawRow(
    _ row: Comparison.Row, isOwn: Bool, at y: Double, barEnd: Double, into svg: inout SVG
  ) {
    let style = isOwn ? "best" : "bar"
    let baseline = y + 16
    svg.text(bars.start - 10, baseline, row.program, isOwn ? "own" : "", anchor: .end)
    svg.rectangle(bars.start, y + 4, barEnd - bars.start, rowHeight - 10, style)
    svg.text(barEnd + 6, baseline, NumberText.short(row.megabytes), isOwn ? "own" : "")
    for (value, range) in [(row.recall, recall), (row.precision, precision)] {
      guard let value else {
        svg.text((range.start + range.end) / 2, baseline, "not measured", "faint", anchor: .middle)
        continue
      }
      let track = range.end - range.start - 46
      svg.rectangle(range.start, y + 8, track, rowHeight - 18, "track")
      svg.rectangle(range.start, y + 8, track * value, rowHeight - 18, style)
      svg.text(range.end, baseline, NumberText.fixed(value, 3), isOwn ? "own" : "", anchor: .end)
    }
  }

  /// The chart in words, for those who can't see it.
  private static func description(_ comparisons: [Comparison]) -> String {
    comparisons.map { comparison in
      let rows = comparison.rows.map { row in
        var text = "\(row.program) \(NumberText.short(row.megabytes)) MB a CPU second"
        if let recall = row.recall { text += ", recall \(NumberText.fixed(recall, 3))" }
        if let precision = row.precision { text += ", precision \(NumberText.fixed(precision, 3))" }
        return text
      }
      return "\(comparison.corpus): \(rows.joined(separator: "; "))."
    }.joined(separator: " ")
  }
}
