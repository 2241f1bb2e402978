import Reprint
import ReprintDumps

/// What `join` is to do: its arguments, checked, with nothing opened yet.
struct JoinPlan: Sendable {
  var search: SearchPlan
  var findsPairs: Bool
  /// Whether the output is sorted by ids, and not as the sketches come.
  var sortsByID: Bool
  /// Whether the threshold is that of the sketches.
  var takesThreshold: Bool

  init(_ arguments: Arguments, _ command: CommandDescription) throws(UsageError) {
    search = try SearchPlan(arguments, command)
    takesThreshold = !arguments.has("threshold")
    search.read.readsSketches = true
    search.read.ignoresThreshold = !takesThreshold
    search.read.furniture = .keep
    findsPairs = arguments.has("pairs")
    sortsByID = arguments["order"] == "id"
    if sortsByID, search.clustering.keep == .first {
      throw UsageError(
        description: "--keep first goes by the order of the input, so --order id can't", command: command.name)
    }
  }

  /// How to search among sketches of these parameters.
  func clustering(_ parameters: SketchParameters) throws(DumpError) -> ClusteringOptions {
    var options = search.clustering
    options.shingleWords = parameters.shingleWords
    options.slots = parameters.slots
    if takesThreshold { options.threshold = parameters.threshold }
    guard options.bandPlan.recall >= BandPlan.defaultRecall else {
      throw DumpError(
        search.inputs.joined(separator: " "),
        "sketches of \(options.slots) slots find only \(Percent.text(options.bandPlan.recall)) of the pairs at "
          + "\(options.threshold)")
    }
    return options
  }
}
