import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// One run over a dump: reads it, shows progress, names problems, and sums up at the end.
final class SearchRun {
  private(set) var plan: SearchPlan
  private let started = Clock.monotonic
  private let startedCPU = Clock.processCPU
  private let peakMemory = Locked(0)
  private let memoryTicker: Ticker
  private var bar: ProgressBar?
  private var statistics = NearDuplicateSearch.Statistics()

  init(_ plan: SearchPlan) {
    self.plan = plan
    memoryTicker = Ticker(every: 0.05) { [peakMemory] in Self.note(peakMemory) }
  }

  /// Opens what is to be written, before any work.
  func open(_ path: String?) throws(DumpError) -> DumpOutput {
    try DumpOutput(path, besides: plan.inputs, format: plan.read.format)
  }

  /// The clusters of a dump; takes the progress line away.
  func clusters(_ dump: SketchedDump) throws(DumpError) -> FoundClusters {
    defer { bar?.clear() }
    if let search = BoundedSearch(dump, options: plan.clustering) { return try search.clusters(&statistics) }
    return FoundClusters(search(dump).clusters(&statistics))
  }

  /// The pairs of a dump; takes the progress line away.
  func pairs(_ dump: SketchedDump) throws(DumpError) -> FoundPairs {
    defer { bar?.clear() }
    if let search = BoundedSearch(dump, options: plan.clustering) { return try search.pairs(&statistics) }
    return FoundPairs(search(dump).pairs(&statistics))
  }

  private func search(_ dump: SketchedDump) -> NearDuplicateSearch {
    NearDuplicateSearch(dump.table, source: dump, options: plan.clustering, isEstimating: dump.isEstimating)
  }

  /// Searches as the sketches were made that were read.
  func adopt(_ clustering: ClusteringOptions) { plan.read.clustering = clustering }

  func read() throws(DumpError) -> SketchedDump {
    let showsProgress = !plan.isQuiet && Terminal(2).isTerminal
    let bar = showsProgress ? ProgressBar() : nil
    var progress: (@Sendable (SketchedDump.Progress) -> Void)?
    if let bar { progress = { bar.show($0) } }
    let dump: SketchedDump
    do throws(DumpError) {
      dump = try SketchedDump.read(plan.inputs, options: plan.read, progress: progress)
    } catch {
      bar?.clear()
      throw error
    }
    bar?.clear()
    if !plan.isQuiet {
      if dump.isResumed { Console.error("reprint: going on with an interrupted run") }
      Console.name(dump.report)
    }
    try dump.report.requireDocuments(of: plan.inputs)
    bar?.showSearch(of: dump.report.documents)
    self.bar = bar
    return dump
  }

  /// Looks at the memory in use; short runs end before the first tick.
  private static func note(_ peak: Locked<Int>) {
    let memory = Machine.memory
    peak.withLock { $0 = max($0, memory) }
  }

  func finish(_ dump: SketchedDump, clusters: Int, nearDuplicates: Int) {
    finish(
      dump, "\(TerminalText.count(clusters, "cluster")), \(TerminalText.count(nearDuplicates, "near-duplicate"))")
  }

  /// The last line on standard error, and before it the stages where they were asked for.
  func finish(_ dump: SketchedDump, _ found: String) {
    dump.removeScratchFiles()
    memoryTicker.stop()
    Self.note(peakMemory)
    let wall = Clock.monotonic - started
    let cpu = Clock.processCPU - startedCPU
    if plan.showsStatistics { printStages(dump.report, cpu: cpu) }
    guard !plan.isQuiet else { return }
    let report = dump.report
    var parts = [TerminalText.count(report.documents, "document"), found]
    if report.count(.skipped) > 0 { parts.append("\(TerminalText.count(report.count(.skipped))) skipped") }
    let rate = Double(report.bytes) / 1e6 / max(wall, 1e-9)
    parts.append("\(rate < 10 ? fixed(rate, 1) : String(Int(rate))) MB/s")
    parts.append("peak memory \(peakMemory.value / 1_000_000) MB")
    Console.error(parts.joined(separator: ", "))
    if statistics.cappedBuckets > 0 {
      Console.error(
        "reprint: many documents share long passages, as pages of one template do; there each was compared with some, "
          + "so a few near-duplicates may have stayed apart")
    }
  }

  private func printStages(_ report: DumpReport, cpu: Double) {
    var rows = ["parse", "tokenise", "sketch"].map { ($0, report.stageSeconds[$0] ?? 0) }
    rows.append(("bands", statistics.bandSeconds))
    rows.append(("verify", statistics.verifySeconds))
    rows.append(("other", max(0, cpu - rows.reduce(0) { $0 + $1.1 })))
    rows.append(("total", cpu))
    var text = "stage       CPU s   share  MB/CPU-s\n"
    for (name, seconds) in rows {
      let rate = seconds > 0 ? String(Int(Double(report.bytes) / 1e6 / seconds)) : "-"
      text +=
        column(name, 9, left: true) + column(fixed(seconds, 3), 8) + column(fixed(100 * seconds / cpu, 1) + "%", 8)
      text += column(rate, 10) + "\n"
    }
    text += "candidates \(statistics.candidates), compared \(statistics.verified), hot buckets \(statistics.hotBuckets)"
    Console.error(text)
  }

  private func column(_ text: String, _ width: Int, left: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, width - text.count))
    return left ? text + padding : padding + text
  }

  private func fixed(_ value: Double, _ decimals: Int) -> String {
    let scale = decimals == 1 ? 10 : 1000
    let scaled = Int((value * Double(scale)).rounded())
    let fraction = String(scaled % scale + scale).dropFirst()
    return "\(scaled / scale).\(fraction)"
  }
}

/// How far the reading is, on one line of the terminal; silent for the first second.
final class ProgressBar: Sendable {
  private let started = Clock.monotonic
  private let isShown = Locked(false)
  private let terminal = Terminal(2)

  func show(_ progress: SketchedDump.Progress) {
    let seconds = Clock.monotonic - started
    guard seconds > 1 else { return }
    let rate = Double(progress.bytesRead) / seconds
    var line = "\(TerminalText.count(progress.documents)) documents  \(Int(rate / 1e6)) MB/s"
    if progress.totalBytes > 0 {
      let share = min(1, Double(progress.bytesRead) / Double(progress.totalBytes))
      let left = rate > 0 ? Double(progress.totalBytes - progress.bytesRead) / rate : 0
      let filled = Int(share * 24)
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
      line = "\(bar) \(Int(share * 100)) %  \(line)  \(Self.duration(left)) left"
    }
    Console.show("\r" + TerminalText.line(line, width: terminal.width - 1) + "\u{1B}[K")
    isShown.withLock { $0 = true }
  }

  /// What comes after the reading, of which nobody knows how long it takes.
  func showSearch(of documents: Int) {
    guard isShown.value else { return }
    Console.show("\rcomparing \(TerminalText.count(documents, "document")) …\u{1B}[K")
  }

  func clear() {
    if isShown.value { Console.show("\r\u{1B}[K") }
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(max(0, seconds).rounded())
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
