import Foundation
import ReprintTestSupport
import Testing

@testable import ReprintReports

@Suite struct TSVTests {
  /// Undoes the escapes.
  private func unescaped(_ field: String) -> String {
    var result = ""
    var isEscaped = false
    for scalar in field.unicodeScalars {
      if isEscaped {
        result.unicodeScalars.append(["t": "\t", "n": "\n", "r": "\r", "\\": "\\"][scalar] ?? "?")
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  @Test func fieldsKeepToTheirColumnAndReadBack() {
    var generator = SeededGenerator(seed: 1)
    let pieces = ["a", "\t", "\n", "\r", "\r\n", "\\", "\\t", "é", "e\u{301}", "😀", " ", "\"", "\u{B}"]
    for _ in 0..<500 {
      let text = (0..<generator.number(0...12)).map { _ in generator.pick(pieces) }.joined()
      let field = TSV.field(text)
      #expect(!field.utf8.contains { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
      #expect(Array(unescaped(field).utf8) == Array(text.utf8))
    }
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("a\tb", "a\\tb"), ("a\r\nb", "a\\r\\nb"), ("C:\\temp", "C:\\\\temp"),
  ])
  func escapes(text: String, field: String) {
    #expect(TSV.field(text) == field)
  }
}

@Suite struct TerminalTextTests {
  @Test func linesFitAndHoldNoControlCharacters() {
    var generator = SeededGenerator(seed: 2)
    let pieces = [
      "a", "bc", " ", "\n", "\t", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9B}", "\r\n", "é", "e\u{301}", "日", "한", "😀",
      "👩‍👩‍👧", "ｆ", "…", "\0",
    ]
    for _ in 0..<400 {
      let text = (0..<generator.number(0...30)).map { _ in generator.pick(pieces) }.joined()
      for width in [1, 2, 3, 10, 20, 80, Int.max] {
        let line = TerminalText.line(text, width: width)
        #expect(TerminalText.width(line) <= width)
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
        let whole = TerminalText.line(text, width: .max)
        if TerminalText.width(whole) <= width {
          #expect(line == whole, "what fits is not cut")
        } else {
          #expect(line.hasSuffix("…") && whole.hasPrefix(line.dropLast()))
          #expect(TerminalText.width(line) >= width - 1, "and what is cut fills the line")
        }
      }
    }
  }

  @Test(arguments: [
    ("", 10, ""), ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abcd", 1, "…"), ("abcd", 0, "…"), ("日本語", 6, "日本語"),
    ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
    ("日本語", 2, "…"), ("a日本", 3, "a…"), ("a\nb\tc", 10, "a b c"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ]) func cutLines(text: String, width: Int, line: String) {
    #expect(TerminalText.line(text, width: width) == line)
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한글", 4), ("ｆ", 2), ("😀", 2), ("ﾊ", 1), ("Ω", 1),
  ])
  func widths(text: String, width: Int) {
    #expect(TerminalText.width(text) == width)
  }

  @Test func similaritiesAreRoundedDown() {
    for (value, text) in [
      (1, "1.000"), (0, "0.000"), (0.9999999, "0.999"), (0.5, "0.500"), (0.0009, "0.000"), (2.0 / 3, "0.666"),
      (0.8125, "0.812"),
    ] as [(Double, String)] {
      #expect(TerminalText.similarity(value) == text)
    }
    for union in [1, 2, 3, 7, 10, 16, 99, 100, 125, 200, 500, 999, 1000, 1001, 1500] {
      for shared in 0...union {
        let text = TerminalText.similarity(Double(shared) / Double(union))
        let thousandths = 1000 * shared / union
        let exact = "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
        #expect(text == exact, "\(shared) of \(union)")
      }
    }
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (57_425, "57,425"), (1_000_000, "1,000,000"), (-1234, "-1,234"),
    (100_000, "100,000"),
  ])
  func countsHaveTheirThousandsApart(value: Int, text: String) {
    #expect(TerminalText.count(value) == text)
  }

  @Test func countsOfAnySize() {
    #expect(TerminalText.count(.max) == "9,223,372,036,854,775,807")
    #expect(TerminalText.count(.min) == "-9,223,372,036,854,775,808")
  }
}
