import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct AlignmentPageTextTests {
  private func view(_ sample: SampleAlignment) -> AlignmentPageView {
    AlignmentPageView(
      number: 1, isOnly: true, name: sample.copy.name, originalName: sample.original.name,
      original: DisplayText(sample.original.bytes), copy: DisplayText(sample.copy.bytes), alignment: sample.alignment)
  }

  private func copyHTML(_ sample: SampleAlignment) -> String {
    let output = HTMLOutput()
    view(sample).appendCopy(to: output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private func originalHTML(_ sample: SampleAlignment) -> String {
    let output = HTMLOutput()
    view(sample).appendOriginal(to: output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private let sample = SampleAlignment(
    original: ["😀 rose 13%.", "All is well."],
    copy: [
      .init(text: "Menu", kind: .furniture, score: 0),
      .init(
        text: "é 😀 grew 31%.", kind: .spun, sources: [0], score: 0.8, altered: [("31", "13")],
        replaced: [("grew", "rose")], gap: "\n\n  "),
    ])

  @Test func sentencesOfTheCopy() {
    #expect(
      copyHTML(sample) == """
        <div class="text" lang="">
        <p><span class="s furniture" id="c1-s1" data-score="0.0">Menu</span><sup class="furniture">F</sup></p>
        <p class="apart">  <span class="s spun" id="c1-s2" data-score="0.8" data-to="1" data-scores="0.8" \
        data-altered="number,10,2,8,2" data-words="su,5,4,3,4">é 😀 grew <mark title="original: 13">31</mark>%.</span>\
        <sup class="spun">S<a href="#c1-o1">1</a><b title="a fact is altered">≠</b></sup></p>
        </div>

        """)
  }

  @Test func sentencesOfTheOriginal() {
    #expect(
      originalHTML(sample) == """
        <div class="text" lang="">
        <p><span class="s spun" id="c1-o1" data-to="2">😀 rose <mark title="copy: 31">13</mark>%.</span>\
        <sup><a class="spun" href="#c1-s2">S2</a></sup> <span class="s" id="c1-o2">All is well.</span></p>
        </div>

        """)
  }

  @Test func theSurestUseSetsTheKindOfAnOriginalSentence() {
    let sample = SampleAlignment(
      original: ["One."],
      copy: [
        .init(text: "A.", kind: .paraphrase, sources: [0], score: 0.6),
        .init(text: "One.", kind: .verbatim, sources: [0], score: 1),
        .init(text: "B.", kind: .spun, sources: [0], score: 1),
      ])
    #expect(view(sample).originalKind(0) == .verbatim)
  }

  @Test func whatIsBetweenSentencesStays() {
    var sample = SampleAlignment(original: [], copy: [])
    let text = "\n\n* <one>\n\ttwo"
    sample.copy = NamedText(name: "c", bytes: Array(text.utf8))
    let lines = "<p><bdi>* &lt;one&gt;</bdi></p>\n<p><bdi>\ttwo</bdi></p>\n"
    #expect(copyHTML(sample) == "<div class=\"text\" lang=\"\">\n\(lines)</div>\n")
  }

  @Test func onlyTextsThatTurnAreSetApart() {
    #expect(copyHTML(.hostile).hasPrefix("<div class=\"text turning\" lang=\"\">\n<p dir=\"auto\">"))
    #expect(!copyHTML(.news).contains("turning") && !copyHTML(.news).contains("dir="))
  }

  @Test func rangesThatMakeNoSenseDoNoHarm() {
    let link = SourceLink(
      sentence: 9, range: 400..<500, score: 1,
      alterations: [Alteration(fact: .number, copy: 90..<95, original: 700..<710)])
    let sentences = [
      SentenceMatch(range: 2..<9, words: 1, kind: .edited, score: 1, sources: [link]),
      SentenceMatch(range: 0..<4, words: 1, kind: .new, score: 1, sources: []),
    ]
    var sample = SampleAlignment(original: ["One."], copy: [.init(text: "Two.", kind: .new)])
    sample.alignment = Alignment(
      original: sample.alignment.original, sentences: sentences, lexicon: Lexicon(), coverage: 0, share: 0)
    #expect(copyHTML(sample).contains("<bdi>Tw</bdi>"))
    #expect(copyHTML(sample).contains(">o.</span>"))
  }
}
