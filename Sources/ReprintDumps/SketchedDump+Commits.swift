import Reprint

extension SketchedDump {
  /// Chunks in order: one that is done early waits for those before it.
  struct Commits: Sendable {
    private(set) var table: SketchTable
    private(set) var sketches: ReadSketches?
    var catalog = RecordCatalog()
    var report = DumpReport()
    var identifiers: [UInt64] = []
    private let files: [DumpFile]
    private let isStrict: Bool
    private let ignoresThreshold: Bool
    private let reading: BoundedReading?
    private var waiting: [Int: [SketchedChunk]] = [:]
    private var next = 0

    init(_ options: ReadOptions, _ files: [DumpFile], _ reading: BoundedReading?) {
      table = SketchTable(slots: options.clustering.slots)
      isStrict = options.isStrict
      ignoresThreshold = options.ignoresThreshold
      self.files = files
      self.reading = reading
      if let reading { (catalog, report) = (reading.catalog, reading.report) }
    }

    /// Takes the parts of a chunk; returns the problem that ends a strict run.
    mutating func commit(_ number: Int, _ parts: [SketchedChunk]) -> DumpError? {
      waiting[number] = parts
      while let parts = waiting.removeValue(forKey: next) {
        next += 1
        for part in parts { if let problem = append(part) { return problem } }
      }
      reading?.committed(next)
      return nil
    }

    private mutating func append(_ sketched: SketchedChunk) -> DumpError? {
      let file = files[sketched.chunk.file]
      let linesBefore = catalog.linesBefore(file: sketched.chunk.file)
      for problem in sketched.problems.list {
        let place = (sketched.chunk.origin?.format ?? sketched.chunk.format).place(
          problem.place, linesBefore: linesBefore, position: sketched.chunk.origin?.position ?? 0)
        let error = place.error(file.path, problem.reason)
        report.add(problem.kind, error)
        if isStrict && problem.kind != .repaired {
          reading?.cancel()
          return error
        }
      }
      for (kind, count) in sketched.problems.counts where count > DumpReport.mostKept {
        report.counts[kind, default: 0] += count - DumpReport.mostKept
      }
      report.passedOver.merge(sketched.passedOver, uniquingKeysWith: +)
      report.bytes += sketched.byteCount
      if let read = sketched.sketches, let error = take(read, in: file.path, linesBefore) { return error }
      if let reading {
        catalog.append(sketched.chunk, count: sketched.lengths.count, lineCount: sketched.lineCount)
        return reading.append(sketched, catalog, report)
      }
      catalog.append(
        sketched.chunk, offsets: sketched.offsets, lengths: sketched.lengths, lineCount: sketched.lineCount)
      if sketched.batch.count > 0 { table.append(sketched.batch) }
      identifiers += sketched.identifiers
      return nil
    }

    /// Takes what was read of sketches; returns why they can't be compared with those before.
    private mutating func take(_ read: ReadSketches, in path: String, _ linesBefore: Int) -> DumpError? {
      if sketches == nil {
        sketches = read
        sketches!.place = "\(path):\(linesBefore + read.line + 1)"
        table = SketchTable(slots: read.parameters.slots)
      } else {
        sketches!.withoutShingles += read.withoutShingles
      }
      let first = sketches!.parameters
      let conflict = read.conflict.map { [($0.line, $0.parameters)] } ?? []
      for (line, parameters) in [(read.line, read.parameters)] + conflict {
        let difference = parameters.difference(from: first, ignoringThreshold: ignoresThreshold)
        guard let (own, others) = difference else { continue }
        return DumpError(
          path, line: linesBefore + line + 1,
          "a sketch made with \(own), and the one at \(sketches!.place) with \(others)")
      }
      return nil
    }
  }
}
