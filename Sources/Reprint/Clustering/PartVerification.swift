import ReprintPlatform

/// Compares the candidates in parts of their graph exactly, and makes clusters or pairs of what is similar.
///
/// Nodes of a graph are numbered in the order of the documents that they stand for, the `leaders`.
struct PartVerification: Sendable {
  let source: any DocumentSource
  let options: ClusteringOptions
  let order: KeepOrder
  /// Sketches to estimate similarities from, where there is nothing to compare exactly.
  var estimates: SketchTable?
  /// Memory for shingle sets that each thread may keep.
  var cacheBytes = ShingleSetCache.usualBytes

  /// A node of the candidate graph that belongs to a cluster; the first of a cluster's links is the kept one.
  struct Link: Sendable {
    var node: UInt32
    var similarity: Double
  }

  /// The clusters of all parts in the order of the parts, documents that are like no other among them, and how many pairs
  /// were compared.
  func clusters(_ graph: CandidateGraph, leaders: [UInt32]) -> (clusters: [[Link]], compared: Int) {
    let found = Locked([[[Link]]](repeating: [], count: graph.components.count))
    let compared = forEachPart(graph) { part, cache in
      let links =
        options.linkage == .star
        ? star(graph, graph.components[part], leaders, &cache)
        : connected(graph, graph.components[part], leaders, &cache)
      found.withLock { $0[part] = links }
    }
    return (found.value.flatMap(\.self), compared)
  }

  /// The pairs of nodes at or above the threshold, in no particular order, and how many were compared.
  func pairs(_ graph: CandidateGraph, leaders: [UInt32]) -> (pairs: [DocumentPair], compared: Int) {
    let found = Locked([DocumentPair]())
    let compared = forEachPart(graph) { part, cache in
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
    return (found.value, compared)
  }

  /// Runs `body` for every part of the graph, each worker with its own cache; returns how many pairs were compared.
  private func forEachPart(
    _ graph: CandidateGraph,
    _ body: @escaping @Sendable (_ part: Int, _ cache: inout ShingleSetCache) -> Void
  ) -> Int {
    let next = Counter()
    let compared = Counter()
    let step = 16
    Threads.run(options.threads) { _ in
      var cache = ShingleSetCache(
        source, shingleWords: options.shingleWords, slots: options.slots, bytes: cacheBytes, estimates: estimates)
      while true {
        let start = next.advance(by: step)
        guard start < graph.components.count else { break }
        for part in start..<min(start + step, graph.components.count) {
          cache.removeAll()
          body(part, &cache)
        }
      }
      compared.advance(by: cache.comparisons)
    }
    return compared.value
  }

  /// Star clusters: in order of preference, each document goes to the first kept one that it is similar to, or is kept.
  private func star(
    _ graph: CandidateGraph, _ nodes: [UInt32], _ leaders: [UInt32], _ cache: inout ShingleSetCache
  ) -> [[Link]] {
    let members = PartMembers(nodes: nodes, leaders: leaders)
    /// The cluster that a node is the kept one of, or -1; clusters stand in order of preference.
    var clusterOf = [Int](repeating: -1, count: nodes.count)
    var clusters: [[Link]] = []
    var near: [Int] = []
    for document in order.sorted(members.documents) {
      let place = members.place(ofDocument: document)
      near.removeAll(keepingCapacity: true)
      for node in graph.neighbours(of: nodes[place]) {
        let cluster = clusterOf[members.place(ofNode: node)]
        if cluster >= 0 { near.append(cluster) }
      }
      near.sort()
      var isTaken = false
      var previous = -1
      for cluster in near where cluster != previous {
        previous = cluster
        let keeper = leaders[Int(clusters[cluster][0].node)]
        if let similarity = cache.similarity(keeper, document, atLeast: options.threshold) {
          clusters[cluster].append(Link(node: nodes[place], similarity: similarity))
          isTaken = true
          break
        }
      }
      if isTaken {
        cache.remove(document)
      } else {
        clusterOf[place] = clusters.count
        clusters.append([Link(node: nodes[place], similarity: 1)])
      }
    }
    return clusters
  }

  /// Connected clusters: whatever a chain of similar documents joins.
  private func connected(
    _ graph: CandidateGraph, _ nodes: [UInt32], _ leaders: [UInt32], _ cache: inout ShingleSetCache
  ) -> [[Link]] {
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
