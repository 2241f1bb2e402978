import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// What `syndication` is to do: its arguments, checked, with nothing opened yet.
struct SyndicationPlan: Sendable {
  /// How the result is printed.
  enum Format: Sendable {
    case lines(SyndicationFormat)
    case page
  }

  var inputs: [String]
  var read: SketchedDump.ReadOptions
  var threads: Int
  var filter: TraceFilter
  var format: Format
  var output: String?
  var isQuiet: Bool

  init(_ arguments: Arguments, _ command: CommandDescription) throws(UsageError) {
    inputs = arguments.operands
    if inputs.isEmpty {
      guard !Terminal(0).isTerminal else {
        throw UsageError(
          description: "name at least one DUMP, or - for standard input", command: command.name)
      }
      inputs = ["-"]
    }
    threads = try SearchPlan.number("threads", 1...1024, arguments, command) ?? Machine.availableProcessors
    read = Syndication.readOptions(threads: threads)
    read.fields = RecordFields(arguments)
    read.format = arguments["input-format"].flatMap(DumpFormat.init(rawValue:))
    read.isStrict = arguments.has("strict")
    filter = try TraceFilter(arguments, command)
    isQuiet = arguments.has("quiet")
    output = arguments["output"]
    let toTerminal = (output ?? "-") == "-" && Terminal(1).isTerminal
    if arguments["format"] == "html" {
      format = .page
    } else {
      format = .lines(arguments["format"].flatMap(SyndicationFormat.init(rawValue:)) ?? (toTerminal ? .text : .ndjson))
    }
  }
}
