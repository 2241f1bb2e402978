/// Finds near-duplicates among texts given one by one: no files, no records.
///
/// ```swift
/// let clusterer = Clusterer()
/// clusterer.add("Skyferd cleared to beam texts straight to phones …", id: "wire")
/// clusterer.add("Skyferd cleared to beam texts straight to phones …", id: "copy")
/// for cluster in clusterer.clusters() { print(cluster.kept, cluster.members.map(\.id)) }
/// ```
///
/// Texts are sketched as they are added and not kept; what is kept is their shingles, 8 bytes each, and the sketch. Not
/// for use by several threads at once.
///
/// - Complexity: adding is O(length); ``clusters()`` is O(n) expected for n texts, plus the candidates.
public final class Clusterer {
  public let options: ClusteringOptions
  private var sketcher: DocumentSketcher
  private let table: SketchTable
  private var documents = AddedDocuments()

  /// - Precondition: the threshold is above 0 and at most 1, a shingle has at least one word, and the slots are 64, 128
  ///   or 256.
  public init(_ options: ClusteringOptions = ClusteringOptions()) {
    precondition(options.threshold > 0 && options.threshold <= 1, "a threshold is above 0 and at most 1")
    self.options = options
    sketcher = DocumentSketcher(shingleWidth: options.shingleWords, slots: options.slots)
    table = SketchTable(slots: options.slots)
  }

  /// How many texts were added.
  public var count: Int { documents.identifiers.count }

  /// Adds a text.
  ///
  /// - Parameters:
  ///   - text: any text; one without words is no one's duplicate.
  ///   - id: what to call it in results; the tie-breaker where texts are equally worth keeping.
  ///   - published: seconds since 1970, for the policies ``KeepPolicy/oldest`` and ``KeepPolicy/newest``.
  public func add(_ text: String, id: String, published: Double? = nil) {
    var text = text
    text.withUTF8 { add(utf8: $0, id: id, published: published) }
  }

  /// Adds a text in UTF-8; ill-formed sequences separate words.
  public func add(utf8 text: UnsafeBufferPointer<UInt8>, id: String, published: Double? = nil) {
    var batch = SketchBatch(slots: table.slots)
    sketcher.tokenizer.hashWords(plain: text)
    let shingles = Array(sketcher.sketchWords(into: &batch))
    table.append(batch)
    documents.append(id: id, published: published, shingles: shingles)
  }

  /// The clusters of two or more among the texts so far, in the order in which their kept texts were added.
  public func clusters() -> [Cluster] {
    var statistics = NearDuplicateSearch.Statistics()
    return search.clusters(&statistics).map { cluster in
      let kept = Cluster.Member(id: documents.identifiers[Int(cluster.kept)], similarity: 1)
      let removed = cluster.removed.map {
        Cluster.Member(id: documents.identifiers[Int($0.document)], similarity: $0.similarity)
      }
      return Cluster(members: [kept] + removed)
    }
  }

  /// Every pair at or above the threshold among the texts so far, in the order in which they were added.
  public func pairs() -> [SimilarPair] {
    var statistics = NearDuplicateSearch.Statistics()
    return search.pairs(&statistics).map {
      SimilarPair(
        a: documents.identifiers[Int($0.a)], b: documents.identifiers[Int($0.b)], similarity: $0.similarity)
    }
  }

  private var search: NearDuplicateSearch { NearDuplicateSearch(table, source: documents, options: options) }
}

/// Near-duplicates of each other.
public struct Cluster: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    public let id: String
    /// The exact Jaccard similarity to the kept text.
    public let similarity: Double
  }

  /// The kept text first, then the others, most similar first.
  public let members: [Member]

  /// The id of the text to keep.
  public var kept: String { members[0].id }
}

/// Two near-duplicates, the one added earlier first.
public struct SimilarPair: Hashable, Sendable {
  public let a: String
  public let b: String
  public let similarity: Double
}

/// What a clusterer keeps of the texts it was given.
private struct AddedDocuments: DocumentSource {
  private(set) var identifiers: [String] = []
  private var times: [Double?] = []
  private var sets: [[UInt64]] = []

  mutating func append(id: String, published: Double?, shingles: [UInt64]) {
    identifiers.append(id)
    times.append(published)
    sets.append(shingles)
  }

  func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
    sketcher.holding(sets[document])
  }

  func identifier(of document: Int) -> [UInt8] { Array(identifiers[document].utf8) }

  func published(of document: Int) -> Double? { times[document] }
}
