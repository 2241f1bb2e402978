package import Reprint

extension DumpScan {
  /// Shows every document of a dump, in input order, with the lines of its text that are furniture.
  ///
  /// The text of a page of HTML is that of all its blocks, a line each.
  ///
  /// - Parameter found: given the documents one at a time; what it throws ends the run.
  /// - Throws: what keeps a file from being read at all; with ``isStrict`` the first record that can't be.
  package func extract(
    _ paths: [String], progress: (@Sendable (SketchedDump.Progress) -> Void)? = nil,
    found: @escaping @Sendable (TracedArticle, [DroppedLine]) throws(DumpError) -> Void
  ) throws(DumpError) -> DumpReport {
    var scan = self
    scan.showsFurniture = true
    return try scan.run(paths, progress: progress) {
      ExtractingVisitor()
    } commit: { (record: Found<[DroppedLine]>) throws(DumpError) in
      try found(record.article, record.finding)
    }
  }
}

/// Wants every record, with its furniture.
private struct ExtractingVisitor: ReadingVisitor, ~Copyable {
  var tokenizer = Tokenizer()

  var wantsRecord: Bool { true }
  mutating func visit(_ article: TracedArticle, dropped: [DroppedLine]) -> [DroppedLine]? { dropped }
}
