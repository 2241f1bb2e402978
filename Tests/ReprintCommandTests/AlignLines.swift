import Foundation
import ReprintTestSupport
import Testing

/// A line that `reprint align` prints.
struct AlignLine: Decodable, Equatable {
  struct Source: Decodable, Equatable {
    struct Alteration: Decodable, Equatable {
      var fact: String
      var copy: String?
      var original: String?
    }

    struct Word: Decodable, Equatable {
      var relation: String
      var copy: [Int]
      var original: [Int]
    }

    var sentence: Int
    var start: Int
    var end: Int
    var text: String
    var score: Double
    var altered: [Alteration]?
    var words: [Word]?
  }

  var copy: String
  var sentence: Int
  var start: Int
  var end: Int
  var text: String
  var kind: String
  var score: Double
  var sources: [Source]

  var isReuse: Bool { !["new", "furniture"].contains(kind) }
}

/// A line of a lexicon.
struct LexiconLine: Decodable, Equatable {
  var copy: String
  var original: String
  var count: Int
  var confidence: Double
}

extension Outcome {
  func alignments() throws -> [AlignLine] { try decodeLines(output) }
  func lexicon() throws -> [LexiconLine] { try decodeLines(output) }
}

extension SourceTree {
  /// The pages of the README's example.
  static let pages = root + "/fixtures/alignment/pages"
  static let originalPage = pages + "/original.txt"
  static let copyNames = ["verbatim", "spun", "paraphrase", "summary", "independent"]
  static let stories = root + "/fixtures/alignment/stories"

  static func page(_ name: String) -> String { "\(pages)/\(name).txt" }
}

/// The bytes of a range, as text.
func slice(_ data: Data, _ start: Int, _ end: Int) -> String? {
  guard 0 <= start, start < end, end <= data.count else { return nil }
  return String(data: data.subdata(in: start..<end), encoding: .utf8)
}

/// Expects lines to be in order, with ranges that reproduce their texts.
func expectSound(
  _ lines: [AlignLine], copy: Data, original: Data, sourceLocation: SourceLocation = #_sourceLocation
) {
  var end = 0
  for (number, line) in lines.enumerated() {
    #expect(line.sentence == number, sourceLocation: sourceLocation)
    #expect(line.start >= end, sourceLocation: sourceLocation)
    #expect(slice(copy, line.start, line.end) == line.text, sourceLocation: sourceLocation)
    #expect((0...1).contains(line.score), sourceLocation: sourceLocation)
    #expect(line.isReuse == !line.sources.isEmpty, "\(line)", sourceLocation: sourceLocation)
    for source in line.sources {
      #expect(slice(original, source.start, source.end) == source.text, sourceLocation: sourceLocation)
      #expect((0...1).contains(source.score), sourceLocation: sourceLocation)
    }
    #expect(Set(line.sources.map(\.sentence)).count == line.sources.count, sourceLocation: sourceLocation)
    end = line.end
  }
}
