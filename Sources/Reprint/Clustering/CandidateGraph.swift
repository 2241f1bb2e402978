/// Candidate pairs as a graph: its connected parts can be verified apart from each other.
struct CandidateGraph: Sendable {
  /// For each node, where its neighbours start; one more at the end.
  private var offsets: [Int]
  private var neighbours: [UInt32]
  /// The nodes of each part of two or more, ascending; parts in the order of their smallest node.
  let components: [[UInt32]]
  /// For each node its place in its part.
  private let places: [UInt32]

  /// - Parameters:
  ///   - count: the number of nodes.
  ///   - pairs: edges, a node in each half.
  /// - Complexity: nearly O(nodes + edges) time; 28 bytes a node and 8 an edge of memory.
  init(count: Int, pairs: [UInt64]) {
    var sets = DisjointSets(count: count)
    var offsets = [Int](repeating: 0, count: count + 1)
    for pair in pairs {
      let (a, b) = Self.ends(pair)
      offsets[Int(a)] += 1
      offsets[Int(b)] += 1
      sets.union(a, b)
    }
    /// The part of which a node is the root.
    var partOf = [UInt32](repeating: .max, count: count)
    var places = [UInt32](repeating: 0, count: count)
    var components: [[UInt32]] = []
    for node in 0..<UInt32(count) where offsets[Int(node)] > 0 {
      let root = Int(sets.find(node))
      if partOf[root] == .max {
        partOf[root] = UInt32(components.count)
        components.append([])
      }
      let part = Int(partOf[root])
      places[Int(node)] = UInt32(components[part].count)
      components[part].append(node)
    }
    var total = 0
    for node in 0...count {
      let degree = offsets[node]
      offsets[node] = total
      total += degree
    }
    var neighbours = [UInt32](repeating: 0, count: total)
    var next = offsets
    for pair in pairs {
      let (a, b) = Self.ends(pair)
      neighbours[next[Int(a)]] = b
      next[Int(a)] += 1
      neighbours[next[Int(b)]] = a
      next[Int(b)] += 1
    }
    self.offsets = offsets
    self.neighbours = neighbours
    self.components = components
    self.places = places
  }

  /// Where a node that has neighbours stands in its part.
  @inline(__always)
  func place(of node: UInt32) -> Int { Int(places[Int(node)]) }

  /// The nodes that share a pair with `node`, in no particular order and repeated where the pair is.
  func neighbours(of node: UInt32) -> ArraySlice<UInt32> {
    neighbours[offsets[Int(node)]..<offsets[Int(node) + 1]]
  }

  /// The nodes that share a pair with `node`, ascending.
  func distinctNeighbours(of node: UInt32) -> [UInt32] {
    var result = Array(neighbours(of: node))
    guard result.count > 1 else { return result }
    result.sort()
    var kept = 1
    for index in 1..<result.count where result[index] != result[kept - 1] {
      result[kept] = result[index]
      kept += 1
    }
    result.removeLast(result.count - kept)
    return result
  }

  /// The two nodes of a pair.
  static func ends(_ pair: UInt64) -> (UInt32, UInt32) {
    (UInt32(truncatingIfNeeded: pair >> 32), UInt32(truncatingIfNeeded: pair))
  }
}

/// Union-find with path halving; the smallest member is the root.
struct DisjointSets: Sendable {
  private var parent: [UInt32]

  init(count: Int) { parent = Array(0..<UInt32(count)) }

  mutating func find(_ node: UInt32) -> UInt32 {
    var node = node
    while parent[Int(node)] != node {
      parent[Int(node)] = parent[Int(parent[Int(node)])]
      node = parent[Int(node)]
    }
    return node
  }

  mutating func union(_ a: UInt32, _ b: UInt32) {
    let (a, b) = (find(a), find(b))
    if a != b { parent[Int(max(a, b))] = min(a, b) }
  }
}
