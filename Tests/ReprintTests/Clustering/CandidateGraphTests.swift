import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct CandidateGraphTests {
  private func pair(_ a: Int, _ b: Int) -> UInt64 { UInt64(a) << 32 | UInt64(b) }

  @Test func componentsAreTheConnectedParts() {
    var generator = SeededGenerator(seed: 1)
    for trial in 0..<60 {
      let count = generator.number(0...40)
      var edges: [(Int, Int)] = []
      for _ in 0..<generator.number(0...40) where count > 1 {
        let a = generator.number(0...count - 2)
        edges.append((a, generator.number(a + 1...count - 1)))
      }
      let graph = CandidateGraph(count: count, pairs: edges.map { pair($0, $1) })

      // Spread the smallest number along the edges until nothing changes.
      var part = Array(0..<count)
      for _ in 0..<count {
        for (a, b) in edges {
          let smaller = min(part[a], part[b])
          part[a] = smaller
          part[b] = smaller
        }
      }
      var expected: [[UInt32]] = []
      for root in 0..<count {
        let members = (0..<count).filter { part[$0] == root }
        if members.count > 1 { expected.append(members.map { UInt32($0) }) }
      }
      #expect(graph.components == expected, "trial \(trial)")
      for nodes in expected {
        #expect(nodes.map(graph.place) == Array(nodes.indices), "trial \(trial)")
      }
      for node in 0..<count {
        let neighbours = edges.filter { $0.0 == node }.map(\.1) + edges.filter { $0.1 == node }.map(\.0)
        #expect(
          graph.distinctNeighbours(of: UInt32(node)) == Set(neighbours).map { UInt32($0) }.sorted(), "trial \(trial)")
      }
    }
  }

  @Test func disjointSetsJoinAndKeepTheSmallestMemberAsRoot() {
    var sets = DisjointSets(count: 10)
    #expect((0..<10).allSatisfy { sets.find($0) == $0 })
    sets.union(9, 3)
    sets.union(5, 9)
    sets.union(7, 8)
    sets.union(3, 3)
    #expect([3, 5, 9].allSatisfy { sets.find($0) == 3 })
    #expect([7, 8].allSatisfy { sets.find($0) == 7 })
    sets.union(8, 5)
    #expect([3, 5, 7, 8, 9].allSatisfy { sets.find($0) == 3 })
    #expect(sets.find(4) == 4)
  }
}
