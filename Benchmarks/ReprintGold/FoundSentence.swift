import Foundation
package import Reprint

/// A sentence of a copy as an alignment found it: what a score asks about it.
package struct FoundSentence: Sendable, Equatable {
  /// UTF-8 bytes of the copy.
  package let range: Range<Int>
  package let kind: String?
  /// UTF-8 bytes of the original; none if nothing was found for the sentence.
  package let sources: [Range<Int>]

  package init(range: Range<Int>, kind: String?, sources: [Range<Int>]) {
    self.range = range
    self.kind = kind
    self.sources = sources
  }

  package init(_ match: SentenceMatch) {
    self.init(range: match.range, kind: match.kind.rawValue, sources: match.sources.map(\.range))
  }

  /// The sentences in the command's output, a JSON object a line:
  /// `{"start": 120, "end": 233, "kind": "edited", "sources": [{"start": 400, "end": 512}]}`.
  ///
  /// - Parameter path: where the output came from, for messages.
  package static func parse(ndjson: some Collection<UInt8>, path: String) throws(GoldError) -> [FoundSentence] {
    var found: [FoundSentence] = []
    for (number, line) in ndjson.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) { continue }
      do {
        found.append(FoundSentence(try JSONDecoder().decode(Line.self, from: Data(line))))
      } catch {
        throw GoldError(error, path: "\(path):\(number + 1)")
      }
    }
    return found
  }

  private init(_ line: Line) {
    self.init(
      range: line.start..<max(line.start, line.end), kind: line.kind,
      sources: (line.sources ?? []).map { $0.start..<max($0.start, $0.end) })
  }

  private struct Line: Decodable {
    struct Place: Decodable {
      let start: Int
      let end: Int
    }
    let start: Int
    let end: Int
    let kind: String?
    let sources: [Place]?
  }
}

extension Alignment {
  /// The sentences of the copy for a score.
  package var found: [FoundSentence] { sentences.map { FoundSentence($0) } }
}
