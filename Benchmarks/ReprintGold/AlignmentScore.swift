/// How well alignments of many pages agree with the gold: over all sentences, for each kind of page and for each way a
/// sentence came about.
///
/// A found sentence counts for every gold sentence that it overlaps by half of the shorter of the two, and so do sources;
/// how sentences are cut matters little that way.
package struct AlignmentScore: Sendable, CustomStringConvertible {
  /// Counts, and the figures that follow from them.
  ///
  /// A figure is not a number where there was nothing to count.
  package struct Tally: Sendable, Equatable {
    /// Links found, right ones among them, and links that there are.
    package var predicted = 0, right = 0, gold = 0
    /// Sentences from the original, those of them with at least one right link, those of these with the right kind.
    package var reused = 0, hits = 0, rightKinds = 0
    /// Sentences not from the original, and those of them with a link.
    package var notReused = 0, linkedFalsely = 0

    package init() {}

    package var precision: Double { Double(right) / Double(predicted) }
    package var recall: Double { Double(right) / Double(gold) }
    /// The harmonic mean of precision and recall.
    package var f1: Double { 2 * precision * recall / (precision + recall) }
    /// The share of reused sentences with a right link.
    package var hit: Double { Double(hits) / Double(reused) }
    /// The share of other sentences with a link.
    package var falsely: Double { Double(linkedFalsely) / Double(notReused) }
    /// The share of hits with the right kind.
    package var kind: Double { Double(rightKinds) / Double(hits) }
  }

  /// A sentence of a copy as it should have been found.
  package struct Expected: Sendable {
    /// UTF-8 bytes of the copy.
    package let range: Range<Int>
    /// Numbers of the original's sentences.
    package let from: Set<Int>
    package let how: GoldSentence.Origin

    package init(range: Range<Int>, from: Set<Int>, how: GoldSentence.Origin) {
      self.range = range
      self.from = from
      self.how = how
    }
  }

  private var tallies: [String: Tally] = [:]

  package init() {}

  /// What was counted under `all`, `page KIND` or `how ORIGIN`.
  package subscript(key: String) -> Tally { tallies[key] ?? Tally() }

  package var all: Tally { self["all"] }

  package subscript(page: GoldPage.Kind) -> Tally { self["page \(page.rawValue)"] }

  package subscript(how: GoldSentence.Origin) -> Tally { self["how \(how.rawValue)"] }

  /// All there is a tally for: `all`, then the others by name.
  package var keys: [String] { ScoreTable.sorted(tallies.keys) }

  /// Counts what was found in a page, laid out as ``GoldLayout`` does.
  package mutating func add(_ found: [FoundSentence], for page: GoldPage, of story: GoldStory) {
    let ranges = GoldLayout(page).sentences
    let expected = zip(page.sentences, ranges).map { Expected(range: $1, from: Set($0.from), how: $0.how) }
    add(found, expected: expected, sources: GoldLayout(story.original).sentences, page: page.kind.rawValue)
  }

  /// Counts what was found in a copy.
  ///
  /// - Parameters:
  ///   - sources: the original's sentences, UTF-8 bytes.
  ///   - page: what to count the copy under beside `all`.
  package mutating func add(_ found: [FoundSentence], expected: [Expected], sources: [Range<Int>], page: String) {
    let found = found.filter { !$0.sources.isEmpty }
    for sentence in expected {
      var links: Set<Int> = []
      var kinds: Set<String> = []
      for match in found where match.range.halfOverlaps(sentence.range) {
        if let kind = match.kind { kinds.insert(kind) }
        for source in match.sources {
          links.formUnion(sources.indices.filter { source.halfOverlaps(sources[$0]) })
        }
      }
      for key in ["all", "page \(page)", "how \(sentence.how.rawValue)"] {
        tallies[key, default: Tally()].count(sentence, links: links, kinds: kinds)
      }
    }
  }

  /// The figures as a table.
  package var description: String {
    let columns = ["prec", "recall", "F1", "hit", "false", "kind"].map { ($0, 7) } + [("reused", 8), ("not", 6)]
    let rows = keys.map { key in
      let tally = self[key]
      let figures = [tally.precision, tally.recall, tally.f1, tally.hit, tally.falsely, tally.kind]
      let columns = figures.map { (ScoreTable.figure($0), 7) }
      return ScoreTable.row(key, columns + [("\(tally.reused)", 8), ("\(tally.notReused)", 6)])
    }
    return ([ScoreTable.row("", columns)] + rows).joined(separator: "\n")
  }
}

extension AlignmentScore.Tally {
  fileprivate mutating func count(_ sentence: AlignmentScore.Expected, links: Set<Int>, kinds: Set<String>) {
    let rightLinks = links.intersection(sentence.from).count
    predicted += links.count
    right += rightLinks
    gold += sentence.from.count
    if sentence.from.isEmpty {
      notReused += 1
      if !links.isEmpty { linkedFalsely += 1 }
    } else {
      reused += 1
      if rightLinks > 0 {
        hits += 1
        if !kinds.isDisjoint(with: sentence.how.rightKinds) { rightKinds += 1 }
      }
    }
  }
}

extension Range<Int> {
  /// Whether the two share half of the shorter.
  package func halfOverlaps(_ other: Range<Int>) -> Bool {
    let shared = Swift.min(upperBound, other.upperBound) - Swift.max(lowerBound, other.lowerBound)
    return shared > 0 && shared * 2 >= Swift.min(count, other.count)
  }
}
