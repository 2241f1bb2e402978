import ReprintTestSupport
import Testing

@testable import ReprintCommand

@Suite struct CompletionsTests {
  @Test(arguments: Completions.Shell.allCases)
  func everyCommandAndOptionIsThere(shell: Completions.Shell) {
    let text = Completions.text(for: shell)
    for command in CommandDescription.all { #expect(text.contains(command.name), "\(command.name)") }
    for option in Option.all {
      #expect(text.contains(shell == .fish ? "-l \(option.name) " : "--\(option.name)"), "\(option.name)")
      for choice in option.choices { #expect(text.contains(choice), "\(choice)") }
    }
  }

  @Test(arguments: Completions.Shell.allCases.filter { Program.path($0.rawValue) != nil })
  func shellsCanReadThem(shell: Completions.Shell) throws {
    let directory = TemporaryDirectory()
    let path = directory.write(Completions.text(for: shell), to: "completions")
    let check = try Program.run("sh", ["-c", "\(shell.rawValue) -n '\(path)' 2>&1 || echo failed"])
    #expect(String(decoding: check, as: UTF8.self) == "")
  }
}
