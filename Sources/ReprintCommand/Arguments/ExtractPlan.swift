import ReprintDumps
import ReprintReports

/// What `extract` is to do: its arguments, checked, with nothing opened yet.
struct ExtractPlan: Sendable {
  var inputs: [String]
  var scan = DumpScan()
  var format: OutputFormat
  var output: String?
  var isQuiet: Bool

  init(_ arguments: Arguments, _ command: CommandDescription) throws(UsageError) {
    inputs = try arguments.dumps(arguments.operands, command)
    InputOptions(arguments).apply(to: &scan)
    scan.threads = try arguments.threads(command)
    isQuiet = arguments.has("quiet")
    output = arguments["output"]
    format = arguments.lineFormat(text: .text, ndjson: .ndjson)
  }
}
