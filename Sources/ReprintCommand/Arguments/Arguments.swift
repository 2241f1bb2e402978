/// A command line that can't be understood.
struct UsageError: Error, CustomStringConvertible {
  let description: String
  /// The command it is about, for where to look further.
  var command: String?
}

/// The words behind a command, sorted into options and operands; nothing is opened or checked beyond the table.
struct Arguments: Sendable {
  private(set) var operands: [String] = []
  /// The last value given to each option; empty for options without one.
  private var values: [String: String] = [:]
  /// All values given to each option, in order.
  private var lists: [String: [String]] = [:]
  /// Whether help was asked for by its letter.
  private(set) var wantsShortHelp = false

  init(_ words: [String], for command: CommandDescription) throws(UsageError) {
    var rest = words[...]
    var onlyOperands = false
    while let word = rest.popFirst() {
      if onlyOperands || word == "-" || !word.hasPrefix("-") {
        // A variable of the shell that isn't set.
        guard !word.isEmpty else { throw UsageError(description: "the name of a file is empty", command: command.name) }
        operands.append(word)
      } else if word == "--" {
        onlyOperands = true
      } else if word.hasPrefix("--") {
        try takeLong(word, &rest, command)
      } else {
        try takeLetters(word, &rest, command)
      }
    }
  }

  func has(_ name: String) -> Bool { values[name] != nil }

  subscript(name: String) -> String? { values[name] }

  /// All values of an option that may be given several times.
  func all(_ name: String) -> [String] { lists[name] ?? [] }

  private mutating func takeLong(
    _ word: String, _ rest: inout ArraySlice<String>, _ command: CommandDescription
  ) throws(UsageError) {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = command.options.first(where: { $0.name == name }) else {
      throw unknown("--\(name)", among: command.options.map { "--\($0.name)" }, command)
    }
    try set(option, "--\(name)", parts.count > 1 ? String(parts[1]) : nil, &rest, command)
  }

  private mutating func takeLetters(
    _ word: String, _ rest: inout ArraySlice<String>, _ command: CommandDescription
  ) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.letter == letter }) else {
        throw unknown("-\(letter)", among: [], command)
      }
      if option.name == "help" { wantsShortHelp = true }
      if case .none = option.value {
        values[option.name] = ""
      } else {
        var attached = letters.isEmpty ? nil : String(letters)
        if attached?.hasPrefix("=") == true { attached?.removeFirst() }
        letters = ""
        try set(option, "-\(letter)", attached, &rest, command)
      }
    }
  }

  private mutating func set(
    _ option: Option, _ shown: String, _ attached: String?, _ rest: inout ArraySlice<String>,
    _ command: CommandDescription
  ) throws(UsageError) {
    if case .none = option.value {
      guard attached == nil else { throw UsageError(description: "\(shown) takes no value", command: command.name) }
      values[option.name] = ""
      return
    }
    guard let value = attached ?? rest.popFirst() else {
      throw UsageError(description: "\(shown) needs a value: \(option.placeholder ?? "")", command: command.name)
    }
    if case .file = option.value, value.isEmpty {
      throw UsageError(description: "\(shown) is empty: \(option.placeholder ?? "")", command: command.name)
    }
    if !option.choices.isEmpty && !option.choices.contains(value) {
      let list = option.choices.joined(separator: ", ")
      throw UsageError(
        description: "\(shown) can't be '\(value)': it is one of \(list)\(NearMiss.hint(value, among: option.choices))",
        command: command.name)
    }
    values[option.name] = value
    lists[option.name, default: []].append(value)
  }

  private func unknown(_ shown: String, among names: [String], _ command: CommandDescription) -> UsageError {
    UsageError(
      description: "'\(command.name)' has no option \(shown)\(NearMiss.hint(shown, among: names))",
      command: command.name)
  }
}

/// What someone may have meant.
enum NearMiss {
  /// A question with the nearest name, or nothing where none is near.
  static func hint(_ word: String, among names: [String]) -> String {
    let limit = max(1, word.count / 3)
    let nearest = names.map { (name: $0, distance: distance(word, $0)) }.min { $0.distance < $1.distance }
    guard let nearest, nearest.distance <= limit else { return "" }
    return "; did you mean '\(nearest.name)'?"
  }

  /// Edits between two words: insertions, deletions, substitutions and swaps of neighbours.
  static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    for i in 1...a.count {
      for j in 1...b.count {
        rows[i][j] = min(
          rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }
}
