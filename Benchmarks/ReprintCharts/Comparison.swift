/// The programs' figures on one corpus, fastest first.
package struct Comparison: Sendable {
  package struct Row: Sendable {
    package var program: String
    package var runs: Int
    /// CPU seconds of a run.
    package var median: Double
    package var least: Double
    package var most: Double
    /// How many times the reference's CPU time this program takes: the median over rounds, in each of which the two
    /// ran one after the other; where they share no round, the ratio of their medians.
    package var ratio: Double
    /// 10^6 bytes of input a CPU second, at the median.
    package var megabytes: Double
    package var documentsPerSecond: Double
    /// Bytes, the median.
    package var peak: Double
    package var anonymousPerDocument: Double?
    package var recall: Double?
    package var precision: Double?
  }

  package let corpus: String
  package let rows: [Row]

  /// - Parameters:
  ///   - reference: the program that others are compared with.
  package init(_ measurements: Measurements, corpus: String, reference: String) {
    self.corpus = corpus
    let runs = measurements.runs.filter { $0.corpus == corpus }
    let mine = Dictionary(
      runs.filter { $0.program == reference }.map { ($0.round, $0.cpu) }, uniquingKeysWith: { first, _ in first })
    var names: [String] = []
    for run in runs where !names.contains(run.program) { names.append(run.program) }
    rows = names.map { name in
      let own = runs.filter { $0.program == name }
      let times = own.map(\.cpu)
      let ratios = own.compactMap { run in mine[run.round].map { run.cpu / $0 } }
      let ratio = ratios.isEmpty ? times.median / Array(mine.values).median : ratios.median
      let quality = measurements.qualities.first { $0.corpus == corpus && $0.program == name && $0.truth == "own" }
      let memory = own.compactMap { run in run.anonymous.map { Double($0) / Double(max(1, run.documents)) } }
      return Row(
        program: name, runs: own.count, median: times.median, least: times.min() ?? .nan, most: times.max() ?? .nan,
        ratio: ratio, megabytes: Double(own[0].bytes) / 1e6 / times.median,
        documentsPerSecond: Double(own[0].documents) / times.median, peak: own.map { Double($0.peak) }.median,
        anonymousPerDocument: memory.isEmpty ? nil : memory.median, recall: quality?.recall,
        precision: quality?.precision)
    }.sorted { $0.median < $1.median }
  }
}
