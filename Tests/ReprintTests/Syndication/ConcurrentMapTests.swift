import Testing

@testable import Reprint

@Suite struct ConcurrentMapTests {
  @Test(arguments: [1, 2, 5]) func resultsAreInOrder(threads: Int) {
    #expect(ConcurrentMap.run(100, threads: threads) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(ConcurrentMap.blocks(10, size: 4, threads: threads) { Array($0) } == Array(0..<10))
    #expect(ConcurrentMap.blocks(10, size: 4, threads: threads) { [$0.count] } == [4, 4, 2])
    #expect(ConcurrentMap.run(0, threads: threads) { $0 }.isEmpty)
    #expect(ConcurrentMap.blocks(0, size: 4, threads: threads) { Array($0) }.isEmpty)
  }
}
