/// Some parts of the candidate graph, all their pairs at hand: what is verified at a time where memory is bounded.
///
/// Documents go by their numbers in the dump; those between them are of no concern.
package struct CandidateBatch: Sendable {
  /// A document and the kept one of its cluster, itself among them.
  package struct Membership: Sendable {
    package var document: UInt32
    package var kept: UInt32
    /// The exact Jaccard similarity of the two.
    package var similarity: Double
  }

  /// The documents, ascending, which stand for the nodes of the graph.
  private let documents: [UInt32]
  private let graph: CandidateGraph
  private let verification: PartVerification

  /// - Parameters:
  ///   - pairs: documents in both halves; whole parts of the graph, in any order, repeated or not.
  ///   - cacheBytes: memory for shingle sets that each thread may keep.
  /// - Complexity: O(pairs * log pairs) time; 16 bytes a pair of memory, the pairs themselves among them.
  package init(
    _ pairs: consuming [UInt64], source: any DocumentSource, options: ClusteringOptions, order: KeepOrder,
    cacheBytes: Int
  ) {
    documents = Self.documents(of: pairs)
    for index in pairs.indices {
      let (a, b) = CandidateGraph.ends(pairs[index])
      pairs[index] = UInt64(documents.ascendingPlace(of: a)) << 32 | UInt64(documents.ascendingPlace(of: b))
    }
    graph = CandidateGraph(count: documents.count, pairs: pairs)
    verification = PartVerification(source: source, options: options, order: order, cacheBytes: cacheBytes)
  }

  /// The documents of all clusters, and how many pairs were compared.
  package func memberships() -> (memberships: [Membership], compared: Int) {
    let found = verification.clusters(graph, leaders: documents)
    var memberships: [Membership] = []
    memberships.reserveCapacity(documents.count)
    for links in found.clusters {
      let kept = documents[Int(links[0].node)]
      for link in links {
        memberships.append(
          Membership(document: documents[Int(link.node)], kept: kept, similarity: link.similarity))
      }
    }
    return (memberships, found.compared)
  }

  /// The pairs at or above the threshold, in no particular order, and how many were compared.
  package func pairs() -> (pairs: [DocumentPair], compared: Int) {
    let found = verification.pairs(graph, leaders: documents)
    let pairs = found.pairs.map {
      DocumentPair(a: documents[Int($0.a)], b: documents[Int($0.b)], similarity: $0.similarity)
    }
    return (pairs, found.compared)
  }

  /// The documents of all pairs, ascending.
  private static func documents(of pairs: [UInt64]) -> [UInt32] {
    var documents: [UInt32] = []
    /// What was seen since they were last put in order.
    var others: [UInt32] = []
    func merge() {
      others.append(contentsOf: documents)
      others.sort()
      documents.removeAll(keepingCapacity: true)
      for document in others where documents.last != document { documents.append(document) }
      others.removeAll(keepingCapacity: true)
    }
    for pair in pairs {
      let (a, b) = CandidateGraph.ends(pair)
      others.append(a)
      others.append(b)
      if others.count >= max(1 << 16, documents.count) { merge() }
    }
    merge()
    return documents
  }
}
