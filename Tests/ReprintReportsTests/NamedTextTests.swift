import Testing

@testable import ReprintReports

@Suite struct NamedTextTests {
  @Test func partsAreDecodedWithReplacement() {
    let text = NamedText(name: "t", bytes: Array("aé".utf8) + [0xFF, 0x62])
    #expect(text.string(0..<1) == "a")
    #expect(text.string(1..<5) == "é\u{FFFD}b")
    #expect(text.string(1..<2) == "\u{FFFD}")
    #expect(text.string(3..<400) == "\u{FFFD}b", "ranges outside are cut")
    #expect(text.string(70..<400) == "")
  }

  @Test(arguments: [(0.0, "0%"), (0.29, "29%"), (0.999, "99%"), (1.0, "100%"), (0.005, "0%"), (0.57, "57%")])
  func percents(value: Double, text: String) {
    #expect(Figures.percent(value) == text)
  }

  @Test(arguments: [(0.71, 0.71), (2.0 / 3, 0.6667), (0.00004, 0.0), (1.0, 1.0)])
  func fourDecimals(value: Double, rounded: Double) {
    #expect(Figures.rounded(value) == rounded)
  }
}
