import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ArborescenceTests {
  private typealias Arc = Arborescence.Arc

  /// The best of all choices of an arc or none for every node that make no ring: fewest roots, then most weight.
  private func best(nodes: Int, _ arcs: [Arc]) -> (roots: Int, weight: Double) {
    var best = (roots: nodes + 1, weight: -Double.infinity)
    var choice = [Int?](repeating: nil, count: nodes)
    func attempt(_ node: Int) {
      guard node < nodes else {
        guard isForest(choice, arcs) else { return }
        let found = value(choice, arcs)
        if found.roots < best.roots || found.roots == best.roots && found.weight > best.weight { best = found }
        return
      }
      choice[node] = nil
      attempt(node + 1)
      for number in arcs.indices where arcs[number].to == node {
        choice[node] = number
        attempt(node + 1)
      }
      choice[node] = nil
    }
    attempt(0)
    return best
  }

  private func value(_ choice: [Int?], _ arcs: [Arc]) -> (roots: Int, weight: Double) {
    (choice.count { $0 == nil }, choice.reduce(0) { $0 + ($1.map { arcs[$0].weight } ?? 0) })
  }

  private func isForest(_ choice: [Int?], _ arcs: [Arc]) -> Bool {
    choice.indices.allSatisfy { start in
      var node = start
      for _ in choice.indices {
        guard let arc = choice[node] else { return true }
        node = arcs[arc].from
      }
      return choice[node] == nil
    }
  }

  @Test(arguments: 0..<8)
  func itIsTheBestOfAllTrees(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<60 {
      let nodes = generator.number(1...5)
      let arcs = (0..<generator.number(0...11)).map { _ in
        Arc(
          from: generator.number(0...nodes - 1), to: generator.number(0...nodes - 1),
          weight: Double(generator.number(-20...60)))
      }
      let chosen = Arborescence.maximum(nodes: nodes, arcs)
      #expect(chosen.indices.allSatisfy { node in chosen[node].map { arcs[$0].to == node } ?? true })
      #expect(isForest(chosen, arcs), "seed \(seed)")
      let (found, wanted) = (value(chosen, arcs), best(nodes: nodes, arcs))
      #expect(found.roots == wanted.roots && found.weight == wanted.weight, "seed \(seed): \(arcs)")
    }
  }

  @Test func nothingComesOfNothing() {
    #expect(Arborescence.maximum(nodes: 0, []).isEmpty)
    #expect(Arborescence.maximum(nodes: 2, []) == [nil, nil])
    #expect(Arborescence.maximum(nodes: 1, [Arc(from: 0, to: 0, weight: 9)]) == [nil])
  }

  @Test func longRingsAreCut() {
    let count = 3000
    let arcs = (0..<count).map { Arc(from: $0, to: ($0 + 1) % count, weight: $0 == 7 ? 1 : 2) }
    let chosen = Arborescence.maximum(nodes: count, arcs)
    #expect(chosen.indices.filter { chosen[$0] == nil } == [8])
  }
}
