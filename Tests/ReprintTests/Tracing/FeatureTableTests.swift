import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct FeatureTableTests {
  @Test(arguments: [0, 1, 100, 5000]) func knowsItsKeysAndNoOthers(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let keys = Array(Set((0..<count).map { _ in generator.next() })).sorted()
    let table = FeatureTable(keys)
    for (number, key) in keys.enumerated() {
      #expect(table.mayContain(key))
      #expect(table.number(of: key) == number)
    }
    let others = (0..<10_000).map { _ in generator.next() }.filter { !keys.contains($0) }
    #expect(others.allSatisfy { table.number(of: $0) == -1 })
    // The filter is there to say no.
    #expect(others.count { table.mayContain($0) } <= others.count / 20)
  }
}
