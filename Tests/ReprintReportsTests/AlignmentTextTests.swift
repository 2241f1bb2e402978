import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct AlignmentTextTests {
  private func text(_ sample: SampleAlignment, width: Int = 80, explain: Bool = false) -> String {
    AlignmentText(width: width, explain: explain, original: sample.original, copy: sample.copy).text(sample.alignment)
  }

  @Test func asReadByPeople() {
    let sample = SampleAlignment(
      original: ["Shares rose 13%.", "The firm was not glad."],
      copy: [
        .init(text: "Menu", kind: .furniture), .init(text: "Login", kind: .furniture, gap: "\n"),
        .init(text: "Shares rose 13%.", kind: .verbatim, sources: [0], gap: "\n"),
        .init(
          text: "Nan corporation was glad.", kind: .spun, sources: [1], score: 0.75, altered: [(nil, "not")],
          replaced: [("Nan", "The"), ("corporation", "firm")]),
        .init(text: "We like it.", kind: .new, score: 0.1), .init(text: "About us", kind: .furniture, gap: "\n"),
      ], coverage: 1, share: 0.6)
    #expect(
      text(sample, explain: true)
        == """
        original  wire.txt
        copy      copy.txt
        60% of the copy's words come from the original, 100% of the original's words are
        reused.
        1 verbatim · 1 spun · 1 new · 3 furniture

        · 2 lines of furniture
          3  verbatim   Shares rose 13%.
                        ← 1  1.000
                          same: shares, rose, 13
          4  spun       Nan corporation was glad.
                        ← 2  0.750  The firm was not glad.
                        ≠ negation: not is left out
                          same: was, glad
                          substitution: Nan ← The, corporation ← firm
          5  new        We like it.
        · 1 line of furniture


        """.replacing("same: shares", with: "same: Shares"))
  }

  @Test(arguments: [20, 40, 59, 60, 80, 200], [false, true])
  func linesFitAndHoldNoControlCharacters(width: Int, explain: Bool) {
    for sample in [SampleAlignment.news, .hostile] {
      let text = text(sample, width: width, explain: explain)
      if width >= 40 {
        #expect(text.split(separator: "\n").allSatisfy { TerminalText.width(String($0)) <= width })
      }
      let scalars = text.unicodeScalars.filter { $0 != "\n" }
      #expect(!scalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
      #expect(!scalars.contains(where: TerminalText.isDirectionControl))
    }
  }

  @Test func longSourcesAreCutUnlessExplained() {
    let long = Array(repeating: "word", count: 100).joined(separator: " ")
    let sample = SampleAlignment(original: [long], copy: [.init(text: "Other words.", kind: .paraphrase, sources: [0])])
    #expect(text(sample).contains("…") && text(sample).split(separator: "\n").count == 8)
    #expect(!text(sample, explain: true).contains("…"))
  }

  @Test func kindsHaveDifferentLetters() {
    #expect(Set(ReuseKind.allCases.map(\.letter)).count == ReuseKind.allCases.count)
  }
}
