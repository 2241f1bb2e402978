import Reprint
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct UnseenDocumentsTests {
  /// Against comparing each document with the index and with all that were let through before it.
  @Test(arguments: [101, 102] as [UInt64])
  func theFirstOfEachKindIsLetThrough(seed: UInt64) throws {
    let directory = TemporaryDirectory()
    var articles = IndexArticles(seed: seed)
    articles.grow(200)
    let all = articles.all
    try DocumentIndex.add(Array(all[..<60]), to: directory["index"])
    var lines = JSONLine()
    for article in all[60...] {
      lines.open()
      lines.member("id", article.id)
      lines.member("text", String(decoding: article.text, as: UTF8.self))
      lines.close()
    }
    let index = try DocumentIndex(directory["index"])
    let options = DocumentIndex.readOptions(index.options, from: SketchedDump.ReadOptions())
    let dump = try SketchedDump.read([directory.write(lines.bytes, to: "dump.jsonl")], options: options)
    let found = UnseenDocuments(of: dump, answers: try index.answers(for: dump, threads: 2), index.options)

    let seen = NearestOracle(Array(all[..<60]))
    var written: [TracedArticle] = []
    var expected: [Int] = []
    for (document, article) in all[60...].enumerated() {
      let text = String(decoding: article.text, as: UTF8.self)
      if seen.nearest(to: text) != nil || NearestOracle(written).nearest(to: text) != nil { continue }
      written.append(article)
      expected.append(document)
    }
    // Bands miss one pair in a hundred at the threshold.
    #expect(Set(found.unseen).symmetricDifference(expected).count <= 3)
    #expect(Set(found.unseen).isDisjoint(with: found.removals.map(\.document)))
    #expect(found.unseen.count + found.removals.count == 140 && found.unseen == found.unseen.sorted())
    for removal in found.removals {
      let text = String(decoding: all[60 + removal.document].text, as: UTF8.self)
      let kept = NearestOracle(all.filter { $0.id == removal.kept }).similarity(text, to: removal.kept)
      #expect(kept == removal.similarity && kept >= 0.8)
    }
  }
}
