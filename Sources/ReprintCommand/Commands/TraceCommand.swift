import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// Runs `reprint trace`.
enum TraceCommand {
  static func run(_ plan: TracePlan) throws {
    let started = Clock.monotonic
    let output = try DumpOutput(plan.output, besides: plan.originals + plan.inputs, format: plan.scan.format)
    let originals = try readOriginals(plan.originals, plan.scan, isQuiet: plan.isQuiet)
    if plan.hasOneOriginal, originals.count > 1 {
      throw DumpError(
        plan.originals.joined(separator: " "),
        "holds \(originals.count) documents; the original is one (--original takes any number)")
    }
    let tracer = Tracer(originals)
    let lines = TraceLines(plan.filter, plan.format, tracer.originals, to: output)
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
    try read.requireDocuments(of: plan.inputs)
    try lines.finish(inputs: plan.originals + plan.inputs, pages: read.documents)
    try output.finish()
    if !plan.isQuiet { sumUp(read, lines, seconds: Clock.monotonic - started) }
  }

  static func readOriginals(
    _ files: [String], _ scan: DumpScan, isQuiet: Bool
  ) throws(DumpError) -> [TracedArticle] {
    let (originals, report) = try Tracer.readOriginals(files, scan)
    guard !originals.isEmpty else {
      throw report.problems.first { $0.kind != .repaired }?.error
        ?? DumpError(files.joined(separator: " "), "there is no text in it")
    }
    if !isQuiet { Console.name(report) }
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
