import Reprint

/// What `sketch` is to do: its arguments, checked, with nothing opened yet.
struct SketchPlan: Sendable {
  var search: SearchPlan
  var printsShingles: Bool

  init(_ arguments: Arguments, _ command: CommandDescription) throws(UsageError) {
    search = try SearchPlan(arguments, command)
    printsShingles = arguments.has("shingles")
  }

  var parameters: SketchParameters {
    let options = search.clustering
    return SketchParameters(
      shingleWords: options.shingleWords, slots: options.slots, threshold: options.threshold,
      furniture: search.read.furniture.rawValue)
  }
}
