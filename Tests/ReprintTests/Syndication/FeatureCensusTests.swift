import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct FeatureCensusTests {
  @Test func whatSeveralHaveIsShared() {
    var generator = SeededGenerator(seed: 11)
    let documents = (0..<200).map { _ in (0..<50).map { _ in UInt64(generator.number(0...20_000)) &* 0x9E37_79B9 } }
    let census = FeatureCensus(features: 10_000)
    var having: [UInt64: Int] = [:]
    for document in documents {
      for key in Set(document) { having[key, default: 0] += 1 }
      var keys = document + document
      census.count(&keys)
    }
    #expect(having.filter { $0.value > 1 }.keys.allSatisfy { census.isShared($0) })
    let single = having.filter { $0.value == 1 }
    let wrong = single.keys.count { census.isShared($0) }
    #expect(single.count > 1000 && wrong * 5 < single.count, "\(wrong) of \(single.count)")
  }
}
