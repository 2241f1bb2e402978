/// Shell completions, from the tables of commands and options.
enum Completions {
  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  static func text(for shell: Shell) -> String {
    switch shell {
    case .bash: bash()
    case .zsh: zsh()
    case .fish: fish()
    }
  }

  private static func flags(_ option: Option) -> [String] {
    ["--\(option.name)"] + (option.letter.map { ["-\($0)"] } ?? [])
  }

  private static func bash() -> String {
    var text = """
      # bash completion for reprint
      _reprint() {
        local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(CommandDescription.all.map(\.name).joined(separator: " ")) --help --version" -- "$word"))
          return
        fi
        case "$command $previous" in

      """
    for option in Option.all {
      let pattern = words(before: option).joined(separator: "|")
      switch option.value {
      case .none: continue
      case .choice(_, let choices):
        text +=
          "    \(pattern)) COMPREPLY=($(compgen -W \"\(choices.joined(separator: " "))\" -- \"$word\")); return ;;\n"
      case .free: text += "    \(pattern)) return ;;\n"
      case .file: text += "    \(pattern)) local IFS=$'\\n'; COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n"
      }
    }
    text += "  esac\n  case \"$command\" in\n"
    for command in CommandDescription.all {
      let names = command.options.flatMap(flags).joined(separator: " ")
      text += "    \(command.name)) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"\(names)\" -- \"$word\"))"
      text +=
        command.words.isEmpty
        ? "; else local IFS=$'\\n'; COMPREPLY=($(compgen -f -- \"$word\")); fi ;;\n"
        : command.takesFiles
          ? "; elif [ \"$COMP_CWORD\" -gt 2 ]; then local IFS=$'\\n'; COMPREPLY=($(compgen -f -- \"$word\")); else COMPREPLY=($(compgen -W \"\(command.words.joined(separator: " "))\" -- \"$word\")); fi ;;\n"
          : "; else COMPREPLY=($(compgen -W \"\((command.words + (command.name == "generate" ? Shell.allCases.map(\.rawValue) : [])).joined(separator: " "))\" -- \"$word\")); fi ;;\n"
    }
    return text + "  esac\n}\ncomplete -o filenames -F _reprint reprint\n"
  }

  /// Patterns for a command and one of its options; of any command, unless another has an option of the same name.
  private static func words(before option: Option) -> [String] {
    guard Option.all.contains(where: { $0.name == option.name && $0.key != option.key }) else {
      return flags(option).map { "*' \($0)'" }
    }
    let key = option.key ?? option.name
    let commands = CommandDescription.all.filter { $0.optionNames.contains(key) }
    return commands.flatMap { command in flags(option).map { "'\(command.name) \($0)'" } }
  }

  private static func zsh() -> String {
    var text = """
      #compdef reprint
      _reprint() {
        local -a commands
        commands=(

      """
    for command in CommandDescription.all { text += "    '\(command.name):\(quoted(command.summary))'\n" }
    text += """
        )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        local command=${words[2]}
        shift words
        (( CURRENT-- ))
        case $command in

      """
    for command in CommandDescription.all {
      text += "    \(command.name))\n      _arguments \\\n"
      for option in command.options {
        let value: String
        switch option.value {
        case .none: value = ""
        case .choice(let name, let choices): value = ":\(name):(\(choices.joined(separator: " ")))"
        case .free(let name): value = ":\(name): "
        case .file(let name): value = ":\(name):_files"
        }
        let names = option.letter.map { "'(-\($0) --\(option.name))'{-\($0),--\(option.name)}" } ?? "--\(option.name)"
        text += "        \(names)'[\(quoted(option.summary))]\(value)' \\\n"
      }
      text +=
        command.words.isEmpty
        ? "        '*:dump:_files' ;;\n"
        : "        '1:what:(\(command.words.joined(separator: " ")))'"
          + (command.name == "generate"
            ? " '2:shell:(\(Shell.allCases.map(\.rawValue).joined(separator: " ")))' ;;\n"
            : command.takesFiles ? " '*:file:_files' ;;\n" : " ;;\n")
    }
    return text + "  esac\n}\n_reprint \"$@\"\n"
  }

  private static func fish() -> String {
    var text =
      "# fish completion for reprint\ncomplete -c reprint -n __fish_use_subcommand -l version -d 'Show the version'\n"
    for command in CommandDescription.all {
      text += "complete -c reprint -f -n __fish_use_subcommand -a \(command.name) -d '\(quoted(command.summary))'\n"
      let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
      if !command.words.isEmpty {
        let files = command.takesFiles ? "" : "-f "
        text += "complete -c reprint \(files)\(condition) -a '\(command.words.joined(separator: " "))'\n"
      }
      if command.name == "generate" {
        text +=
          "complete -c reprint -f -n '__fish_seen_subcommand_from completions' -a '\(Shell.allCases.map(\.rawValue).joined(separator: " "))'\n"
      }
      for option in command.options {
        let letter = option.letter.map { " -s \($0)" } ?? ""
        let value: String
        switch option.value {
        case .none: value = ""
        case .choice(_, let choices): value = " -x -a '\(choices.joined(separator: " "))'"
        case .free: value = " -x"
        case .file: value = " -r"
        }
        text += "complete -c reprint \(condition)\(letter) -l \(option.name)\(value) -d '\(quoted(option.summary))'\n"
      }
    }
    return text
  }

  /// Summaries are in plain words; what shells and zsh's own syntax take for theirs is left out.
  private static func quoted(_ text: String) -> String {
    String(text.map { $0 == "'" ? "’" : $0 }).split(separator: ":").joined(separator: " -")
  }
}
