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
    let clusters = try run.clusters(dump)
    let report = ClusterReport(
      plan.format, width: Terminal(1).width, identifier: { dump.name(of: $0) }, describe: { dump.describe($0) })
    try output.write(report.header.utf8)
    var nearDuplicates = 0
    let count = try OrderedLines.write(to: output, threads: plan.clustering.threads) { () throws(DumpError) in
      let cluster = try clusters.next()
      nearDuplicates += cluster?.removed.count ?? 0
      return cluster
    } lines: {
      report.lines(for: $0, number: $1)
    }
    try dump.requireRecords()
    try output.finish()
    run.finish(dump, clusters: count, nearDuplicates: nearDuplicates)
  }
}

/// Runs `reprint dedup`.
enum DedupCommand {
  static func run(_ plan: SearchPlan) throws {
    let run = SearchRun(plan)
    let output = try run.open(plan.output)
    let mapping = try plan.removed.map { path throws(DumpError) in try run.open(path) }
    let dump = try run.read()
    let clusters = try run.clusters(dump)
    let found: (clusters: Int, removed: Int)
    if let search = BoundedSearch(dump, options: plan.clustering) {
      let removals = try search.removals(of: clusters)
      try write(dump, removals.0, kept: output, mapping: mapping)
      found = (removals.clusters, removals.removed)
    } else {
      var all: [DocumentCluster] = []
      while let cluster = try clusters.next() { all.append(cluster) }
      var isRemoved = [Bool](repeating: false, count: dump.report.documents)
      for cluster in all {
        for member in cluster.removed { isRemoved[Int(member.document)] = true }
      }
      try dump.writeRecords(to: output) { !isRemoved[$0] }
      if let mapping { try writeMapping(all, dump, to: mapping) }
      found = (all.count, all.reduce(0) { $0 + $1.removed.count })
    }
    try dump.requireRecords()
    // Both or neither.
    try output.complete()
    try mapping?.complete()
    try output.publish()
    try mapping?.publish()
    run.finish(
      dump, "\(TerminalText.count(found.clusters, "cluster")), \(TerminalText.count(found.removed)) removed")
  }

  /// Writes what is kept and what is not in one pass over the dump.
  private static func write(
    _ dump: SketchedDump, _ removals: FoundRemovals, kept: DumpOutput, mapping: DumpOutput?
  ) throws(DumpError) {
    var next = try removals.next()
    try dump.writeRecords(to: kept) { document throws(DumpError) in
      guard let removal = next, Int(removal.member.document) == document else { return true }
      if let mapping { try mapping.write(line(removal.member, kept: removal.kept, dump)) }
      next = try removals.next()
      return false
    }
  }

  /// What was removed, in input order.
  private static func writeMapping(
    _ clusters: [DocumentCluster], _ dump: SketchedDump, to output: DumpOutput
  ) throws(DumpError) {
    let removed = clusters.flatMap { cluster in cluster.removed.map { (member: $0, kept: cluster.kept) } }
    for (member, kept) in removed.sorted(by: { $0.member.document < $1.member.document }) {
      try output.write(line(member, kept: kept, dump))
    }
  }

  private static func line(_ member: DocumentCluster.Member, kept: UInt32, _ dump: SketchedDump) -> [UInt8] {
    RemovalReport.line(
      id: dump.name(of: Int(member.document)), kept: dump.name(of: Int(kept)), similarity: member.similarity)
  }
}

/// Runs `reprint pairs`.
enum PairsCommand {
  static func run(_ plan: SearchPlan) throws {
    let run = SearchRun(plan)
    let output = try run.open(plan.output)
    let dump = try run.read()
    let pairs = try run.pairs(dump)
    let names = IdentifierCache(dump, most: plan.read.memory.map { $0.bytes / 512 } ?? .max)
    let report = PairReport(plan.format) { names[$0] }
    try output.write(report.header.utf8)
    var count = 0
    while let pair = try pairs.next() {
      count += 1
      try output.write(report.line(for: pair))
    }
    try dump.requireRecords()
    try output.finish()
    run.finish(dump, TerminalText.count(count, "pair"))
  }
}

/// Ids looked up once: a document may be in thousands of pairs.
final class IdentifierCache {
  private let dump: SketchedDump
  private let most: Int
  private var names: [Int: String] = [:]

  /// - Parameter most: how many to keep.
  init(_ dump: SketchedDump, most: Int) {
    self.dump = dump
    self.most = most
  }

  subscript(document: Int) -> String {
    if let name = names[document] { return name }
    let name = dump.name(of: document)
    if names.count >= most { names.removeAll(keepingCapacity: true) }
    names[document] = name
    return name
  }
}
