import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct IdenticalDocumentsTests {
  @Test func groupsAreTheTextsThatOccurMoreThanOnce() {
    var maker = DocumentMaker(seed: 1)
    let texts = (0..<30).map { _ in maker.words(maker.generator.number(1...30)) } + [[]]
    let all = (0..<200).map { _ in
      InMemoryDocuments.Document(maker.generator.pick(texts), id: String(maker.generator.number(0...50)))
    }
    for keep in KeepPolicy.allCases {
      var options = ClusteringOptions()
      options.keep = keep
      let documents = InMemoryDocuments(all, options)
      let identical = IdenticalDocuments(documents.table, order: documents.order)

      let place = Dictionary(uniqueKeysWithValues: documents.byPreference.enumerated().map { ($1, $0) })
      let byText = Dictionary(grouping: all.indices.filter { !all[$0].words.isEmpty }) { all[$0].words }
      let groups = byText.values.map { $0.sorted { place[$0]! < place[$1]! } }
      #expect(identical.leaders == groups.map { UInt32($0[0]) }.sorted())
      for (index, leader) in identical.leaders.enumerated() {
        let group = groups.first { $0[0] == Int(leader) }!
        #expect(identical.members[index] == (group.count > 1 ? group.map { UInt32($0) } : nil), "\(keep)")
      }
    }
  }

  @Test func equalFingerprintsAreNotEnough() {
    let table = SketchTable(slots: 64)
    var batch = SketchBatch(slots: 64)
    // Fingerprints of which the upper halves, or all bits, are the same, over different sketches and lengths.
    for (fingerprint, words, value) in [(1, 5, 1), (1, 5, 1), (1, 6, 1), (1, 5, 2), (2, 5, 1), (1, 5, 2)]
      as [(UInt64, Int, UInt32)]
    {
      var slots = [UInt32](repeating: value, count: 64)
      slots.withUnsafeMutableBufferPointer { batch.append(slots: $0, wordCount: words, fingerprint: fingerprint) }
    }
    table.append(batch)
    let source = InMemoryDocuments((0..<6).map { InMemoryDocuments.Document([], id: "\($0)") }, ClusteringOptions())
    let identical = IdenticalDocuments(table, order: KeepOrder(policy: .first, table: table, source: source))
    #expect(identical.leaders == [0, 2, 3, 4])
    #expect(identical.members == [0: [0, 1], 2: [3, 5]])
  }
}
