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
}

/// Two near-duplicates, by document number, the earlier first.
package struct DocumentPair: Sendable {
  package var a: UInt32
  package var b: UInt32
  package var similarity: Double
}

/// From sketches to verified clusters or pairs: identical documents, candidates, exact comparison.
package struct NearDuplicateSearch: Sendable {
  private let table: SketchTable
  private let source: any DocumentSource
  private let options: ClusteringOptions
  private let order: KeepOrder
  private let limits: CandidateSearch.Limits

  package init(
    _ table: SketchTable, source: any DocumentSource, options: ClusteringOptions,
    limits: CandidateSearch.Limits = CandidateSearch.Limits()
  ) {
    self.table = table
    self.source = source
    self.options = options
    self.limits = limits
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
  /// Every removed document's similarity to the kept one is exact, and with star linkage at least the threshold.
  package func clusters(_ statistics: inout Statistics) -> [DocumentCluster] {
    let identical = IdenticalDocuments(table, order: order)
    let graph = candidates(of: identical, exhaustive: false, &statistics)
    let found = Locked([[[Link]]](repeating: [], count: graph.components.count))
    let verified = verifyParts(graph, &statistics) { part, cache in
      let links =
        options.linkage == .star
        ? star(graph, graph.components[part], identical, &cache)
        : connected(graph, graph.components[part], identical, &cache)
      found.withLock { $0[part] = links }
    }
    statistics.verified = verified
    var clusters: [DocumentCluster] = []
    var inGraph = Set<UInt32>()
    for links in found.value.joined() {
      clusters.append(expand(links, identical))
      for link in links { inGraph.insert(link.node) }
    }
    // Copies that are like nothing else.
    for (index, _) in identical.members where !inGraph.contains(UInt32(index)) {
      clusters.append(expand([Link(node: UInt32(index), similarity: 1)], identical))
    }
    clusters.removeAll { $0.removed.isEmpty }
    clusters.sort { $0.kept < $1.kept }
    return clusters
  }

  /// All pairs at or above the threshold, in input order of the first, then the second.
  package func pairs(_ statistics: inout Statistics) -> [DocumentPair] {
    let identical = IdenticalDocuments(table, order: order)
    let graph = candidates(of: identical, exhaustive: true, &statistics)
    let found = Locked([DocumentPair]())
    let leaders = identical.leaders
    let verified = verifyParts(graph, &statistics) { part, cache in
      var own: [DocumentPair] = []
      for node in graph.components[part] {
        for other in graph.distinctNeighbours(of: node) where other > node {
          let (a, b) = (leaders[Int(node)], leaders[Int(other)])
          if let similarity = cache.similarity(a, b, atLeast: options.threshold) {
            own.append(DocumentPair(a: node, b: other, similarity: similarity))
          }
        }
      }
      found.withLock { $0 += own }
    }
    statistics.verified = verified
    var pairs: [DocumentPair] = []
    for pair in found.value {
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

  /// A node of the candidate graph that belongs to a cluster; the first of a cluster's links is the kept one.
  private struct Link: Sendable {
    var node: UInt32
    var similarity: Double
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

  /// Runs `body` for every part of the graph, each worker with its own cache; returns how many pairs were compared.
  private func verifyParts(
    _ graph: CandidateGraph, _ statistics: inout Statistics,
    _ body: @escaping @Sendable (_ part: Int, _ cache: inout ShingleSetCache) -> Void
  ) -> Int {
    let before = Clock.processCPU
    let next = Counter()
    let compared = Counter()
    let step = 16
    Threads.run(options.threads) { _ in
      var cache = ShingleSetCache(source, shingleWords: options.shingleWords, slots: options.slots)
      while true {
        let start = next.advance(by: step)
        guard start < graph.components.count else { break }
        for part in start..<min(start + step, graph.components.count) { body(part, &cache) }
      }
      compared.advance(by: cache.comparisons)
    }
    statistics.verifySeconds = Clock.processCPU - before
    return compared.value
  }

  /// Star clusters: in order of preference, each document goes to the first kept one that it is similar to, or is kept.
  private func star(
    _ graph: CandidateGraph, _ nodes: [UInt32], _ identical: IdenticalDocuments, _ cache: inout ShingleSetCache
  ) -> [[Link]] {
    let leaders = identical.leaders
    let members = PartMembers(nodes: nodes, leaders: leaders)
    /// The cluster that a node is the kept one of; clusters stand in order of preference.
    var clusterOf = [Int?](repeating: nil, count: nodes.count)
    var clusters: [[Link]] = []
    for document in order.sorted(members.documents) {
      let place = members.place(ofDocument: document)
      let kept = graph.distinctNeighbours(of: nodes[place]).compactMap { clusterOf[members.place(ofNode: $0)] }
      var isTaken = false
      for cluster in kept.sorted() {
        let keeper = leaders[Int(clusters[cluster][0].node)]
        if let similarity = cache.similarity(keeper, document, atLeast: options.threshold) {
          clusters[cluster].append(Link(node: nodes[place], similarity: similarity))
          isTaken = true
          break
        }
      }
      if !isTaken {
        clusterOf[place] = clusters.count
        clusters.append([Link(node: nodes[place], similarity: 1)])
      }
    }
    return clusters
  }

  /// Connected clusters: whatever a chain of similar documents joins.
  private func connected(
    _ graph: CandidateGraph, _ nodes: [UInt32], _ identical: IdenticalDocuments, _ cache: inout ShingleSetCache
  ) -> [[Link]] {
    let leaders = identical.leaders
    let members = PartMembers(nodes: nodes, leaders: leaders)
    var sets = DisjointSets(count: nodes.count)
    for (place, node) in nodes.enumerated() {
      for other in graph.distinctNeighbours(of: node) where other > node {
        let (a, b) = (UInt32(place), UInt32(members.place(ofNode: other)))
        guard sets.find(a) != sets.find(b) else { continue }
        if cache.similarity(leaders[Int(node)], leaders[Int(other)], atLeast: options.threshold) != nil {
          sets.union(a, b)
        }
      }
    }
    var groups: [[UInt32]] = Array(repeating: [], count: nodes.count)
    for place in nodes.indices { groups[Int(sets.find(UInt32(place)))].append(members.documents[place]) }
    return groups.filter { !$0.isEmpty }.map { group in
      let preferred = order.sorted(group)
      return preferred.map { document in
        let similarity =
          document == preferred[0] ? 1 : cache.similarity(preferred[0], document, atLeast: 0) ?? 0
        return Link(node: nodes[members.place(ofDocument: document)], similarity: similarity)
      }
    }
  }

  /// A cluster with the copies of its members.
  private func expand(_ links: [Link], _ identical: IdenticalDocuments) -> DocumentCluster {
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

/// The nodes of a part of the candidate graph and the documents they stand for, both ascending.
private struct PartMembers {
  let nodes: [UInt32]
  let documents: [UInt32]

  init(nodes: [UInt32], leaders: [UInt32]) {
    self.nodes = nodes
    documents = nodes.map { leaders[Int($0)] }
  }

  func place(ofNode node: UInt32) -> Int { Self.place(of: node, in: nodes) }
  func place(ofDocument document: UInt32) -> Int { Self.place(of: document, in: documents) }

  private static func place(of value: UInt32, in values: [UInt32]) -> Int {
    var low = 0
    var high = values.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if values[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
