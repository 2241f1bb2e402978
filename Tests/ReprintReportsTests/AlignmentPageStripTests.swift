import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct AlignmentPageStripTests {
  private func html(_ strip: AlignmentPageStrip) -> String {
    let output = HTMLOutput()
    strip.append(to: output, label: "a \"label\"")
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test func partsAreAsWideAsTheirWords() {
    let strip = AlignmentPageStrip(words: [3, 0, 5], kinds: [.verbatim, .new, .furniture], ids: "c1-s")
    #expect(
      strip.parts == [
        .init(start: 0, words: 3, kind: .verbatim, id: "c1-s1"),
        .init(start: 3, words: 5, kind: .furniture, id: "c1-s2"),
      ])
    #expect(html(strip).contains("viewBox=\"0 0 8 10\"") && html(strip).contains("aria-label=\"a &quot;label&quot;\""))
    #expect(
      html(strip).contains(
        "<a href=\"#c1-s1\" tabindex=\"-1\"><rect class=\"verbatim\" x=\"0\" y=\"0\" width=\"3\" height=\"10\"/></a>"))
  }

  @Test func longTextsHaveAThousandPartsAtMost() {
    let kinds = (0..<20_000).map { $0 % 3 == 0 ? ReuseKind.new : .edited }
    let strip = AlignmentPageStrip(words: .init(repeating: 7, count: 20_000), kinds: kinds, ids: "x")
    #expect((900...1001).contains(strip.parts.count))
    #expect(strip.parts.map(\.words).reduce(0, +) == 140_000)
    #expect(strip.parts.allSatisfy { $0.kind == .edited }, "the kind of most words")
  }

  @Test func aTextWithoutWordsHasNoStrip() {
    #expect(html(AlignmentPageStrip(words: [0], kinds: [.new], ids: "x")) == "")
  }
}
