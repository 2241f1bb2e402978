public import Reprint
import ReprintPlatform

/// A dump that has been read once: its sketches, where its records stand, and what was wrong with it.
///
/// Records are looked at again in place, so nothing of the texts is kept in memory.
public final class SketchedDump: Sendable {
  package let table: SketchTable
  let catalog: RecordCatalog
  let files: [DumpFile]
  let selectors: FieldSelectors
  let convertedSelectors: FieldSelectors
  /// Pages of web archives whose address an earlier document has.
  let refetched: Set<Int>
  public let report: DumpReport
  /// The scratch files that hold the sketches, where memory is bounded.
  let bounded: BoundedDump?
  /// What is known of the sketches, where they were read rather than made.
  let sketches: ReadSketches?
  /// The first record that was not there any more when it was wanted again.
  let lost = Locked<DumpError?>(nil)

  /// How to read a dump.
  public struct ReadOptions: Sendable {
    public var clustering = ClusteringOptions()
    public var fields = RecordFields()
    /// The format of every file, or nil to go by names and first bytes.
    public var format: DumpFormat?
    /// What to do with page furniture.
    public var furniture = FurnitureMode.auto
    /// Whether the first record that can't be read ends the run.
    public var isStrict = false
    /// Whether to measure stages.
    public var measuresStages = false
    /// Whether the files hold sketches, and not documents.
    package var readsSketches = false
    /// Whether sketches may be mixed that were made for different thresholds.
    package var ignoresThreshold = false
    /// How much memory to use, or nil for as much as it takes.
    public var memory: MemoryBound?

    public init() {}
  }

  /// How far the reading is; called from a thread of its own.
  public struct Progress: Sendable {
    public var bytesRead: Int
    /// 0 where the size is not known.
    public var totalBytes: Int
    public var documents: Int
  }

  init(
    table: SketchTable, catalog: RecordCatalog, files: [DumpFile], selectors: FieldSelectors, report: DumpReport,
    refetched: Set<Int> = [], bounded: BoundedDump? = nil, sketches: ReadSketches? = nil
  ) {
    self.table = table
    self.catalog = catalog
    self.files = files
    self.selectors = selectors
    convertedSelectors = FieldSelectors(RecordFields(), selectors.blocks, isConverted: true)
    self.report = report
    self.refetched = refetched
    self.bounded = bounded
    self.sketches = sketches
  }

  /// Reads all files that `paths` stand for, on as many threads as the options say, and sketches every record.
  ///
  /// With ``FurnitureMode/auto`` a dump whose records have sites is gone through twice: the furniture of the sites is
  /// found first, and is no part of what is sketched and compared.
  ///
  /// - Parameter progress: called every tenth of a second or so.
  /// - Throws: what keeps a file from being read at all; with ``ReadOptions/isStrict`` the first record that can't be.
  /// - Complexity: O(bytes) time; about 290 bytes a document of memory at 128 slots.
  public static func read(
    _ paths: [String], options: ReadOptions, progress: (@Sendable (Progress) -> Void)? = nil
  ) throws(DumpError) -> SketchedDump {
    let list = try DumpFileList(paths, format: options.readsSketches ? .jsonLines : options.format)
    let threads = max(1, options.clustering.threads)
    let feed = ChunkFeed(
      list.files, workers: threads, fields: options.fields,
      scratchDirectory: options.memory?.scratchDirectory ?? Files.temporaryDirectory)
    let survey = try survey(feed, options, progress)
    let reading = try options.memory.map { bound throws(DumpError) in
      try BoundedReading(
        bound, options: options, files: list.files, leavesRecordsInPlace: survey.leavesRecordsInPlace)
    }
    feed.rewind(to: reading?.start ?? (0, 0))
    let commits = Locked(Commits(options, list.files, reading))
    let times = Locked(ChunkSketcher.StageTimes())
    let ticker = progress.map { progress in
      Ticker(every: 0.1) {
        progress(
          Progress(
            bytesRead: survey.bytes + feed.bytesRead,
            totalBytes: feed.totalBytes == 0 ? 0 : survey.bytes + feed.totalBytes,
            documents: commits.withLock { $0.catalog.count }))
      }
    }
    let failure = Locked<DumpError?>(nil)
    Threads.run(threads) { _ in
      var worker = Worker(options, survey)
      do throws(DumpError) {
        while let (number, chunk) = try feed.next() {
          let parts = try worker.sketch(chunk) { () throws(DumpError) in try feed.scratch() }
          let sketched = reading?.prepare(parts, number: number) ?? parts
          let problem = commits.withLock { $0.commit(number, sketched) }
          if let problem { feed.cancel(problem) }
        }
      } catch {
        failure.withLock { if $0 == nil { $0 = error } }
        feed.cancel(error)
        reading?.cancel()
      }
      times.withLock { $0 += worker.times }
    }
    ticker?.stop()
    if let error = failure.value { throw error }
    let commitsDone = commits.value
    var report = commitsDone.report
    report.add(feed.warnings)
    report.addUnread(list, except: Set(commitsDone.catalog.chunks.map(\.file)))
    report.documents = commitsDone.catalog.count
    report.emptyDocuments = commitsDone.table.wordCounts.count { $0 == 0 }
    if options.measuresStages {
      let measured = times.value
      report.stageSeconds = [
        "parse": measured.parse + survey.seconds, "tokenise": measured.tokenise, "sketch": measured.sketch,
      ]
    }
    if let reading {
      return try reading.finish(
        commitsDone.catalog, report, selectors: FieldSelectors(options.fields, options.furniture.blocks))
    }
    let fields = options.readsSketches ? SketchLineReader.documentFields : options.fields
    let dump = SketchedDump(
      table: commitsDone.table, catalog: commitsDone.catalog, files: list.files,
      selectors: FieldSelectors(fields, options.furniture.blocks), report: report, sketches: commitsDone.sketches)
    return dump.withDuplicateIDsReported(commitsDone.identifiers)
  }

  /// Looks for furniture, if that is wanted.
  private static func survey(
    _ feed: ChunkFeed, _ options: ReadOptions, _ progress: (@Sendable (Progress) -> Void)?
  ) throws(DumpError) -> FurnitureSurvey {
    guard options.furniture == .auto, !options.readsSketches else { return FurnitureSurvey() }
    // What is read once may well be read twice.
    let ticker = progress.map { progress in
      Ticker(every: 0.1) {
        progress(Progress(bytesRead: feed.bytesRead, totalBytes: 2 * feed.totalBytes, documents: 0))
      }
    }
    defer { ticker?.stop() }
    return try FurnitureSurvey(
      feed, fields: options.fields, threads: max(1, options.clustering.threads),
      memory: (options.memory?.bytes ?? 1 << 32) / 4)
  }

  /// What there is to say of a document that has the id of an earlier one.
  func duplicateID(_ document: Int, _ first: Int) -> DumpError {
    let place = catalog.place(of: first).name(in: path(of: first))
    return catalog.place(of: document).error(
      path(of: document), "id \"\(name(of: document))\" is that of \(place) too")
  }

  /// The same dump, with the documents named whose id an earlier one has.
  ///
  /// That a page was fetched more than once is nothing to report.
  private func withDuplicateIDsReported(_ identifiers: [UInt64]) -> SketchedDump {
    var report = report
    var refetched: Set<Int> = []
    for (document, first) in DuplicateIDs.find(identifiers) where name(of: document) == name(of: first) {
      if catalog.chunk(of: document).origin?.format == .warc {
        refetched.insert(document)
        continue
      }
      report.add(.duplicateID, duplicateID(document, first))
    }
    return SketchedDump(
      table: table, catalog: catalog, files: files, selectors: selectors, report: report, refetched: refetched,
      sketches: sketches)
  }
}
