import ReprintTestSupport
import Testing

@testable import ReprintReports

@Suite struct DisplayTextTests {
  private func shown(_ text: String) -> String { String(decoding: DisplayText(Array(text.utf8)).bytes, as: UTF8.self) }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("tab\there", "tab\there"),
    ("\0a\u{1B}[1m\u{7F}\u{9B}z", "a[1mz"),
    ("é 😀 \u{202E}x", "é 😀 \u{202E}x"),
  ])
  func whatIsShown(text: String, shown: String) {
    #expect(self.shown(text) == shown)
  }

  @Test func brokenUTF8IsReplacedAsTheStandardLibraryDoes() {
    var generator = SeededGenerator(seed: 3)
    let pieces: [[UInt8]] = [
      [0x41], [0xC3], [0xC3, 0xA9], [0xE2, 0x82], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x80],
      [0xFF],
      [0x80], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0x20],
    ]
    for _ in 0..<500 {
      let bytes = (0..<generator.number(0...12)).flatMap { _ in generator.pick(pieces) }
      #expect(String(decoding: DisplayText(bytes).bytes, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func placesAreThoseOfTheTextAsGiven() {
    var generator = SeededGenerator(seed: 4)
    let pieces = ["a", "é", "€", "😀", "\r\n", "\r", "\n", "\0", "\u{85}", " ", "\u{301}"]
    for _ in 0..<200 {
      let parts = (0..<generator.number(0...12)).map { _ in generator.pick(pieces) }
      let text = DisplayText(Array(parts.joined().utf8))
      var place = 0
      var expected = ""
      for part in parts {
        let end = place + part.utf8.count
        // Before a line feed of the next part, a carriage return is dropped.
        let shown = text.string(place..<end)
        #expect(Array(shown.utf8) == Array(self.shown(part).utf8) || part == "\r" && shown.isEmpty)
        expected += shown
        #expect(text.units(0..<end).count == expected.utf16.count)
        place = end
      }
    }
  }

  @Test func rangesOutsideAreCut() {
    let text = DisplayText(Array("é€".utf8))
    #expect(text.string(2..<100) == "€")
    #expect(text.string(50..<100) == "")
    #expect(text.string(1..<3) == "é", "never half a character")
  }

  @Test(arguments: [
    ("wire.txt", "wire.txt"), ("a\nb\tc\0d", "a b cd"), ("x\u{202E}txt.exe\u{2066}", "xtxt.exe"),
    ("\u{1B}]0;t\u{7}", "]0;t"),
  ])
  func namesAreOneLine(name: String, line: String) {
    #expect(DisplayText.line(name) == line)
  }
}
