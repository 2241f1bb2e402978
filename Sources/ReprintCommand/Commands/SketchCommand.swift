import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// Runs `reprint sketch`.
enum SketchCommand {
  /// Documents whose lines a thread makes at a time.
  private static let batch = 512

  static func run(_ plan: SketchPlan) throws {
    let run = SearchRun(plan.search)
    let output = try run.open(plan.search.output)
    let dump = try run.read()
    let report = SketchReport(plan.parameters)
    let count = dump.report.documents
    let threads = plan.search.clustering.threads
    let options = plan.search.clustering
    let printsShingles = plan.printsShingles
    for start in stride(from: 0, to: count, by: batch * threads) {
      let parts = Locked([[UInt8]](repeating: [], count: threads))
      Threads.forEach(min(threads, (count - start + batch - 1) / batch), threads: threads) { piece, _ in
        let first = start + piece * batch
        let lines = lines(
          first..<min(first + batch, count), of: dump, report, options, printsShingles: printsShingles)
        parts.withLock { $0[piece] = lines }
      }
      for part in parts.value { try output.write(part) }
    }
    try dump.requireRecords()
    try output.finish()
    run.finish(dump, "sketched")
  }

  private static func lines(
    _ documents: Range<Int>, of dump: SketchedDump, _ report: SketchReport, _ options: ClusteringOptions,
    printsShingles: Bool
  ) -> [UInt8] {
    var sketcher = DocumentSketcher(shingleWidth: options.shingleWords, slots: options.slots)
    var lines: [UInt8] = []
    for document in documents {
      let described = SketchReport.Document(
        id: dump.name(of: document), position: dump.position(of: document),
        published: dump.published(of: document), wordCount: dump.table.wordCounts[document],
        fingerprint: dump.table.fingerprints[document])
      let shingles = printsShingles ? distinct(dump.shingles(of: document, with: &sketcher)) : nil
      lines += report.line(described, row: dump.table.row(document), shingles: shingles)
    }
    return lines
  }

  /// Shingles in order, each once.
  private static func distinct(_ shingles: UnsafeBufferPointer<UInt64>) -> [UInt64] {
    var sorted = Array(shingles)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: sorted.count) { scratch in
      sorted.withUnsafeMutableBufferPointer { sorted in
        guard let keys = sorted.baseAddress, let scratch = scratch.baseAddress else { return }
        UniformSort.sort(keys, count: sorted.count, scratch: scratch)
      }
    }
    var kept = 0
    for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
      sorted[kept] = sorted[index]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }
}
