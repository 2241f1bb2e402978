import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// Runs `reprint join`.
enum JoinCommand {
  static func run(_ plan: JoinPlan) throws {
    let run = SearchRun(plan.search)
    let output = try run.open(plan.search.output)
    let dump = try run.read()
    if let parameters = dump.sketchParameters { run.adopt(try plan.clustering(parameters)) }
    if plan.findsPairs {
      try printPairs(plan, run, dump, to: output)
    } else {
      try printClusters(plan, run, dump, to: output)
    }
    if dump.isEstimating, !plan.search.isQuiet {
      Console.error("reprint: similarities are estimates, since not all sketches have shingles (sketch --shingles)")
    }
  }

  private static func printClusters(
    _ plan: JoinPlan, _ run: SearchRun, _ dump: SketchedDump, to output: DumpOutput
  ) throws {
    var clusters: [DocumentCluster] = []
    let found = try run.clusters(dump)
    while let cluster = try found.next() { clusters.append(cluster) }
    if plan.sortsByID { sort(&clusters, dump) }
    let report = ClusterReport(
      plan.search.format, isEstimated: dump.isEstimating, width: Terminal(1).width,
      identifier: { dump.name(of: $0) }, describe: { dump.describe($0) })
    try output.write(report.header.utf8)
    var nearDuplicates = 0
    for (index, cluster) in clusters.enumerated() {
      nearDuplicates += cluster.removed.count
      try output.write(report.lines(for: cluster, number: index + 1))
    }
    try dump.requireRecords()
    try output.finish()
    run.finish(dump, clusters: clusters.count, nearDuplicates: nearDuplicates)
  }

  private static func printPairs(
    _ plan: JoinPlan, _ run: SearchRun, _ dump: SketchedDump, to output: DumpOutput
  ) throws {
    let names = IdentifierCache(dump, most: .max)
    var pairs: [DocumentPair] = []
    let found = try run.pairs(dump)
    while let pair = try found.next() { pairs.append(pair) }
    if plan.sortsByID {
      let ranks = Ranks(Set(pairs.flatMap { [$0.a, $0.b] }), dump)
      pairs = pairs.map { pair in
        ranks[pair.a] < ranks[pair.b] ? pair : DocumentPair(a: pair.b, b: pair.a, similarity: pair.similarity)
      }
      pairs.sort { (ranks[$0.a], ranks[$0.b]) < (ranks[$1.a], ranks[$1.b]) }
    }
    let report = PairReport(plan.search.format, isEstimated: dump.isEstimating) { names[$0] }
    try output.write(report.header.utf8)
    for pair in pairs { try output.write(report.line(for: pair)) }
    try dump.requireRecords()
    try output.finish()
    run.finish(dump, TerminalText.count(pairs.count, "pair"))
  }

  private static func sort(_ clusters: inout [DocumentCluster], _ dump: SketchedDump) {
    let ranks = Ranks(Set(clusters.flatMap { [$0.kept] + $0.removed.map(\.document) }), dump)
    for index in clusters.indices {
      clusters[index].removed.sort { a, b in
        a.similarity != b.similarity ? a.similarity > b.similarity : ranks[a.document] < ranks[b.document]
      }
    }
    clusters.sort { ranks[$0.kept] < ranks[$1.kept] }
  }
}

/// The places of documents in the byte order of their ids; the earlier first where ids are the same.
private struct Ranks {
  private var ranks: [UInt32: Int] = [:]

  init(_ documents: Set<UInt32>, _ dump: SketchedDump) {
    var named = documents.map { (id: dump.identifier(of: Int($0)), document: $0) }
    named.sort { a, b in
      if a.id == b.id { return a.document < b.document }
      return a.id.lexicographicallyPrecedes(b.id)
    }
    for (rank, entry) in named.enumerated() { ranks[entry.document] = rank }
  }

  subscript(document: UInt32) -> Int { ranks[document]! }
}
