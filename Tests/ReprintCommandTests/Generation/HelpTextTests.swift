import Testing

@testable import ReprintCommand

@Suite struct HelpTextTests {
  @Test func everyCommandIsInTheOverview() {
    let text = HelpText(width: 80).overview()
    for command in CommandDescription.all {
      #expect(text.contains("  \(command.name)"))
      #expect(text.contains(command.summary))
    }
  }

  @Test func everyOptionIsInTheHelpOfItsCommands() {
    let help = HelpText(width: 80)
    for command in CommandDescription.all {
      let (short, long) = (help.short(command), help.long(command))
      let words = Set(short.split(whereSeparator: \.isWhitespace))
      for option in Option.all {
        let isThere = command.options.contains { $0.name == option.name }
        #expect(words.contains("--\(option.name)") == isThere, "\(command.name) --\(option.name)")
        guard isThere else { continue }
        #expect(long.contains("--\(option.name)"))
        if let letter = option.letter { #expect(short.contains("-\(letter), --\(option.name)")) }
      }
      for example in command.examples { #expect(long.contains(example.line)) }
      #expect(short.hasPrefix("\(command.summary).\n\nUsage: reprint \(command.name) "))
    }
  }

  /// A few lines are no longer than 76 columns and are not wrapped.
  @Test(arguments: [60, 80, 100, 200])
  func linesFit(width: Int) {
    let help = HelpText(width: width)
    for command in CommandDescription.all {
      let examples = Set(command.examples.map { "  \($0.line)" })  // which are not wrapped
      for text in [help.overview(), help.short(command), help.long(command)] {
        for line in text.split(separator: "\n") where !examples.contains(String(line)) {
          #expect(line.count <= max(76, min(width, 100)), "\(line)")
          #expect(line.last != " ", "\(line)")
        }
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      }
    }
  }

  @Test func shortHelpIsOneScreen() {
    for command in CommandDescription.all {
      #expect(HelpText(width: 100).short(command).split(separator: "\n", omittingEmptySubsequences: false).count <= 40)
    }
  }

  @Test func paragraphsAreJoinedLines() {
    #expect(HelpText(width: 80).paragraphs("one\ntwo\n\nthree\n\n\nfour ") == ["one two", "three", "four "])
    #expect(HelpText(width: 80).paragraphs("") == [])
  }

  @Test func labelsLineUp() {
    let help = HelpText(width: 80)
    #expect(help.label(Option.named("threshold")) == "-t, --threshold J")
    #expect(help.label(Option.named("strict")) == "    --strict")
  }
}
