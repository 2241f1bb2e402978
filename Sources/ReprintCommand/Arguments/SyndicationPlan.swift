import Reprint
import ReprintDumps
import ReprintReports

/// What `syndication` is to do: its arguments, checked, with nothing opened yet.
struct SyndicationPlan: Sendable {
  var inputs: [String]
  var read: SketchedDump.ReadOptions
  var threads: Int
  var filter: TraceFilter
  var format: PrintedFormat<SyndicationFormat>
  var output: String?
  var isQuiet: Bool

  init(_ arguments: Arguments, _ command: CommandDescription) throws(UsageError) {
    inputs = try arguments.dumps(arguments.operands, command)
    threads = try arguments.threads(command)
    read = Syndication.readOptions(threads: threads)
    InputOptions(arguments).apply(to: &read)
    filter = try TraceFilter(arguments, command)
    isQuiet = arguments.has("quiet")
    output = arguments["output"]
    format = arguments.format(text: .text, ndjson: .ndjson)
  }
}
