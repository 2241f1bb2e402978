import Reprint
import ReprintDumps
import ReprintPlatform
import ReprintReports

/// What `cluster`, `dedup` and `pairs` are to do: their arguments, checked, with nothing opened yet.
struct SearchPlan: Sendable {
  var inputs: [String]
  var read = SketchedDump.ReadOptions()
  var format = OutputFormat.text
  var output: String?
  var removed: String?
  var explains = false
  var showsStatistics = false
  var isQuiet = false

  var clustering: ClusteringOptions { read.clustering }

  init(_ arguments: Arguments, _ command: CommandDescription) throws(UsageError) {
    func fail(_ text: String) -> UsageError { UsageError(description: text, command: command.name) }

    explains = arguments.has("explain")
    inputs = try explains ? arguments.operands : arguments.dumps(arguments.operands, command)
    var clustering = ClusteringOptions()
    if let text = arguments["threshold"] {
      guard let value = Double(text), value > 0, value <= 1 else {
        throw fail("--threshold is a number above 0 and at most 1, not '\(text)'")
      }
      clustering.threshold = value
    }
    clustering.shingleWords = try arguments.number("shingle-words", 1...1000, command) ?? clustering.shingleWords
    clustering.slots = try arguments.number("slots", 1...256, command) ?? clustering.slots
    clustering.linkage = arguments["linkage"].flatMap(Linkage.init(rawValue:)) ?? clustering.linkage
    clustering.keep = arguments["keep"].flatMap(KeepPolicy.init(rawValue:)) ?? clustering.keep
    clustering.threads = try arguments.threads(command)
    // How many slots there are is seen from the sketches that are joined.
    guard command.name == "join" || clustering.bandPlan.recall >= BandPlan.defaultRecall else {
      let enough = FastSimilaritySketch.slotCounts.first {
        BandPlan(threshold: clustering.threshold, slots: $0).recall >= BandPlan.defaultRecall
      }
      throw fail(
        "\(clustering.slots) slots find only \(Percent.text(clustering.bandPlan.recall)) of the pairs at \(clustering.threshold): "
          + "raise --threshold" + (enough.map { " or --slots, to \($0)" } ?? ""))
    }
    read.clustering = clustering

    InputOptions(arguments).apply(to: &read)
    showsStatistics = arguments.has("stats")
    read.measuresStages = showsStatistics
    isQuiet = arguments.has("quiet")

    read.memory = try Self.memory(arguments, command)

    output = arguments["output"]
    removed = arguments["removed"]
    if let removed, DumpOutput.isSame(removed, output ?? "-") {
      throw fail(
        removed == "-" && output == nil
          ? "kept and removed documents would both go to standard output: give --output"
          : "--removed and --output are the same")
    }
    format = arguments.lineFormat(text: .text, ndjson: .ndjson)
  }

  /// The bound that was asked for, and where scratch files go.
  private static func memory(
    _ arguments: Arguments, _ command: CommandDescription
  ) throws(UsageError) -> MemoryBound? {
    func fail(_ text: String) -> UsageError { UsageError(description: text, command: command.name) }
    guard let text = arguments["memory"] else {
      for name in ["scratch", "resume"] where arguments.has(name) { throw fail("--\(name) needs --memory") }
      return nil
    }
    guard let bytes = ByteCount.parse(text) else {
      throw fail("--memory is a number of bytes, with K, M or G behind it or not, not '\(text)'")
    }
    guard bytes >= MemoryBudget.least else {
      throw fail("--memory is at least \(MemoryBudget.least >> 20) MiB, not '\(text)'")
    }
    var bound = MemoryBound(bytes: bytes, scratchDirectory: arguments["scratch"])
    bound.isResumable = arguments.has("resume")
    bound.findsPairs = command.name == "pairs"
    guard !bound.isResumable || arguments.has("scratch") else { throw fail("--resume needs --scratch") }
    return bound
  }
}

enum Percent {
  /// A share with one decimal, rounded down so that 100 % means all.
  static func text(_ share: Double) -> String {
    let tenths = Int(share * 1000)
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
