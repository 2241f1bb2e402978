import Reprint
import ReprintDumps
import ReprintReports

/// What `index` is to do: its arguments, checked, with nothing opened yet.
struct IndexPlan: Sendable {
  enum Word: String, CaseIterable, Sendable {
    case add, query, dedup, trace, remove, stat, check

    /// Options that it has beside `threads`, `quiet` and `help`.
    fileprivate var options: Set<String> {
      let input = Set(CommandDescription.input)
      let matching: Set<String> = ["threshold", "shingle-words", "slots", "texts"]
      switch self {
      case .add: return input.union(matching).union(["no-wait"])
      case .query: return input.union(matching).union(["format", "output"])
      case .dedup: return input.union(matching).union(["output", "removed", "add", "no-wait"])
      case .trace: return input.union(["near-exact", "min-coverage", "min-words", "format", "output"])
      case .remove: return ["ids", "no-wait"]
      case .stat: return ["format", "output"]
      case .check: return []
      }
    }
  }

  let word: Word
  /// The directory of the index.
  let directory: String
  /// How dumps are read and results are printed.
  var search: SearchPlan
  /// Dumps, originals or ids.
  var operands: [String]
  /// What a new index is made with.
  let options: IndexOptions
  var filter = TraceFilter()
  var traceFormat: PrintedFormat<OutputFormat>
  var adds: Bool
  var idFile: String?
  var waits: Bool
  /// Options that were given and that an index fixes.
  private let given: Set<String>

  var isQuiet: Bool { search.isQuiet }

  init(_ arguments: Arguments, _ command: CommandDescription) throws(UsageError) {
    func fail(_ text: String) -> UsageError { UsageError(description: text, command: command.name) }
    let words = Word.allCases.map(\.rawValue)
    guard let first = arguments.operands.first else {
      throw fail("do what with an index? \(words.joined(separator: ", "))")
    }
    guard let word = Word(rawValue: first) else {
      throw fail("'index' has no word '\(first)'\(NearMiss.hint(first, among: words))")
    }
    self.word = word
    for option in command.options where arguments.has(option.name) {
      guard word.options.contains(option.name) || ["threads", "quiet", "help"].contains(option.name) else {
        throw fail("'index \(word.rawValue)' has no option --\(option.name)")
      }
    }
    guard arguments.operands.count > 1, !arguments.operands[1].isEmpty else {
      throw fail("'index \(word.rawValue)' needs the directory of an index")
    }
    directory = arguments.operands[1]
    guard directory != "-" else { throw fail("'-' is no directory of an index") }
    operands = Array(arguments.operands.dropFirst(2))
    idFile = arguments["ids"]
    switch word {
    case .add, .query, .dedup:
      operands = try arguments.dumps(operands, command)
    case .trace: if operands.isEmpty { throw fail("name at least one ORIGINAL") }
    case .remove: if operands.isEmpty && idFile == nil { throw fail("name at least one ID, or a file with --ids") }
    case .stat, .check:
      if let extra = operands.first { throw fail("'index \(word.rawValue)' takes no more than DIR, not '\(extra)'") }
    }
    search = try SearchPlan(arguments, command)
    search.inputs = word == .remove ? [] : operands
    if arguments["format"] == "html", word != .trace { throw fail("html is a format of 'index trace' only") }
    traceFormat = arguments["format"] == "html" ? .page : .lines(search.format)
    filter = try TraceFilter(arguments, command)
    adds = arguments.has("add")
    waits = !arguments.has("no-wait")
    var options = IndexOptions()
    options.threshold = search.clustering.threshold
    options.shingleWords = search.clustering.shingleWords
    options.slots = search.clustering.slots
    options.furniture = search.read.furniture
    options.keepsTexts = arguments["texts"] != "drop"
    self.options = options
    given = Set(["threshold", "shingle-words", "slots", "furniture", "texts"].filter { arguments.has($0) })
  }

  /// Refuses options that an index does not have, and reads dumps as it does.
  mutating func adopt(_ index: DocumentIndex) throws(DumpError) {
    let own = index.options
    func refuse(_ name: String, _ own: String, _ asked: String) throws(DumpError) {
      guard given.contains(name), own != asked else { return }
      throw DumpError(directory, "was made with --\(name) \(own), which can't be \(asked) now; make another index")
    }
    try refuse("threshold", "\(own.threshold)", "\(options.threshold)")
    try refuse("shingle-words", "\(own.shingleWords)", "\(options.shingleWords)")
    try refuse("slots", "\(own.slots)", "\(options.slots)")
    try refuse("furniture", own.furniture.rawValue, options.furniture.rawValue)
    try refuse("texts", own.keepsTexts ? "keep" : "drop", options.keepsTexts ? "keep" : "drop")
    search.read = DocumentIndex.readOptions(own, from: search.read)
  }

  /// How originals are read.
  var scan: DumpScan {
    var scan = DumpScan()
    InputOptions(search.read).apply(to: &scan)
    scan.threads = search.clustering.threads
    return scan
  }
}
