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
  /// - Complexity: O(pairs * log pairs) time; about 60 bytes a pair of memory.
  package init(
    _ pairs: [UInt64], source: any DocumentSource, options: ClusteringOptions, order: KeepOrder, cacheBytes: Int
  ) {
    var ends: [UInt32] = []
    ends.reserveCapacity(2 * pairs.count)
    for pair in pairs {
      ends.append(UInt32(truncatingIfNeeded: pair >> 32))
      ends.append(UInt32(truncatingIfNeeded: pair))
    }
    ends.sort()
    var distinct = 0
    for index in ends.indices where index == 0 || ends[index] != ends[distinct - 1] {
      ends[distinct] = ends[index]
      distinct += 1
    }
    ends.removeLast(ends.count - distinct)
    documents = ends
    graph = CandidateGraph(
      count: ends.count,
      pairs: pairs.map { pair in
        UInt64(Self.place(of: UInt32(truncatingIfNeeded: pair >> 32), in: ends)) << 32
          | UInt64(Self.place(of: UInt32(truncatingIfNeeded: pair), in: ends))
      })
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

  private static func place(of document: UInt32, in documents: [UInt32]) -> Int {
    var low = 0
    var high = documents.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if documents[middle] <= document { low = middle } else { high = middle }
    }
    return low
  }
}
