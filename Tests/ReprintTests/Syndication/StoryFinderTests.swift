import ReprintTestSupport
import Testing

@testable import Reprint

/// Stories among made-up documents, of which it is known what they have from whom.
@Suite struct StoryFinderTests {
  /// A document is its sentences, by number.
  ///
  /// The same number is the same sentence; documents come in order of time.
  private typealias Documents = [[Int]]

  private static let wordsOfSentence = 20

  /// What the later of two documents has of the earlier.
  private static func arc(_ documents: Documents, from source: Int, to page: Int) -> ReuseArc? {
    let links = documents[page].enumerated().compactMap { place, sentence in
      documents[source].firstIndex(of: sentence).map {
        ReuseArc.Link(page: Int32(place), source: Int32($0), words: Int32(wordsOfSentence))
      }
    }
    guard links.count > 1 else { return nil }
    func part(_ all: Int) -> Verdict.Part {
      Verdict.Part(words: Double(links.count) / Double(all), sentences: Double(links.count) / Double(all))
    }
    let (coverage, share) = (part(documents[source].count), part(documents[page].count))
    let words = links.count * wordsOfSentence
    return ReuseArc(
      source: source, page: page,
      verdict: Verdict(
        isReuse: true, confidence: 0.9, kind: .verbatim, coverage: coverage, coverageWithoutQuotes: coverage,
        share: share, shareWithoutQuotes: share, matchedWords: words, longestRun: wordsOfSentence,
        longestRunRange: 0..<1, sentences: links.count, wordsByKind: [.verbatim: words], evidence: ReuseEvidence()),
      attribution: Attribution([]),
      direction: Direction(verdict: .fromOriginal, reason: .published, lag: 3600), links: links,
      sourceSentences: documents[source].count)
  }

  private static func trees(_ documents: Documents) -> [StoryFinder.Tree] {
    let facts = documents.indices.map { number in
      var article = TracedArticle(id: "\(number)", text: "")
      article.published = PublicationTime(seconds: 1_750_000_000 + 3600 * Double(number), text: "")
      return DocumentFacts(article)
    }
    let arcs = documents.indices.flatMap { page in (0..<page).compactMap { arc(documents, from: $0, to: page) } }
    var finder = StoryFinder(arcs, facts: facts)
    return finder.trees()
  }

  private static func random(_ generator: inout SeededGenerator) -> Documents {
    var next = 0
    func fresh(_ count: Int) -> [Int] {
      next += count
      return Array(next - count..<next)
    }
    var documents = (0..<generator.number(1...3)).map { _ in fresh(generator.number(6...14)) }
    for _ in 0..<generator.number(1...7) {
      var page: [Int] = []
      for _ in 0..<generator.number(1...2) {
        let source = generator.pick(documents)
        let count = generator.number(2...source.count)
        let start = generator.number(0...source.count - count)
        page += source[start..<start + count].filter { !page.contains($0) }
      }
      if generator.chance(0.4) { page += fresh(generator.number(1...8)) }
      documents.append(page)
    }
    return documents
  }

  @Test(arguments: 0..<12) func everyPageOfAStoryHasTheTextOfItsRoot(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<60 {
      let documents = Self.random(&generator)
      let trees = Self.trees(documents)
      for tree in trees {
        let root = tree.documents[0]
        #expect(tree.parents[0] == nil && tree.documents.count > 1)
        #expect(Set(tree.documents).count == tree.documents.count, "seed \(seed)")
        for (place, (document, parent)) in zip(tree.documents, tree.parents).enumerated().dropFirst() {
          guard let parent else {
            Issue.record("seed \(seed): a second root")
            continue
          }
          #expect(tree.documents[..<place].contains(parent), "seed \(seed): behind the one it took from")
          // Along verbatim copies, what comes from the root is what the root has.
          let taken = documents[document].filter { documents[parent].contains($0) }
          let own = documents[document].filter { documents[root].contains($0) }
          #expect(!taken.isEmpty && !own.isEmpty && 4 * own.count >= taken.count, "seed \(seed): \(documents)")
        }
      }
    }
  }

  @Test(arguments: 0..<12) func everyPageThatTookMuchIsInAStory(seed: Int) {
    var generator = SeededGenerator(seed: 1000 + UInt64(seed))
    for _ in 0..<60 {
      let documents = Self.random(&generator)
      let found = Set(Self.trees(documents).flatMap(\.documents))
      for page in documents.indices {
        let took = (0..<page).contains { Self.arc(documents, from: $0, to: page) != nil }
        if took { #expect(found.contains(page), "seed \(seed): \(page) of \(documents)") }
      }
    }
  }

  @Test func storiesComeInTheOrderOfTheirRoots() {
    let found = Self.trees([
      Array(0..<10), Array(20..<30), Array(20..<28), Array(0..<7), Array(0..<5) + Array(20..<25),
    ])
    #expect(found.map(\.documents) == [[0, 3, 4], [1, 2, 4]])
    #expect(found.map { $0.parents[1...].allSatisfy { $0 != nil } } == [true, true])
  }

  @Test func anOriginalHasOneStory() {
    // The mix took what it has of the second story from a copy, whose original it may not resemble.
    let found = Self.trees([
      Array(0..<12), Array(20..<30), Array(22..<30), Array(0..<8) + Array(24..<30), Array(20..<26),
    ])
    #expect(found.map { Set($0.documents) } == [[0, 3], [1, 2, 3, 4]])
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let roots = Self.trees(Self.random(&generator)).map { $0.documents[0] }
      #expect(Set(roots).count == roots.count, "seed \(seed)")
    }
  }

  @Test func whatHangsOnACopyByOtherTextIsAnotherStory() {
    // 1 has five sentences of 0 and ten of its own, which 2 takes.
    let found = Self.trees([Array(0..<10), Array(0..<5) + Array(50..<60), Array(50..<60)])
    #expect(found.map(\.documents) == [[0, 1], [1, 2]])
  }

  @Test func nothingComesOfNothing() {
    #expect(Self.trees([]).isEmpty)
    #expect(Self.trees([[1, 2, 3], [4, 5, 6], [7]]).isEmpty)
  }
}
