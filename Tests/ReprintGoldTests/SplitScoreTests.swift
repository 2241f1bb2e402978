import ReprintGold
import Testing

@Suite struct SplitScoreTests {
  @Test func onlyExactSpansCount() {
    var score = SplitScore()
    score.add([0..<5, 6..<9, 10..<20], gold: [0..<5, 6..<8, 10..<20, 21..<30], name: "a")
    score.add([0..<5], gold: [0..<5], name: "b")
    score.add([], gold: [], name: "c")
    #expect([score["a"].predicted, score["a"].gold, score["a"].exact] == [3, 4, 2])
    #expect(score["a"].precision == 2.0 / 3)
    #expect(score["a"].recall == 0.5)
    #expect(score["a"].f1 == 4.0 / 7)
    #expect(score.all.f1 == 6.0 / 9)
    #expect(
      score.description == """
                                   prec recall     F1   found   gold
        all                       0.750  0.600  0.667       4      5
        a                         0.667  0.500  0.571       3      4
        b                         1.000  1.000  1.000       1      1
        c                           nan    nan    nan       0      0
        """)
  }

  @Test func storiesAreSplitPageByPage() throws {
    let story = try GoldStory.read(directory: Fixtures.alignment + "/stories")[0]
    var layouts = ([GoldLayout(story.original)] + story.derived.map { GoldLayout($0) }).makeIterator()
    var score = SplitScore()
    score.add(story) { bytes in
      let layout = layouts.next()
      #expect(layout?.bytes == bytes)
      return layout?.sentences ?? []
    }
    #expect([score.all.precision, score.all.recall] == [1, 1])
    #expect(score["original"].gold == 30)
    #expect(score.keys.count == 10)
  }
}
