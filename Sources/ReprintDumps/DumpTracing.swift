public import Reprint
import ReprintPlatform

/// A page of a dump that reuses an original.
public struct TracedPage: Sendable {
  public let page: TracedArticle
  /// One for each original that it reuses, in their order.
  public let traces: [Trace]

  package init(page: TracedArticle, traces: [Trace]) {
    self.page = page
    self.traces = traces
  }
}

extension Tracer {
  /// Finds the pages of a dump that reuse one of the originals, in one pass, on as many threads as the scan says.
  ///
  /// - Parameter found: given the pages in input order, one at a time; what it throws ends the run.
  /// - Throws: what keeps a file from being read at all; with ``DumpScan/isStrict`` the first record that can't be.
  package func trace(
    _ paths: [String], _ scan: DumpScan, progress: (@Sendable (SketchedDump.Progress) -> Void)? = nil,
    found: @escaping @Sendable (TracedPage) throws(DumpError) -> Void
  ) throws(DumpError) -> DumpReport {
    try scan.run(paths, progress: progress) {
      TracingVisitor(self)
    } commit: { (record: DumpScan.Found<[Trace]>) throws(DumpError) in
      try found(TracedPage(page: record.article, traces: record.finding))
    }
  }

  /// Reads originals, all documents of files, directories and standard input.
  package static func readOriginals(
    _ paths: [String], _ scan: DumpScan
  ) throws(DumpError) -> (originals: [TracedArticle], report: DumpReport) {
    let originals = Locked<[TracedArticle]>([])
    var scan = scan
    scan.threads = 1
    scan.looksForSites = false
    let report = try scan.run(paths) {
      ArticleVisitor()
    } commit: { (record: DumpScan.Found<Bool>) throws(DumpError) in
      originals.withLock { $0.append(record.article) }
    }
    return (originals.value, report)
  }
}

/// Traces the records of a dump.
private struct TracingVisitor: RecordVisitor, ~Copyable {
  private let tracer: Tracer
  private var scout: OriginalScout

  init(_ tracer: Tracer) {
    self.tracer = tracer
    scout = tracer.scout()
  }

  mutating func look(plain text: UnsafeBufferPointer<UInt8>, readableEnd: UnsafePointer<UInt8>?) {
    scout.look(plain: text, readableEnd: readableEnd)
  }

  mutating func look(
    jsonString start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, readableEnd: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    scout.look(jsonString: start, end: end, readableEnd: readableEnd)
  }

  var wantsRecord: Bool { !scout.candidates.isEmpty }
  var wordCount: Int { scout.wordCount }
  var invalidSequences: Int { scout.invalidSequences }
  mutating func resetInvalidSequences() { scout.resetInvalidSequences() }

  mutating func visit(_ article: TracedArticle, dropped: [DroppedLine]) -> [Trace]? {
    let traces = tracer.traces(of: article, among: scout.candidates, furniture: dropped.map(\.range))
    return traces.isEmpty ? nil : traces
  }
}

/// Wants every record that has a word.
private struct ArticleVisitor: ReadingVisitor, ~Copyable {
  var tokenizer = Tokenizer()

  var wantsRecord: Bool { wordCount > 0 }
  mutating func visit(_ article: TracedArticle, dropped: [DroppedLine]) -> Bool? { true }
}
