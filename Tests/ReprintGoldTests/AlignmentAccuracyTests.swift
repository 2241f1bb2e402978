import Reprint
import ReprintGold
import Testing

/// How well alignments with the shipped weights agree with the gold stories.
///
/// The weights were learned from `fixtures/alignment/stories`, so the figures on these flatter them: they are here to be
/// held, not to be quoted. What an alignment makes of stories that it has not seen `fixtures/alignment/unseen` and
/// `reprint-bench learn-alignment` tell.
/// Floors lie a little below what was measured.
@Suite struct AlignmentAccuracyTests {
  private struct Measured: CustomStringConvertible {
    var score = AlignmentScore()
    var alterations = AlterationScore()
    var negativesLinked = 0

    init(_ stories: [GoldStory]) {
      for story in stories {
        let original = Original(utf8: GoldLayout(story.original).bytes)
        for page in story.derived {
          let alignment = original.align(utf8: GoldLayout(page).bytes)
          score.add(alignment.found, for: page, of: story)
          alterations.add(alignment, for: page)
        }
        let negatives = original.align(utf8: GoldLayout(lines: story.hardNegatives).bytes)
        negativesLinked += negatives.sentences.count { !$0.sources.isEmpty }
      }
    }

    var description: String { "\n\(score)\nhard negatives linked: \(negativesLinked)\n\(alterations)" }
  }

  private static func stories(_ directory: String) throws -> [GoldStory] {
    try GoldStory.read(directory: "\(Fixtures.alignment)/\(directory)")
  }

  @Test func storiesAreAlignedAsWellAsMeasured() throws {
    let measured = Measured(try Self.stories("stories"))
    let score = measured.score
    // All measured 0.985, 0.934, 0.978, 0.978 and 0.008.
    #expect(score.all.precision >= 0.98, "\(measured)")
    #expect(score.all.recall >= 0.925, "\(measured)")
    #expect(score.all.hit >= 0.97, "\(measured)")
    #expect(score.all.kind >= 0.97, "\(measured)")
    #expect(score.all.falsely <= 0.015, "\(measured)")
    let floors: [GoldPage.Kind: Double] = [
      .verbatim: 0.985, .lightEdit: 0.99, .spun: 0.99, .closeParaphrase: 0.975, .heavyParaphrase: 0.815,
      .summary: 0.945,
      .mosaic: 0.9, .independent: 0.92,
    ]
    for (page, floor) in floors { #expect(score[page].f1 >= floor, "\(page): \(measured)") }
    #expect(measured.negativesLinked == 0, "\(measured)")
    // No story but the traps alters facts.
    #expect(measured.alterations.numbers.predicted <= 2, "\(measured)")
    #expect(measured.alterations.negations.predicted <= 2, "\(measured)")
  }

  /// Stories that nothing was learned from or chosen by.
  @Test func unseenStoriesAreAlignedAsWellAsMeasured() throws {
    let measured = Measured(try Self.stories("unseen"))
    let score = measured.score
    // All measured 0.913, 0.971 and 0.010.
    #expect(score.all.f1 >= 0.9, "\(measured)")
    #expect(score.all.kind >= 0.96, "\(measured)")
    #expect(score.all.falsely <= 0.02, "\(measured)")
    let floors: [GoldPage.Kind: Double] = [
      .lightEdit: 0.98, .spun: 0.98, .closeParaphrase: 0.96, .summary: 0.88, .mosaic: 0.72, .heavyParaphrase: 0.68,
      .independent: 0.9,
    ]
    for (page, floor) in floors { #expect(score[page].f1 >= floor, "\(page): \(measured)") }
    #expect(measured.negativesLinked == 0, "\(measured)")
  }

  /// Stories that nothing was learned from or chosen by, most pages retold freely.
  @Test func retoldStoriesAreAlignedAsWellAsMeasured() throws {
    let measured = Measured(try Self.stories("retold"))
    let score = measured.score
    // All measured 0.838, 0.988 and 0.028.
    #expect(score.all.f1 >= 0.825, "\(measured)")
    #expect(score.all.kind >= 0.97, "\(measured)")
    #expect(score.all.falsely <= 0.035, "\(measured)")
    let floors: [GoldPage.Kind: Double] = [
      .spun: 0.98, .closeParaphrase: 0.97, .summary: 0.87, .mosaic: 0.59, .heavyParaphrase: 0.69, .independent: 0.98,
    ]
    for (page, floor) in floors { #expect(score[page].f1 >= floor, "\(page): \(measured)") }
    #expect(measured.negativesLinked == 0, "\(measured)")
  }

  /// A trap: the recall to hold, and how many sentences that are not reused may be linked.
  struct Trap: Sendable, CustomTestStringConvertible {
    let story: String
    let recall: Double
    let falsely: Int
    /// Hard negatives linked.
    let negatives: Int

    var testDescription: String { story }
  }

  /// As measured.
  ///
  /// Results written from one template, Japanese and articles of one kind are known to be linked falsely; paraphrases in
  /// German are missed more often than English ones.
  static let traps = [
    Trap(story: "altered-facts", recall: 0.96, falsely: 0, negatives: 0),
    Trap(story: "german", recall: 0.83, falsely: 0, negatives: 0),
    Trap(story: "japanese", recall: 0.99, falsely: 6, negatives: 2),
    Trap(story: "public-statement", recall: 0.88, falsely: 0, negatives: 0),
    Trap(story: "quarterly-results", recall: 0.85, falsely: 3, negatives: 0),
    Trap(story: "two-articles", recall: 0.99, falsely: 3, negatives: 0),
  ]

  @Test(arguments: traps)
  func trapsCatchNoMoreThanMeasured(trap: Trap) throws {
    let measured = Measured(try Self.stories("traps").filter { $0.id == trap.story })
    let all = measured.score.all
    #expect(all.recall >= trap.recall, "\(measured)")
    #expect(all.linkedFalsely <= trap.falsely, "\(measured)")
    #expect(measured.negativesLinked <= trap.negatives, "\(measured)")
    #expect(all.kind >= 0.95, "\(measured)")
  }

  @Test func alteredFactsAreFound() throws {
    let measured = Measured(try Self.stories("traps").filter { $0.id == "altered-facts" })
    let (numbers, negations) = (measured.alterations.numbers, measured.alterations.negations)
    #expect(numbers.right == 6 && numbers.predicted <= 7, "\(measured)")
    #expect(negations.right == 4 && negations.predicted <= 5, "\(measured)")
  }

  @Test func hardSpunPagesAreAligned() throws {
    let stories = try Self.stories("stories")
    var score = AlignmentScore()
    var words = (right: 0, judged: 0)
    for story in stories {
      let original = Original(utf8: GoldLayout(story.original).bytes)
      for seed in [0, 1] as [UInt64] {
        let spun = HardSpinner(seed: seed).spin(story, among: stories)
        let alignment = original.align(utf8: GoldLayout(spun.page).bytes)
        score.add(alignment.found, for: spun.page, of: story)
        let lexicon = LexiconScore(alignment.lexicon, against: spun.table, leastCount: 3)
        words.right += lexicon.right
        words.judged += lexicon.judged
      }
    }
    #expect(score.all.f1 >= 0.88, "\n\(score)")
    #expect(words.judged >= 250, "\(words)")
    #expect(Double(words.right) >= 0.9 * Double(words.judged), "\(words)")
  }
}
