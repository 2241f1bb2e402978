import Reprint
import ReprintGold
import Testing

/// How well tracing does on the gold stories; floors lie a little below what was measured.
@Suite struct TraceScoreTests {
  @Test func pagesAreTracedAsWellAsMeasured() throws {
    let score = TraceScore(try GoldStory.read(directory: Fixtures.alignment + "/stories"))
    // Measured 1.000, 0.969, 0.025, 1.000 and 1.000.
    #expect(score.precision >= 0.98, "\n\(score)")
    #expect(score.recall >= 0.96, "\n\(score)")
    #expect(score.coverageError <= 0.035, "\n\(score)")
    #expect(score.kind >= 0.95, "\n\(score)")
    #expect(score.attributed >= 0.95, "\n\(score)")
  }

  @Test func trapsAreNoReuse() throws {
    let stories = try GoldStory.read(directory: Fixtures.alignment + "/traps")
    for story in stories {
      let tracer = Tracer([TracedArticle(story)])
      for page in story.derived where page.kind == .independent {
        #expect(tracer.traces(of: TracedArticle(page)).isEmpty, "\(page.id)")
      }
      for page in story.derived where page.kind == .lightEdit {
        #expect(!tracer.traces(of: TracedArticle(page)).isEmpty, "\(page.id)")
      }
    }
  }

  @Test func figuresCountWhatTheyShould() {
    let sentences = ["Mirrowell refused to pay the Gannet gang.", "Brightlatch lost 5,210 files in Duluth."]
    let original = GoldOriginal(outlet: "X", url: "", published: "", title: "", sentences: sentences)
    let copy = GoldPage(
      id: "copy", kind: .verbatim, outlet: "Y", url: "https://y.example", published: "",
      sentences: sentences.enumerated().map { GoldSentence(text: $1, from: [$0], how: .verbatim) })
    let missed = GoldPage(
      id: "missed", kind: .summary, outlet: "Y", url: "", published: "",
      sentences: [GoldSentence(text: "Nothing of it.", from: [0], how: .summary)])
    let score = TraceScore([GoldStory(id: "s", original: original, derived: [copy, missed], hardNegatives: [])])
    #expect(score.found == 1 && score.missed == ["missed for s"] && score.wrong.isEmpty)
    #expect(score.recall == 0.5 && score.precision == 1 && score.coverageError == 0 && score.kind == 1)
  }
}
