/// Says how a linked sentence was reused, and which facts it states otherwise.
struct ReuseJudge {
  let matcher: WordMatcher
  /// Whether the page was put through a word spinner.
  let isSpun: Bool

  /// Share of words of the same form in the same order from which a sentence is a copy word for word, or an edited one.
  private static let verbatim = 0.96
  private static let edited = 0.5
  /// Share of a spun page's sentence that is replaced at least.
  private static let substituted = 0.08

  struct Verdict {
    var kind: ReuseKind
    var alterations: [[Alteration]]
    var matches: [[WordMatcher.Match]]
  }

  /// - Parameters:
  ///   - sources: its sources, the likeliest first; at least one.
  ///   - results: what ``matcher`` says of each.
  func judge(
    _ sentence: PreparedText.Sentence, sources: [PreparedText.Sentence], _ results: [WordMatcher.Result]
  ) -> Verdict {
    let words = max(1, sentence.words.count)
    let same = results.map(\.sameInOrder).reduce(0, +)
    let sourceWords = sources.reduce(0) { $0 + $1.words.count }
    let identity = Double(min(same, words)) / Double(max(words, sourceWords))
    let ownShare = Double(min(same, words)) / Double(words)
    let replaced = WordReplacements(results[0].matches, of: sentence, sources[0]).replaced
    let substitutions = max(results.map(\.substitutions).reduce(0, +), replaced)

    var kind: ReuseKind
    if isSpun, Double(substitutions) >= Self.substituted * Double(words) {
      kind = .spun
    } else if identity >= Self.verbatim || isExcerpt(sentence, results[0], words: words) {
      kind = .verbatim
    } else if isQuotation(sentence, results) {
      kind = .quote
    } else if !matcher.substitutes.isEmpty, substitutions > 0 || ownShare < Self.verbatim && ownShare > Self.edited {
      // Where a spinner is known to have been at work it also put several words for one.
      kind = .spun
    } else {
      kind = ownShare >= Self.edited ? .edited : .paraphrase
    }
    let alterations = zip(sources, results).map { source, result in
      AlteredFacts(
        matcher: matcher, isSpun: isSpun, sentence: sentence, source: source, matches: result.matches, sources: sources
      ).find()
    }
    // One word may be all that was changed.
    if kind == .verbatim, alterations.contains(where: { !$0.isEmpty }) { kind = .edited }
    return Verdict(kind: kind, alterations: alterations, matches: results.map(\.matches))
  }

  /// Whether the sentence is a run of its source, word for word.
  private func isExcerpt(_ sentence: PreparedText.Sentence, _ result: WordMatcher.Result, words: Int) -> Bool {
    guard words >= 6, result.sameInOrder == words, let first = result.matches.first, let last = result.matches.last
    else { return false }
    return last.source - first.source == words - 1
  }

  /// Whether most of what the sentence took stands in quotation marks on both sides.
  private func isQuotation(_ sentence: PreparedText.Sentence, _ results: [WordMatcher.Result]) -> Bool {
    let quoted = sentence.words.count { matcher.copy.words[$0].isQuoted }
    guard quoted >= 4 else { return false }
    let taken = results.flatMap(\.matches).filter {
      $0.relation == .same && matcher.copy.words[$0.copy].isQuoted && matcher.source.words[$0.source].isQuoted
    }
    let takenPlaces = Set(taken.map(\.copy)).count
    let all = Set(results.flatMap(\.matches).filter { $0.relation == .same }.map(\.copy)).count
    return Double(takenPlaces) >= 0.8 * Double(quoted) && Double(takenPlaces) >= 0.5 * Double(all)
  }
}
