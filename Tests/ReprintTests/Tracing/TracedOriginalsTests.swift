import ReprintPlatform
import Testing

@testable import Reprint

@Suite struct TracedOriginalsTests {
  @Test func eachIsMadeOfItsArticleWhoeverAsksFirst() {
    var maker = NewsMaker(seed: 61)
    let articles = (0..<40).map { NewsMaker.page("p\($0)", maker.sentences(4)) }
    let originals = TracedOriginals(articles)
    let found = Locked([Int: [String]]())
    Threads.forEach(400, threads: 4) { piece, _ in
      let id = originals[piece % 40].article.id
      found.withLock { $0[piece % 40, default: []].append(id) }
    }
    for (number, ids) in found.value { #expect(ids == Array(repeating: "p\(number)", count: 10)) }
    #expect(found.value.count == 40)
    #expect(originals[7].original.sentences.count == 4)
  }
}
