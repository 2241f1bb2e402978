import ReprintPlatform

/// A kept document and its near-duplicates, by document number.
package struct DocumentCluster: Sendable {
  package struct Member: Sendable {
    package var document: UInt32
    /// The exact Jaccard similarity to the kept document.
    package var similarity: Double

    package init(document: UInt32, similarity: Double) {
      self.document = document
      self.similarity = similarity
    }
  }

  package var kept: UInt32
  /// The others, most similar first, then in input order.
  package var removed: [Member]

  package init(kept: UInt32, removed: [Member]) {
    self.kept = kept
    self.removed = removed
  }
}

/// Two near-duplicates, by document number, the earlier first.
package struct DocumentPair: Sendable {
  package var a: UInt32
  package var b: UInt32
  package var similarity: Double

  package init(a: UInt32, b: UInt32, similarity: Double) {
    self.a = a
    self.b = b
    self.similarity = similarity
  }
}

/// From sketches to verified clusters or pairs: identical documents, candidates, exact comparison.
package struct NearDuplicateSearch: Sendable {
  private let table: SketchTable
  private let source: any DocumentSource
  private let options: ClusteringOptions
  private let order: KeepOrder
  private let limits: CandidateSearch.Limits
  private let isEstimating: Bool

  /// - Parameter isEstimating: whether similarities are estimated from the sketches; the source is then not asked for
  ///   shingles.
  package init(
    _ table: SketchTable, source: any DocumentSource, options: ClusteringOptions,
    limits: CandidateSearch.Limits = CandidateSearch.Limits(), isEstimating: Bool = false
  ) {
    self.table = table
    self.source = source
    self.options = options
    self.limits = limits
    self.isEstimating = isEstimating
    order = KeepOrder(policy: options.keep, table: table, source: source)
  }

  /// How much work the search was.
  package struct Statistics: Sendable {
    package var candidates = 0
    package var verified = 0
    package var hotBuckets = 0
    package var cappedBuckets = 0
    /// CPU seconds, over all threads.
    package var bandSeconds = 0.0
    package var verifySeconds = 0.0

    package init() {}
  }

  /// The clusters of two or more, in the input order of their kept documents.
  ///
  /// Every removed document's similarity to the kept one is exact, unless estimates were asked for, and with star
  /// linkage at least the threshold.
  package func clusters(_ statistics: inout Statistics) -> [DocumentCluster] {
    let identical = IdenticalDocuments(table, order: order)
    let graph = candidates(of: identical, exhaustive: false, &statistics)
    let before = Clock.processCPU
    let found = verification.clusters(graph, leaders: identical.leaders)
    statistics.verifySeconds = Clock.processCPU - before
    statistics.verified = found.compared
    var clusters: [DocumentCluster] = []
    var inGraph = Set<UInt32>()
    for links in found.clusters {
      clusters.append(expand(links, identical))
      for link in links { inGraph.insert(link.node) }
    }
    // Copies that are like nothing else.
    for (index, _) in identical.members where !inGraph.contains(UInt32(index)) {
      clusters.append(expand([PartVerification.Link(node: UInt32(index), similarity: 1)], identical))
    }
    clusters.removeAll { $0.removed.isEmpty }
    clusters.sort { $0.kept < $1.kept }
    return clusters
  }

  /// All pairs at or above the threshold, in input order of the first, then the second.
  package func pairs(_ statistics: inout Statistics) -> [DocumentPair] {
    let identical = IdenticalDocuments(table, order: order)
    let graph = candidates(of: identical, exhaustive: true, &statistics)
    let before = Clock.processCPU
    let found = verification.pairs(graph, leaders: identical.leaders)
    statistics.verifySeconds = Clock.processCPU - before
    statistics.verified = found.compared
    var pairs: [DocumentPair] = []
    for pair in found.pairs {
      for a in group(pair.a, identical) {
        for b in group(pair.b, identical) {
          pairs.append(DocumentPair(a: min(a, b), b: max(a, b), similarity: pair.similarity))
        }
      }
    }
    for group in identical.members.values {
      let group = group.sorted()
      for i in group.indices {
        for j in i + 1..<max(i + 1, group.count) {
          pairs.append(DocumentPair(a: group[i], b: group[j], similarity: 1))
        }
      }
    }
    pairs.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    return pairs
  }

  private var verification: PartVerification {
    PartVerification(source: source, options: options, order: order, estimates: isEstimating ? table : nil)
  }

  private func candidates(
    of identical: IdenticalDocuments, exhaustive: Bool, _ statistics: inout Statistics
  ) -> CandidateGraph {
    let before = Clock.processCPU
    let search = CandidateSearch(
      table: table, leaders: identical.leaders, plan: options.bandPlan, exhaustive: exhaustive, order: order,
      threads: options.threads, limits: limits)
    let result = search.run()
    let graph = CandidateGraph(count: identical.leaders.count, pairs: result.pairs)
    statistics.candidates = result.pairs.count
    statistics.hotBuckets = result.hotBuckets
    statistics.cappedBuckets = result.cappedBuckets
    statistics.bandSeconds = Clock.processCPU - before
    return graph
  }

  /// A cluster with the copies of its members.
  private func expand(_ links: [PartVerification.Link], _ identical: IdenticalDocuments) -> DocumentCluster {
    let kept = identical.leaders[Int(links[0].node)]
    var removed: [DocumentCluster.Member] = []
    for link in links {
      for document in group(link.node, identical) where document != kept {
        removed.append(DocumentCluster.Member(document: document, similarity: link.similarity))
      }
    }
    removed.sort { $0.similarity != $1.similarity ? $0.similarity > $1.similarity : $0.document < $1.document }
    return DocumentCluster(kept: kept, removed: removed)
  }

  /// All documents that a node stands for.
  private func group(_ node: UInt32, _ identical: IdenticalDocuments) -> [UInt32] {
    identical.members[Int(node)] ?? [identical.leaders[Int(node)]]
  }
}
