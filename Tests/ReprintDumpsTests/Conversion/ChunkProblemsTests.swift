import Testing

@testable import ReprintDumps

@Suite struct ChunkProblemsTests {
  @Test func mergedProblemsAreInTheOrderOfTheirPlaces() {
    var a = ChunkProblems()
    a.add(.skipped, at: 5, "a5")
    a.add(.skipped, at: 9, "a9")
    var b = ChunkProblems()
    b.add(.repaired, at: 0, "b0")
    b.add(.repaired, at: 1, "b1")
    a.merge(b) { [3, 7][$0] }
    #expect(a.list.map(\.reason) == ["b0", "a5", "b1", "a9"])
    #expect(a.list.map(\.place) == [3, 5, 7, 9])
    #expect(a.counts == [.skipped: 2, .repaired: 2])
  }

  @Test func theFirstOfEachKindAreKept() {
    var a = ChunkProblems()
    var b = ChunkProblems()
    for place in 0..<150 {
      a.add(.skipped, at: 2 * place, "a")
      b.add(.skipped, at: 2 * place + 1, "b")
    }
    a.merge(b) { $0 }
    #expect(a.list.map(\.place) == Array(0..<DumpReport.mostKept))
    #expect(a.counts == [.skipped: 300])
  }
}
