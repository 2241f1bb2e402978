import Reprint
import ReprintCharts

/// Prints measurements, one a line.
struct BenchmarkReport {
  enum Format: String {
    case table, ndjson
  }

  let format: Format
  private let nameWidth: Int

  init(_ format: Format, names: [String]) {
    self.format = format
    nameWidth = max(4, names.map(\.count).max() ?? 0)
  }

  func header(_ environment: Environment) -> [UInt8] {
    switch format {
    case .ndjson: return environment.json
    case .table:
      let columns = row("case", "runs", "least", "median", "spread", "MB/s", "ns an item", "split", "answer")
      return Array((environment.lines + ["", columns]).map { $0 + "\n" }.joined().utf8)
    }
  }

  func line(for benchmark: BenchmarkCase, _ measured: Measurement) -> [UInt8] {
    let perItem = measured.times.median * 1e9 / Double(measured.items)
    let rate = Double(measured.bytes) / 1e6 / measured.times.median
    switch format {
    case .ndjson: return json(benchmark, measured, rate: rate, perItem: perItem)
    case .table:
      let times = measured.times
      let ratio = measured.ratio.map { "\(NumberText.fixed($0.median, 1))x" } ?? ""
      let text = row(
        benchmark.name, "\(times.count)", NumberText.duration(times.least), NumberText.duration(times.median),
        "\(NumberText.fixed(100 * times.deviation / times.median, 1))%",
        measured.bytes > 0 ? NumberText.fixed(rate, 0) : "", "\(NumberText.short(perItem)) /\(benchmark.item)", ratio,
        Self.verdict(benchmark, measured.answer))
      return Array((text + "\n").utf8)
    }
  }

  private func row(
    _ name: String, _ runs: String, _ least: String, _ median: String, _ spread: String, _ rate: String,
    _ perItem: String, _ ratio: String, _ answer: String
  ) -> String {
    var text = NumberText.padded(name, nameWidth, left: true)
    for (field, width) in [(runs, 7), (least, 10), (median, 10), (spread, 7), (rate, 8)] {
      text += NumberText.padded(field, width)
    }
    text += NumberText.padded(perItem, 17) + NumberText.padded(ratio, 9) + "  " + answer
    return text
  }

  private func json(_ benchmark: BenchmarkCase, _ measured: Measurement, rate: Double, perItem: Double) -> [UInt8] {
    var line = JSONLine()
    line.open()
    line.member("type", "case")
    line.member("name", benchmark.name)
    line.member("runs", measured.times.count)
    line.member("cpu_least", measured.times.least)
    line.member("cpu_median", measured.times.median)
    line.member("cpu_deviation", measured.times.deviation)
    line.member("wall_median", measured.wall.median)
    line.member("item", benchmark.item)
    line.member("items", measured.items)
    line.member("ns_per_item", perItem)
    if measured.bytes > 0 {
      line.member("bytes", measured.bytes)
      line.member("mb_per_second", rate)
    }
    if let ratio = measured.ratio {
      line.member("split_ratio", ratio.median)
      line.member("split_ratio_deviation", ratio.deviation)
    }
    line.member("answer", NumberText.hex(measured.answer))
    line.member("verdict", Self.verdict(benchmark, measured.answer))
    line.close()
    return line.bytes
  }

  /// Whether the work was the work that was meant; the answer itself where that is not known.
  private static func verdict(_ benchmark: BenchmarkCase, _ answer: UInt64) -> String {
    guard let expected = benchmark.expected else { return NumberText.hex(answer) }
    return answer == expected ? "as expected" : "CHANGED: \(NumberText.hex(answer))"
  }
}
