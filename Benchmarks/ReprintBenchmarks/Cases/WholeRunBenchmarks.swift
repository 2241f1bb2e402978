import Reprint
import ReprintDumps

/// From a file to verified clusters.
enum WholeRunBenchmarks {
  static func clusters(
    _ input: String, threads: Int, file: @escaping () throws -> TemporaryFile
  ) -> BenchmarkCase {
    BenchmarkCase("whole/\(input)", item: "document", clock: .process) {
      let file = try file()
      return try work(file.path, threads: threads, keeping: file)
    }
  }

  static func clusters(_ input: String, path: String, threads: Int) -> BenchmarkCase {
    BenchmarkCase("whole/\(input)", item: "document", clock: .process) {
      try work(path, threads: threads, keeping: nil)
    }
  }

  /// Clustering with the usual options; the yardstick maps the file anew and splits it into lines.
  private static func work(_ path: String, threads: Int, keeping file: TemporaryFile?) throws -> BenchmarkWork {
    var options = SketchedDump.ReadOptions()
    options.format = .jsonLines
    options.clustering.threads = threads
    let report = try SketchedDump.read([path], options: options).report
    func split() throws -> UInt64 {
      let file = try MappedFile(path)
      return withExtendedLifetime(file) { LineSplit.run(file.mapping.bytes) }
    }
    return BenchmarkWork(bytes: report.bytes, items: report.documents, yardstick: split) {
      let dump = try SketchedDump.read([path], options: options)
      var statistics = NearDuplicateSearch.Statistics()
      let clusters = NearDuplicateSearch(dump.table, source: dump, options: options.clustering).clusters(&statistics)
      return withExtendedLifetime(file) { digest(of: clusters) }
    }
  }

  private static func digest(of clusters: [DocumentCluster]) -> UInt64 {
    var digest = Digest()
    digest.add(clusters.count)
    for cluster in clusters {
      digest.add(UInt64(cluster.kept))
      for member in cluster.removed {
        digest.add(UInt64(member.document))
        digest.add(member.similarity.bitPattern)
      }
    }
    return digest.value
  }
}
