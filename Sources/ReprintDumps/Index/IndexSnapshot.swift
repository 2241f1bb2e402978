import Reprint

/// An index as it was when it was opened; what is written later does not change it, nor what is removed.
final class IndexSnapshot: Sendable {
  let directory: IndexDirectory
  let manifest: IndexManifest
  let plan: BandPlan
  let segments: [IndexSegment]
  let texts: [IndexFile]
  /// The numbers of removed documents that still stand in a segment, ascending.
  let removed: [UInt32]

  /// How often files may go away while they are opened.
  private static let attempts = 100

  /// Opens the index in a directory.
  ///
  /// - Throws: a directory without an index, and files that are missing or damaged, as far as that shows at once.
  /// - Complexity: O(files) and O(removed documents).
  static func open(_ directory: IndexDirectory) throws(DumpError) -> IndexSnapshot {
    var manifest = try directory.readManifest()
    for _ in 1..<attempts {
      do throws(DumpError) {
        return try IndexSnapshot(directory, manifest)
      } catch {
        // A writer may have replaced the manifest, and removed the files of the one just read.
        let now = try directory.readManifest()
        if now == manifest { throw error }
        manifest = now
      }
    }
    return try IndexSnapshot(directory, manifest)
  }

  init(_ directory: IndexDirectory, _ manifest: IndexManifest) throws(DumpError) {
    self.directory = directory
    self.manifest = manifest
    plan = manifest.options.bandPlan
    var texts: [Int: IndexFile] = [:]
    for entry in manifest.texts {
      texts[entry.number] = try IndexFile(entry, kind: .texts, in: directory.path)
    }
    var segments: [IndexSegment] = []
    for entry in manifest.segments {
      segments.append(try IndexSegment(entry, plan: plan, in: directory.path, texts: texts))
    }
    self.segments = segments
    self.texts = manifest.texts.map { texts[$0.number]! }
    removed =
      try manifest.removals.map { entry throws(DumpError) in
        try RemovalFile.read(entry, in: directory.path)
      } ?? []
  }

  /// Live documents.
  var count: Int { segments.reduce(0) { $0 + $1.count } - removed.count }

  /// Whether a document was removed, by its number.
  ///
  /// - Complexity: O(log n) for n removed documents.
  @inline(__always)
  func isRemoved(_ number: UInt32) -> Bool { removed.isEmpty ? false : contains(number) }

  private func contains(_ number: UInt32) -> Bool {
    let place = removed.firstPlace { $0 >= number }
    return place < removed.count && removed[place] == number
  }

  /// How many documents of a segment were removed.
  func removedCount(in numbers: Range<Int>) -> Int {
    removed.firstPlace { Int($0) >= numbers.upperBound } - removed.firstPlace { Int($0) >= numbers.lowerBound }
  }

  /// The live documents with an id, in the order of their numbers.
  func documents(withIdentifier id: String) throws(DumpError) -> [IndexedDocument] {
    let hash = RecordIdentity.hash(id)
    var found: [IndexedDocument] = []
    for segment in segments {
      try segment.identifierTable.forEachRow(UInt32(truncatingIfNeeded: hash >> 32)) { row throws(DumpError) in
        let document = try segment.document(row)
        guard document.identifier == hash, !isRemoved(document.number),
          try segment.identifier(document) == id
        else { return true }
        found.append(document)
        return true
      }
    }
    return found
  }

  /// The place of the earliest live document with the same text that `isWanted`; nil if there is none.
  func place(of text: TextIdentity, where isWanted: (IndexSegment, IndexedDocument) throws(DumpError) -> Bool)
    throws(DumpError) -> IndexPlace?
  {
    for (number, segment) in segments.enumerated() {
      var found: IndexPlace?
      try segment.table(plan.bands).forEachRow(text.key) { row throws(DumpError) in
        let document = try segment.document(row)
        guard document.text == text, !isRemoved(document.number), try isWanted(segment, document) else { return true }
        found = IndexPlace(segment: number, row: row)
        return false
      }
      if let found { return found }
    }
    return nil
  }

  /// Whether there is a live document with this id and this text.
  func contains(_ id: String, _ text: TextIdentity, words: UInt32) throws(DumpError) -> Bool {
    guard words > 0 else {
      return try documents(withIdentifier: id).contains { $0.words == 0 }
    }
    let hash = RecordIdentity.hash(id)
    return try place(of: text) { segment, document throws(DumpError) in
      guard document.identifier == hash else { return false }
      return try segment.identifier(document) == id
    } != nil
  }
}

/// Where a document stands in a snapshot; the order of places is that of numbers.
struct IndexPlace: Sendable {
  var segment: Int
  var row: Int

  init(segment: Int, row: Int) {
    self.segment = segment
    self.row = row
  }

  init(_ bits: UInt64) {
    segment = Int(bits >> 32)
    row = Int(bits & 0xFFFF_FFFF)
  }

  var bits: UInt64 { UInt64(segment) << 32 | UInt64(row) }
}

extension [UInt32] {
  /// The first place of an ascending array at which a condition holds that holds from there on.
  func firstPlace(where holds: (UInt32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
