import ReprintTestSupport
import Testing

@testable import ReprintReports

@Suite struct TextWrappingTests {
  @Test(
    arguments: [
      ("", 10, []), ("  \n ", 10, []), ("one two", 10, ["one two"]), ("one two three", 7, ["one two", "three"]),
      ("one\n\ntwo\tthree", 20, ["one two three"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("a bcdef", 3, ["a", "bcd", "ef"]),
      ("日本語 x", 4, ["日本", "語 x"]),
    ] as [(String, Int, [String])])
  func wraps(text: String, width: Int, lines: [String]) {
    #expect(TerminalText.wrapped(text, width: width) == lines)
  }

  @Test(arguments: [
    (1, ["one two…"]), (2, ["one two", "three…"]), (3, ["one two", "three", "four five"]),
  ])
  func whatIsTooLongEndsInAnEllipsis(limit: Int, lines: [String]) {
    let wrapped = TerminalText.wrapped("one two three four five", width: 9, limit: limit)
    #expect(wrapped.count == lines.count && wrapped.allSatisfy { TerminalText.width($0) <= 9 })
    #expect(wrapped.dropLast() == lines.dropLast())
    #expect(wrapped.last?.hasSuffix("…") == (limit < 3))
  }

  @Test func messagesKeepTheirLinesAndNoControlCharacters() {
    #expect(TerminalText.message("a: id \"\u{1B}]0;x\u{7}\u{9B}2J\"\r\nb\t\u{202E}c") == "a: id \" ]0;x  2J\" \nb c")
  }

  @Test func linesFitAndHoldNoControlCharacters() {
    var generator = SeededGenerator(seed: 5)
    let pieces = ["a", "bcd", " ", "\n", "\u{1B}[2J", "\u{9B}", "\u{202E}", "日", "e\u{301}", "😀", "verylongwordindeed"]
    for _ in 0..<300 {
      let text = (0..<generator.number(0...40)).map { _ in generator.pick(pieces) }.joined()
      for width in [2, 5, 20, 80] {
        let lines = TerminalText.wrapped(text, width: width)
        #expect(lines.allSatisfy { TerminalText.width($0) <= width && !$0.isEmpty })
        let scalars = lines.joined().unicodeScalars
        #expect(!scalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E })
      }
    }
  }
}
