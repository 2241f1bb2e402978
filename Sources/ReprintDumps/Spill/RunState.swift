/// How far a run is: what a later one needs to go on.
struct RunState: Sendable, Equatable {
  /// An option and its value; the result depends on all of these.
  struct Option: Sendable, Equatable {
    var name: String
    var value: String
  }

  /// A file that is read.
  struct Input: Sendable, Equatable {
    var path: String
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int
  }

  /// A scratch file.
  struct File: Sendable, Equatable {
    var count: Int
    /// The bytes behind the last whole block, where the file is still being written.
    var tail: [UInt8] = []
  }

  struct Chunk: Sendable, Equatable {
    var file: Int
    var isText: Bool
    var isMapped: Bool
    var offset: Int
    var firstLine: Int
    var firstDocument: Int
  }

  struct Problem: Sendable, Equatable {
    var kind: Int
    var path: String
    var line: Int
    var reason: String
  }

  var options: [Option] = []
  var inputs: [Input] = []
  var files: [String: File] = [:]
  /// Stages that are done.
  var done: Set<String> = []

  /// Where the reading goes on: a file, and a place in it.
  var file = 0
  var offset = 0
  var linesInFile = 0
  var documents = 0
  var chunks: [Chunk] = []
  var problems: [Problem] = []
  /// By kind of problem.
  var counts: [Int] = []
  var bytes = 0

  /// Candidates that are verified, and what the search found on the way.
  var verified = 0
  var compared = 0
  var hotBuckets = 0
  var cappedBuckets = 0

  /// What tells this state from what is asked for now, in words; nil if nothing does.
  func difference(to other: RunState) -> String? {
    for (old, new) in zip(options, other.options) where old != new {
      return "it has \(old.name) \(old.value), not \(new.value)"
    }
    if inputs.count != other.inputs.count {
      return "it reads \(inputs.count) \(inputs.count == 1 ? "file" : "files"), not \(other.inputs.count)"
    }
    for (old, new) in zip(inputs, other.inputs) {
      if old.path != new.path { return "it reads \(old.path), not \(new.path)" }
      if old != new { return "\(old.path) has changed since" }
    }
    return options.count == other.options.count ? nil : "it is of another version"
  }

  /// Forgets what was read.
  mutating func resetReading() {
    let fresh = RunState()
    (file, offset, linesInFile, documents, bytes) = (0, 0, 0, 0, 0)
    (chunks, problems, counts) = (fresh.chunks, fresh.problems, fresh.counts)
    done.remove(Stage.reading)
    let columns = [SpilledColumns.sketches, SpilledColumns.catalog, SpilledColumns.texts, SpilledColumns.identifiers]
    files = files.filter { !columns.contains($0.key) && !$0.key.hasPrefix("band.") }
  }

  /// Names of stages.
  enum Stage {
    static let reading = "reading"
    static let copies = "copies"
    static func band(_ band: Int) -> String { "pairs.\(band)" }
    static let candidates = "candidates"
    static let parts = "parts"
  }
}
