import ReprintGold
import ReprintTestSupport
import Testing

@Suite struct ParallelTextTests {
  private let directory = TemporaryDirectory()

  /// Chapters 1 to 30 of as many verses; `new` lacks chapter 16, and verse 3 of all.
  private func text() throws -> ParallelText {
    var lines: [String] = []
    for chapter in 1...30 {
      let numbers = Array(1...chapter)
      let old = numbers.map { "[\($0), \"Old \(chapter):\($0).\"]" }.joined(separator: ", ")
      lines.append("{\"version\": \"old\", \"chapter\": \(chapter), \"verses\": [\(old)]}")
      if chapter == 16 { continue }
      let new = numbers.filter { $0 != 3 }.map { "[\($0), \"New \(chapter):\($0).\"]" }.joined(separator: ", ")
      lines.append("{\"version\": \"new\", \"chapter\": \(chapter), \"verses\": [\(new)]}")
    }
    return try ParallelText(path: directory.write(lines.joined(separator: "\n") + "\n", to: "verses.jsonl"))
  }

  @Test func chaptersAreThoseThatAllVersionsHave() throws {
    let text = try text()
    #expect(text.versions == ["new", "old"])
    let all = text.chapters(99, inAllOf: ["old", "new"], verses: 15...20)
    #expect(all.sorted() == [15, 17, 18, 19, 20])
    #expect(text.chapters(3, inAllOf: ["old", "new"], verses: 15...20) == Array(all.prefix(3)))
    #expect(text.chapters(99, inAllOf: ["old", "new"], verses: 1...30, seed: 2) != Array(1...30))
    #expect(text.chapters(inAllOf: ["old", "none"]) == [])
  }

  @Test func everyFifthVerseIsMissingFromTheOriginal() throws {
    let page = try #require(try text().page(7, of: "new", from: "old", order: .inOrder))
    #expect(page.name == "new in order")
    #expect(
      String(decoding: page.original.bytes, as: UTF8.self)
        == "Old 7:1.\nOld 7:2.\nOld 7:3.\nOld 7:4.\nOld 7:6.\nOld 7:7.\n")
    #expect(
      String(decoding: page.copy.bytes, as: UTF8.self)
        == "New 7:1.\nNew 7:2.\nNew 7:4.\nNew 7:5.\nNew 7:6.\nNew 7:7.\n")
    #expect(page.sources == [0, 1, 3, nil, 4, 5])
    #expect(try text().page(16, of: "new", from: "old", order: .inOrder) == nil)
  }

  @Test func shuffledVersesKeepTheirSources() throws {
    let text = try text()
    let page = try #require(text.page(30, of: "new", from: "old", order: .shuffled))
    #expect(page == text.page(30, of: "new", from: "old", order: .shuffled))
    let inOrder = try #require(text.page(30, of: "new", from: "old", order: .inOrder))
    #expect(page.sources != inOrder.sources)
    #expect(page.sources.compactMap { $0 }.sorted() == inOrder.sources.compactMap { $0 })
    for (range, source) in zip(page.copy.sentences, page.sources) {
      let verse = String(decoding: page.copy.bytes[range].dropFirst(3), as: UTF8.self)
      if let source {
        #expect(
          String(decoding: page.original.bytes[page.original.sentences[source]].dropFirst(3), as: UTF8.self) == verse)
      } else {
        #expect(verse.hasSuffix("5.") || verse.hasSuffix("0."))
      }
    }
  }

  @Test func versesAreScoredAsLinks() throws {
    let page = try #require(try text().page(7, of: "new", from: "old", order: .inOrder))
    var score = AlignmentScore()
    // All found but one, and one where there is nothing.
    let found = zip(page.copy.sentences, [0, 1, 3, 4, 4, nil]).map { range, source in
      FoundSentence(range: range, kind: "edited", sources: source.map { [page.original.sentences[$0]] } ?? [])
    }
    score.add(found, for: page)
    #expect([score.all.predicted, score.all.right, score.all.gold] == [5, 4, 5])
    #expect([score.all.reused, score.all.notReused, score.all.linkedFalsely] == [5, 1, 1])
    #expect(score["page new in order"] == score.all)
  }

  @Test func errorsNameTheLine() {
    let path = directory.write("{\"version\": \"a\", \"chapter\": 1, \"verses\": [[1]]}\n", to: "bad.jsonl")
    #expect {
      try ParallelText(path: path)
    } throws: {
      "\($0)".hasPrefix("\(path):1: verses[0][1]: ")
    }
    #expect(throws: GoldError.unreadable(path: "/nowhere")) { try ParallelText(path: "/nowhere") }
  }
}
