import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct ScalarScannerMarksTests {
  private func hashes(_ text: String) -> [UInt64] {
    var tokenizer = Tokenizer()
    return Array(text.utf8).withUnsafeBufferPointer { tokenizer.tokens(of: $0) }.map(\.hash)
  }

  /// Letters of all kinds with up to a dozen marks each, of many classes, of class 0 and composed with their letter.
  @Test func runsOfMarksReadAsTheDefinitionSays() {
    let letters = ["a", "é", "ệ", "ם", "ن", "か", "が", "ก", "한", "1"]
    let marks = [
      "\u{300}", "\u{301}", "\u{323}", "\u{327}", "\u{338}", "\u{345}", "\u{344}", "\u{5B0}", "\u{5BC}", "\u{64E}",
      "\u{651}", "\u{93C}", "\u{93E}", "\u{3099}", "\u{E38}", "\u{1D165}", "\u{200D}", "\u{34F}",
    ]
    var state = TokenizerCheck()
    for seed in UInt64(1)...300 {
      var generator = SeededGenerator(seed: seed)
      var text = ""
      for _ in 0..<generator.number(1...6) {
        text += letters[generator.number(0...letters.count - 1)]
        for _ in 0..<generator.number(0...12) { text += marks[generator.number(0...marks.count - 1)] }
        if generator.number(0...3) == 0 { text += " " }
      }
      if let problem = state.plain(Array(text.utf8)) { Issue.record("seed \(seed): \(problem)") }
    }
  }

  /// Where each mark had to pass all of a higher class before it, this took minutes.
  @Test(arguments: ["a", "か"])
  func manyMarksInTheWrongOrderTakeNoLongerThanOthers(letter: String) {
    let (above, below) = (String(repeating: "\u{301}", count: 300_000), String(repeating: "\u{323}", count: 300_000))
    let ordered = hashes(letter + below + above)
    #expect(ordered.count == 1)
    #expect(hashes(letter + above + below) == ordered)
    let mixed = String(repeating: "\u{301}\u{323}", count: 300_000)
    #expect(hashes(letter + mixed) == ordered)
  }
}
