import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// Prints pages as they are found, or, where the order is that of coverage, at the end.
///
/// Pages are added one at a time, whatever thread they come from.
final class TraceLines: @unchecked Sendable {
  private let filter: TraceFilter
  private let report: TraceReport
  private let output: DumpOutput
  private var kept: [TraceReport.Row] = []
  /// Nil unless a page is to be made of it.
  private var reuse: ReuseReport?
  private(set) var pages = 0
  private(set) var originalsFound = 0

  init(
    _ filter: TraceFilter, _ format: PrintedFormat<OutputFormat>, _ originals: [TracedArticle], to output: DumpOutput
  ) {
    self.filter = filter
    self.output = output
    var lines = OutputFormat.text
    switch format {
    case .lines(let format): lines = format
    case .page: reuse = ReuseReport(.originals, sources: originals)
    }
    report = TraceReport(lines, width: Terminal(1).width, originals: originals)
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
      guard filter.admits(trace.verdict) else { continue }
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

  /// - Parameters:
  ///   - inputs: what was read.
  ///   - pages: how many there were, with reuse or without.
  func finish(inputs: [String], pages: Int) throws(DumpError) {
    if var reuse {
      reuse.basis.inputs = inputs
      reuse.basis.options = filter.options
      reuse.basis.version = "reprint \(ReprintCommand.version)"
      reuse.basis.pages = pages
      try output.write(ReusePage(reuse).html)
    } else if report.isSorted {
      try output.write(report.table(of: kept))
    }
  }
}
