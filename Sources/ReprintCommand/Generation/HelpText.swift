/// Help, from the tables of commands and options.
struct HelpText: Sendable {
  let width: Int

  /// What `reprint` without a command shows.
  func overview() -> String {
    var text = """
      reprint finds copied text in dumps of scraped articles.

      Usage: reprint COMMAND [options] [DUMP ...]

      Commands:

      """
    for command in CommandDescription.all { text += entry(command.name, command.summary, column: 12) }
    text += """

      reprint COMMAND -h shows a command's options, --help all about it.
      reprint --version shows the version.

      """
    return text
  }

  /// One screen.
  func short(_ command: CommandDescription) -> String {
    var text = "\(command.summary).\n\n\(usage(command))\n"
    for group in Option.Group.allCases {
      let options = command.options.filter { $0.group == group }
      if options.isEmpty { continue }
      text += "\n\(group.rawValue):\n"
      for option in options { text += entry(label(option), option.summary + defaultNote(option), column: 26) }
    }
    return text
  }

  /// Everything, examples first.
  func long(_ command: CommandDescription) -> String {
    var text = "\(command.summary).\n\n\(usage(command))\n"
    if !command.examples.isEmpty {
      text += "\nExamples:\n"
      for example in command.examples { text += "  \(example.line)\n      \(example.meaning).\n" }
    }
    for paragraph in paragraphs(command.discussion) { text += "\n" + wrap(paragraph, indent: 0) }
    for group in Option.Group.allCases {
      let options = command.options.filter { $0.group == group }
      if options.isEmpty { continue }
      text += "\n\(group.rawValue):\n"
      for option in options {
        text += "  \(label(option))\n" + wrap(option.summary + defaultNote(option) + ".", indent: 6)
        if !option.choices.isEmpty { text += wrap("One of \(option.choices.joined(separator: ", ")).", indent: 6) }
        if !option.detail.isEmpty { text += wrap(option.detail, indent: 6) }
      }
    }
    if command.optionNames.contains("threshold") {
      text += "\nExit status: 0 if all went well, also when records were skipped; 2 if not.\n"
    }
    return text
  }

  func usage(_ command: CommandDescription) -> String {
    "Usage: reprint \(command.name) [options] \(command.arguments)"
  }

  func label(_ option: Option) -> String {
    let letter = option.letter.map { "-\($0), " } ?? "    "
    return "\(letter)--\(option.name)" + (option.placeholder.map { " \($0)" } ?? "")
  }

  private func defaultNote(_ option: Option) -> String { option.defaultValue.map { " (default: \($0))" } ?? "" }

  private func entry(_ label: String, _ text: String, column: Int) -> String {
    let padded = "  " + label + String(repeating: " ", count: max(1, column - label.count))
    let lines = wrap(text, indent: column + 2).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard label.count < column, let first = lines.first else { return "  \(label)\n\(lines.joined(separator: "\n"))\n" }
    let rest = lines.dropFirst().map { "\n\($0)" }.joined()
    return padded + first.drop { $0 == " " } + rest + "\n"
  }

  func paragraphs(_ text: String) -> [String] {
    var result: [String] = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        result.append("")
      } else {
        result[result.count - 1] += (result.last!.isEmpty ? "" : " ") + line
      }
    }
    return result.filter { !$0.isEmpty }
  }

  private func wrap(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines.count - 1
      if !lines[last].isEmpty && indent + lines[last].count + 1 + word.count > min(width, 100) {
        lines.append(String(word))
      } else {
        lines[last] += (lines[last].isEmpty ? "" : " ") + word
      }
    }
    return lines.map { margin + $0 + "\n" }.joined()
  }
}
