import ReprintGold
import Testing

@Suite struct AlignmentScoreTests {
  /// An original of four sentences: `AAAA. BBBB. CCCC.`, then `DDDD.` in a paragraph of its own.
  private func story(_ sentences: GoldSentence...) -> GoldStory {
    GoldStory(
      id: "t",
      original: GoldOriginal(
        outlet: "", url: "", published: "", title: "", sentences: ["AAAA.", "BBBB.", "CCCC.", "DDDD."]),
      derived: [GoldPage(id: "t-d1", kind: .lightEdit, outlet: "", url: "", published: "", sentences: sentences)],
      hardNegatives: [])
  }

  private let sources = [0..<5, 6..<11, 12..<17, 19..<24]

  private func found(_ range: Range<Int>, _ kind: String?, _ sources: Range<Int>...) -> FoundSentence {
    FoundSentence(range: range, kind: kind, sources: sources)
  }

  @Test func figuresAreThoseWorkedOutByHand() {
    // Laid out: 0..<5, 6..<11, 12..<17, and 19..<24 behind an empty line.
    let story = story(
      GoldSentence(text: "aaaa.", from: [0], how: .verbatim), GoldSentence(text: "bbcc.", from: [1, 2], how: .edited),
      GoldSentence(text: "nnnn.", from: [], how: .none), GoldSentence(text: "dddd.", from: [3], how: .paraphrase))
    var score = AlignmentScore()
    score.add(
      [
        found(0..<5, "verbatim", sources[0]),  // right
        found(6..<11, "spun", sources[1], sources[3]),  // one right, one wrong, the kind wrong
        found(12..<17, "edited", sources[2]),  // a false link
        found(19..<24, "new"),  // a miss
      ], for: story.derived[0], of: story)
    let all = score.all
    #expect([all.predicted, all.right, all.gold] == [4, 2, 4])
    #expect([all.reused, all.hits, all.rightKinds] == [3, 2, 1])
    #expect([all.notReused, all.linkedFalsely] == [1, 1])
    #expect([all.precision, all.recall, all.f1] == [0.5, 0.5, 0.5])
    #expect([all.hit, all.falsely, all.kind] == [2.0 / 3, 1, 0.5])
    #expect(score[.lightEdit] == all)
    #expect(score[GoldSentence.Origin.edited].predicted == 2)
    #expect(score[GoldSentence.Origin.edited].recall == 0.5)
    #expect(score[GoldSentence.Origin.paraphrase].recall == 0)
    #expect(score[GoldSentence.Origin.paraphrase].precision.isNaN)
    #expect(score.keys == ["all", "how edited", "how none", "how paraphrase", "how verbatim", "page light-edit"])
    #expect(
      score.description == """
                                   prec recall     F1    hit  false   kind  reused   not
        all                       0.500  0.500  0.500  0.667  1.000  0.500       3     1
        how edited                0.500  0.500  0.500  1.000    nan  0.000       1     0
        how none                  0.000    nan    nan    nan  1.000    nan       0     1
        how paraphrase              nan  0.000    nan  0.000    nan    nan       1     0
        how verbatim              1.000  1.000  1.000  1.000    nan  1.000       1     0
        page light-edit           0.500  0.500  0.500  0.667  1.000  0.500       3     1
        """)
  }

  /// Half of the shorter range is enough, of the copy's as of the original's.
  @Test(
    arguments: [
      (0..<5, 0..<5, true), (2..<5, 3..<5, true), (3..<9, 0..<5, false), (0..<3, 0..<2, true), (4..<11, 0..<5, false),
      (0..<5, 4..<11, false), (0..<24, 0..<5, true), (1..<1, 0..<5, false), (5..<6, 0..<5, false),
    ] as [(Range<Int>, Range<Int>, Bool)])
  func halfOfTheShorterRangeIsEnough(range: Range<Int>, source: Range<Int>, isLinked: Bool) {
    let story = story(GoldSentence(text: "aaaa.", from: [0], how: .verbatim))
    var score = AlignmentScore()
    score.add([found(range, "verbatim", source)], for: story.derived[0], of: story)
    #expect(score.all.right == (isLinked ? 1 : 0))
  }

  @Test func aFoundSentenceMayStandForSeveral() {
    let story = story(
      GoldSentence(text: "aaaa.", from: [0], how: .edited), GoldSentence(text: "bbbb.", from: [1], how: .edited))
    var score = AlignmentScore()
    score.add([found(0..<11, "verbatim", sources[0], sources[1])], for: story.derived[0], of: story)
    #expect([score.all.predicted, score.all.right, score.all.gold] == [4, 2, 2])
    #expect(score.all.kind == 1)
  }

  @Test func severalFoundSentencesMayStandForOne() {
    let story = story(GoldSentence(text: "aaaabbbb.", from: [0, 1], how: .paraphrase))
    var score = AlignmentScore()
    score.add(
      [found(0..<4, "paraphrase", sources[0]), found(4..<9, "new", sources[0], sources[1])], for: story.derived[0],
      of: story)
    #expect([score.all.predicted, score.all.right, score.all.gold, score.all.rightKinds] == [2, 2, 2, 1])
  }

  @Test func pagesAddUp() {
    let story = story(GoldSentence(text: "aaaa.", from: [0], how: .verbatim))
    var score = AlignmentScore()
    score.add([found(0..<5, "verbatim", sources[0])], for: story.derived[0], of: story)
    score.add([], for: story.derived[0], of: story)
    #expect([score.all.precision, score.all.recall, score.all.hit] == [1, 0.5, 0.5])
  }

  @Test func outputOfTheCommandIsRead() throws {
    let lines = """
      {"start": 3, "end": 9, "kind": "edited", "score": 0.9, "sources": [{"start": 1, "end": 2, "score": 1}]}

      {"start": 9, "end": 12, "kind": "new", "sources": []}
      {"start": 12, "end": 13}
      """
    #expect(
      try FoundSentence.parse(ndjson: Array(lines.utf8), path: "x") == [
        found(3..<9, "edited", 1..<2), found(9..<12, "new"), found(12..<13, nil),
      ])
    #expect(throws: GoldError.malformed(path: "x:2", place: "end", reason: "missing")) {
      try FoundSentence.parse(ndjson: Array("\n{\"start\": 1}\n".utf8), path: "x")
    }
  }
}
