package import Reprint

/// How much of a recovered lexicon is in the table that the text was spun by.
///
/// Entries seen less than three times are not judged: so little shows nothing.
package struct LexiconScore: Sendable, Equatable {
  package let judged: Int
  package let right: Int

  package init(_ lexicon: Lexicon, against table: WordTable, leastCount: Int = 3) {
    let entries = lexicon.entries.filter { $0.count >= leastCount }
    judged = entries.count
    right = entries.count { table[$0.original.lowercased()] == $0.copy.lowercased() }
  }

  /// The share of judged entries that are right; not a number if none was judged.
  package var precision: Double { Double(right) / Double(judged) }
}
