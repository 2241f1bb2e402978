import ReprintDumps
import ReprintPlatform
import ReprintReports

/// The command line tool, as a function of its arguments.
public enum ReprintCommand {
  public static let version = "0.1.0"

  /// Runs the command and returns the exit status: 0 for done, 2 for could not.
  public static func run(_ words: [String]) -> Int32 {
    Files.reserveStandardDescriptors()
    Interruption.install()
    do {
      try dispatch(words)
      return 0
    } catch let error as UsageError {
      let help = error.command.map { "reprint \($0) --help" } ?? "reprint --help"
      Console.error("reprint: \(error)\nTry '\(help)'.")
    } catch {
      Console.error("reprint: \(error)")
    }
    return 2
  }

  private static func dispatch(_ words: [String]) throws {
    let help = HelpText(width: Terminal(1).width)
    guard let first = words.first else {
      Console.error(help.overview(), end: "")
      throw UsageError(description: "no command given")
    }
    switch first {
    case "-h", "--help": return try Console.print(help.overview())
    case "-V", "--version": return try Console.print("reprint \(version)\n")
    default: break
    }
    guard let command = CommandDescription.all.first(where: { $0.name == first }) else {
      let names = CommandDescription.all.map(\.name)
      let what = first.hasPrefix("-") ? "option" : "command"
      throw UsageError(description: "no \(what) '\(first)'\(NearMiss.hint(first, among: names))")
    }
    let arguments = try Arguments(Array(words.dropFirst()), for: command)
    if arguments.has("help") {
      return try Console.print(arguments.wantsShortHelp ? help.short(command) : help.long(command))
    }
    switch command.name {
    case "cluster": try search(arguments, command, ClusterCommand.run)
    case "dedup": try search(arguments, command, DedupCommand.run)
    case "pairs": try search(arguments, command, PairsCommand.run)
    case "align": try AlignCommand.run(AlignPlan(arguments, command))
    case "trace": try TraceCommand.run(TracePlan(arguments, command))
    case "syndication": try SyndicationCommand.run(SyndicationPlan(arguments, command))
    case "extract": try ExtractCommand.run(ExtractPlan(arguments, command))
    case "sketch": try SketchCommand.run(SketchPlan(arguments, command))
    case "join": try JoinCommand.run(JoinPlan(arguments, command))
    case "index": try IndexCommand.run(IndexPlan(arguments, command))
    case "help": try HelpCommand.run(arguments, help)
    default: try GenerateCommand.run(arguments)
    }
  }

  /// Runs a search, or explains it.
  private static func search(
    _ arguments: Arguments, _ command: CommandDescription, _ run: (SearchPlan) throws -> Void
  ) throws {
    let plan = try SearchPlan(arguments, command)
    try plan.explains ? ExplainCommand.run(plan) : run(plan)
  }
}

/// Standard output for help and the like, and standard error.
enum Console {
  static func print(_ text: String) throws(DumpError) {
    let output = try DumpOutput(nil)
    try output.write(text.utf8)
    try output.finish()
  }

  /// Writes to standard error what may quote from inputs.
  static func error(_ text: String, end: String = "\n") { show(TerminalText.message(text) + end) }

  /// Writes to standard error, control characters and all; there is nowhere to report a failure to.
  static func show(_ text: String) { Array(text.utf8).withUnsafeBytes { try? Files.write(2, $0) } }

  /// Names the problems of a reading in input order, then how many there were beyond those.
  static func name(_ report: DumpReport, exceptLast: Bool = false) {
    for problem in report.problems.dropLast(exceptLast ? 1 : 0) {
      error("reprint: \(problem.error)\(problem.kind == .skipped ? " (skipped)" : "")")
    }
    for kind in DumpReport.Problem.Kind.allCases {
      let unnamed = report.count(kind) - report.problems.count { $0.kind == kind }
      if unnamed > 0 { error("reprint: … and \(TerminalText.count(unnamed)) more like the last of these") }
    }
    if !report.passedOver.isEmpty {
      let kinds = report.passedOver.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let total = TerminalText.count(kinds.reduce(0) { $0 + $1.value }, "record")
      let parts = kinds.map { "\(TerminalText.count($0.value)) \($0.key)" }
      error("reprint: passed over \(total) without a page: \(parts.joined(separator: ", "))")
    }
  }
}
