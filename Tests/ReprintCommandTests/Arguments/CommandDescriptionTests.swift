import Testing

@testable import ReprintCommand

@Suite struct CommandDescriptionTests {
  @Test func namesAndOptionsAreUnique() {
    #expect(Set(CommandDescription.all.map(\.name)).count == CommandDescription.all.count)
    for command in CommandDescription.all {
      #expect(Set(command.optionNames).count == command.optionNames.count, "\(command.name)")
      #expect(command.options.map { $0.key ?? $0.name } == command.optionNames)
      #expect(command.optionNames.contains("help"), "\(command.name)")
      #expect(!command.summary.hasSuffix("."))
    }
  }

  @Test func helpKnowsEveryOtherCommand() {
    #expect(CommandDescription.help.words == CommandDescription.all.map(\.name).filter { $0 != "help" })
  }

  /// What an example types behind `reprint`, up to a pipe or a redirection.
  private func words(_ line: String) -> [String] {
    let all = line.split(separator: " ").map(String.init)
    return Array(all.drop { $0 != "reprint" }.dropFirst().prefix { $0 != "|" && $0 != ">" })
  }

  @Test func examplesAreUnderstood() throws {
    for command in CommandDescription.all {
      for example in command.examples {
        let words = words(example.line)
        #expect(words.first == command.name, "\(example.line)")
        let arguments = try Arguments(Array(words.dropFirst()), for: command)
        if command.optionNames.contains("threshold") {
          // Where nothing is named, standard input is read.
          let plan = try SearchPlan(
            arguments.operands.isEmpty ? Arguments(words.dropFirst() + ["-"], for: command) : arguments, command)
          #expect(!plan.inputs.isEmpty)
        }
      }
    }
  }
}
