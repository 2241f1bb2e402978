/// How often a splitter cuts texts into sentences as the gold has them, byte for byte.
package struct SplitScore: Sendable, CustomStringConvertible {
  package struct Tally: Sendable, Equatable {
    /// Sentences found, sentences that there are, and those found just so.
    package var predicted = 0, gold = 0, exact = 0

    package init() {}

    package var precision: Double { Double(exact) / Double(predicted) }
    package var recall: Double { Double(exact) / Double(gold) }
    package var f1: Double { 2 * Double(exact) / Double(predicted + gold) }
  }

  private var tallies: [String: Tally] = [:]

  package init() {}

  /// What was counted under `all`, or the name given with the text.
  package subscript(key: String) -> Tally { tallies[key] ?? Tally() }

  package var all: Tally { self["all"] }

  /// All there is a tally for: `all`, then the others by name.
  package var keys: [String] { ScoreTable.sorted(tallies.keys) }

  /// Counts a text's sentences, UTF-8 bytes.
  ///
  /// - Parameter name: what to count them under beside `all`.
  package mutating func add(_ predicted: [Range<Int>], gold: [Range<Int>], name: String) {
    let exact = Set(predicted).intersection(gold).count
    for key in ["all", name] {
      tallies[key, default: Tally()].predicted += predicted.count
      tallies[key, default: Tally()].gold += gold.count
      tallies[key, default: Tally()].exact += exact
    }
  }

  /// Counts the sentences of a story's original and pages, as a splitter finds them in their texts.
  package mutating func add(_ story: GoldStory, split: ([UInt8]) -> [Range<Int>]) {
    let original = GoldLayout(story.original)
    add(split(original.bytes), gold: original.sentences, name: "original")
    for page in story.derived {
      let layout = GoldLayout(page)
      add(split(layout.bytes), gold: layout.sentences, name: "page \(page.kind.rawValue)")
    }
  }

  /// The figures as a table.
  package var description: String {
    let head = ScoreTable.row("", ["prec", "recall", "F1"].map { ($0, 7) } + [("found", 8), ("gold", 7)])
    let rows = keys.map { key in
      let tally = self[key]
      let figures = [tally.precision, tally.recall, tally.f1].map { (ScoreTable.figure($0), 7) }
      return ScoreTable.row(key, figures + [("\(tally.predicted)", 8), ("\(tally.gold)", 7)])
    }
    return ([head] + rows).joined(separator: "\n")
  }
}
