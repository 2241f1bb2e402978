import Reprint
import ReprintPlatform

/// The reading of a dump into scratch files: what the readers of chunks and the one that commits them need of it.
final class BoundedReading: @unchecked Sendable {
  let run: BoundedRun
  private let plan: BandPlan
  private let files: [DumpFile]
  /// Nil where an earlier run has read everything.
  private let columns: SpilledColumns?
  /// Chunks before this one are committed; those far behind it wait.
  private let turn = Monitor(0)
  private let isOver = Locked(false)
  private var position: (file: Int, offset: Int)

  /// Where to begin: at the end of the files where there is nothing left to read.
  let start: (file: Int, offset: Int)
  /// What an earlier run knew of the part before.
  let catalog: RecordCatalog
  let report: DumpReport

  /// - Parameter leavesRecordsInPlace: whether all records are read where they stand.
  init(
    _ bound: MemoryBound, options: SketchedDump.ReadOptions, files: [DumpFile], leavesRecordsInPlace: Bool
  ) throws(DumpError) {
    plan = options.clustering.bandPlan
    self.files = files
    run = try BoundedRun(
      MemoryBudget(bytes: bound.bytes, threads: options.clustering.threads), directory: bound.scratchDirectory,
      isResumable: bound.isResumable, options: options.stateOptions(bound), files: files,
      leavesRecordsInPlace: leavesRecordsInPlace)
    let state = run.current
    let isDone = state.done.contains(RunState.Stage.reading)
    let hasColumns = state.files[SpilledColumns.sketches] != nil
    columns = isDone ? nil : try SpilledColumns(run.space, plan: plan, resuming: hasColumns ? state : nil)
    start = isDone ? (files.count, 0) : (state.file, state.offset)
    position = start
    catalog = try Self.catalog(state, files)
    report = DumpReport(state)
  }

  /// Waits until a chunk is among the next ones, and takes out of its parts what goes to scratch files.
  func prepare(_ parts: [SketchedChunk], number: Int) -> [SketchedChunk] {
    turn.wait { number < $0 + run.budget.waitingChunks ? () : nil }
    return parts.map { part in
      var part = part
      part.spilled = SpilledChunk(&part, plan: plan)
      return part
    }
  }

  /// Chunks before this one are done.
  func committed(_ next: Int) { turn.update { $0 = max($0, next) } }

  /// Lets nobody wait any longer, and nothing more be written.
  func cancel() {
    isOver.withLock { $0 = true }
    turn.update { $0 = .max / 2 }
  }

  /// Writes what a chunk holds, and records how far the reading is when it is time to; returns what went wrong.
  func append(_ chunk: SketchedChunk, _ catalog: RecordCatalog, _ report: DumpReport) -> DumpError? {
    guard let columns, let spilled = chunk.spilled, !isOver.value else { return nil }
    do throws(DumpError) {
      try columns.append(spilled)
      let file = chunk.chunk.file
      let end = chunk.chunk.offset + chunk.chunkBytes
      position = end >= files[file].size ? (file + 1, 0) : (file, end)
      if run.inputsStay && run.isSaveDue { try record(catalog, report) }
      return nil
    } catch {
      cancel()
      return error
    }
  }

  private func record(_ catalog: RecordCatalog, _ report: DumpReport) throws(DumpError) {
    try run.save { state throws(DumpError) in
      try columns?.record(in: &state)
      (state.file, state.offset) = position
      state.takeReading(catalog, report)
    }
  }

  /// Closes the files, and reports what only the whole dump shows.
  func finish(
    _ catalog: RecordCatalog, _ report: DumpReport, selectors: FieldSelectors
  ) throws(DumpError) -> SketchedDump {
    var columns: [String: SpillFile] = [:]
    if let written = self.columns {
      columns = try written.finish()
      // Before what is found below, which is found again.
      let before = report.withoutFileProblems
      try run.save { state throws(DumpError) in state.takeReading(catalog, before) }
      try run.finish(RunState.Stage.reading, columns)
    } else {
      let sizes =
        [
          (SpilledColumns.sketches, 2 * plan.slots), (SpilledColumns.catalog, 16), (SpilledColumns.texts, 16),
          (SpilledColumns.identifiers, 8),
        ] + (0..<plan.bands).map { (SpilledColumns.band($0), 8) }
      for (name, size) in sizes { columns[name] = try run.file(name, recordSize: size) }
    }
    let places = try SpilledCatalog(columns[SpilledColumns.catalog]!)
    var report = report
    report.emptyDocuments = places.emptyDocuments
    let dump = SketchedDump(
      table: SketchTable(slots: plan.slots), catalog: catalog.with(places), files: files, selectors: selectors,
      report: report, bounded: BoundedDump(run: run, files: columns, places: places))
    let repeated = try DuplicateIDs.find(columns[SpilledColumns.identifiers]!, run)
    var refetched: Set<Int> = []
    while let pair = try repeated.next() {
      let (document, first) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      guard dump.name(of: document) == dump.name(of: first) else { continue }
      if dump.catalog.chunk(of: document).origin?.format == .warc {
        refetched.insert(document)
      } else {
        report.add(.duplicateID, dump.duplicateID(document, first))
      }
    }
    return SketchedDump(
      table: dump.table, catalog: dump.catalog, files: files, selectors: selectors, report: report,
      refetched: refetched, bounded: dump.bounded)
  }

  /// The catalog of what an earlier run has read, with its files mapped again.
  private static func catalog(_ state: RunState, _ files: [DumpFile]) throws(DumpError) -> RecordCatalog {
    var mappings: [Int: Mapping] = [:]
    var chunks: [RecordCatalog.Chunk] = []
    for chunk in state.chunks {
      guard files.indices.contains(chunk.file) else { throw DumpError("", "the recorded files are not there") }
      if chunk.isMapped && mappings[chunk.file] == nil {
        let file = files[chunk.file]
        let descriptor = try file.open()
        defer { close(descriptor) }
        do throws(SystemError) {
          mappings[chunk.file] = try Mapping(descriptor, count: file.size)
        } catch {
          throw DumpError(file.path, "\(error)")
        }
      }
      chunks.append(
        RecordCatalog.Chunk(
          file: chunk.file, format: chunk.isText ? .text : .jsonLines,
          mapping: chunk.isMapped ? mappings[chunk.file] : nil, offset: chunk.offset, firstLine: chunk.firstLine,
          lines: nil, firstDocument: chunk.firstDocument))
    }
    return RecordCatalog(chunks: chunks, linesInFile: state.linesInFile, count: state.documents)
  }
}

/// A dump in scratch files.
struct BoundedDump: Sendable {
  let run: BoundedRun
  let files: [String: SpillFile]
  let places: SpilledCatalog

  /// A column of the dump.
  func column(_ name: String) -> SpillFile {
    guard let file = files[name] else { preconditionFailure("no column \(name)") }
    return file
  }
}

extension SketchedDump {
  /// Whether an earlier run had done a part of this one.
  package var isResumed: Bool { bounded?.run.isResumed ?? false }

  /// Removes scratch files that were kept for a later run, now that there need be none.
  package func removeScratchFiles() { bounded?.run.removeFiles() }
}

extension RunState {
  /// Notes what was read so far.
  mutating func takeReading(_ catalog: RecordCatalog, _ report: DumpReport) {
    linesInFile = catalog.linesInFile
    documents = catalog.count
    for chunk in catalog.chunks[chunks.count...] {
      chunks.append(
        Chunk(
          file: chunk.file, isText: chunk.format == .text, isMapped: chunk.mapping != nil, offset: chunk.offset,
          firstLine: chunk.firstLine, firstDocument: chunk.firstDocument))
    }
    problems = report.problems.map { problem in
      let error = problem.error
      let kind = DumpReport.Problem.Kind.allCases.firstIndex(of: problem.kind) ?? 0
      return Problem(kind: kind, path: error.path, line: error.line ?? -1, reason: error.reason)
    }
    counts = DumpReport.Problem.Kind.allCases.map { report.count($0) }
    bytes = report.bytes
  }
}

extension DumpReport {
  /// What an earlier run had to report.
  init(_ state: RunState) {
    let kinds = Problem.Kind.allCases
    problems = state.problems.compactMap { problem in
      guard kinds.indices.contains(problem.kind) else { return nil }
      let error = DumpError(problem.path, line: problem.line < 0 ? nil : problem.line, problem.reason)
      return Problem(kind: kinds[problem.kind], error: error)
    }
    for (kind, count) in zip(kinds, state.counts) where count > 0 { counts[kind] = count }
    bytes = state.bytes
  }

  /// The report without problems of whole files, which every run finds for itself.
  var withoutFileProblems: DumpReport {
    var report = self
    report.problems.removeAll { $0.kind == .file }
    report.counts[.file] = nil
    return report
  }
}
