import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// Runs `reprint extract`.
enum ExtractCommand {
  static func run(_ plan: ExtractPlan) throws {
    let started = Clock.monotonic
    let output = try DumpOutput(plan.output, besides: plan.inputs, format: plan.scan.format)
    let printer = Printer(ExtractReport(plan.format), to: output)
    let bar = !plan.isQuiet && Terminal(2).isTerminal ? ProgressBar() : nil
    var progress: (@Sendable (SketchedDump.Progress) -> Void)?
    if let bar { progress = { bar.show($0) } }
    defer { bar?.clear() }
    let read = try plan.scan.extract(plan.inputs, progress: progress) { article, dropped throws(DumpError) in
      try printer.add(article, dropped)
    }
    bar?.clear()
    if !plan.isQuiet { Console.name(read) }
    try read.requireDocuments(of: plan.inputs)
    try output.finish()
    if !plan.isQuiet { sumUp(read, printer, seconds: Clock.monotonic - started) }
  }

  private static func sumUp(_ read: DumpReport, _ printer: Printer, seconds: Double) {
    var parts = [
      TerminalText.count(read.documents, "document"), "\(TerminalText.count(printer.dropped, "line")) dropped",
    ]
    if read.count(.skipped) > 0 { parts.append("\(TerminalText.count(read.count(.skipped))) skipped") }
    parts.append("\(Int(Double(read.bytes) / 1e6 / max(seconds, 1e-9))) MB/s")
    Console.error(parts.joined(separator: ", "))
  }
}

/// Prints documents, one at a time, whatever thread they come from.
private final class Printer: @unchecked Sendable {
  private let report: ExtractReport
  private let output: DumpOutput
  private(set) var dropped = 0

  init(_ report: ExtractReport, to output: DumpOutput) {
    self.report = report
    self.output = output
  }

  func add(_ article: TracedArticle, _ dropped: [DroppedLine]) throws(DumpError) {
    self.dropped += dropped.count
    try output.write(report.lines(for: article, dropped: dropped))
  }
}
