import Reprint
import ReprintPlatform

/// The one that writes to an index: it has the lock as long as it lives.
///
/// Not for several threads at once.
final class IndexWriter {
  let directory: IndexDirectory
  private let lock: IndexLock
  private let nextFile = Counter()
  /// The index as the last change left it.
  private(set) var snapshot: IndexSnapshot
  /// What was made for a change that is still to come.
  private var made: IndexDirectory.Made

  /// Segments that were merged while something else was done.
  private struct Merge: Sendable {
    var range: Range<Int>
    var part: IndexPart
  }

  private var merging: pthread_t?
  private let merged = Locked<Result<Merge, DumpError>?>(nil)

  /// Opens an index to write to it, or makes one.
  ///
  /// - Parameters:
  ///   - options: what to make an index with where there is none; nil to make none.
  ///   - waiting: called if another writes; returns whether to wait.
  init(_ path: String, creating options: IndexOptions?, waiting: () -> Bool) throws(DumpError) {
    directory = IndexDirectory(path)
    if let objection = options?.objection { throw DumpError(path, objection) }
    let isDirectoryNew: Bool
    (lock, isDirectoryNew) = try Self.lock(directory, creates: options != nil, waiting: waiting)
    // Another may have made it meanwhile.
    made = try directory.state() == .index ? .nothing : isDirectoryNew ? .directory : .index
    do throws(DumpError) {
      snapshot = try Self.open(directory, options, isNew: made != .nothing)
    } catch {
      directory.takeBack(made, lock)
      throw error
    }
    directory.removeUnlisted(snapshot.manifest)
    nextFile.advance(by: snapshot.manifest.nextFile)
  }

  /// Takes the index back if it was made for a change that failed.
  deinit {
    if let merging { Threads.join(merging) }
    directory.takeBack(made, lock)
  }

  /// Gets the right to write, in a directory that is made if need be; says whether it was.
  private static func lock(
    _ directory: IndexDirectory, creates: Bool, waiting: () -> Bool
  ) throws(DumpError) -> (lock: IndexLock, isDirectoryNew: Bool) {
    while true {
      var isDirectoryNew = false
      switch try directory.state() {
      case .index: break
      case .other: throw directory.isNoIndex()
      case .empty:
        guard creates else { throw directory.isNoIndex() }
        isDirectoryNew = mkdir(directory.path, 0o777) == 0
        guard isDirectoryNew || errno == EEXIST else {
          throw DumpError(directory.path, "cannot be created: \(SystemError())")
        }
      }
      let lock = try IndexLock(directory, waiting: waiting)
      // Whoever had it before may have taken the index back.
      if lock.isInForce { return (lock, isDirectoryNew) }
    }
  }

  private static func open(
    _ directory: IndexDirectory, _ options: IndexOptions?, isNew: Bool
  ) throws(DumpError) -> IndexSnapshot {
    if isNew {
      guard let options else { throw directory.isNoIndex() }
      try directory.replaceManifest(by: IndexManifest(options: options))
    }
    let opened = try IndexSnapshot.open(directory)
    guard let options, opened.manifest.nextDocument == 0, opened.manifest.options != options else { return opened }
    // Nothing was ever added: whoever made it did not get so far.
    var manifest = IndexManifest(options: options)
    manifest.nextFile = opened.manifest.nextFile
    try directory.replaceManifest(by: manifest)
    return try IndexSnapshot.open(directory)
  }

  private var parts: IndexPartWriter {
    IndexPartWriter(directory: directory.path, options: snapshot.manifest.options) { [nextFile] in
      nextFile.advance(by: 1)
    }
  }

  /// Starts to merge segments on a thread of its own, if it is time to; the next change takes them in.
  func startMerging() {
    precondition(merging == nil, "segments are merged once at a time")
    let snapshot = snapshot
    let counts = snapshot.segments.map(\.count)
    let removed = snapshot.manifest.segments.map { snapshot.removedCount(in: $0.numbers) }
    guard let range = IndexMergePolicy.next(documents: counts, removed: removed) else { return }
    let parts = parts
    merging = Threads.start { [merged] in
      let result: Result<Merge, DumpError>
      do throws(DumpError) {
        result = .success(Merge(range: range, part: try parts.merge(Array(snapshot.segments[range]), of: snapshot)))
      } catch {
        result = .failure(error)
      }
      merged.withLock { $0 = result }
    }
  }

  /// What a change did.
  struct Change {
    /// The numbers of the documents that were added.
    var added = 0
    /// Documents that were there before, with the same id and the same text.
    var known = 0
    /// Why segments could not be merged, which is tried again at the next time.
    var mergeFailure: DumpError?
  }

  /// Adds documents, all or none.
  ///
  /// A document that is there with the same id and the same text is not added again. One with the id of another text is
  /// another version: both are kept, and go by the id.
  ///
  /// - Parameters:
  ///   - chosen: which of them, ascending.
  ///   - publish: called when all is written that can fail, before the index changes.
  func add(
    _ documents: NewDocuments, _ chosen: some Collection<Int>, publish: () throws(DumpError) -> Void = {}
  ) throws(DumpError) -> Change {
    var change = Change()
    var seen: Set<Seen> = []
    let part = try parts.write(documents, chosen, firstNumber: snapshot.manifest.nextDocument) {
      id, text, words throws(DumpError) in
      let isNew = seen.insert(Seen(identifier: RecordIdentity.hash(id), text: text)).inserted
      if isNew, try !snapshot.contains(id, text, words: words) { return false }
      change.known += 1
      return true
    }
    change.added = part?.segment?.documents ?? 0
    change.mergeFailure = try commit(adding: part, publish: publish)
    return change
  }

  private struct Seen: Hashable {
    var identifier: UInt64
    var text: TextIdentity
  }

  /// Removes documents by their numbers, which are live.
  func remove(_ numbers: [UInt32]) throws(DumpError) { _ = try commit(removing: numbers) }

  /// Takes in what was written; returns why segments could not be merged.
  private func commit(
    adding part: IndexPart? = nil, removing numbers: [UInt32] = [], publish: () throws(DumpError) -> Void = {}
  ) throws(DumpError) -> DumpError? {
    var manifest = snapshot.manifest
    var removed = Set(snapshot.removed).union(numbers)
    var failure: DumpError?
    if let merging {
      Threads.join(merging)
      self.merging = nil
      switch merged.value {
      case .success(let merge):
        for segment in manifest.segments[merge.range] {
          removed = removed.filter { !segment.numbers.contains(Int($0)) }
        }
        manifest.segments.replaceSubrange(merge.range, with: [merge.part.segment].compactMap { $0 })
        manifest.texts += merge.part.texts
      case .failure(let error): failure = error
      case nil: break
      }
    }
    if let segment = part?.segment {
      manifest.segments.append(segment)
      manifest.texts += part?.texts ?? []
      manifest.nextDocument = segment.numbers.upperBound
    }
    do throws(DumpError) {
      try write(&manifest, removed: removed.sorted())
      guard lock.isInForce, try directory.readManifest() == snapshot.manifest else {
        throw DumpError(
          directory.path, "was changed while this run had its lock, or the lock was removed; nothing was done")
      }
      try publish()
      if manifest != snapshot.manifest {
        manifest.nextFile = nextFile.value
        try directory.replaceManifest(by: manifest)
        snapshot = try IndexSnapshot.open(directory)
      }
      directory.removeUnlisted(snapshot.manifest)
      made = .nothing
      return failure
    } catch {
      // What is in force is what the directory says, whatever went wrong.
      if let now = try? directory.readManifest() { directory.removeUnlisted(now) }
      throw error
    }
  }

  /// Lists the files of texts that are still needed, and writes the list of removed documents if it changed.
  private func write(_ manifest: inout IndexManifest, removed: [UInt32]) throws(DumpError) {
    if removed.isEmpty {
      manifest.removals = nil
    } else if removed != snapshot.removed {
      manifest.removals = try RemovalFile.write(removed, as: nextFile.advance(by: 1), in: directory.path)
    }
    guard manifest.segments != snapshot.manifest.segments else { return }
    let files = Dictionary(manifest.texts.map { ($0.number, $0) }) { $1 }
    var opened: [Int: IndexFile] = [:]
    for entry in manifest.texts { opened[entry.number] = try IndexFile(entry, kind: .texts, in: directory.path) }
    var needed: Set<Int> = []
    for entry in manifest.segments {
      let segment = try IndexSegment(entry, plan: snapshot.plan, in: directory.path, texts: opened)
      needed.formUnion(segment.texts.map(\.entry.number))
    }
    manifest.texts = needed.sorted().compactMap { files[$0] }
  }
}
