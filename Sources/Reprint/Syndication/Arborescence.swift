/// The best way to hang things on each other: to each at most one arc, no cycles, the greatest sum of weights.
///
/// A maximum-weight arborescence by the method of Chu and Liu and of Edmonds: everything takes the best arc that leads to
/// it; what that closes to a ring becomes one thing, whose arcs cost what taking them instead would lose; and so on until
/// there are no rings.
enum Arborescence {
  struct Arc: Sendable {
    var from: Int
    var to: Int
    var weight: Double
  }

  /// The number of the arc that leads to each node; nil for a root.
  ///
  /// There are as few roots as can be: a node is one only if no choice of arcs leads to it. Of arcs that are equally good
  /// the first is taken.
  ///
  /// - Complexity: O(arcs) for each level of rings within rings, of which there are few.
  static func maximum(nodes: Int, _ arcs: [Arc]) -> [Int?] {
    // One more node, from which everything can be reached at a price that no sum of weights makes worth paying.
    let price = arcs.reduce(1) { $0 + abs($1.weight) }
    let usable = arcs.indices.filter { arcs[$0].from != arcs[$0].to }
    var level = Level(
      nodes: nodes + 1,
      arcs: usable.map { Arc(from: arcs[$0].from, to: arcs[$0].to, weight: arcs[$0].weight) }
        + (0..<nodes).map { Arc(from: nodes, to: $0, weight: -price) })
    var levels: [Level] = []
    while let next = level.contracted() {
      levels.append(level)
      level = next
    }
    var chosen = level.best
    while let outer = levels.popLast() { chosen = outer.expanded(chosen) }
    return (0..<nodes).map { chosen[$0] < usable.count ? usable[chosen[$0]] : nil }
  }

  /// A graph, and what became of it when its rings were made nodes.
  private struct Level {
    let arcs: [Arc]
    /// The best arc to each node; -1 for the last one, which has none.
    let best: [Int]
    private let nodes: Int
    /// Where the arcs of the contracted graph come from.
    private var origins: [Int] = []
    private var isOnRing: [Bool] = []

    init(nodes: Int, arcs: [Arc]) {
      self.nodes = nodes
      self.arcs = arcs
      var best = [Int](repeating: -1, count: nodes)
      for (number, arc) in arcs.enumerated() where best[arc.to] < 0 || arc.weight > arcs[best[arc.to]].weight {
        best[arc.to] = number
      }
      self.best = best
    }

    /// The graph with a node for each ring of best arcs; nil if there is none.
    mutating func contracted() -> Level? {
      isOnRing = [Bool](repeating: false, count: nodes)
      var group = [Int](repeating: -1, count: nodes)
      var visit = [Int](repeating: -1, count: nodes)
      var groups = 0
      for start in 0..<nodes where visit[start] < 0 {
        var node = start
        while visit[node] < 0 {
          visit[node] = start
          guard best[node] >= 0 else { break }
          node = arcs[best[node]].from
        }
        guard best[node] >= 0, visit[node] == start, !isOnRing[node] else { continue }
        repeat {
          isOnRing[node] = true
          group[node] = groups
          node = arcs[best[node]].from
        } while !isOnRing[node]
        groups += 1
      }
      guard groups > 0 else { return nil }
      for node in 0..<nodes where group[node] < 0 {
        group[node] = groups
        groups += 1
      }
      origins = []
      var contracted: [Arc] = []
      for (number, arc) in arcs.enumerated() where group[arc.from] != group[arc.to] {
        let loss = isOnRing[arc.to] ? arcs[best[arc.to]].weight : 0
        contracted.append(Arc(from: group[arc.from], to: group[arc.to], weight: arc.weight - loss))
        origins.append(number)
      }
      return Level(nodes: groups, arcs: contracted)
    }

    /// The arcs of this graph for those chosen in the contracted one: a ring keeps all but one.
    func expanded(_ chosen: [Int]) -> [Int] {
      var result = (0..<nodes).map { isOnRing[$0] ? best[$0] : -1 }
      for number in chosen where number >= 0 { result[arcs[origins[number]].to] = origins[number] }
      return result
    }
  }
}
