import Reprint
import ReprintPlatform

/// What a first pass over a dump finds out about furniture, and what it converted on the way.
struct FurnitureSurvey: Sendable {
  /// Nil if there is none.
  private(set) var furniture: SiteFurniture?
  /// Bytes that were gone through.
  private(set) var bytes = 0
  /// CPU seconds.
  private(set) var seconds = 0.0
  private var parts: [Place: [StoredPart]] = [:]

  private struct Place: Hashable, Sendable {
    var file: Int
    var position: Int
  }

  /// Nothing found.
  init() {}

  /// Whether all records are read where they stand.
  var leavesRecordsInPlace: Bool { furniture == nil && parts.isEmpty }

  /// What a chunk was converted to; nil if it was not.
  func parts(of chunk: DumpChunk) -> [StoredPart]? { parts[Place(file: chunk.file, position: chunk.position)] }

  /// Goes through a dump, and sets the feed to its beginning again.
  ///
  /// Of a file of JSON Lines of which no record near the beginning has a site, no more is read.
  ///
  /// - Parameters:
  ///   - memory: about how many bytes to count lines in.
  ///   - keepsParts: whether what is converted is to be used again.
  init(
    _ feed: ChunkFeed, fields: RecordFields, threads: Int, memory: Int = 1 << 30, keepsParts: Bool = true
  ) throws(DumpError) {
    feed.startFirstPass { Self.mayHaveSites($0, fields) }
    let expected = min(feed.totalBytes / 64, memory / 8)
    let count = Monitor(Count(SiteFurniture(expectedLines: expected, memory: memory)))
    let failure = Locked<DumpError?>(nil)
    Threads.run(threads) { _ in
      let start = Clock.threadCPU
      var surveyor = Surveyor(fields, keepsParts: keepsParts)
      do throws(DumpError) {
        while let (number, chunk) = try feed.next() {
          // What is ahead of the others waits, lest it pile up.
          count.wait { number < $0.next + threads + 4 ? () : nil }
          let found = try surveyor.look(at: chunk) { () throws(DumpError) in try feed.scratch() }
          count.update { $0.take(number, chunk, found) }
        }
      } catch {
        failure.withLock { if $0 == nil { $0 = error } }
        feed.cancel(error)
        count.update { $0.next = .max / 2 }
      }
      count.update { $0.seconds += Clock.threadCPU - start }
    }
    if let error = failure.value { throw error }
    bytes = feed.bytesRead
    let result = count.update { $0 }
    if !result.furniture.isEmpty { furniture = result.furniture }
    parts = result.parts
    seconds = result.seconds
    feed.rewind(to: (0, 0))
  }

  /// How many records, and of how many bytes, are looked at for sites.
  private static let sampleRecords = 100
  private static let sampleBytes = 64 << 10

  /// Whether a file is to be gone through, by its first chunk.
  private static func mayHaveSites(_ chunk: DumpChunk, _ fields: RecordFields) -> Bool {
    guard chunk.format == .jsonLines else { return chunk.format != .text }
    return withExtendedLifetime(chunk) {
      var reader = RecordLines(counting: fields)
      var hasSite = false
      var records = 0
      var lines = ChunkLines(chunk.bytes, isStart: chunk.isStart)
      while !hasSite, records < sampleRecords, let line = lines.next(), line.position < sampleBytes {
        records += 1
        // The site of a page may be known only when it is read.
        let isRecord = (try? reader.parse(line.bytes)) != nil
        hasSite = isRecord && (reader.site != 0 || reader.parser[.text]?.kind != .string)
      }
      return hasSite
    }
  }

  /// Pages are counted in input order.
  private struct Count {
    var furniture: SiteFurniture
    var parts: [Place: [StoredPart]] = [:]
    var seconds = 0.0
    var next = 0
    private var waiting: [Int: [CountedPage]] = [:]

    init(_ furniture: SiteFurniture) { self.furniture = furniture }

    mutating func take(_ number: Int, _ chunk: DumpChunk, _ found: (pages: [CountedPage], parts: [StoredPart]?)) {
      if let kept = found.parts { parts[Place(file: chunk.file, position: chunk.position)] = kept }
      waiting[number] = found.pages
      while let pages = waiting.removeValue(forKey: next) {
        next += 1
        for page in pages { furniture.add(page.lines, site: page.site, title: page.title, address: page.address) }
      }
    }
  }
}

/// A page as furniture is counted by it.
struct CountedPage: Sendable {
  var site: UInt64
  var title: UInt64
  var address: UInt64
  var lines: PageLines
}

/// Finds the pages of chunks; one a worker.
private struct Surveyor {
  private let fields: RecordFields
  private let keepsParts: Bool
  private var reader: RecordLines
  private var convertedReader = RecordLines(counting: RecordFields())

  init(_ fields: RecordFields, keepsParts: Bool) {
    self.fields = fields
    self.keepsParts = keepsParts
    reader = RecordLines(counting: fields)
  }

  /// The pages of a chunk that have a site, and what the chunk was converted to.
  mutating func look(
    at chunk: DumpChunk, _ scratch: () throws(DumpError) -> ScratchFile
  ) throws(DumpError) -> (pages: [CountedPage], parts: [StoredPart]?) {
    var pages: [CountedPage] = []
    switch chunk.format {
    case .text: return ([], nil)
    case .jsonLines:
      withExtendedLifetime(chunk) { Self.read(chunk.bytes, isStart: chunk.isStart, &reader, into: &pages) }
      return (pages, nil)
    case .json, .html, .warc, .csv, .tsv: break
    }
    var parts: [StoredPart] = []
    var converter = ChunkConverter(chunk, fields: fields)
    while let part = converter.next() {
      part.lines.bytes.withUnsafeBufferPointer { Self.read($0, isStart: false, &convertedReader, into: &pages) }
      if keepsParts { parts.append(try StoredPart(part, scratch)) }
    }
    return (pages, keepsParts ? parts : nil)
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, isStart: Bool, _ reader: inout RecordLines, into pages: inout [CountedPage]
  ) {
    var lines = ChunkLines(bytes, isStart: isStart)
    while let line = lines.next() {
      // What can't be read is named when it is to be sketched.
      guard (try? reader.read(line.bytes)) != nil, reader.site != 0 else { continue }
      pages.append(CountedPage(site: reader.site, title: reader.title, address: reader.address, lines: reader.lines))
    }
  }
}
