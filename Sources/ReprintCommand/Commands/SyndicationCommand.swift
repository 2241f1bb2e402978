import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// Runs `reprint syndication`.
enum SyndicationCommand {
  static func run(_ plan: SyndicationPlan) throws {
    let started = Clock.monotonic
    let output = try DumpOutput(plan.output, besides: plan.inputs, format: plan.read.format)
    let bar = !plan.isQuiet && Terminal(2).isTerminal ? ProgressBar() : nil
    defer { bar?.clear() }
    let dump = try read(plan, bar)
    bar?.showSearch(of: dump.report.documents)
    var found = Syndication(of: dump, threads: plan.threads)
    bar?.clear()
    if !plan.filter.isOpen {
      found = found.filtered { plan.filter.admits($0.verdictOfOriginal ?? $0.verdict) }
    }
    try output.write(bytes(of: found, in: dump, plan))
    try dump.requireRecords()
    try output.finish()
    if !plan.isQuiet {
      nameUnknown(found, plan.read.fields)
      sumUp(found, dump.report, seconds: Clock.monotonic - started)
    }
  }

  private static func read(_ plan: SyndicationPlan, _ bar: ProgressBar?) throws(DumpError) -> SketchedDump {
    var progress: (@Sendable (SketchedDump.Progress) -> Void)?
    if let bar { progress = { bar.show($0) } }
    let dump = try SketchedDump.read(plan.inputs, options: plan.read, progress: progress)
    bar?.clear()
    if !plan.isQuiet { Console.name(dump.report) }
    try dump.report.requireDocuments(of: plan.inputs)
    return dump
  }

  private static func bytes(of found: Syndication, in dump: SketchedDump, _ plan: SyndicationPlan) -> [UInt8] {
    switch plan.format {
    case .lines(let format): return SyndicationReport(format, width: Terminal(1).width).bytes(found)
    case .page:
      var report = ReuseReport(found, in: dump)
      report.basis.inputs = plan.inputs
      report.basis.options = plan.filter.options
      report.basis.version = "reprint \(ReprintCommand.version)"
      return ReusePage(report).html
    }
  }

  /// Says what all pages leave open that decides who took from whom: their fields may have other names.
  private static func nameUnknown(_ found: Syndication, _ fields: RecordFields) {
    let pages = found.stories.lazy.flatMap(\.pages)
    guard !found.stories.isEmpty else { return }
    if pages.allSatisfy({ $0.article.published == nil }) {
      let field = "(field \"\(fields.published)\"; --published-field names another)"
      Console.error("reprint: no page has a time of publication that can be read \(field)")
    }
    if pages.allSatisfy({ $0.outlet == nil }) {
      let names = "(fields \"\(fields.url)\" and \"\(fields.site)\"; --url-field and --site-field name others)"
      Console.error("reprint: no page says where it was published \(names)")
    }
  }

  private static func sumUp(_ found: Syndication, _ report: DumpReport, seconds: Double) {
    let copies = Set(found.stories.flatMap { $0.copies.map(\.document) }).count
    var parts = [
      TerminalText.count(report.documents, "document"),
      found.stories.count == 1 ? "1 story" : "\(TerminalText.count(found.stories.count)) stories",
      copies == 1 ? "1 copy" : "\(TerminalText.count(copies)) copies",
      TerminalText.count(found.outlets.count, "outlet"),
    ]
    if found.alignments > 0 { parts.append("\(TerminalText.count(found.alignments)) pairs aligned") }
    if report.count(.skipped) > 0 { parts.append("\(TerminalText.count(report.count(.skipped))) skipped") }
    parts.append("\(TerminalText.count(Int(Double(report.documents) / max(seconds, 1e-9)))) documents/s")
    Console.error(parts.joined(separator: ", "))
  }
}
