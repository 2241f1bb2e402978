import Reprint
import ReprintTestSupport
import Testing

@Suite struct OriginalTests {
  static let story = """
    The harbour authority closed the northern quay on Tuesday after divers found cracks in its foundations. \
    Engineers expect the repairs to take eleven weeks and to cost $4.6 million. \
    “We had no choice but to close it before the winter storms,” said Ada Quillfeather, who runs the port.

    Ferries to the islands leave from the fish market until the quay opens again. \
    Tickets that were bought earlier stay valid, and dogs still travel free. \
    The quay, built in 1911, was not inspected after the collision with a freighter last spring.
    """

  private let original = Original(story)

  private func text(_ string: String, _ range: Range<Int>) -> String {
    String(decoding: Array(string.utf8)[range], as: UTF8.self)
  }

  /// The only sentence of a copy.
  private func match(_ copy: String, _ comment: Comment? = nil) throws -> SentenceMatch {
    let sentences = original.align(copy).sentences
    try #require(sentences.count == 1, comment)
    return sentences[0]
  }

  // MARK: Kinds

  @Test func sentencesOfTheOriginalAreNumbered() {
    #expect(original.sentences.count == 6)
    #expect(text(Self.story, original.sentences[4].bytes).hasPrefix("Tickets that were bought"))
    #expect(original.sentences[4].words == 12)
  }

  @Test func aTextIsAVerbatimCopyOfItself() {
    let alignment = original.align(Self.story)
    #expect(alignment.sentences.map(\.kind) == Array(repeating: .verbatim, count: 6))
    #expect(alignment.sentences.map { $0.sources.first?.sentence } == [0, 1, 2, 3, 4, 5])
    #expect(alignment.sentences.allSatisfy { $0.score > 0.9 })
    #expect(alignment.coverage == 1 && alignment.share == 1)
    #expect(alignment.lexicon.isEmpty)
    #expect(alignment.original == original.sentences)
  }

  @Test func fewChangesMakeAnEditedSentence() throws {
    let sentence = try match(
      "The port authority closed the northern quay on Tuesday after divers discovered cracks in its foundations.")
    #expect(sentence.kind == .edited)
    #expect(sentence.sources.map(\.sentence) == [0])
    #expect(sentence.sources[0].alterations.isEmpty)
  }

  @Test func otherWordsMakeAParaphrase() throws {
    let sentence = try match(
      "Cracks in the foundations, discovered by divers, led the harbour authority to shut its northern quay.")
    #expect(sentence.kind == .paraphrase)
    #expect(sentence.sources.map(\.sentence) == [0])
  }

  @Test func somebodysWordsAreAQuotation() throws {
    let sentence = try match(
      "Ada Quillfeather told our reporter: “We had no choice but to close it before the winter storms.”")
    #expect(sentence.kind == .quote)
    #expect(sentence.sources.map(\.sentence) == [2])
  }

  @Test func otherNewsIsNew() throws {
    for copy in [
      "A beekeepers’ club in the valley counts more hives this spring than ever before.",
      "The council raised the tax on second homes by a quarter, and nobody voted against it.",
    ] {
      let sentence = try match(copy)
      #expect(sentence.kind == .new)
      #expect(sentence.sources.isEmpty)
      #expect(sentence.score < 0.5)
    }
  }

  @Test func pagesHaveFurniture() {
    let page = "Home » News » Local\nSubscribe to our newsletter\n\(Self.story)\nShare this\n© Harbour Herald"
    let alignment = original.align(page)
    #expect(
      alignment.sentences.map(\.kind)
        == [.furniture, .furniture] + Array(repeating: .verbatim, count: 6) + [.furniture, .furniture])
    #expect(alignment.share == 1 && alignment.coverage == 1)
  }

  /// A text of sentences with words from a small vocabulary, and the same with every word replaced by one of its own.
  private func spun() -> (original: String, copy: String) {
    var random = SeededGenerator(seed: 4)
    let common = ["the", "of", "to", "and", "a", "in", "that", "was", "for", "with"]
    let rare = (0..<120).map { number in
      let start = random.pick(["bra", "clo", "dri"]) + random.pick(["man", "tel", "vos"])
      return start + ["al", "el", "il", "ol", "ul", "ar", "er", "ir", "or", "ur"][number % 10]
        + ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"][number / 10]
    }
    func spin(_ word: String) -> String { "q" + String(word.reversed()) + "x" }
    let lines = (0..<24).map { number in
      (0..<14).map { $0.isMultiple(of: 2) ? random.pick(common) : random.pick(rare) }
        + ["\(number * 37 + 100)"]
    }
    func page(_ word: (String) -> String) -> String {
      lines.map { line in
        let words = line.dropLast().enumerated().map { word($0.element) + ($0.offset == 6 ? "," : "") }
        let text = words.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst() + " \(line[14])."
      }.joined(separator: " ")
    }
    return (page { $0 }, page(spin))
  }

  @Test func aSpunPageIsReadWithItsLexicon() {
    let (text, copy) = spun()
    let alignment = Original(text).align(copy)
    #expect(alignment.sentences.count == 24)
    let right = alignment.sentences.indices.count { alignment.sentences[$0].sources.first?.sentence == $0 }
    #expect(right >= 22, "\(right)")
    #expect(alignment.sentences.count { $0.kind == .spun } >= 22)
    let often = alignment.lexicon.entries.filter { $0.count >= 3 }
    #expect(often.count >= 10)
    let wrong = often.filter { $0.copy != "q" + String($0.original.reversed()) + "x" }
    #expect(wrong.count * 10 <= often.count, "\(wrong)")
    #expect(alignment.lexicon.entries == alignment.lexicon.entries.sorted())
  }

  @Test func nothingIsLearnedUnlessAskedFor() {
    let (text, copy) = spun()
    var options = AlignmentOptions()
    options.learnsLexicon = false
    let alone = Original(text).align(copy, options)
    #expect(alone.lexicon.isEmpty)
    options.lexicon = Original(text).align(copy).lexicon
    let helped = Original(text).align(copy, options)
    #expect(helped.sentences.count { $0.kind == .spun } >= 20)
  }

  // MARK: Facts

  @Test func anotherNumberIsPointedOut() throws {
    let copy = "Engineers expect the repairs to take eleven weeks and to cost $6.4 million."
    let source = try #require(match(copy).sources.first)
    let alteration = try #require(source.alterations.count == 1 ? source.alterations.first : nil)
    #expect(alteration.fact == .number)
    #expect(try text(copy, #require(alteration.copy)).contains("6.4"))
    #expect(try text(Self.story, #require(alteration.original)).contains("4.6"))
  }

  @Test func theSameNumberWrittenOtherwiseIsNone() throws {
    let source = try #require(
      match("Engineers expect the repairs to take 11 weeks and to cost $4.6m.").sources.first)
    #expect(source.alterations.isEmpty, "\(source.alterations)")
  }

  @Test func aNotThatIsGoneIsPointedOut() throws {
    let source = try #require(
      match("The quay, built in 1911, was inspected after the collision with a freighter last spring.").sources.first)
    #expect(source.alterations.map(\.fact) == [.negation])
    #expect(source.alterations[0].copy == nil)
    #expect(try text(Self.story, #require(source.alterations[0].original)) == "not")
  }

  // MARK: Order and ranges

  @Test func sentencesComeInTheCopysOrderAndSourcesByScore() {
    let page = """
      Tickets that were bought earlier stay valid, and dogs still travel free. \
      Divers found cracks in the northern quay’s foundations, and repairs will take eleven weeks and cost $4.6 million.
      The harbour authority closed the northern quay on Tuesday after divers found cracks in its foundations.
      """
    let alignment = original.align(page)
    #expect(alignment.sentences.count == 3)
    #expect(alignment.sentences.map(\.range.lowerBound) == alignment.sentences.map(\.range.lowerBound).sorted())
    #expect(alignment.sentences[0].sources.map(\.sentence) == [4])
    #expect(Set(alignment.sentences[1].sources.map(\.sentence)) == [0, 1])
    #expect(alignment.sentences[2].sources.map(\.sentence) == [0])
    for sentence in alignment.sentences {
      let scores = sentence.sources.map(\.score)
      #expect(scores == scores.sorted(by: >))
      #expect(sentence.score == scores.first)
    }
  }

  @Test func rangesLieWithinTheTexts() {
    var options = AlignmentOptions()
    options.evidence = true
    let pages = [
      Self.story, spun().copy, "Ünïcode — “quay” 火曜日。 The northern quay, closed on Tuesday, has cracks.\r\n\r\n\tEnd",
      "\u{FEFF}\(Self.story)\0",
    ]
    for page in pages {
      let alignment = original.align(page, options)
      var end = 0
      for sentence in alignment.sentences {
        #expect(sentence.range.lowerBound >= end && sentence.range.upperBound <= page.utf8.count)
        end = sentence.range.upperBound
        #expect(sentence.kind.isReuse == !sentence.sources.isEmpty)
        for source in sentence.sources {
          #expect(source.range == original.sentences[source.sentence].bytes)
          for word in source.words {
            #expect(sentence.range.contains(word.copy.lowerBound) && word.copy.upperBound <= sentence.range.upperBound)
            #expect(
              source.range.contains(word.original.lowerBound) && word.original.upperBound <= source.range.upperBound)
          }
        }
      }
      #expect((0...1).contains(alignment.share) && (0...1).contains(alignment.coverage))
    }
  }

  @Test func wordsAreNamedOnlyIfAskedFor() throws {
    let copy = "The port authority closed the northern quays on Tuesday after divers found cracks in its foundations."
    #expect(original.align(copy).sentences[0].sources[0].words.isEmpty)
    var options = AlignmentOptions()
    options.evidence = true
    let words = try #require(original.align(copy, options).sentences.first?.sources.first?.words)
    #expect(words.count { $0.relation == .same } >= 13)
    let stems = words.filter { $0.relation == .stem }.map { text(copy, $0.copy) + "=" + text(Self.story, $0.original) }
    #expect(stems == ["quays=quay"])
  }

  // MARK: Several copies

  /// The parts of alignments that can be compared.
  private func summary(_ alignments: [Alignment]) -> [[String]] {
    alignments.map { alignment in
      alignment.sentences.map { "\($0.range) \($0.kind) \($0.score) \($0.sources.map(\.sentence))" }
    }
  }

  @Test(arguments: [1, 2, 7])
  func severalCopiesAreAlignedLikeEach(threads: Int) {
    let pages = [
      Self.story, "", "Dogs still travel free, and earlier tickets stay valid.",
      "A beekeepers’ club in the valley counts more hives this spring than ever before.",
      "The quay, built in 1911, was inspected after the collision with a freighter last spring.",
    ]
    let together = original.align(utf8: pages.map { Array($0.utf8) }, threads: threads)
    #expect(summary(together) == summary(pages.map { original.align($0) }))
    #expect(together.allSatisfy { $0.lexicon.isEmpty })
    #expect(original.align(utf8: [[UInt8]](), threads: threads).isEmpty)
  }

  @Test func threadsMakeNoDifferenceToWhatPagesTeachEachOther() {
    let (text, copy) = spun()
    let half = copy.components(separatedBy: ". ").prefix(8).joined(separator: ". ") + "."
    let pages = [copy, half, text].map { Array($0.utf8) }
    let one = Original(text).align(utf8: pages, threads: 1)
    for threads in [2, 7] {
      let many = Original(text).align(utf8: pages, threads: threads)
      #expect(summary(many) == summary(one))
      #expect(many.map(\.lexicon) == one.map(\.lexicon))
    }
    #expect(one[1].sentences.count { $0.kind == .spun } >= 7)
  }

  // MARK: Little text

  @Test(arguments: ["", " \n\t", "\u{FEFF}", "—", "…\n\n…", "word", "Word.", "1"])
  func littleTextHasNoLinks(text: String) {
    for alignment in [Original(text).align(Self.story), original.align(text), Original(text).align(text)] {
      #expect(alignment.sentences.allSatisfy { $0.sources.isEmpty })
      #expect(alignment.coverage == 0 && alignment.share == 0)
      #expect(alignment.lexicon.isEmpty)
    }
    #expect(Original(text).sentences.allSatisfy { $0.words <= 1 })
  }

  @Test func bytesThatAreNoTextSeparateWords() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<20 {
      let bytes = (0..<2000).map { _ in
        random.chance(0.3) ? UInt8(ascii: " ") : UInt8.random(in: 0...255, using: &random)
      }
      let alignment = Original(utf8: bytes).align(utf8: bytes)
      #expect(alignment.sentences.allSatisfy { $0.range.upperBound <= bytes.count })
      _ = original.align(utf8: bytes)
    }
  }
}
