import Reprint
import ReprintGold
import Testing

/// The traps are what `fixtures/README.md` says they are.
@Suite struct TrapStoryTests {
  private let stories: [String: GoldStory]

  init() throws {
    let all = try GoldStory.read(directory: Fixtures.alignment + "/traps")
    stories = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }

  private func story(_ id: String) throws -> GoldStory { try #require(stories[id]) }

  @Test func storiesSayWhatTheyMean() throws {
    #expect(
      stories.keys.sorted()
        == ["altered-facts", "german", "japanese", "public-statement", "quarterly-results", "two-articles"])
    for story in stories.values {
      let original = story.original.sentences
      for sentence in story.derived.flatMap(\.sentences) {
        if sentence.how == .verbatim { #expect(sentence.from.map { original[$0] } == [sentence.text]) }
        if sentence.how == .edited { #expect(!original.contains(sentence.text), "\(sentence.text)") }
        if sentence.from.isEmpty { #expect(!original.contains(sentence.text), "\(sentence.text)") }
      }
      for negative in story.hardNegatives { #expect(!original.contains(negative)) }
      #expect(story.derived.contains { page in page.sentences.contains { !$0.from.isEmpty } })
    }
  }

  @Test func templatesShareWordsAndNoFacts() throws {
    let pages = try story("quarterly-results").derived
    for page in pages where page.kind == .independent { #expect(page.sentences.allSatisfy { $0.from.isEmpty }) }
    #expect(pages.count { $0.kind == .independent } == 2)
  }

  @Test func onlyQuotationsOfTheStatementAgree() throws {
    let story = try story("public-statement")
    let shared = story.derived[0].sentences.filter { !$0.from.isEmpty }
    #expect(story.derived[0].kind == .independent)
    #expect(shared.map(\.from) == [[5], [4]])
    for sentence in shared {
      let quotation = sentence.text.drop { $0 != "“" }.dropFirst().prefix { $0 != "”" }.dropLast()
      #expect(sentence.how == .quote && story.original.sentences[sentence.from[0]].contains(quotation))
    }
  }

  @Test func sixNumbersAndFourNegationsAreAltered() throws {
    let story = try story("altered-facts")
    let altered = story.derived[0].sentences.compactMap(\.altered)
    #expect(altered.count { $0 == [.number] } == 6)
    #expect(altered.count { $0 == [.negation] } == 4)
    #expect(altered.count == 10)
    #expect(story.derived[1].sentences.allSatisfy { $0.altered == nil })
  }

  @Test func alterationsAreCountedBySentence() throws {
    let page = try story("altered-facts").derived[0]
    let ranges = GoldLayout(page).sentences
    func match(_ sentence: Int, _ facts: Alteration.Fact...) -> SentenceMatch {
      let alterations = facts.map { Alteration(fact: $0, copy: nil, original: nil) }
      return SentenceMatch(
        range: ranges[sentence], words: 1, kind: .edited, score: 1,
        sources: [SourceLink(sentence: 0, range: 0..<1, score: 1, alterations: alterations)])
    }
    // Sentences 1, 2 and 3 alter a number, 4 a negation, 5 nothing.
    let alignment = Alignment(
      original: [],
      sentences: [match(1, .number, .number), match(2, .number, .negation), match(4, .negation), match(5, .number)],
      lexicon: Lexicon(), coverage: 1, share: 1)
    var score = AlterationScore()
    score.add(alignment, for: page)
    #expect([score.numbers.predicted, score.numbers.right, score.numbers.gold] == [3, 2, 6])
    #expect([score.negations.predicted, score.negations.right, score.negations.gold] == [2, 1, 4])
    #expect(
      score.description == """
                                   prec recall   found   gold
        numbers                   0.667  0.333       3      6
        negations                 0.500  0.250       2      4
        """)
  }
}
