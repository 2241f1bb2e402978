import Foundation
import ReprintTestSupport
import Testing

/// Help, man page and completions, compared with files in `Golden`; with `REPRINT_RECORD=1` they are written instead.
@Suite struct HelpGoldenTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// A command line and the file that holds its output.
  struct Page: Sendable, CustomTestStringConvertible {
    var file: String
    var words: [String]

    var testDescription: String { words.joined(separator: " ") }
  }

  static let commands = [
    "cluster", "dedup", "pairs", "align", "trace", "syndication", "extract", "sketch", "join", "index", "help",
    "generate",
  ]

  static let golden =
    [Page(file: "overview.txt", words: ["--help"])]
    + commands.flatMap { command in
      [
        Page(file: "\(command).short.txt", words: [command, "-h"]),
        Page(file: "\(command).long.txt", words: [command, "--help"]),
      ]
    } + [
      Page(file: "reprint.1", words: ["generate", "man"]),
      Page(file: "completions.bash", words: ["generate", "completions", "bash"]),
      Page(file: "completions.zsh", words: ["generate", "completions", "zsh"]),
      Page(file: "completions.fish", words: ["generate", "completions", "fish"]),
    ]

  @Test(arguments: golden)
  func whatIsPrintedIsWhatWasApproved(golden: Page) throws {
    let outcome = try workspace.run(golden.words)
    #expect(outcome.ending == .status(0))
    #expect(outcome.errors == "")
    try Golden.compare(outcome, with: golden.file)
  }

  @Test func everyGoldenFileIsCompared() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: SourceTree.golden)
    #expect(Set(files.filter { !$0.hasPrefix(".") && $0 != "align" }) == Set(Self.golden.map(\.file)))
  }

  @Test func thereAreSeveralWaysToAskForTheSameHelp() throws {
    try expectSame(workspace.run("-h").output, workspace.run("--help").output)
    try expectSame(workspace.run("help").output, workspace.run("--help").output)
    for command in Self.commands {
      try expectSame(workspace.run("help", command).output, workspace.run(command, "--help").output)
    }
    #expect(try workspace.run("--version").text == workspace.run("-V").text)
    #expect(try workspace.run("--version").text.hasPrefix("reprint "))
  }

  @Test func theOverviewListsEveryCommand() throws {
    let overview = try workspace.run("--help").lines
    for command in Self.commands { #expect(overview.contains { $0.hasPrefix("  \(command) ") }) }
  }

  @Test(arguments: golden.filter { $0.file.hasSuffix(".txt") })
  func helpFitsATerminal(golden: Page) throws {
    let lines = try workspace.run(golden.words).text.components(separatedBy: "\n")
    let examples = golden.words.last == "--help" ? "  reprint " : "none"
    #expect(lines.filter { !$0.hasPrefix(examples) }.allSatisfy { $0.count <= 80 })
    if golden.words.last == "-h" { #expect(lines.count <= 44, "one screen") }
    #expect(lines.allSatisfy { $0.last != " " })
  }

  @Test func longHelpHasItsExamplesFirst() throws {
    for command in ["cluster", "dedup", "pairs", "align", "trace", "extract", "generate"] {
      let text = try workspace.run(command, "--help").text
      let examples = try #require(text.range(of: "\nExamples:\n"))
      let options = try #require(text.range(of: "\nOther:\n"))
      #expect(examples.lowerBound < options.lowerBound)
      #expect(!text[..<examples.lowerBound].contains("--"))
    }
  }

  /// An option as a command's short help shows it.
  struct ShownOption: Hashable {
    var command: String
    var name: String
    var letter: String?
  }

  /// All options of all commands, read from their short help.
  private func options() throws -> [ShownOption] {
    try Self.commands.flatMap { command in
      try workspace.run(command, "-h").lines.compactMap { line in
        let pattern = /^\s+(?:-(\w), )?--([a-z-]+)/
        guard let match = line.prefixMatch(of: pattern) else { return nil }
        return ShownOption(command: command, name: String(match.2), letter: match.1.map(String.init))
      }
    }
  }

  @Test func everyOptionIsInTheManPageAndInAllCompletions() throws {
    let options = try options()
    #expect(Set(options.map(\.name)).count >= 20)
    #expect(options.contains(ShownOption(command: "cluster", name: "threshold", letter: "t")))
    #expect(options.contains(ShownOption(command: "dedup", name: "removed", letter: nil)))
    let man = try workspace.run("generate", "man").lines
    let bash = try workspace.run("generate", "completions", "bash").lines
    let zsh = try workspace.run("generate", "completions", "zsh").lines
    let fish = try workspace.run("generate", "completions", "fish").lines
    for option in options {
      let roff = option.name.replacingOccurrences(of: "-", with: "\\-")
      let letter = option.letter.map { "\\fB\\-\($0)\\fR, " } ?? ""
      #expect(man.contains { $0.hasPrefix("\(letter)\\fB\\-\\-\(roff)\\fR") }, "\(option) in the man page")

      let inBash = bash.first { $0.hasPrefix("    \(option.command)) ") }
      let bashWords = inBash?.split { $0 == " " || $0 == "\"" }.map(String.init) ?? []
      #expect(bashWords.contains("--\(option.name)"), "\(option) in the completions for bash")
      if let letter = option.letter {
        #expect(bashWords.contains("-\(letter)"), "\(option) in the completions for bash")
      }

      let start = try #require(zsh.firstIndex { $0.hasPrefix("    \(option.command))") })
      let inZsh = zsh[start...].prefix { !$0.hasSuffix(";;") }
      let shown = option.letter.map { "{-\($0),--\(option.name)}'[" } ?? "--\(option.name)'["
      let unlettered = "--\(option.name)["
      #expect(
        inZsh.contains { $0.contains(shown) || $0.contains(unlettered) }, "\(option) in the completions for zsh")

      let inFish = fish.contains { line in
        line.contains("__fish_seen_subcommand_from \(option.command)'")
          && line.contains("\(option.letter.map { " -s \($0)" } ?? "") -l \(option.name) ")
      }
      #expect(inFish, "\(option) in the completions for fish")
    }
  }

  @Test func everyCommandIsInTheManPageAndInAllCompletions() throws {
    let man = try workspace.run("generate", "man").text
    let bash = try workspace.run("generate", "completions", "bash").text
    let zsh = try workspace.run("generate", "completions", "zsh").text
    let fish = try workspace.run("generate", "completions", "fish").text
    for command in Self.commands {
      #expect(man.contains(".SS \"reprint \(command)"))
      #expect(bash.contains("\n    \(command)) "))
      #expect(zsh.contains("\n    '\(command):"))
      #expect(fish.contains(" -a \(command) "))
    }
  }

  @Test(.enabled(if: Program.isInstalled("bash"), "bash is not installed"))
  func bashAcceptsItsCompletions() throws {
    try workspace.write("reprint.bash", workspace.run("generate", "completions", "bash").output)
    let outcome = try workspace.shell("bash -n reprint.bash")
    #expect(outcome.ending == .status(0), "\(outcome.errors)")
    #expect(outcome.errors == "")
  }

  /// What bash offers for the last of some words.
  private func bashOffers(_ words: String...) throws -> [String] {
    try workspace.write("reprint.bash", workspace.run("generate", "completions", "bash").output)
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      source ./reprint.bash
      COMP_WORDS=(reprint \(list)); COMP_CWORD=\(words.count)
      _reprint
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    try workspace.write("complete.bash", script)
    return try workspace.shell("bash complete.bash").lines
  }

  @Test(.enabled(if: Program.isInstalled("bash"), "bash is not installed"))
  func bashCompletesCommandsOptionsAndValues() throws {
    #expect(try bashOffers("c") == ["cluster"])
    #expect(try bashOffers("--v") == ["--version"])
    #expect(try bashOffers("cluster", "--th") == ["--threshold", "--threads"])
    #expect(try bashOffers("pairs", "--link").isEmpty)
    #expect(try bashOffers("cluster", "--keep", "o") == ["oldest"])
    #expect(try bashOffers("cluster", "-f", "") == ["text", "ndjson", "tsv"])
    #expect(try bashOffers("align", "-f", "") == ["text", "ndjson", "tsv", "html"])
    #expect(try bashOffers("generate", "completions", "b") == ["bash"])
    try workspace.write("dump.jsonl", "")
    #expect(try bashOffers("cluster", "du") == ["dump.jsonl"])
  }

  @Test(.enabled(if: Program.isInstalled("zsh"), "zsh is not installed"))
  func zshAcceptsItsCompletions() throws {
    try workspace.write("_reprint", workspace.run("generate", "completions", "zsh").output)
    let outcome = try workspace.shell("zsh -n _reprint")
    #expect(outcome.ending == .status(0), "\(outcome.errors)")
  }

  @Test(.enabled(if: Program.isInstalled("fish"), "fish is not installed"))
  func fishAcceptsItsCompletions() throws {
    try workspace.write("reprint.fish", workspace.run("generate", "completions", "fish").output)
    let outcome = try workspace.shell("fish --no-execute reprint.fish")
    #expect(outcome.ending == .status(0), "\(outcome.errors)")
  }

  @Test(.enabled(if: Program.isInstalled("groff"), "groff is not installed"))
  func theManPageIsSetWithoutAWarning() throws {
    try workspace.write("reprint.1", workspace.run("generate", "man").output)
    let outcome = try workspace.shell("groff -man -Tascii -ww reprint.1")
    #expect(outcome.ending == .status(0))
    #expect(outcome.errors == "")
    #expect(outcome.text.contains("reprint - find copied text"))
  }
}
