/// One change of an index by a command: it has the lock from the reading of dumps to the end.
package final class IndexWriting {
  private let writer: IndexWriter

  /// Opens an index to write to it.
  ///
  /// - Parameters:
  ///   - options: what to make an index with where there is none; nil to make none.
  ///   - waiting: called if another writes; returns whether to wait.
  package init(_ directory: String, creating options: IndexOptions?, waiting: () -> Bool) throws(DumpError) {
    writer = try IndexWriter(directory, creating: options, waiting: waiting)
  }

  /// The index as the last change left it.
  package var index: DocumentIndex { DocumentIndex(writer.snapshot) }

  /// Starts to merge older parts beside what follows, if it is time to.
  package func startMerging() { writer.startMerging() }

  /// Adds documents of a dump, all or none.
  ///
  /// - Parameters:
  ///   - chosen: which of them, ascending; nil for all.
  ///   - publish: called when all is written that can fail, before the index changes.
  package func add(
    _ dump: SketchedDump, _ chosen: [Int]? = nil, publish: () throws(DumpError) -> Void = {}
  ) throws(DumpError) -> DocumentIndex.Addition {
    let documents = NewDocuments(dump)
    func finish() throws(DumpError) {
      try dump.requireRecords()
      try publish()
    }
    let change =
      if let chosen {
        try writer.add(documents, chosen, publish: finish)
      } else {
        try writer.add(documents, 0..<dump.catalog.count, publish: finish)
      }
    return DocumentIndex.Addition(added: change.added, known: change.known, mergeFailure: change.mergeFailure)
  }

  /// Removes all documents with these ids; says how many, and which ids no document has.
  package func remove(_ ids: [String]) throws(DumpError) -> (removed: Int, unknown: [String]) {
    try writer.remove(ids)
  }
}
