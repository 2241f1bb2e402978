import Reprint

/// The scratch files that a reading fills, one for each thing that is known of every document.
final class SpilledColumns: @unchecked Sendable {
  static let sketches = "sketches"
  static let catalog = "catalog"
  static let texts = "texts"
  static let identifiers = "ids"
  static func band(_ band: Int) -> String { "band.\(band)" }

  private let names: [String]
  private let writers: [SpillWriter]
  private let plan: BandPlan

  /// - Parameter state: what an interrupted run recorded of the files, or nil to begin anew.
  init(_ space: ScratchSpace, plan: BandPlan, resuming state: RunState?) throws(DumpError) {
    let bands = (0..<plan.bands).map { (Self.band($0), 8) }
    let columns =
      [(Self.sketches, 2 * plan.slots), (Self.catalog, 16), (Self.texts, 16), (Self.identifiers, 8)] + bands
    var writers: [SpillWriter] = []
    for (name, size) in columns {
      if let recorded = state?.files[name] {
        writers.append(
          try SpillWriter(
            resuming: space.reopen(name), recordSize: size, count: recorded.count, tail: recorded.tail))
      } else {
        writers.append(SpillWriter(try space.create(name), recordSize: size))
      }
    }
    names = columns.map(\.0)
    self.writers = writers
    self.plan = plan
  }

  /// Documents so far.
  var count: Int { writers[0].count }

  func append(_ chunk: SpilledChunk) throws(DumpError) {
    let count = chunk.count
    try append(chunk.sketches, to: 0, count)
    try append(chunk.catalog, to: 1, count)
    try append(chunk.texts, to: 2, count)
    try append(chunk.identifiers, to: 3, count)
    for band in 0..<plan.bands {
      try append(chunk.bands, to: 4 + band, count, from: band * count)
    }
  }

  private func append<Element: BitwiseCopyable>(
    _ elements: [Element], to column: Int, _ count: Int, from start: Int = 0
  ) throws(DumpError) {
    guard count > 0 else { return }
    let writer = writers[column]
    let result: Result<Void, DumpError> = elements.withUnsafeBufferPointer { elements in
      do throws(DumpError) {
        return .success(try writer.append(UnsafeRawPointer(elements.baseAddress! + start), count: count))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Sees to it that what was appended so far survives the process, and notes how much that is.
  func record(in state: inout RunState) throws(DumpError) {
    for (name, writer) in zip(names, writers) {
      try writer.flush()
      try writer.handle.synchronize()
      state.files[name] = RunState.File(count: writer.count, tail: writer.tail)
    }
  }

  /// Writes all that is left; returns the files by name.
  func finish() throws(DumpError) -> [String: SpillFile] {
    var files: [String: SpillFile] = [:]
    for (name, writer) in zip(names, writers) { files[name] = try writer.endRun() }
    return files
  }
}
