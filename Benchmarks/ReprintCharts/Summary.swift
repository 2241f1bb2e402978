/// The results as Markdown.
package enum Summary {
  /// - Parameter own: the program to compare the others with.
  package static func text(_ measurements: Measurements, own: String) -> String {
    var text = "# Results\n\nMade from the NDJSON beside it with `reprint-bench chart`.\n"
    if let machine = measurements.machine { text += "\n" + describe(machine) }
    for corpus in measurements.corpora where measurements.runs.contains(where: { $0.corpus == corpus.corpus }) {
      text += "\n" + section(corpus, measurements, own: own)
    }
    if !measurements.programs.isEmpty {
      text += "\n## Programs\n\n" + row(["program", "version", "how it was run"]) + rule(3)
      for program in measurements.programs { text += row([program.program, program.version, program.note]) }
    }
    if !measurements.skipped.isEmpty {
      text += "\n## Left out\n\n" + row(["program", "corpus", "why"]) + rule(3)
      for skipped in measurements.skipped { text += row([skipped.program, skipped.corpus ?? "all", skipped.reason]) }
    }
    return text + alignments(measurements) + traces(measurements) + curves(measurements)
  }

  private static func describe(_ machine: Measurements.Machine) -> String {
    let memory = NumberText.fixed(Double(machine.memory) / 1e9, 1)
    return "\(machine.date), \(machine.processor), \(machine.processors) processors, \(memory) GB, \(machine.system); "
      + "\(machine.compiler); commit \(machine.commit).\n"
  }

  private static func section(_ corpus: Measurements.Corpus, _ measurements: Measurements, own: String) -> String {
    let size = NumberText.fixed(Double(corpus.bytes) / 1e6, 1)
    var text = "## \(corpus.corpus)\n\n\(NumberText.fixed(Double(corpus.documents), 0)) documents, \(size) MB"
    if let pairs = corpus.pairs {
      text += ", \(NumberText.fixed(Double(pairs), 0)) pairs at \(corpus.threshold) or more"
    }
    text += ". SHA-256 `\(corpus.sha256.prefix(16))…`.\n\n"
    text += row([
      "program", "runs", "CPU s, median", "least–most", "times \(own)", "MB/CPU s", "documents/CPU s", "peak MB",
      "anonymous B/document", "recall", "precision",
    ])
    text += rule(11)
    for line in Comparison(measurements, corpus: corpus.corpus, reference: own).rows {
      text += row([
        line.program == own ? "**\(own)**" : line.program, "\(line.runs)", NumberText.fixed(line.median, 2),
        "\(NumberText.fixed(line.least, 2))–\(NumberText.fixed(line.most, 2))",
        line.program == own || line.ratio.isNaN ? "" : NumberText.fixed(line.ratio, 1),
        NumberText.short(line.megabytes),
        NumberText.fixed(line.documentsPerSecond, 0), NumberText.fixed(line.peak / 1e6, 0),
        line.anonymousPerDocument.map { NumberText.fixed($0, 0) } ?? "",
        line.recall.map { NumberText.fixed($0, 4) } ?? "", line.precision.map { NumberText.fixed($0, 4) } ?? "",
      ])
    }
    for split in measurements.splits where split.corpus == corpus.corpus {
      text +=
        "\n\(own) takes \(NumberText.fixed(split.ratio, 1)) times the CPU time of a newline split of the same file "
      text += "(median of \(split.runs) pairs of runs).\n"
    }
    return text + otherTruths(corpus.corpus, measurements)
  }

  /// Judgements by other words than a program's own.
  private static func otherTruths(_ corpus: String, _ measurements: Measurements) -> String {
    let others = measurements.qualities.filter { $0.corpus == corpus && $0.truth != "own" }
    guard !others.isEmpty else { return "" }
    return "\n"
      + others.map { quality in
        "\(quality.program) by \(quality.truth): recall \(NumberText.fixed(quality.recall, 4)), "
          + "precision \(NumberText.fixed(quality.precision, 4)).\n"
      }.joined()
  }

  private static func alignments(_ measurements: Measurements) -> String {
    goldRuns(
      "Alignment", measurements.alignments, size: ("pages", "pages/CPU s"), extra: "links of sentences from elsewhere"
    ) { ($0.pages, $0.falsely) }
  }

  private static func traces(_ measurements: Measurements) -> String {
    goldRuns("Tracing", measurements.traces, size: ("originals × pages", "pairs/CPU s")) { ($0.pairs, nil) }
  }

  /// A table of what programs made of the gold pages, a row a program.
  ///
  /// - Parameters:
  ///   - size: what is counted, and the same in a CPU second.
  ///   - extra: a share that is shown behind the others.
  private static func goldRuns<Run: GoldRun>(
    _ title: String, _ all: [Run], size: (count: String, rate: String), extra: String? = nil,
    _ figures: (Run) -> (size: Int, extra: Double?)
  ) -> String {
    guard !all.isEmpty else { return "" }
    var names: [String] = []
    for run in all where !names.contains(run.program) { names.append(run.program) }
    let columns =
      ["program", "version", "runs", size.count, "CPU s, median", size.rate, "peak MB", "F1", "precision", "recall"]
      + [extra].compactMap(\.self) + ["how it was run"]
    var text = "\n## \(title)\n\n" + row(columns) + rule(columns.count)
    for name in names {
      let runs = all.filter { $0.program == name }
      let run = runs[0]
      let (size, extra) = figures(run)
      let cpu = runs.map(\.cpu).median
      let cells = [
        name, run.version, "\(runs.count)", "\(size)", NumberText.fixed(cpu, 3), NumberText.short(Double(size) / cpu),
        NumberText.fixed(runs.map { Double($0.peak) }.median / 1e6, 0),
      ]
      let shares = [run.f1, run.precision, run.recall] + [extra].compactMap(\.self)
      text += row(cells + shares.map { NumberText.fixed($0, 3) } + [run.note])
    }
    return text
  }

  // MARK: Curves

  private static func curves(_ measurements: Measurements) -> String {
    var axes: [String] = []
    for point in measurements.points where !axes.contains(point.axis) { axes.append(point.axis) }
    return axes.map { axis in
      "\n## By \(axis)\n\n" + curve(measurements.points.filter { $0.axis == axis })
        + (axis == "documents" ? extrapolation(measurements) : "")
    }.joined()
  }

  private static func curve(_ points: [Measurements.Point]) -> String {
    var text = row([
      "value", "runs", "documents", "MB", "CPU s, median", "wall s", "MB/CPU s",
      "anonymous B/document", "candidates/document", "comparisons",
    ])
    text += rule(10)
    for value in Set(points.map(\.value)).sorted() {
      let own = points.filter { $0.value == value }
      let first = own[0]
      let cpu = own.map(\.cpu).median
      let memory = own.compactMap { point in point.anonymous.map { Double($0) / Double(max(1, point.documents)) } }
      text += row([
        NumberText.fixed(value, value == value.rounded() ? 0 : 2), "\(own.count)",
        NumberText.fixed(Double(first.documents), 0), NumberText.fixed(Double(first.bytes) / 1e6, 1),
        NumberText.fixed(cpu, 3), NumberText.fixed(own.map(\.wall).median, 3),
        NumberText.short(Double(first.bytes) / 1e6 / cpu),
        memory.isEmpty ? "" : NumberText.fixed(memory.median, 0),
        first.candidates.map { NumberText.fixed(Double($0) / Double(max(1, first.documents)), 3) } ?? "",
        first.compared.map { NumberText.fixed(Double($0), 0) } ?? "",
      ])
    }
    return text
  }

  /// The medians of CPU time by number of documents.
  package static func documentPoints(_ measurements: Measurements) -> [(n: Double, time: Double)] {
    let points = measurements.points.filter { $0.axis == "documents" }
    return Set(points.map(\.value)).sorted().map { value in
      (value, points.filter { $0.value == value }.map(\.cpu).median)
    }
  }

  /// What the curve gives beyond what was measured: on paper, as if neither memory nor disk ran out.
  private static func extrapolation(_ measurements: Measurements) -> String {
    let points = documentPoints(measurements)
    guard points.count >= 2, let largest = points.last else { return "" }
    let fit = GrowthFit(points)
    var text = "\nFitted: CPU seconds = \(NumberText.short(fit.perUnit * 1e9))e-9 n log2 n "
    text += "\(fit.fixed < 0 ? "-" : "+") \(NumberText.fixed(abs(fit.fixed), 3)); "
    text += "no point is further off than \(NumberText.fixed(100 * fit.worst(points), 0)) %.\n"
    if let tenth = points.first(where: { $0.n * 10 == largest.n }) {
      let growth = largest.time / tenth.time / (GrowthFit.units(largest.n) / GrowthFit.units(tenth.n))
      text += "From \(NumberText.fixed(tenth.n, 0)) to \(NumberText.fixed(largest.n, 0)) documents time grows "
      text += "\(NumberText.fixed(growth, 2)) times as much as n log n.\n"
    }
    let last = measurements.points.filter { $0.axis == "documents" && $0.value == largest.n }
    let memory = last.compactMap { point in point.anonymous.map { Double($0) / largest.n } }.median
    let bytes = Double(last[0].bytes) / largest.n
    text += "\n" + row(["documents, on paper", "CPU hours", "dump", "anonymous memory"]) + rule(4)
    for n in [1e8, 1e10] {
      text += row([
        NumberText.fixed(n, 0), NumberText.fixed(fit.time(n) / 3600, 1), "\(NumberText.fixed(bytes * n / 1e12, 2)) TB",
        "\(NumberText.fixed(memory * n / 1e9, 0)) GB",
      ])
    }
    return text
  }

  private static func row(_ fields: [String]) -> String {
    "| " + fields.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }

  private static func rule(_ columns: Int) -> String {
    "|" + String(repeating: "---|", count: columns) + "\n"
  }
}
