/// Runs `reprint help`.
enum HelpCommand {
  static func run(_ arguments: Arguments, _ help: HelpText) throws {
    guard let name = arguments.operands.first else { return try Console.print(help.overview()) }
    guard let command = CommandDescription.all.first(where: { $0.name == name }) else {
      let names = CommandDescription.all.map(\.name)
      throw UsageError(description: "no command '\(name)'\(NearMiss.hint(name, among: names))")
    }
    try Console.print(help.long(command))
  }
}

/// Runs `reprint generate`.
enum GenerateCommand {
  static func run(_ arguments: Arguments) throws {
    let words = arguments.operands
    switch words.first {
    case "man" where words.count == 1: try Console.print(ManPage.text(version: ReprintCommand.version))
    case "completions" where words.count == 2:
      guard let shell = Completions.Shell(rawValue: words[1]) else {
        let names = Completions.Shell.allCases.map(\.rawValue)
        throw UsageError(
          description: "no completions for '\(words[1])': there are \(names.joined(separator: ", "))"
            + NearMiss.hint(words[1], among: names), command: "generate")
      }
      try Console.print(Completions.text(for: shell))
    default:
      throw UsageError(description: "generate what? man, or completions and a shell", command: "generate")
    }
  }
}
