import Foundation
import Reprint
import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct DocumentIndexTests {
  private let directory = TemporaryDirectory()

  /// Adds articles in so many adds, and returns the index.
  @discardableResult
  private func build(
    _ name: String, _ articles: [TracedArticle], adds: Int, _ options: IndexOptions = IndexOptions()
  ) throws -> DocumentIndex {
    for add in 0..<adds {
      let part = articles[articles.count * add / adds..<articles.count * (add + 1) / adds]
      let addition = try DocumentIndex.add(Array(part), to: directory[name], options: options)
      #expect(addition == DocumentIndex.Addition(added: part.count))
    }
    return try DocumentIndex(directory[name])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func theMostSimilarIsFound(seed: UInt64) throws {
    var articles = IndexArticles(seed: seed)
    articles.grow(300)
    let index = try build("index", articles.all, adds: 3)
    let oracle = NearestOracle(articles.all)
    var missed = 0
    let questions = articles.questions(300)
    for text in questions {
      let found = try index.match(text)
      let expected = oracle.nearest(to: text)
      if let found {
        #expect(found.similarity == oracle.similarity(text, to: found.id) && !found.isEstimated)
      }
      // Bands miss one pair in a hundred at the threshold.
      if found?.id != expected?.id {
        missed += 1
        #expect((found?.similarity ?? 0) < expected?.similarity ?? 0)
      }
    }
    #expect(missed <= 6)
    #expect(try questions.contains { try index.match($0) == nil })
  }

  @Test func whoLostTheLockChangesNothing() throws {
    var articles = IndexArticles(seed: 5)
    articles.grow(20)
    let path = directory["index"]
    try DocumentIndex.add(Array(articles.all[..<8]), to: path)
    let writer = try IndexWriter(path, creating: nil) { false }
    #expect(throws: DumpError.self) { try DocumentIndex.add(Array(articles.all[8...]), to: path, waits: false) }
    unlink(path + "/lock")
    try DocumentIndex.add(Array(articles.all[8..<12]), to: path, waits: false)
    let late = NewDocuments(Array(articles.all[12...]), IndexOptions())
    #expect(throws: DumpError.self) { try writer.add(late, 0..<8) }
    let index = try DocumentIndex(path)
    #expect(index.count == 12)
    #expect(try index.match(utf8: articles.all[8].text) != nil)
  }

  @Test(arguments: [true, false])
  func manyAddsAnswerAsOne(keepsTexts: Bool) throws {
    var articles = IndexArticles(seed: 12)
    articles.grow(400)
    articles.growTemplate(60)
    articles.grow(40)
    var options = IndexOptions()
    options.keepsTexts = keepsTexts
    let one = try build("one", articles.all, adds: 1, options)
    let many = try build("many", articles.all, adds: 30, options)
    #expect(one.statistics.segments == 1 && (2...15).contains(many.statistics.segments))
    #expect(one.count == many.count && one.count == articles.all.count)
    // A small bound, so that buckets are crowded.
    let search = NearestSearch(options.bandPlan, mostInBucket: 2, mostCompared: 1)
    let questions = articles.questions(300)
    func expectSame(_ a: DocumentIndex, _ b: DocumentIndex) throws {
      for text in questions {
        #expect(try a.match(text) == b.match(text))
        #expect(try match(text, in: a, search) == match(text, in: b, search))
      }
    }
    try expectSame(one, many)
    let isCrowded = try questions.contains { try match($0, in: one, search) != one.match($0) }
    #expect(isCrowded || !keepsTexts)

    // The same after removals, with more adds and the merges that these bring.
    let gone = articles.all.filter { _ in articles.generator.chance(0.3) }.map(\.id)
    #expect(try DocumentIndex.remove(gone, from: directory["one"]) == gone.count)
    for part in 0..<3 {
      try DocumentIndex.remove(
        gone.enumerated().filter { $0.offset % 3 == part }.map(\.element), from: directory["many"])
    }
    let before = articles.all.count
    articles.grow(60)
    let more = Array(articles.all[before...])
    try build("one", more, adds: 1, options)
    try build("many", more, adds: 15, options)
    let (second, third) = (try DocumentIndex(directory["one"]), try DocumentIndex(directory["many"]))
    #expect(second.count == before - gone.count + 60 && third.count == second.count)
    try expectSame(second, third)
    for name in ["one", "many"] { #expect(try IndexCheck(directory[name]).problems == []) }
  }

  private func match(
    _ text: String, in index: DocumentIndex, _ search: NearestSearch
  ) throws -> DocumentIndex.Match? {
    let new = NewDocuments([TracedArticle(id: "", text: text)], index.options)
    var searcher = IndexSearcher(index.snapshot, search)
    let answer = try searcher.answer(
      sketch: new.table.row(0), words: new.table.wordCounts[0], fingerprint: new.table.fingerprints[0]
    ) { sketcher in
      Array(text.utf8).withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
      return sketcher.shingleWords()
    }
    return try answer.map { try index.match($0) }
  }

  @Test func theSameAgainIsNotAdded() throws {
    var articles = IndexArticles(seed: 5)
    articles.grow(40)
    try build("index", articles.all, adds: 2)
    let size = try DocumentIndex(directory["index"]).statistics
    let again = try DocumentIndex.add(articles.all, to: directory["index"])
    #expect(again == DocumentIndex.Addition(added: 0, known: 40))
    #expect(try DocumentIndex(directory["index"]).statistics == size)
    // Twice in one add, and under another id.
    var other = articles.all[1]
    other.id = "other"
    let twice = try DocumentIndex.add([other, other], to: directory["index"])
    #expect(twice == DocumentIndex.Addition(added: 1, known: 1))
  }

  @Test func anotherTextUnderAnIDIsAnotherVersion() throws {
    let first = "The ferry to Ostrava runs again from Monday, said the port on Friday in a brief note."
    let second = "A bridge will replace it by next spring, if the council finds the money for the work."
    for text in [first, second, first] {
      try DocumentIndex.add([TracedArticle(id: "page", text: text)], to: directory["index"])
    }
    var index = try DocumentIndex(directory["index"])
    #expect(index.count == 2)
    for text in [first, second] { #expect(try index.match(text)?.id == "page") }
    #expect(try DocumentIndex.remove(["page"], from: directory["index"]) == 2)
    index = try DocumentIndex(directory["index"])
    #expect(try index.count == 0 && index.match(first) == nil)
    #expect(try DocumentIndex.remove(["page"], from: directory["index"]) == 0)
    try DocumentIndex.add([TracedArticle(id: "page", text: first)], to: directory["index"])
    #expect(try DocumentIndex(directory["index"]).match(first)?.similarity == 1)
  }

  @Test func whatIsOpenStaysAsItWas() throws {
    var articles = IndexArticles(seed: 9)
    articles.grow(60)
    let index = try build("index", articles.all, adds: 8)
    let questions = articles.questions(40)
    let before = try questions.map { try index.match($0) }
    try DocumentIndex.remove(articles.all.map(\.id), from: directory["index"])
    articles.grow(20)
    try build("index", Array(articles.all[60...]), adds: 10)
    // All files that were open are gone by now.
    #expect(try questions.map { try index.match($0) } == before)
    #expect(index.count == 60)
    #expect(try DocumentIndex(directory["index"]).count == 20)
  }

  @Test func textsOfAllKindsAreKeptAsTheyWere() throws {
    let texts: [[UInt8]] = [
      Array("a\u{0}b \u{FEFF}c \r\n d".utf8), [0xFF, 0xFE, 0x41], Array(repeating: 0x61, count: 100_000), [],
      Array("日本語のテキスト、とても短い".utf8), Array(String(repeating: "word ", count: 20_000).utf8), [0xF0, 0x9F, 0x98],
    ]
    try DocumentIndex.add(
      texts.enumerated().map { TracedArticle(id: "\($0.offset)", text: $0.element) }, to: directory["index"])
    let index = try DocumentIndex(directory["index"])
    #expect(try IndexCheck(directory["index"]).problems == [])
    let segment = index.snapshot.segments[0]
    for (row, text) in texts.enumerated() {
      let article = try segment.article(segment.document(row))
      #expect(article.text == text && article.id == "\(row)")
    }
  }

  @Test func otherOptionsAreRefused() throws {
    try DocumentIndex.add([TracedArticle(id: "first", text: "b")], to: directory["index"])
    var options = IndexOptions()
    options.threshold = 0.7
    #expect(throws: DumpError.self) {
      try DocumentIndex.add([TracedArticle(id: "a", text: "b")], to: directory["index"], options: options)
    }
    #expect(try DocumentIndex(directory["index"]).count == 1)
  }

  @Test func optionsThatMakeNoSenseMakeNoIndex() {
    for (slots, words, threshold) in [(100, 5, 0.8), (128, 0, 0.8), (128, 5, 0.0), (128, 5, 1.5), (64, 5, 0.02)] {
      var options = IndexOptions()
      (options.slots, options.shingleWords, options.threshold) = (slots, words, threshold)
      #expect(throws: DumpError.self, "\(slots), \(words), \(threshold)") {
        try DocumentIndex.add([TracedArticle(id: "a", text: "b")], to: directory["new"], options: options)
      }
      #expect(!FileManager.default.fileExists(atPath: directory["new"]))
    }
  }

  @Test func readersGoOnBesideAWriter() throws {
    var articles = IndexArticles(seed: 3)
    articles.grow(120)
    let all = articles.all
    let path = directory["index"]
    try DocumentIndex.add(Array(all[..<20]), to: path)
    let failure = Locked<String?>(nil)
    let isDone = Locked(false)
    let writer = Threads.start {
      do {
        for start in 20..<all.count {
          try DocumentIndex.add([all[start]], to: path)
          if start % 10 == 0 { try DocumentIndex.remove([all[start].id], from: path) }
        }
      } catch {
        failure.withLock { $0 = "\(error)" }
      }
      isDone.withLock { $0 = true }
    }
    var opened = 0
    while !isDone.value {
      let index = try DocumentIndex(path)
      for article in all[..<20] where !article.text.isEmpty {
        #expect(try index.match(utf8: article.text)?.similarity == 1)
      }
      opened += 1
    }
    Threads.join(writer)
    #expect(failure.value == nil)
    #expect(opened > 0)
  }
}
