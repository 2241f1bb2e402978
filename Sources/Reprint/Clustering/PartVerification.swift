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
  var cacheBytes = 64 << 20

  /// A node of the candidate graph that belongs to a cluster; the first of a cluster's links is the kept one.
  struct Link: Sendable {
    var node: UInt32
    var similarity: Double
  }

  /// The clusters of all parts in the order of the parts, documents that are like no other among them, and how many pairs
  /// were compared.
  func clusters(_ graph: CandidateGraph, leaders: [UInt32]) -> (clusters: [[Link]], compared: Int) {
    let found = Locked([[[Link]]](repeating: [], count: graph.components.count))
    let compared =
      switch options.linkage {
      case .star:
        forEachPart(graph, with: KeptDocuments.self) { part, documents in
          let links = star(graph, graph.components[part], leaders, &documents)
          found.withLock { $0[part] = links }
        }
      case .connected:
        forEachPart(graph, with: ShingleSetCache.self) { part, sets in
          let links = connected(graph, graph.components[part], leaders, &sets)
          found.withLock { $0[part] = links }
        }
      }
    return (found.value.flatMap(\.self), compared)
  }

  /// The pairs of nodes at or above the threshold, in no particular order, and how many were compared.
  func pairs(_ graph: CandidateGraph, leaders: [UInt32]) -> (pairs: [DocumentPair], compared: Int) {
    let found = Locked([DocumentPair]())
    let compared = forEachPart(graph, with: ShingleSetCache.self) { part, sets in
      var own: [DocumentPair] = []
      for node in graph.components[part] {
        for other in graph.distinctNeighbours(of: node) where other > node {
          let (a, b) = (leaders[Int(node)], leaders[Int(other)])
          if let similarity = sets.similarity(a, b, atLeast: options.threshold) {
            own.append(DocumentPair(a: node, b: other, similarity: similarity))
          }
        }
      }
      found.withLock { $0 += own }
    }
    return (found.value, compared)
  }

  /// Parts of up to so many documents go to a thread so many at a time.
  private static var smallPart: Int { 32 }
  private static var smallParts: Int { 16 }

  /// Runs `body` for every part of the graph, each worker with its own cache; returns how many pairs were compared.
  private func forEachPart<Cache: PartCache & ~Copyable>(
    _ graph: CandidateGraph, with cacheType: Cache.Type,
    _ body: @escaping @Sendable (_ part: Int, _ cache: inout Cache) -> Void
  ) -> Int {
    // Large parts first, one by one, so that no thread is left with one at the end; small ones several at a time.
    let order = graph.components.indices.sorted {
      let (a, b) = (graph.components[$0].count, graph.components[$1].count)
      return a != b ? a > b : $0 < $1
    }
    let large = order.prefix { graph.components[$0].count > Self.smallPart }.count
    let batches = large + (order.count - large + Self.smallParts - 1) / Self.smallParts
    let next = Counter()
    let compared = Counter()
    Threads.run(options.threads) { _ in
      var cache = Cache(
        source, shingleWords: options.shingleWords, slots: options.slots, bytes: cacheBytes, estimates: estimates)
      while true {
        let batch = next.advance(by: 1)
        guard batch < batches else { break }
        let start = batch < large ? batch : large + (batch - large) * Self.smallParts
        for place in start..<min(order.count, start + (batch < large ? 1 : Self.smallParts)) {
          cache.removeAll()
          body(order[place], &cache)
        }
      }
      compared.advance(by: cache.comparisons)
    }
    return compared.value
  }

  /// Star clusters: in order of preference, each document goes to the first kept one that it is similar to, or is kept.
  private func star(
    _ graph: CandidateGraph, _ nodes: [UInt32], _ leaders: [UInt32], _ kept: inout KeptDocuments
  ) -> [[Link]] {
    let documents = nodes.map { leaders[Int($0)] }
    /// The cluster that a node is the kept one of, or -1; clusters stand in order of preference.
    var clusterOf = [Int](repeating: -1, count: nodes.count)
    var clusters: [[Link]] = []
    var near: [Int] = []
    for document in order.sorted(documents) {
      let place = documents.ascendingPlace(of: document)
      let wordCount = order.wordCount(Int(document))
      near.removeAll(keepingCapacity: true)
      for node in graph.neighbours(of: nodes[place]) {
        let cluster = clusterOf[graph.place(of: node)]
        if cluster >= 0 { near.append(cluster) }
      }
      near.sort()
      var isTaken = false
      var previous = -1
      for cluster in near where cluster != previous {
        previous = cluster
        let keeper = leaders[Int(clusters[cluster][0].node)]
        if let similarity = kept.similarity(
          of: document, wordCount: wordCount, to: keeper, atLeast: options.threshold)
        {
          clusters[cluster].append(Link(node: nodes[place], similarity: similarity))
          isTaken = true
          break
        }
      }
      if isTaken { continue }
      clusterOf[place] = clusters.count
      clusters.append([Link(node: nodes[place], similarity: 1)])
    }
    return clusters
  }

  /// Connected clusters: whatever a chain of similar documents joins.
  private func connected(
    _ graph: CandidateGraph, _ nodes: [UInt32], _ leaders: [UInt32], _ sets: inout ShingleSetCache
  ) -> [[Link]] {
    let documents = nodes.map { leaders[Int($0)] }
    var chains = DisjointSets(count: nodes.count)
    for (place, node) in nodes.enumerated() {
      for other in graph.distinctNeighbours(of: node) where other > node {
        let (a, b) = (UInt32(place), UInt32(graph.place(of: other)))
        guard chains.find(a) != chains.find(b) else { continue }
        if sets.similarity(leaders[Int(node)], leaders[Int(other)], atLeast: options.threshold) != nil {
          chains.union(a, b)
        }
      }
    }
    var groups: [[UInt32]] = Array(repeating: [], count: nodes.count)
    for place in nodes.indices { groups[Int(chains.find(UInt32(place)))].append(documents[place]) }
    return groups.filter { !$0.isEmpty }.map { group in
      let preferred = order.sorted(group)
      return preferred.map { document in
        let similarity =
          document == preferred[0] ? 1 : sets.similarity(preferred[0], document, atLeast: 0) ?? 0
        return Link(node: nodes[documents.ascendingPlace(of: document)], similarity: similarity)
      }
    }
  }
}

extension [UInt32] {
  /// Where an element stands in an array that is ascending and has it.
  func ascendingPlace(of element: UInt32) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= element { low = middle } else { high = middle }
    }
    return low
  }
}

/// What a thread remembers of the documents that it compares.
protocol PartCache: ~Copyable, SendableMetatype {
  /// - Parameters:
  ///   - bytes: memory to fill before starting over, about.
  ///   - estimates: sketches to estimate similarities from, where there is nothing to compare exactly.
  init(_ source: any DocumentSource, shingleWords: Int, slots: Int, bytes: Int, estimates: SketchTable?)

  /// Pairs compared so far.
  var comparisons: Int { get }

  /// Forgets all documents: none of them will be asked for again.
  mutating func removeAll()
}
