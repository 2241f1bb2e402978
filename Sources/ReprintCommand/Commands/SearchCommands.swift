import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// Runs `reprint cluster`.
enum ClusterCommand {
  static func run(_ plan: SearchPlan) throws {
    let run = SearchRun(plan)
    let output = try run.open(plan.output)
    let dump = try run.read()
    let clusters = run.search(dump) { $0.clusters(&$1) }
    let report = ClusterReport(
      plan.format, width: Terminal(1).width, identifier: { dump.name(of: $0) }, describe: { dump.describe($0) })
    try output.write(report.header.utf8)
    for (index, cluster) in clusters.enumerated() { try output.write(report.lines(for: cluster, number: index + 1)) }
    try output.finish()
    run.finish(dump, clusters)
  }
}

/// Runs `reprint dedup`.
enum DedupCommand {
  static func run(_ plan: SearchPlan) throws {
    let run = SearchRun(plan)
    let output = try run.open(plan.output)
    let mapping = try plan.removed.map { path throws(DumpError) in try run.open(path) }
    let dump = try run.read()
    let clusters = run.search(dump) { $0.clusters(&$1) }
    var isRemoved = [Bool](repeating: false, count: dump.report.documents)
    for cluster in clusters {
      for member in cluster.removed { isRemoved[Int(member.document)] = true }
    }
    try dump.writeRecords(to: output) { !isRemoved[$0] }
    if let mapping { try writeMapping(clusters, dump, to: mapping) }
    // Both or neither.
    try output.complete()
    try mapping?.complete()
    try output.publish()
    try mapping?.publish()
    run.finish(dump, clusters)
  }

  /// What was removed, in input order.
  private static func writeMapping(
    _ clusters: [DocumentCluster], _ dump: SketchedDump, to output: DumpOutput
  ) throws(DumpError) {
    let removed = clusters.flatMap { cluster in cluster.removed.map { (member: $0, kept: cluster.kept) } }
    for (member, kept) in removed.sorted(by: { $0.member.document < $1.member.document }) {
      let line = RemovalReport.line(
        id: dump.name(of: Int(member.document)), kept: dump.name(of: Int(kept)), similarity: member.similarity)
      try output.write(line)
    }
  }
}

/// Runs `reprint pairs`.
enum PairsCommand {
  static func run(_ plan: SearchPlan) throws {
    let run = SearchRun(plan)
    let output = try run.open(plan.output)
    let dump = try run.read()
    let pairs = run.search(dump) { $0.pairs(&$1) }
    let names = IdentifierCache(dump)
    let report = PairReport(plan.format) { names[$0] }
    try output.write(report.header.utf8)
    for pair in pairs { try output.write(report.line(for: pair)) }
    try output.finish()
    run.finish(dump, TerminalText.count(pairs.count, "pair"))
  }
}

/// Ids looked up once: a document may be in thousands of pairs.
final class IdentifierCache {
  private let dump: SketchedDump
  private var names: [Int: String] = [:]

  init(_ dump: SketchedDump) { self.dump = dump }

  subscript(document: Int) -> String {
    if let name = names[document] { return name }
    let name = dump.name(of: document)
    names[document] = name
    return name
  }
}
