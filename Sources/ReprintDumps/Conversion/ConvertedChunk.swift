import Reprint

/// Records of a chunk that are not JSON Lines, as JSON Lines: a line for each record with a text.
struct ConvertedChunk: Sendable {
  private(set) var lines = JSONLine()
  /// Where the records stand in the chunk.
  private(set) var starts: [UInt32] = []
  private(set) var lengths: [UInt32] = []
  /// The line of each record from the first of this conversion, from 0; of a WARC record the byte in the chunk.
  private(set) var places: [UInt32] = []
  /// For each record a hash of the id that it goes by although it has none of its own; else 0.
  private(set) var identifiers: [UInt64] = []
  private(set) var companions: [Companion] = []
  var problems = ChunkProblems()
  /// How many records were passed over, by what they are.
  private(set) var passedOver: [String: Int] = [:]
  /// Lines that were read.
  var lineCount = 0
  /// Bytes that were read.
  var byteCount = 0

  /// A record without a text that belongs to the others, as a `warcinfo` record does.
  struct Companion: Sendable {
    var range: Range<UInt32>
    var documentsBefore: Int
  }

  mutating func add(_ page: ExtractedPage, id: String? = nil, at place: Int, range: Range<Int>) {
    lines.open()
    let members = [
      ("id", id), ("url", page.url), ("site", page.site), ("author", page.author), ("published", page.published),
      ("title", page.title), ("canonical", page.canonical),
    ]
    for case (let name, let value?) in members where !value.isEmpty { lines.member(name, value) }
    if !page.links.isEmpty { lines.member("links", page.links) }
    page.text.withUnsafeBufferPointer { lines.member("text", utf8: $0) }
    lines.close()
    starts.append(UInt32(range.lowerBound))
    lengths.append(UInt32(range.count))
    places.append(UInt32(place))
    identifiers.append(0)
  }

  /// Says that the last record goes by a name which is no id of its own.
  mutating func identifyLast(by name: String) { identifiers[identifiers.count - 1] = RecordIdentity.hash(name) }

  mutating func addCompanion(_ range: Range<Int>) {
    companions.append(
      Companion(range: UInt32(range.lowerBound)..<UInt32(range.upperBound), documentsBefore: starts.count))
  }

  mutating func passOver(_ what: String) { passedOver[what, default: 0] += 1 }
}
