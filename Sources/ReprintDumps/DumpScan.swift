package import Reprint
import ReprintPlatform

/// Looks at every record of a dump in one pass, on any number of threads, and gives what was found in input order.
///
/// Chunks are looked at in parallel and committed in order, so that nothing depends on the number of threads. In memory
/// is what was found in chunks that wait for an earlier one, and no more of the dump than its workers hold.
package struct DumpScan: Sendable {
  package var fields = RecordFields()
  /// The format of every file, or nil to go by names and first bytes.
  package var format: DumpFormat?
  /// Whether the first record that can't be read ends the run.
  package var isStrict = false
  package var threads = 1
  /// What to do with page furniture.
  package var furniture = FurnitureMode.auto
  /// Whether the furniture of sites is looked for, in a pass before.
  package var looksForSites = true
  /// Whether furniture stays in the texts of pages of HTML, each line with a reason.
  package var showsFurniture = false

  package init() {}

  private var blocks: BlockSelection { showsFurniture && furniture != .keep ? .allWithReasons : furniture.blocks }

  /// Something that a worker found, and the record it stands in.
  package struct Found<Finding: Sendable>: Sendable {
    package var article: TracedArticle
    package var finding: Finding
  }

  /// Scans all files that `paths` stand for.
  ///
  /// - Parameters:
  ///   - makeVisitor: called once on each thread.
  ///   - commit: given what was found, in input order, one call at a time; what it throws ends the run.
  /// - Throws: what keeps a file from being read at all; with ``isStrict`` the first record that can't be.
  package func run<Visitor: RecordVisitor>(
    _ paths: [String], progress: (@Sendable (SketchedDump.Progress) -> Void)? = nil,
    makeVisitor: @escaping @Sendable () -> Visitor,
    commit: @escaping @Sendable (Found<Visitor.Finding>) throws(DumpError) -> Void
  ) throws(DumpError) -> DumpReport where Visitor: ~Copyable {
    let list = try DumpFileList(paths, format: format)
    let feed = ChunkFeed(list.files, workers: max(1, threads), fields: fields)
    var survey = FurnitureSurvey()
    if furniture == .auto, looksForSites {
      survey = try FurnitureSurvey(feed, fields: fields, threads: max(1, threads), keepsParts: !showsFurniture)
      feed.rewind(to: (0, 0))
    }
    let found = survey
    let blocks = blocks
    let commits = Locked(Commits<Visitor.Finding>(list.files, isStrict: isStrict))
    let documents = Counter()
    let ticker = progress.map { progress in
      Ticker(every: 0.1) {
        progress(
          SketchedDump.Progress(
            bytesRead: feed.bytesRead, totalBytes: feed.totalBytes, documents: documents.value))
      }
    }
    let failure = Locked<DumpError?>(nil)
    let fields = fields
    Threads.run(max(1, threads)) { _ in
      var scanner = ChunkScanner(makeVisitor(), fields, blocks: blocks, furniture: found.furniture)
      do throws(DumpError) {
        while let (number, chunk) = try feed.next() {
          let scanned = scanner.scan(
            chunk, path: list.files[chunk.file].path, stored: found.parts(of: chunk))
          documents.advance(by: scanned.documents)
          let problem = commits.withLock { $0.take(number, scanned, commit) }
          if let problem { feed.cancel(problem) }
        }
      } catch {
        failure.withLock { if $0 == nil { $0 = error } }
      }
    }
    ticker?.stop()
    if let error = failure.value { throw error }
    return commits.value.report(of: list, feed.warnings)
  }

  /// Chunks in order: one that is done early waits for those before it.
  private struct Commits<Finding: Sendable>: Sendable {
    private(set) var report = DumpReport()
    private let files: [DumpFile]
    private let isStrict: Bool
    private var waiting: [Int: ScannedChunk<Finding>] = [:]
    private var next = 0
    private var file = -1
    private var linesBefore = 0
    private var filesRead: Set<Int> = []
    private var hasEnded = false

    init(_ files: [DumpFile], isStrict: Bool) {
      self.files = files
      self.isStrict = isStrict
    }

    /// Takes a chunk; returns the problem that ends the run.
    mutating func take(
      _ number: Int, _ chunk: ScannedChunk<Finding>, _ commit: (Found<Finding>) throws(DumpError) -> Void
    ) -> DumpError? {
      guard !hasEnded else { return nil }
      waiting[number] = chunk
      while let chunk = waiting.removeValue(forKey: next) {
        next += 1
        if let problem = append(chunk, commit) {
          hasEnded = true
          return problem
        }
      }
      return nil
    }

    private mutating func append(
      _ chunk: ScannedChunk<Finding>, _ commit: (Found<Finding>) throws(DumpError) -> Void
    ) -> DumpError? {
      if chunk.file != file { (file, linesBefore) = (chunk.file, 0) }
      filesRead.insert(file)
      let path = files[file].path
      for problem in chunk.problems.list {
        let error = chunk.place(problem.place, linesBefore: linesBefore).error(path, problem.reason)
        report.add(problem.kind, error)
        if isStrict && problem.kind != .repaired { return error }
      }
      for (kind, count) in chunk.problems.counts where count > DumpReport.mostKept {
        report.counts[kind, default: 0] += count - DumpReport.mostKept
      }
      report.passedOver.merge(chunk.passedOver, uniquingKeysWith: +)
      report.bytes += chunk.bytes
      report.documents += chunk.documents
      report.emptyDocuments += chunk.emptyDocuments
      do throws(DumpError) {
        for found in chunk.found {
          var article = found.article
          if !found.hasName { article.id = chunk.place(found.place, linesBefore: linesBefore).name(in: path) }
          try commit(Found(article: article, finding: found.finding))
        }
      } catch {
        return error
      }
      linesBefore += chunk.lineCount
      return nil
    }

    /// The report, with what there is to know of files.
    func report(of list: DumpFileList, _ warnings: [DumpError]) -> DumpReport {
      var report = report
      report.add(warnings)
      report.addUnread(list, except: filesRead)
      return report
    }
  }
}

/// What looks at the records of a dump: one a thread.
package protocol RecordVisitor: ~Copyable, SendableMetatype {
  associatedtype Finding: Sendable

  /// Looks at a text in plain UTF-8.
  mutating func look(plain text: UnsafeBufferPointer<UInt8>, readableEnd: UnsafePointer<UInt8>?)
  /// Looks at a text that is the content of a JSON string, and returns where its closing quote stands, or `end`.
  mutating func look(
    jsonString start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, readableEnd: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>
  /// Whether the record of the text just looked at is wanted whole.
  var wantsRecord: Bool { get }
  /// Takes the record just looked at and its lines that are furniture; nil if there is nothing in it.
  mutating func visit(_ article: TracedArticle, dropped: [DroppedLine]) -> Finding?
  /// Words of the text just looked at.
  var wordCount: Int { get }
  /// Invalid sequences met since they were counted from nothing.
  var invalidSequences: Int { get }
  mutating func resetInvalidSequences()
}

/// What only reads the words of a text, and decides about the record by them.
protocol ReadingVisitor: RecordVisitor, ~Copyable {
  var tokenizer: Tokenizer { get set }
}

extension ReadingVisitor where Self: ~Copyable {
  mutating func look(plain text: UnsafeBufferPointer<UInt8>, readableEnd: UnsafePointer<UInt8>?) {
    tokenizer.hashWords(plain: text, readableEnd: readableEnd)
  }

  mutating func look(
    jsonString start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, readableEnd: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    tokenizer.hashWords(jsonString: start, end: end, readableEnd: readableEnd)
  }

  var wordCount: Int { tokenizer.hashes.count }
  var invalidSequences: Int { tokenizer.invalidSequences }
  mutating func resetInvalidSequences() { tokenizer.resetInvalidSequences() }
}
