package import Reprint

/// How well an alignment tells which sentences state facts otherwise than their sources.
///
/// A sentence counts once for each kind of fact, however many facts of the kind it alters.
package struct AlterationScore: Sendable, Equatable, CustomStringConvertible {
  package struct Tally: Sendable, Equatable {
    /// Sentences found to alter such a fact, those that do, and those found that do.
    package var predicted = 0, gold = 0, right = 0

    package init() {}

    package var precision: Double { Double(right) / Double(predicted) }
    package var recall: Double { Double(right) / Double(gold) }
  }

  package private(set) var numbers = Tally()
  package private(set) var negations = Tally()

  package init() {}

  /// Counts the sentences of a page, laid out as ``GoldLayout`` does.
  package mutating func add(_ alignment: Alignment, for page: GoldPage) {
    for (sentence, range) in zip(page.sentences, GoldLayout(page).sentences) {
      let facts = alignment.sentences.filter { $0.range.halfOverlaps(range) }
        .flatMap(\.sources).flatMap(\.alterations).map(\.fact)
      numbers.count(found: facts.contains(.number), gold: sentence.altered?.contains(.number) ?? false)
      negations.count(found: facts.contains(.negation), gold: sentence.altered?.contains(.negation) ?? false)
    }
  }

  /// The figures as a table.
  package var description: String {
    let head = ScoreTable.row("", [("prec", 7), ("recall", 7), ("found", 8), ("gold", 7)])
    let rows = [("numbers", numbers), ("negations", negations)].map { name, tally in
      ScoreTable.row(
        name,
        [
          (ScoreTable.figure(tally.precision), 7), (ScoreTable.figure(tally.recall), 7), ("\(tally.predicted)", 8),
          ("\(tally.gold)", 7),
        ])
    }
    return ([head] + rows).joined(separator: "\n")
  }
}

extension AlterationScore.Tally {
  fileprivate mutating func count(found: Bool, gold isGold: Bool) {
    if found { predicted += 1 }
    if isGold { gold += 1 }
    if found, isGold { right += 1 }
  }
}
