import Reprint

/// Records of a chunk that are not JSON Lines, as JSON Lines: a line for each record with a text.
struct ConvertedChunk: Sendable {
  var lines = JSONLine()
  /// Where the records stand in the chunk.
  private(set) var starts: [UInt32] = []
  private(set) var lengths: [UInt32] = []
  /// The line of each record from the first of this conversion, from 0; where records are no lines
  /// its byte in the chunk.
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
    if let id, !id.isEmpty { lines.member("id", id) }
    for (field, value) in page.members { lines.member(RecordFields().name(of: field), value) }
    if !page.links.isEmpty { lines.member("links", page.links) }
    member(creditLines: page.creditLines)
    if !page.reasons.isEmpty { lines.member("reasons", page.reasons) }
    page.text.withUnsafeBufferPointer { lines.member("text", utf8: $0) }
    lines.close()
    note(place, range)
  }

  /// Writes the lines of a page that may give credit into an open line.
  mutating func member(creditLines: [UInt8]) {
    guard !creditLines.isEmpty else { return }
    creditLines.withUnsafeBufferPointer { lines.member(RecordFields().name(of: .creditLines), utf8: $0) }
  }

  /// Notes where the record of the last line stands.
  mutating func note(_ place: Int, _ range: Range<Int>) {
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

  /// Puts other lines in the place of these, one for one; or none, where they are kept elsewhere.
  mutating func replaceLines(_ bytes: [UInt8]) { lines = JSONLine(bytes: bytes) }

  mutating func passOver(_ what: String) { passedOver[what, default: 0] += 1 }
}
