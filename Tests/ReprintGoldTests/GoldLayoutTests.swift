import ReprintGold
import Testing

@Suite struct GoldLayoutTests {
  private func original(_ sentences: String...) -> GoldOriginal {
    GoldOriginal(outlet: "", url: "", published: "", title: "", sentences: sentences)
  }

  private func page(_ sentences: GoldSentence...) -> GoldPage {
    GoldPage(id: "", kind: .mosaic, outlet: "", url: "", published: "", sentences: sentences)
  }

  private func text(_ layout: GoldLayout) -> String { String(decoding: layout.bytes, as: UTF8.self) }

  @Test func anOriginalHasParagraphsOfThree() {
    let layout = GoldLayout(original("A.", "É", "C.", "D.", "E.", "F.", "G."))
    #expect(text(layout) == "A. É C.\n\nD. E. F.\n\nG.\n")
    #expect(layout.sentences == [0..<2, 3..<5, 6..<8, 10..<12, 13..<15, 16..<18, 20..<22])
  }

  @Test func pagesGiveSomeSentencesLinesOfTheirOwn() {
    let layout = GoldLayout(
      page(
        GoldSentence(text: "Menu.", from: [], how: .boilerplate),
        GoldSentence(text: "Big news.", from: [0], how: .summary, role: .headline),
        GoldSentence(text: "One.", from: [0], how: .edited), GoldSentence(text: "“Two.”", from: [1], how: .quote),
        GoldSentence(text: "No end", from: [], how: .none), GoldSentence(text: "• Point.", from: [2], how: .summary),
        GoldSentence(text: "三。", from: [3], how: .paraphrase), GoldSentence(text: "Four?)", from: [], how: .none)))
    #expect(text(layout) == "Menu.\nBig news.\n\nOne. “Two.”\nNo end\n• Point.\n\n三。 Four?)\n")
    for (range, part) in zip(layout.sentences, ["Menu.", "Big news.", "One.", "“Two.”", "No end", "• Point.", "三。"]) {
      #expect(String(decoding: layout.bytes[range], as: UTF8.self) == part)
    }
  }

  @Test func linesAreOnTheirOwn() {
    let layout = GoldLayout(lines: ["One. Two", "Three."])
    #expect(text(layout) == "One. Two\nThree.\n")
    #expect(layout.sentences == [0..<8, 9..<15])
  }

  @Test func aPageOfNothingIsAnEmptyLine() {
    #expect(text(GoldLayout(page())) == "\n")
    #expect(GoldLayout(page()).sentences == [])
  }
}
