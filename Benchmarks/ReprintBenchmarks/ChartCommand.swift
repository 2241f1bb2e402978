import Foundation
import ReprintCharts

/// `reprint-bench chart`: tables and charts of what the scripts measured.
enum ChartCommand {
  static let usage = """
    usage: reprint-bench chart RESULTS... [-o DIR]

    Reads the NDJSON of Benchmarks/Peers and writes DIR/summary.md and, where there is something to draw,
    DIR/chart.svg (throughput, recall and precision) and DIR/growth.svg (time against documents).
    Without -o, DIR is where the first of the RESULTS is.

    """

  /// The program that others are compared with.
  private static let own = "reprint"

  static func run(_ arguments: inout ArgumentList) throws {
    var paths: [String] = []
    var directory: String?
    while let word = arguments.next() {
      switch word {
      case "-o", "--output": directory = try arguments.value(for: word)
      default: paths.append(try arguments.operand(word))
      }
    }
    guard let first = paths.first else { throw BenchmarkError("chart: no results given") }
    var bytes: [UInt8] = []
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw BenchmarkError("\(path): can't be read")
      }
      bytes += Array(data) + [0x0A]
    }
    let measurements: Measurements
    do {
      measurements = try Measurements(ndjson: bytes)
    } catch {
      throw BenchmarkError("results: \(error)")
    }
    let output = directory ?? URL(filePath: first).deletingLastPathComponent().path
    try write(Summary.text(measurements, own: own), to: "\(output)/summary.md")
    let comparisons = measurements.corpora.map(\.corpus)
      .map { Comparison(measurements, corpus: $0, reference: own) }.filter { !$0.rows.isEmpty }
    if !comparisons.isEmpty { try write(SpeedChart.draw(comparisons, own: own), to: "\(output)/chart.svg") }
    let points = Summary.documentPoints(measurements)
    if points.count >= 2 { try write(GrowthChart.draw(points), to: "\(output)/growth.svg") }
  }

  private static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw BenchmarkError("\(path): can't be written")
    }
  }
}
