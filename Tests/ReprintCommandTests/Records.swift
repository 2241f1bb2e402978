import Foundation
import ReprintTestSupport
import Testing

/// A line of JSON Lines with these string fields, in this order.
func record(_ fields: KeyValuePairs<String, String>) -> String {
  "{" + fields.map { "\(quoted($0.key)): \(quoted($0.value))" }.joined(separator: ", ") + "}\n"
}

/// A JSON string with no more escapes than it needs.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// A JSON string in which every character is spelled `\uXXXX`.
func escaped(_ text: String) -> String {
  let units = text.utf16.map { unit in
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
  return "\"" + units.joined() + "\""
}

/// A text of words that no article of another number has: `a7w0 a7w1 …`.
func article(_ number: Int, words: Int = 100) -> String {
  (0..<words).map { "a\(number)w\($0)" }.joined(separator: " ")
}

/// An article with some of its words, by index, replaced by others.
func article(_ number: Int, words: Int = 100, changing changed: Set<Int>, mark: String = "x") -> String {
  (0..<words).map { changed.contains($0) ? "\(mark)\(number)w\($0)" : "a\(number)w\($0)" }.joined(separator: " ")
}

/// A line that `reprint cluster` prints.
struct ClusterLine: Decodable, Hashable {
  struct Member: Decodable, Hashable {
    var id: String
    var similarity: Double
  }

  var cluster: Int
  var keep: String
  var size: Int
  var members: [Member]

  var ids: [String] { members.map(\.id) }
}

/// A line that `reprint pairs` prints.
struct PairLine: Decodable, Hashable {
  var a: String
  var b: String
  var similarity: Double
}

/// A line of what `reprint dedup --removed` writes.
struct RemovedLine: Decodable, Hashable {
  var id: String
  var kept: String
  var similarity: Double
}

/// The lines of an NDJSON text; fails on a line that is not one object of this kind, or has no newline.
func decodeLines<Line: Decodable>(_ data: Data, as type: Line.Type = Line.self) throws -> [Line] {
  guard let last = data.last else { return [] }
  guard last == 0x0A else { throw CocoaError(.fileReadCorruptFile) }
  return try data.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map {
    try JSONDecoder().decode(type, from: Data($0))
  }
}

extension Outcome {
  func clusters() throws -> [ClusterLine] { try decodeLines(output) }
  func pairs() throws -> [PairLine] { try decodeLines(output) }
}

/// A compressed format and the program for it.
enum CompressedFormat: String, CaseIterable, Sendable {
  case gzip, zstd, xz, bzip2

  var suffix: String {
    switch self {
    case .gzip: "gz"
    case .zstd: "zst"
    case .xz: "xz"
    case .bzip2: "bz2"
    }
  }

  var isInstalled: Bool { Program.isInstalled(rawValue) }
}

/// Expects two outputs to be the same bytes, and shows where they part: outputs are too large to be shown whole.
func expectSame(
  _ found: Data?, _ expected: Data?, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard found != expected else { return }
  guard let found, let expected else {
    Issue.record("\(found == nil ? "nothing" : "something") is there; \(comment ?? "")", sourceLocation: sourceLocation)
    return
  }
  let place = zip(found, expected).enumerated().first { $1.0 != $1.1 }?.offset ?? min(found.count, expected.count)
  func around(_ bytes: Data) -> String {
    let bytes = bytes.dropFirst(max(0, place - 40)).prefix(80)
    return String(decoding: bytes, as: UTF8.self).debugDescription
  }
  Issue.record(
    """
    \(found.count) bytes instead of \(expected.count), which differ from byte \(place + 1) on; \(comment ?? "")
    found:    \(around(found))
    expected: \(around(expected))
    """, sourceLocation: sourceLocation)
}
