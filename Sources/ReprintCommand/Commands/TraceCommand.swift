import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// Runs `reprint trace`.
enum TraceCommand {
  static func run(_ plan: TracePlan) throws {
    let started = Clock.monotonic
    if let path = plan.output, path != "-" {
      guard try !DumpOutput.isInput(path, among: plan.originals + plan.inputs, format: plan.scan.format) else {
        throw DumpError(path, "is both input and output")
      }
    }
    let output = try DumpOutput(plan.output)
    let tracer = Tracer(try readOriginals(plan))
    let lines = TraceLines(plan, tracer.originals, to: output)
    try lines.start()

    let bar = !plan.isQuiet && Terminal(2).isTerminal ? ProgressBar() : nil
    var progress: (@Sendable (SketchedDump.Progress) -> Void)?
    if let bar { progress = { bar.show($0) } }
    defer { bar?.clear() }
    let read = try tracer.trace(plan.inputs, plan.scan, progress: progress) { page throws(DumpError) in
      try lines.add(page)
    }
    bar?.clear()
    if !plan.isQuiet { Console.name(read) }
    if read.documents == 0 && read.count(.skipped) > 0 {
      throw DumpError(plan.inputs.joined(separator: " "), "none of the records can be read")
    }
    try lines.finish(read)
    try output.finish()
    if !plan.isQuiet { sumUp(read, lines, seconds: Clock.monotonic - started) }
  }

  private static func readOriginals(_ plan: TracePlan) throws(DumpError) -> [TracedArticle] {
    let (originals, report) = try Tracer.readOriginals(plan.originals, plan.scan)
    let paths = plan.originals.joined(separator: " ")
    guard !originals.isEmpty else {
      throw report.problems.first { $0.kind != .repaired }?.error ?? DumpError(paths, "there is no text in it")
    }
    if plan.hasOneOriginal, originals.count > 1 {
      throw DumpError(
        paths, "holds \(originals.count) documents; the original is one (--original takes any number)")
    }
    if !plan.isQuiet { Console.name(report) }
    return originals
  }

  private static func sumUp(_ read: DumpReport, _ lines: TraceLines, seconds: Double) {
    var parts = [
      TerminalText.count(read.documents, "document"),
      "\(TerminalText.count(lines.pages, "page")) with reuse",
    ]
    if lines.originalsFound > 0 {
      parts.append("\(TerminalText.count(lines.originalsFound, "original")) found again")
    }
    if read.count(.skipped) > 0 { parts.append("\(TerminalText.count(read.count(.skipped))) skipped") }
    parts.append("\(Int(Double(read.bytes) / 1e6 / max(seconds, 1e-9))) MB/s")
    Console.error(parts.joined(separator: ", "))
  }
}

/// Prints pages as they are found, or, where the order is that of coverage, at the end.
///
/// Pages are added one at a time, whatever thread they come from.
private final class TraceLines: @unchecked Sendable {
  private let plan: TracePlan
  private let report: TraceReport
  private let output: DumpOutput
  private var kept: [TraceReport.Row] = []
  /// Nil unless a page is to be made of it.
  private var reuse: ReuseReport?
  private(set) var pages = 0
  private(set) var originalsFound = 0

  init(_ plan: TracePlan, _ originals: [TracedArticle], to output: DumpOutput) {
    self.plan = plan
    self.output = output
    var format = OutputFormat.text
    switch plan.format {
    case .lines(let lines): format = lines
    case .page: reuse = ReuseReport(.originals, sources: originals)
    }
    report = TraceReport(format, width: Terminal(1).width, originals: originals)
  }

  func start() throws(DumpError) {
    if reuse == nil { try output.write(report.header.utf8) }
  }

  func add(_ page: TracedPage) throws(DumpError) {
    var isWanted = false
    for trace in page.traces {
      guard !trace.isOriginal else {
        originalsFound += 1
        continue
      }
      guard plan.filter.admits(trace.verdict) else { continue }
      isWanted = true
      if reuse != nil {
        reuse?.add(page.page, trace)
        continue
      }
      let row = TraceReport.Row(page.page, trace)
      if report.isSorted { kept.append(row) } else { try output.write(report.line(for: row)) }
    }
    if isWanted { pages += 1 }
  }

  /// - Parameter read: what was read of the dump.
  func finish(_ read: DumpReport) throws(DumpError) {
    if var reuse {
      reuse.basis.inputs = plan.originals + plan.inputs
      reuse.basis.options = plan.filter.options
      reuse.basis.version = "reprint \(ReprintCommand.version)"
      reuse.basis.pages = read.documents
      try output.write(ReusePage(reuse).html)
    } else if report.isSorted {
      try output.write(report.table(of: kept))
    }
  }
}
