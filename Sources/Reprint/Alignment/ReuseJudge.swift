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

  /// - Parameter sources: its sources, the likeliest first; at least one.
  func judge(_ sentence: PreparedText.Sentence, sources: [PreparedText.Sentence]) -> Verdict {
    let results = sources.map { matcher.match(sentence, $0) }
    let words = max(1, sentence.words.count)
    let same = results.map(\.sameInOrder).reduce(0, +)
    let sourceWords = sources.reduce(0) { $0 + $1.words.count }
    let identity = Double(min(same, words)) / Double(max(words, sourceWords))
    let ownShare = Double(min(same, words)) / Double(words)
    let substitutions = results.map(\.substitutions).reduce(0, +)

    let kind: ReuseKind
    if isSpun, Double(substitutions) >= Self.substituted * Double(words) {
      kind = .spun
    } else if identity >= Self.verbatim || isExcerpt(sentence, results[0], words: words) {
      kind = .verbatim
    } else if isQuotation(sentence, results) {
      kind = .quote
    } else if isSpun, ownShare < Self.verbatim, identity >= Self.edited / 2, Double(same) > 0.5 * Double(words) {
      kind = .edited
    } else {
      kind = ownShare >= Self.edited ? .edited : .paraphrase
    }
    let facts = AlteredFacts(matcher: matcher)
    return Verdict(
      kind: kind,
      alterations: zip(sources, results).map { facts.find(sentence, $0, $1, sources: sources) },
      matches: results.map(\.matches))
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

/// Finds numbers and negations that a sentence has otherwise than its source.
private struct AlteredFacts {
  let matcher: WordMatcher

  /// Share of the shorter sentence's words that must match: only then does a word stand in the place of another.
  private static let leastMatched = 0.6

  func find(
    _ sentence: PreparedText.Sentence, _ source: PreparedText.Sentence, _ result: WordMatcher.Result,
    sources: [PreparedText.Sentence]
  ) -> [Alteration] {
    let shorter = min(sentence.words.count, source.words.count)
    guard shorter > 3, Double(result.matches.count) >= Self.leastMatched * Double(shorter) else { return [] }
    return numbers(sentence, source, result, sources) + negations(sentence, source, result, sources)
  }

  /// Numbers that stand between the same words on both sides and differ.
  private func numbers(
    _ sentence: PreparedText.Sentence, _ source: PreparedText.Sentence, _ result: WordMatcher.Result,
    _ sources: [PreparedText.Sentence]
  ) -> [Alteration] {
    guard sentence.words.contains(where: { matcher.copy.words[$0].isNumber }),
      source.words.contains(where: { matcher.source.words[$0].isNumber })
    else { return [] }
    let matchedCopy = Set(result.matches.map(\.copy))
    let matchedSource = Set(result.matches.map(\.source))
    let known = Set(sources.flatMap { $0.words.map { matcher.source.words[$0].key } })
    let here = Set(sentence.words.map { matcher.copy.words[$0].key })
    var free = source.words.filter {
      matcher.source.words[$0].isNumber && !matchedSource.contains($0) && !here.contains(matcher.source.words[$0].key)
    }
    var found: [Alteration] = []
    for word in sentence.words
    where matcher.copy.words[word].isNumber && !matchedCopy.contains(word)
      && !known.contains(matcher.copy.words[word].key)
    {
      let partner = free.min {
        distance(word, $0, sentence, source, result) < distance(word, $1, sentence, source, result)
      }
      guard let partner, distance(word, partner, sentence, source, result) <= 4 else { continue }
      free.removeAll { $0 == partner }
      found.append(
        Alteration(fact: .number, copy: matcher.copy.words[word].range, original: matcher.source.words[partner].range))
    }
    return found
  }

  /// How far apart two words stand, counted from the nearest matched words before and behind them.
  private func distance(
    _ word: Int, _ other: Int, _ sentence: PreparedText.Sentence, _ source: PreparedText.Sentence,
    _ result: WordMatcher.Result
  ) -> Int {
    let before = result.matches.last { $0.copy < word }
    let behind = result.matches.first { $0.copy > word }
    var best = Int.max
    if let before { best = min(best, abs((word - before.copy) - (other - before.source))) }
    if let behind { best = min(best, abs((behind.copy - word) - (behind.source - other))) }
    return best
  }

  private func negations(
    _ sentence: PreparedText.Sentence, _ source: PreparedText.Sentence, _ result: WordMatcher.Result,
    _ sources: [PreparedText.Sentence]
  ) -> [Alteration] {
    // Only where most of both sentences is the same does a missing word mean the opposite.
    let longer = max(sentence.words.count, source.words.count)
    guard Double(result.matches.count) >= Self.leastMatched * Double(longer) else { return [] }
    let ours = sentence.words.filter { Negation.is(matcher.copy, $0, in: sentence, matcher.copyBytes) }
    let theirs = source.words.filter { Negation.is(matcher.source, $0, in: source, matcher.sourceBytes) }
    guard !ours.isEmpty || !theirs.isEmpty else { return [] }
    let added = ours.filter { word in !result.matches.contains { $0.copy == word } }
    let matchedSource = Set(result.matches.map(\.source))
    let dropped = theirs.filter { !matchedSource.contains($0) }
    // As many of both: it is said in other words.
    guard added.count != dropped.count else { return [] }
    if added.count > dropped.count {
      let elsewhere = sources.reduce(0) { sum, other in
        sum + other.words.count { Negation.is(matcher.source, $0, in: other, matcher.sourceBytes) }
      }
      guard ours.count > elsewhere else { return [] }
      return [Alteration(fact: .negation, copy: matcher.copy.words[added[0]].range, original: nil)]
    }
    // What follows must be there, or the clause is gone and with it the negation.
    let word = dropped[0]
    let following = word + 1..<max(word + 1, min(word + 3, source.words.upperBound))
    guard following.isEmpty || following.contains(where: { matchedSource.contains($0) }) else { return [] }
    return [Alteration(fact: .negation, copy: nil, original: matcher.source.words[word].range)]
  }
}

/// Words that turn what is said into its opposite.
private enum Negation {
  private static let words: Set<UInt64> = Set(
    [
      "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "nowhere",
      "nicht", "kein", "keine", "keinen", "keiner", "nie", "niemals", "niemand", "ohne",
      "ne", "pas", "jamais", "aucun", "aucune", "sans", "nunca", "sin", "ninguno", "ninguna", "non", "mai",
    ].map { word in
      var bytes = Array(word.utf8)
      return bytes.withUnsafeMutableBufferPointer { buffer in
        let count = WordStem.stem(buffer)
        return WordStem.key(UnsafeBufferPointer(rebasing: buffer[..<count]))
      }
    })

  /// Whether a word negates: one of the list, or the end of "isn't".
  static func `is`(
    _ text: PreparedText, _ word: Int, in sentence: PreparedText.Sentence, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let entry = text.words[word]
    if words.contains(entry.key) { return true }
    guard entry.end - entry.start == 1, bytes[entry.start] | 0x20 == UInt8(ascii: "t"), word > sentence.words.lowerBound
    else { return false }
    let before = text.words[word - 1]
    return bytes[before.end - 1] | 0x20 == UInt8(ascii: "n") && entry.start - before.end <= 3
  }
}

extension PreparedText.Word {
  /// UTF-8 bytes of the text.
  var range: Range<Int> { start..<end }
}
