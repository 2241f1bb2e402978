import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ShingleSetCacheTests {
  @Test(arguments: [1 << 21, 1 << 26]) func similaritiesAreExactAndComparisonsCounted(bytes: Int) {
    var maker = DocumentMaker(seed: 52)
    let documents = InMemoryDocuments(maker.corpus(stories: 4, copies: 3), ClusteringOptions())
    var cache = ShingleSetCache(documents, shingleWords: 5, slots: 128, bytes: bytes, estimates: nil)
    let count = documents.documents.count
    for a in 0..<count {
      for b in 0..<count {
        let truth = documents.similarity(a, b)
        let found = cache.similarity(UInt32(a), UInt32(b), atLeast: 0.3)
        #expect(found == (truth >= 0.3 ? truth : nil), "\(a) \(b)")
      }
      if a == count / 2 { cache.removeAll() }
    }
    #expect(cache.comparisons == count * count)
  }

  @Test func sketchesEstimateWhereTheyAreGiven() {
    var maker = DocumentMaker(seed: 53)
    let documents = InMemoryDocuments(maker.corpus(stories: 4, copies: 3), ClusteringOptions())
    let table = documents.table
    var cache = ShingleSetCache(documents, shingleWords: 5, slots: 128, bytes: 1 << 21, estimates: table)
    for a in documents.documents.indices {
      for b in documents.documents.indices {
        #expect(cache.similarity(UInt32(a), UInt32(b), atLeast: 0.5) == table.estimate(a, b, atLeast: 0.5))
      }
    }
  }
}
