import Foundation
import ReprintCorpora

/// Versions of one numbered text, such as translations of the Bible: gold alignments that nobody had to write, since the
/// verses' numbers say what stands for what.
///
/// Read from JSON Lines, a chapter a line: `{"version": "kjv", "chapter": 1001, "verses": [[1, "In the beginning …"]]}`.
package struct ParallelText: Sendable {
  package enum Order: String, Sendable, CaseIterable {
    case inOrder = "in order"
    case shuffled
  }

  /// By version, chapter and number.
  private let verses: [String: [Int: [Int: String]]]

  package init(path: String) throws(GoldError) {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
    var verses: [String: [Int: [Int: String]]] = [:]
    for (number, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      do {
        let chapter = try JSONDecoder().decode(Chapter.self, from: line)
        for verse in chapter.verses {
          verses[chapter.version, default: [:]][chapter.chapter, default: [:]][verse.number] = verse.text
        }
      } catch {
        throw GoldError(error, path: "\(path):\(number + 1)")
      }
    }
    self.verses = verses
  }

  package var versions: [String] { verses.keys.sorted() }

  /// Some of the chapters that all the versions have, and that are neither short nor long in the first of them.
  ///
  /// Equal for equal seeds.
  package func chapters(
    _ count: Int = 20, inAllOf versions: [String] = ["kjv", "asv", "web", "ylt"],
    verses range: ClosedRange<Int> = 15...45,
    seed: UInt64 = 1
  ) -> [Int] {
    let shared = (verses[versions[0]] ?? [:]).filter { range.contains($0.value.count) }.map(\.key)
      .filter { chapter in versions.allSatisfy { verses[$0]?[chapter] != nil } }
    var random = SeededGenerator(seed: seed)
    return Array(random.shuffled(shared.sorted()).prefix(count))
  }

  /// A chapter of one version as an original without every fifth verse, and of another as its copy, each verse on a line
  /// of its own.
  ///
  /// Verses that the original lacks, these or others, have no source. Nil unless both versions have the chapter.
  package func page(_ chapter: Int, of version: String, from original: String, order: Order) -> ParallelPage? {
    guard let source = verses[original]?[chapter], let copy = verses[version]?[chapter] else { return nil }
    let sourceNumbers = source.keys.filter { !$0.isMultiple(of: 5) }.sorted()
    var copyNumbers = copy.keys.sorted()
    if order == .shuffled {
      var random = SeededGenerator(seed: UInt64(truncatingIfNeeded: chapter))
      copyNumbers = random.shuffled(copyNumbers)
    }
    return ParallelPage(
      name: "\(version) \(order.rawValue)", original: GoldLayout(lines: sourceNumbers.map { source[$0]! }),
      copy: GoldLayout(lines: copyNumbers.map { copy[$0]! }),
      sources: copyNumbers.map { sourceNumbers.firstIndex(of: $0) })
  }
}

/// An original and a copy of as many lines, and which line came from which.
package struct ParallelPage: Sendable, Equatable {
  /// The copy's version and order: `asv shuffled`.
  package let name: String
  package let original: GoldLayout
  package let copy: GoldLayout
  /// For each line of the copy that of the original that it stands for.
  package let sources: [Int?]
}

extension AlignmentScore {
  /// Counts what was found in a page of a parallel text, under its name.
  ///
  /// Its lines count as paraphrases. What kind they are is not known: the figure for kinds says nothing here.
  package mutating func add(_ found: [FoundSentence], for page: ParallelPage) {
    let expected = zip(page.copy.sentences, page.sources).map { range, source in
      Expected(range: range, from: Set([source].compactMap { $0 }), how: source == nil ? .none : .paraphrase)
    }
    add(found, expected: expected, sources: page.original.sentences, page: page.name)
  }
}

private struct Chapter: Decodable {
  struct Verse: Decodable {
    let number: Int
    let text: String

    init(from decoder: any Decoder) throws {
      var pair = try decoder.unkeyedContainer()
      number = try pair.decode(Int.self)
      text = try pair.decode(String.self)
    }
  }

  let version: String
  let chapter: Int
  let verses: [Verse]
}
