import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct KeepOrderTests {
  @Test(arguments: KeepPolicy.allCases)
  func orderIsThatOfThePolicyThenOfIdentifiers(keep: KeepPolicy) {
    var maker = DocumentMaker(seed: 3)
    let ids = ["", "a", "B", "b", "é", "10", "9", "a b", "\u{10FFFF}", "ab"]
    let all = (0..<120).map { _ in
      InMemoryDocuments.Document(
        maker.words(maker.generator.number(0...4)), id: maker.generator.pick(ids),
        published: maker.generator.chance(0.8) ? Double(maker.generator.number(-3...3)) : nil)
    }
    var options = ClusteringOptions()
    options.keep = keep
    let documents = InMemoryDocuments(all, options)
    let expected = documents.byPreference.map { UInt32($0) }
    let numbers = (0..<UInt32(all.count)).shuffled(using: &maker.generator)
    #expect(documents.order.sorted(numbers) == expected)
    #expect(documents.order.sorted(Array(numbers[..<7])) == expected.filter { numbers[..<7].contains($0) })
    #expect(documents.order.sorted([]) == [])
  }

  @Test func identifiersAreAskedForOnlyWhereThePolicyLeavesATie() {
    final class Counting: DocumentSource {
      func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
        UnsafeBufferPointer(start: nil, count: 0)
      }
      func identifier(of document: Int) -> [UInt8] {
        Issue.record("identifier of \(document)")
        return []
      }
      func published(of document: Int) -> Double? { Double(document) }
    }
    let table = SketchTable(slots: 64)
    var batch = SketchBatch(slots: 64)
    var slots = [UInt32](repeating: 0, count: 64)
    for words in 1...5 {
      slots.withUnsafeMutableBufferPointer { batch.append(slots: $0, wordCount: words, fingerprint: 0) }
    }
    table.append(batch)
    for (policy, expected) in [
      (.longest, [4, 3, 2, 1, 0]), (.first, [0, 1, 2, 3, 4]), (.oldest, [0, 1, 2, 3, 4]), (.newest, [4, 3, 2, 1, 0]),
    ] as [(KeepPolicy, [UInt32])] {
      #expect(KeepOrder(policy: policy, table: table, source: Counting()).sorted([2, 0, 4, 1, 3]) == expected)
    }
  }
}
