import ReprintDumps
import ReprintPlatform
import ReprintReports

/// What `extract` is to do: its arguments, checked, with nothing opened yet.
struct ExtractPlan: Sendable {
  var inputs: [String]
  var scan = DumpScan()
  var format: OutputFormat
  var output: String?
  var isQuiet: Bool

  init(_ arguments: Arguments, _ command: CommandDescription) throws(UsageError) {
    inputs = arguments.operands
    if inputs.isEmpty {
      guard !Terminal(0).isTerminal else {
        throw UsageError(description: "nothing to read: name a DUMP, or - for standard input", command: command.name)
      }
      inputs = ["-"]
    }
    scan.fields = RecordFields(arguments)
    scan.furniture = FurnitureMode(arguments)
    scan.format = arguments["input-format"].flatMap(DumpFormat.init(rawValue:))
    scan.isStrict = arguments.has("strict")
    scan.threads = try SearchPlan.number("threads", 1...1024, arguments, command) ?? Machine.availableProcessors
    isQuiet = arguments.has("quiet")
    output = arguments["output"]
    let toTerminal = (output ?? "-") == "-" && Terminal(1).isTerminal
    format = arguments["format"].flatMap(OutputFormat.init(rawValue:)) ?? (toTerminal ? .text : .ndjson)
  }
}

extension FurnitureMode {
  /// What was asked for on the command line.
  init(_ arguments: Arguments) { self = arguments["furniture"].flatMap(FurnitureMode.init(rawValue:)) ?? .auto }
}
