import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct AlignmentPageInspectorTests {
  private func html(_ sample: SampleAlignment) -> String {
    let output = HTMLOutput()
    AlignmentPageView(
      number: 3, isOnly: true, name: "copy", originalName: "original", original: DisplayText(sample.original.bytes),
      copy: DisplayText(sample.copy.bytes), alignment: sample.alignment
    ).appendInspector(to: output)
    return String(decoding: output.bytes, as: UTF8.self).replacing(" lang=\"\"", with: "")
  }

  @Test func alteredFactsAreListed() {
    let first = "<a href=\"#c3-s3\">3</a> <ins><bdi>321</bdi></ins>, original <del><bdi>312</bdi></del>"
    let second = "<a href=\"#c3-s9\">9</a> leaves out <del><bdi>Not</bdi></del>"
    #expect(html(.news).contains("<ul>\n<li>\(first)</li>\n<li>\(second)</li>\n</ul>"))
    let added = SampleAlignment(
      original: ["A."], copy: [.init(text: "Not A.", kind: .edited, sources: [0], altered: [("Not", nil)])])
    #expect(html(added).contains("<ins><bdi>Not</bdi></ins> is not in the original"))
  }

  @Test func theLexiconIsATable() {
    #expect(html(.news).contains("<td><bdi>nan</bdi></td><td><bdi>the</bdi></td><td>1,041</td><td>98%</td>"))
    #expect(html(.hostile).contains("<td><bdi>&lt;i&gt;nan&lt;/i&gt;</bdi></td>"))
  }

  @Test func whatThereIsNoneOfIsNotThere() {
    let plain = html(SampleAlignment(original: ["A."], copy: [.init(text: "A.", kind: .verbatim, sources: [0])]))
    #expect(!plain.contains("facts") && !plain.contains("lexicon"))
  }
}
