public import Reprint
import ReprintPlatform

/// A directory that holds what has been seen, to be asked whether something is new.
///
/// ```swift
/// try DocumentIndex.add([TracedArticle(id: "wire", text: "…")], to: "seen.index")
/// let index = try DocumentIndex("seen.index")
/// if let match = try index.match("…") { print(match.id, match.similarity) }
/// ```
///
/// An index is as it was when it was opened, whatever is written later; open it again to see that. Every block of its
/// files is checked before it is believed, so that a damaged one is an error and never a wrong answer.
public struct DocumentIndex: Sendable {
  let snapshot: IndexSnapshot

  /// The most similar document of an index.
  public struct Match: Hashable, Sendable {
    public var id: String
    /// The Jaccard similarity of the sets of shingles, 1 for the same words.
    public var similarity: Double
    /// Whether the similarity was estimated, since texts are not kept.
    public var isEstimated: Bool
  }

  /// What adding did.
  public struct Addition: Hashable, Sendable {
    public var added = 0
    /// Documents that were there with the same id and the same text, and were not added again.
    public var known = 0
    /// Why older parts of the index could not be merged; what was added is safe all the same.
    public var mergeFailure: DumpError?
  }

  /// Opens an index.
  ///
  /// - Throws: a directory without an index, one of another version, and damage as far as it shows at once.
  /// - Complexity: O(files) and O(removed documents); no document is read.
  public init(_ directory: String) throws(DumpError) {
    snapshot = try IndexSnapshot.open(IndexDirectory(directory))
  }

  init(_ snapshot: IndexSnapshot) { self.snapshot = snapshot }

  /// What the index was made with.
  public var options: IndexOptions { snapshot.manifest.options }

  /// Documents that were added and not removed.
  public var count: Int { snapshot.count }

  /// The most similar document at or above the threshold, the earliest added of equals; nil if there is none.
  public func match(_ text: String) throws(DumpError) -> Match? { try match(utf8: Array(text.utf8)) }

  /// The same for a text in UTF-8; ill-formed sequences separate words.
  public func match(utf8 text: [UInt8]) throws(DumpError) -> Match? {
    let new = NewDocuments([TracedArticle(id: "", text: text)], options)
    var searcher = IndexSearcher(snapshot)
    let answer = try searcher.answer(
      sketch: new.table.row(0), words: new.table.wordCounts[0], fingerprint: new.table.fingerprints[0]
    ) { sketcher in
      text.withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
      return sketcher.shingleWords()
    }
    return try answer.map { answer throws(DumpError) in try match(answer) }
  }

  func match(_ answer: IndexSearcher.Answer) throws(DumpError) -> Match {
    let place = IndexPlace(answer.place)
    let segment = snapshot.segments[place.segment]
    return Match(
      id: try segment.identifier(segment.document(place.row)), similarity: answer.similarity,
      isEstimated: answer.isEstimated)
  }

  /// Adds articles to an index, all or none, and returns when they will be found also after a crash.
  ///
  /// An article that is there with the same id and the same text is not added again. One with another text is another
  /// version: both are kept, and both go by the id.
  ///
  /// - Parameters:
  ///   - options: what to make an index with where there is none; of one that is there they must be the same. Nil is
  ///     whatever it has, or the usual.
  ///   - waits: whether to wait where another writes; else that is an error.
  @discardableResult
  public static func add(
    _ articles: [TracedArticle], to directory: String, options: IndexOptions? = nil, waits: Bool = true
  ) throws(DumpError) -> Addition {
    let writer = try IndexWriter(directory, creating: options ?? IndexOptions()) { waits }
    let own = writer.snapshot.manifest.options
    if let options, options != own { throw DumpError(directory, "the index was made with other options") }
    writer.startMerging()
    let change = try writer.add(NewDocuments(articles, own), articles.indices)
    return Addition(added: change.added, known: change.known, mergeFailure: change.mergeFailure)
  }

  /// Removes all documents with these ids; returns how many there were.
  @discardableResult
  public static func remove(
    _ ids: [String], from directory: String, waits: Bool = true
  ) throws(DumpError) -> Int {
    let writer = try IndexWriter(directory, creating: nil) { waits }
    return try writer.remove(ids).removed
  }
}

extension IndexWriter {
  /// Removes all documents with these ids; says how many, and which ids no document has.
  func remove(_ ids: [String]) throws(DumpError) -> (removed: Int, unknown: [String]) {
    var numbers: Set<UInt32> = []
    var unknown: [String] = []
    for id in ids {
      let found = try snapshot.documents(withIdentifier: id)
      if found.isEmpty { unknown.append(id) }
      numbers.formUnion(found.map(\.number))
    }
    if !numbers.isEmpty { try remove(numbers.sorted()) }
    return (numbers.count, unknown)
  }
}

extension NewDocuments {
  /// Sketches articles in memory.
  init(_ articles: [TracedArticle], _ options: IndexOptions) {
    var sketcher = DocumentSketcher(shingleWidth: options.shingleWords, slots: options.slots)
    var batch = SketchBatch(slots: options.slots)
    for article in articles {
      article.text.withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
      sketcher.sketchWords(into: &batch)
    }
    let table = SketchTable(slots: options.slots)
    table.append(batch)
    self.init(table: table) { articles[$0] }
  }
}
