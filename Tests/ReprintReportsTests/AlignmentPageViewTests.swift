import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct AlignmentPageViewTests {
  private let html: String = {
    let sample = SampleAlignment.news
    let output = HTMLOutput()
    AlignmentPageView(
      number: 3, isOnly: false, name: "a & b", originalName: "<o>", original: DisplayText(sample.original.bytes),
      copy: DisplayText(sample.copy.bytes), alignment: sample.alignment
    ).append(to: output)
    return String(decoding: output.bytes, as: UTF8.self)
  }()

  @Test func namesFiguresAndCounts() {
    #expect(html.contains("<section class=\"view\" id=\"c3\" aria-label=\"a &amp; b\">"))
    #expect(html.contains("<h3>Original <bdi class=\"name\">&lt;o&gt;</bdi></h3>"))
    #expect(html.contains("48% of its words reused") && html.contains("71% of its words from the original"))
    #expect(html.contains("<span class=\"key furniture\">furniture</span> <span class=\"figure\">4</span>"))
  }
}
