import Reprint
import ReprintPlatform

/// A check of all that an index holds: every block, and whether the tables say what documents and texts do.
package struct IndexCheck: Sendable {
  /// What is wrong, each with the file and the place.
  package private(set) var problems: [DumpError] = []
  /// What is in the directory and no part of the index.
  package private(set) var unlisted: [String] = []
  package private(set) var documents = 0
  package private(set) var files = 0
  package private(set) var bytes = 0

  /// Problems of one segment that are named.
  private static let mostNamed = 20

  /// Checks an index.
  ///
  /// - Throws: where there is no index, or its manifest can't be read.
  /// - Complexity: O(bytes), and sketching every text anew.
  package init(_ path: String, threads: Int = 1) throws(DumpError) {
    let directory = IndexDirectory(path)
    // What is opened stays, whatever a writer does meanwhile.
    if let snapshot = try? IndexSnapshot.open(directory) {
      unlisted = directory.unlisted(Set(snapshot.manifest.fileNames))
      check(snapshot, threads: threads)
      return
    }
    let manifest = try directory.readManifest()
    unlisted = directory.unlisted(Set(manifest.fileNames))
    checkFiles(manifest, in: directory.path)
    if problems.isEmpty {
      // Sound each for itself, and yet they make no index.
      do throws(DumpError) {
        check(try IndexSnapshot(directory, manifest), threads: threads)
      } catch {
        problems.append(error)
      }
    }
  }

  /// Checks files one by one, of which some can't be opened.
  private mutating func checkFiles(_ manifest: IndexManifest, in directory: String) {
    let all =
      manifest.texts.map { ($0, IndexFileHeader.Kind.texts) } + manifest.segments.map { ($0.file, .segment) }
      + [manifest.removals].compactMap { $0 }.map { ($0, .removals) }
    for (entry, kind) in all {
      do throws(DumpError) {
        note(try IndexFile(entry, kind: kind, in: directory))
      } catch {
        problems.append(error)
      }
    }
  }

  private mutating func note(_ file: IndexFile) {
    files += 1
    bytes += file.entry.size
    problems += file.damage()
  }

  private mutating func check(_ snapshot: IndexSnapshot, threads: Int) {
    for file in snapshot.texts + snapshot.segments.map(\.file) { note(file) }
    if let removals = snapshot.manifest.removals {
      do throws(DumpError) {
        note(try IndexFile(removals, kind: .removals, in: snapshot.directory.path))
      } catch {
        problems.append(error)
      }
    }
    documents = snapshot.count
    // Damaged blocks are the cause of whatever else would be found.
    guard problems.isEmpty else { return }
    let found = Locked([[DumpError]](repeating: [], count: snapshot.segments.count))
    Threads.forEach(snapshot.segments.count, threads: threads) { number, _ in
      let problems = SegmentCheck(snapshot.segments[number], snapshot).problems
      found.withLock { $0[number] = problems }
    }
    problems += found.value.flatMap { $0.prefix(Self.mostNamed) }
    for number in snapshot.removed
    where !snapshot.manifest.segments.contains(where: { $0.numbers.contains(Int(number)) }) {
      problems.append(DumpError(snapshot.directory.path, "document \(number) was removed, and is in no segment"))
    }
  }
}

/// A check of a segment whose blocks are sound.
private struct SegmentCheck {
  private(set) var problems: [DumpError] = []
  private let segment: IndexSegment
  private let snapshot: IndexSnapshot

  init(_ segment: IndexSegment, _ snapshot: IndexSnapshot) {
    self.segment = segment
    self.snapshot = snapshot
    do throws(DumpError) {
      let worded = try checkDocuments()
      for table in 0...snapshot.plan.bands {
        try check(segment.table(table), rows: worded, "table \(table)") { row throws(DumpError) in
          guard table < snapshot.plan.bands else { return try segment.document(row).text.key }
          return UInt32(truncatingIfNeeded: snapshot.plan.key(try segment.sketch(row), band: table) >> 32)
        }
      }
      try check(segment.identifierTable, rows: segment.count, "table of ids") { row throws(DumpError) in
        UInt32(truncatingIfNeeded: try segment.document(row).identifier >> 32)
      }
    } catch {
      problems.append(error)
    }
  }

  private mutating func add(_ section: Int, _ offset: Int, _ reason: String) {
    problems.append(DumpError(segment.file.path, offset: segment.file.header.sections[section].offset + offset, reason))
  }

  /// Checks rows, descriptions, sketches and texts; returns how many documents have words.
  private mutating func checkDocuments() throws(DumpError) -> Int {
    let options = snapshot.manifest.options
    var sketcher = DocumentSketcher(shingleWidth: options.shingleWords, slots: options.slots)
    var worded = 0
    var last: UInt32?
    for row in 0..<segment.count {
      let document = try segment.document(row)
      let place = row * IndexedDocument.size
      func bad(_ reason: String) -> (Int, Int, String) { (IndexSegment.Section.rows, place, reason) }
      var found: [(Int, Int, String)] = []
      if let last, document.number <= last { found.append(bad("documents are out of order")) }
      last = document.number
      let article = try segment.article(document)
      if RecordIdentity.hash(article.id) != document.identifier { found.append(bad("an id has another hash")) }
      if document.words > 0 { worded += 1 }
      let sketch = try segment.sketch(row)
      var fingerprint = document.text.fingerprint
      var words = document.words
      if options.keepsTexts {
        let text = try segment.text(document)
        var batch = SketchBatch(slots: options.slots)
        sketcher.tokenizer.hashWords(plain: text)
        sketcher.sketchWords(into: &batch)
        (fingerprint, words) = (batch.fingerprints[0], batch.wordCounts[0])
        let isSame = batch.values.withUnsafeBufferPointer {
          SketchTable.agreement($0.baseAddress!, sketch, slots: options.slots) == options.slots
        }
        if !isSame {
          found.append((IndexSegment.Section.sketches, 2 * options.slots * row, "is not the text's sketch"))
        }
      }
      let identity = TextIdentity(fingerprint: fingerprint, words: words, sketch: sketch, slots: options.slots)
      if identity != document.text || words != document.words { found.append(bad("a text has another hash")) }
      for (section, offset, reason) in found { add(section, offset, reason) }
    }
    return worded
  }

  /// Checks that a table has each document once, under its key, in order, and fences that lead to it.
  private mutating func check(
    _ table: KeyTable, rows: Int, _ name: String, key: (Int) throws(DumpError) -> UInt32
  ) throws(DumpError) {
    let path = segment.file.path
    func at(_ place: Int) -> Int { table.entries + 8 * place }
    if table.shape.count != rows { problems.append(DumpError(path, offset: at(0), "\(name) lacks documents")) }
    var last: UInt64?
    for place in 0..<table.shape.count {
      let entry = try table.entry(place)
      let row = Int(entry & 0xFFFF_FFFF)
      if let last, entry <= last { problems.append(DumpError(path, offset: at(place), "\(name) is out of order")) }
      let isFirst = last.map { $0 >> 32 != entry >> 32 } ?? true
      last = entry
      guard row < segment.count, try key(row) == UInt32(entry >> 32) else {
        problems.append(DumpError(path, offset: at(place), "\(name) leads to another document"))
        continue
      }
      if isFirst, try table.first(UInt32(entry >> 32)) != place {
        problems.append(DumpError(path, offset: table.fences, "\(name) has wrong fences"))
      }
    }
  }
}
