package import Reprint

/// Clusters in the order of their kept documents, one at a time, from memory or from scratch files.
package final class FoundClusters {
  private let records: SortedRecords<UInt128>?
  private var ahead: UInt128?
  private var hasStarted = false
  private var inMemory: ArraySlice<DocumentCluster> = []

  package init(_ clusters: [DocumentCluster]) {
    records = nil
    inMemory = clusters[...]
  }

  init(_ records: SortedRecords<UInt128>) { self.records = records }

  package func next() throws(DumpError) -> DocumentCluster? {
    guard let records else { return inMemory.popFirst() }
    if !hasStarted { ahead = try records.next() }
    hasStarted = true
    guard let first = ahead else { return nil }
    let kept = UInt32(truncatingIfNeeded: first >> 96)
    var cluster = DocumentCluster(kept: kept, removed: [])
    while let record = ahead, UInt32(truncatingIfNeeded: record >> 96) == kept {
      let similarity = Double(bitPattern: ~UInt64(truncatingIfNeeded: record >> 32))
      cluster.removed.append(
        DocumentCluster.Member(document: UInt32(truncatingIfNeeded: record), similarity: similarity))
      ahead = try records.next()
    }
    return cluster
  }
}

/// Pairs in input order, one at a time, from memory or from scratch files.
package final class FoundPairs {
  private let records: SortedRecords<UInt128>?
  private var inMemory: ArraySlice<DocumentPair> = []

  package init(_ pairs: [DocumentPair]) {
    records = nil
    inMemory = pairs[...]
  }

  init(_ records: SortedRecords<UInt128>) { self.records = records }

  package func next() throws(DumpError) -> DocumentPair? {
    guard let records else { return inMemory.popFirst() }
    return try records.next().map { record in
      DocumentPair(
        a: UInt32(truncatingIfNeeded: record >> 96), b: UInt32(truncatingIfNeeded: record >> 64),
        similarity: Double(bitPattern: UInt64(truncatingIfNeeded: record)))
    }
  }
}

/// Removed documents in input order, one at a time, each with the one kept for it.
package final class FoundRemovals {
  private let records: SortedRecords<UInt128>

  init(_ records: SortedRecords<UInt128>) { self.records = records }

  package func next() throws(DumpError) -> (member: DocumentCluster.Member, kept: UInt32)? {
    try records.next().map { record in
      let member = DocumentCluster.Member(
        document: UInt32(truncatingIfNeeded: record >> 96),
        similarity: Double(bitPattern: UInt64(truncatingIfNeeded: record)))
      return (member, UInt32(truncatingIfNeeded: record >> 64))
    }
  }
}
