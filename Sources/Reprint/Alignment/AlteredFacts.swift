/// Numbers, negations and words of contrary meaning that a sentence has otherwise than its source.
///
/// What is only said in another way is no alteration: another unit, another currency, "declined to" for "would not".
struct AlteredFacts {
  let matcher: WordMatcher
  /// Whether the page was put through a word spinner.
  let isSpun: Bool
  let sentence: PreparedText.Sentence
  /// One of its sources.
  let source: PreparedText.Sentence
  /// How the words of the two match, in the copy's order.
  let matches: [WordMatcher.Match]
  /// All sources of the sentence.
  let sources: [PreparedText.Sentence]

  /// Share of the words that must match: only then does a word stand in the place of another.
  ///
  /// A spinner leaves the order and the small words, which are two of five.
  var leastMatched: Double { isSpun ? 0.35 : 0.6 }

  func find() -> [Alteration] {
    let shorter = min(sentence.words.count, source.words.count)
    guard shorter > 3, Double(matches.count) >= leastMatched * Double(shorter) else { return [] }
    let contrasts = contrasts()
    // "Nothing" for "something" is one alteration.
    let negations = negations().filter { negation in
      !contrasts.contains { $0.copy == negation.copy || $0.original == negation.original }
    }
    return numbers() + units() + contrasts + negations
  }

  /// Words that contradict the one in their place: "third" for "fourth", "fewer" for "more", "fell" for "rose".
  ///
  /// A word's place is told by the words around it that match: as many others stand between them on both sides, and few.
  private func contrasts() -> [Alteration] {
    let matched = Set(matches.map(\.source))
    var found: [Alteration] = []
    var before = (copy: sentence.words.lowerBound - 1, source: source.words.lowerBound - 1)
    func look(_ behind: (copy: Int, source: Int)) {
      defer { before = behind }
      let gap = behind.copy - before.copy
      guard gap == behind.source - before.source, gap - 1 <= Self.widestGap else { return }
      for place in 1..<max(1, gap) where !matched.contains(before.source + place) {
        guard let alteration = contrast(before.copy + place, before.source + place) else { continue }
        // Behind another number another unit may say the same.
        if place == 1 || alteration.fact != .number { found.append(alteration) }
      }
    }
    for match in matches { look((match.copy, match.source)) }
    look((sentence.words.upperBound, source.words.upperBound))
    return found
  }

  private func contrast(_ word: Int, _ partner: Int) -> Alteration? {
    let (ours, theirs) = (matcher.copy.words[word].range, matcher.source.words[partner].range)
    guard let fact = ContrastWords.fact(matcher.copyBytes[ours], matcher.sourceBytes[theirs]),
      isDenied(word, in: matcher.copy, sentence, matcher.copyBytes)
        == isDenied(partner, in: matcher.source, source, matcher.sourceBytes)
    else { return nil }
    return Alteration(fact: fact, copy: ours, original: theirs)
  }

  /// Whether a negation stands right before a word: "not uncommon" is no contrary of "common".
  private func isDenied(
    _ word: Int, in text: PreparedText, _ sentence: PreparedText.Sentence, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    (max(sentence.words.lowerBound, word - 2)..<word).contains { Negation.is(text, $0, in: sentence, bytes) }
  }

  /// Words between two that match, at most, of which each stands for the one in its place.
  private static let widestGap = 4
}

extension PreparedText.Word {
  /// UTF-8 bytes of the text.
  var range: Range<Int> { start..<end }
}
