/// The order in which documents are preferred for keeping.
package struct KeepOrder: Sendable {
  let policy: KeepPolicy
  let wordCount: @Sendable (Int) -> UInt32
  let source: any DocumentSource

  package init(policy: KeepPolicy, table: SketchTable, source: any DocumentSource) {
    self.init(policy: policy, source: source) { table.wordCounts[$0] }
  }

  /// - Parameter wordCount: the number of words of a document.
  package init(policy: KeepPolicy, source: any DocumentSource, wordCount: @escaping @Sendable (Int) -> UInt32) {
    self.policy = policy
    self.wordCount = wordCount
    self.source = source
  }

  /// The documents in order of preference, the one to keep first.
  ///
  /// Ids are asked for only where the policy itself leaves a tie.
  package func sorted(_ documents: [UInt32]) -> [UInt32] {
    if policy == .first { return documents.sorted() }
    var keyed = documents.map { (key: key(of: Int($0)), document: $0) }
    keyed.sort { $0.key != $1.key ? $0.key < $1.key : $0.document < $1.document }
    var result: [UInt32] = []
    result.reserveCapacity(documents.count)
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count && keyed[end].key == keyed[start].key { end += 1 }
      if end - start == 1 {
        result.append(keyed[start].document)
      } else {
        result += sortedByIdentifier(keyed[start..<end].map(\.document))
      }
      start = end
    }
    return result
  }

  private func sortedByIdentifier(_ documents: [UInt32]) -> [UInt32] {
    var named = documents.map { (id: source.identifier(of: Int($0)), document: $0) }
    named.sort { a, b in
      if a.id == b.id { return a.document < b.document }
      return a.id.lexicographicallyPrecedes(b.id)
    }
    return named.map(\.document)
  }

  /// Smaller is preferred.
  private func key(of document: Int) -> Double {
    switch policy {
    case .longest: -Double(wordCount(document))
    case .first: 0
    case .oldest: source.published(of: document) ?? .infinity
    case .newest: source.published(of: document).map { -$0 } ?? .infinity
    }
  }
}
