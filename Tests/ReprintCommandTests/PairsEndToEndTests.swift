import Foundation
import ReprintTestSupport
import Testing

@Suite struct PairsEndToEndTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// Every pair at or above the threshold, by counting.
  private func truth(_ dump: GeneratedDump, _ threshold: Double) -> [PairLine] {
    let ids = dump.words.keys.sorted()  // numbered in input order
    var numbers: [[String]: Int] = [:]
    let sets = ids.map { id -> Set<Int> in
      let words = dump.words[id]!
      if words.isEmpty { return [] }
      let width = min(5, words.count)
      return Set(
        (0...words.count - width).map { start in
          let shingle = Array(words[start..<start + width])
          if let number = numbers[shingle] { return number }
          numbers[shingle] = numbers.count
          return numbers.count - 1
        })
    }
    var pairs: [PairLine] = []
    for a in ids.indices {
      for b in ids.indices.dropFirst(a + 1) where !sets[a].isEmpty {
        let common = sets[a].intersection(sets[b]).count
        let similarity = Double(common) / Double(sets[a].count + sets[b].count - common)
        if similarity >= threshold { pairs.append(PairLine(a: ids[a], b: ids[b], similarity: similarity)) }
      }
    }
    return pairs
  }

  @Test(arguments: [0.8, 0.5])
  func pairsAreThoseThatCountingFinds(threshold: Double) throws {
    let dump = GeneratedDump(seed: 20_250_821, documents: 120, words: 20...60, isPlain: true)
    try workspace.write("in.jsonl", dump.data)
    let found = try workspace.run("pairs", "-t", "\(threshold)", "in.jsonl").pairs()
    let expected = truth(dump, threshold)
    #expect(expected.count >= 20, "the dump has something to find")
    #expect(
      Set(found.map { [$0.a, $0.b] }).subtracting(expected.map { [$0.a, $0.b] }).isEmpty, "nothing else is found")
    let missed = expected.filter { pair in !found.contains { $0.a == pair.a && $0.b == pair.b } }
    #expect(missed.count * 100 <= expected.count, "missed \(missed)")
    for pair in found {
      let exact = try #require(expected.first { $0.a == pair.a && $0.b == pair.b }).similarity
      #expect(abs(pair.similarity - exact) < 1e-9)
    }
    #expect(found.map { [$0.a, $0.b] } == found.map { [$0.a, $0.b] }.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func aGroupOfCopiesHasAllItsPairsTheEarlierDocumentFirst() throws {
    let ids = ["d", "b", "c", "a"]
    try workspace.write("in.jsonl", ids.map { record(["id": $0, "text": article(1)]) }.joined())
    let pairs = try workspace.run("pairs", "in.jsonl").pairs()
    #expect(pairs.map { $0.a + $0.b } == ["db", "dc", "da", "bc", "ba", "ca"])
    #expect(pairs.allSatisfy { $0.similarity == 1 })
  }

  @Test func pairsOfNearCopiesOfCopiesAreComplete() throws {
    let edit = article(1, changing: [40])
    try workspace.write(
      "in.jsonl",
      record(["id": "a", "text": article(1)]) + record(["id": "b", "text": edit])
        + record(["id": "c", "text": article(1)]) + record(["id": "d", "text": edit]))
    let pairs = try workspace.run("pairs", "in.jsonl").pairs()
    #expect(pairs.map { $0.a + $0.b } == ["ab", "ac", "ad", "bc", "bd", "cd"])
    let near = 91.0 / 101.0
    #expect(pairs.map(\.similarity) == [near, 1, near, near, 1, near])
  }

  @Test func keysAreABAndSimilarity() throws {
    for line in try workspace.run("pairs", SourceTree.techNews).lines {
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(Set(object.keys) == ["a", "b", "similarity"])
    }
  }

  @Test func tsvAndTextSayTheSame() throws {
    let pairs = try workspace.run("pairs", "-t", "0.5", SourceTree.techNews).pairs()
    #expect(pairs.count > 20)
    let tsv = try workspace.run("pairs", "-t", "0.5", "-f", "tsv", SourceTree.techNews)
    #expect(tsv.lines == ["a\tb\tsimilarity"] + pairs.map { "\($0.a)\t\($0.b)\t\($0.similarity)" })
    let text = try workspace.run("pairs", "-t", "0.5", "-f", "text", SourceTree.techNews)
    #expect(text.lines.count == pairs.count)
    for (line, pair) in zip(text.lines, pairs) {
      #expect(line.contains(pair.a) && line.contains(pair.b))
      let shown = try #require(line.split(separator: " ").first.flatMap { Double($0) })
      #expect(shown <= pair.similarity && pair.similarity < shown + 0.001)
    }
  }

  @Test func clustersAndPairsAgree() throws {
    let pairs = try workspace.run("pairs", "-t", "0.5", SourceTree.techNews).pairs()
    var similarity: [Set<String>: Double] = [:]
    for pair in pairs { similarity[[pair.a, pair.b]] = pair.similarity }
    for cluster in try workspace.run("cluster", "-t", "0.5", SourceTree.techNews).clusters() {
      for member in cluster.members.dropFirst() {
        #expect(similarity[[cluster.keep, member.id]] == member.similarity)
      }
    }
  }
}
