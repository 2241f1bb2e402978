/// The man page, from the tables of commands and options.
enum ManPage {
  static func text(version: String) -> String {
    var page = """
      .TH REPRINT 1 "" "reprint \(version)" "User Commands"
      .SH NAME
      reprint \\- find copied text in dumps of scraped articles
      .SH SYNOPSIS
      .B reprint
      .I COMMAND
      [\\fIoptions\\fR] [\\fIDUMP\\fR ...]
      .SH DESCRIPTION
      \(escape("reprint clusters near-duplicate articles: MinHash sketches over word shingles bring up candidates, and every candidate is compared exactly before it is reported."))
      .PP
      \(escape(CommandDescription.dumps))
      .SH COMMANDS

      """
    for command in CommandDescription.all {
      page += ".SS \"reprint \(command.name) \(escape(command.arguments))\"\n\(escape(command.summary)).\n"
      for paragraph in HelpText(width: 80).paragraphs(command.discussion) where paragraph != CommandDescription.dumps {
        page += ".PP\n\(escape(paragraph))\n"
      }
      let own = command.options.filter { $0.group != .input }.map { "\\-\\-\(escape($0.name))" }
      page += ".PP\nOptions: \(own.joined(separator: ", "))"
      page += command.options.contains { $0.group == .input } ? ", and those for input.\n" : ".\n"
      for example in command.examples {
        page += ".PP\n\(escape(example.meaning)):\n.PP\n.RS\n.nf\n\(escape(example.line))\n.fi\n.RE\n"
      }
    }
    page += ".SH OPTIONS\n"
    for option in Option.all {
      let letter = option.letter.map { "\\fB\\-\($0)\\fR, " } ?? ""
      let value = option.placeholder.map { " \\fI\(escape($0))\\fR" } ?? ""
      page += ".TP\n\(letter)\\fB\\-\\-\(escape(option.name))\\fR\(value)\n\(escape(option.summary)).\n"
      if !option.choices.isEmpty { page += "One of \(option.choices.map(escape).joined(separator: ", ")).\n" }
      if !option.detail.isEmpty { page += "\(escape(option.detail))\n" }
      if let value = option.defaultValue { page += "Default: \(escape(value)).\n" }
    }
    page += """
      .SH "EXIT STATUS"
      0 if all went well, also when records were skipped; 2 if not.
      .SH ENVIRONMENT
      .TP
      .B TMPDIR
      Where what comes through a pipe is kept while it is worked on.

      """
    return page
  }

  /// Roff takes backslashes, and dots and quotes at the start of a line, for its own.
  private static func escape(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }
}
