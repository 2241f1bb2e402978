import Reprint
import ReprintDumps
import ReprintReports

/// What `trace` is to do: its arguments, checked, with nothing opened yet.
struct TracePlan: Sendable {
  var originals: [String]
  var inputs: [String]
  /// Whether the original is to be a single article.
  var hasOneOriginal: Bool
  var scan = DumpScan()
  var filter = TraceFilter()
  var format: PrintedFormat<OutputFormat>
  var output: String?
  var isQuiet: Bool

  init(_ arguments: Arguments, _ command: CommandDescription) throws(UsageError) {
    func fail(_ text: String) -> UsageError { UsageError(description: text, command: command.name) }
    originals = arguments.all("original")
    inputs = arguments.operands
    hasOneOriginal = originals.isEmpty
    if originals.isEmpty {
      guard let first = inputs.first else { throw fail("name an ORIGINAL and at least one DUMP") }
      originals = [first]
      inputs.removeFirst()
    }
    inputs = try arguments.dumps(inputs, command)
    guard !originals.contains("-") || !inputs.contains("-") else { throw fail("standard input can be read only once") }
    InputOptions(arguments).apply(to: &scan)
    scan.threads = try arguments.threads(command)
    filter = try TraceFilter(arguments, command)
    isQuiet = arguments.has("quiet")
    output = arguments["output"]
    format = arguments.format(text: .text, ndjson: .ndjson)
  }
}

/// Which traces are wanted.
struct TraceFilter: Sendable {
  var isNearExact = false
  /// Share of the original's words.
  var leastCoverage = 0.0
  /// Matched words.
  var leastWords = 0

  init() {}

  init(_ arguments: Arguments, _ command: CommandDescription) throws(UsageError) {
    isNearExact = arguments.has("near-exact")
    leastWords = try arguments.number("min-words", 0...1_000_000_000, command) ?? 0
    guard let text = arguments["min-coverage"] else { return }
    guard let value = Double(text), (0...1).contains(value) else {
      throw UsageError(
        description: "--min-coverage is a number from 0 to 1, not '\(text)'", command: command.name)
    }
    leastCoverage = value
  }

  /// Whether nothing is left out.
  var isOpen: Bool { !isNearExact && leastCoverage == 0 && leastWords == 0 }

  func admits(_ verdict: Verdict) -> Bool {
    verdict.coverage.words >= leastCoverage && verdict.matchedWords >= leastWords
      && (!isNearExact || verdict.isNearExact)
  }

  /// The options that say the same.
  var options: [String] {
    var options = isNearExact ? ["--near-exact"] : []
    if leastCoverage > 0 { options.append("--min-coverage \(leastCoverage)") }
    if leastWords > 0 { options.append("--min-words \(leastWords)") }
    return options
  }
}
