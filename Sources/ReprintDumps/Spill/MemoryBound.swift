import Reprint
import ReprintPlatform

/// How much memory a run may use, and where it keeps what does not fit.
public struct MemoryBound: Hashable, Sendable {
  /// Bytes of memory, mapped files not counted.
  public var bytes: Int
  /// The directory for scratch files.
  public var scratchDirectory: String
  /// Whether scratch files stay when the run is interrupted, so that it can go on from there; and whether to look for
  /// such a run.
  public var isResumable = false
  /// Whether pairs are wanted rather than clusters.
  public var findsPairs = false

  public init(bytes: Int, scratchDirectory: String? = nil) {
    self.bytes = bytes
    self.scratchDirectory = scratchDirectory ?? Files.temporaryDirectory
  }
}

extension SketchedDump.ReadOptions {
  /// All that the scratch files of a run depend on beside its input.
  func stateOptions(_ bound: MemoryBound) -> [RunState.Option] {
    let values: [(String, String)] = [
      ("the search for", bound.findsPairs ? "pairs" : "clusters"),
      ("threshold", "\(clustering.threshold)"), ("shingles of", "\(clustering.shingleWords) words"),
      ("sketches of", "\(clustering.slots) slots"), ("sketches of version", "\(SketchParameters.currentVersion)"),
      ("linkage", clustering.linkage.rawValue), ("keep policy", clustering.keep.rawValue),
      ("input format", format?.rawValue ?? "auto"),
      ("strict reading", isStrict ? "on" : "off"), ("text field", fields.text), ("id field", fields.id),
      ("publication field", fields.published), ("furniture", furniture.rawValue), ("address field", fields.url),
      ("site field", fields.site), ("title field", fields.title), ("html field", fields.html),
    ]
    return values.map { RunState.Option(name: $0.0, value: $0.1) }
  }
}
