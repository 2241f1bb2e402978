/// What speaks for reuse, and how strongly.
///
/// Shared topic, names, numbers and public quotations are no reuse. What counts are sentences that carry the content of
/// the original's sentences outside quotations: how rare the words are that they took, how much of them that is, how
/// much of the page they make up, and how long a run of the very words there is.
struct ReuseEvidence {
  /// How rare the words are that reused sentences took, in sum, in nats; each counted once.
  private(set) var nats = 0.0
  /// Share of these sentences' words that stand for words of their sources.
  private(set) var matched = 0.0
  /// The mean probability of these sentences' links.
  private(set) var probability = 0.0
  /// How many different sources they have, for each of them: texts on one topic come back to the same few.
  private(set) var spread = 0.0
  /// Share of the page's article that these sentences make up.
  let share: Double
  /// Words in the longest run outside quotations.
  let run: Int

  init(_ alignment: Alignment, share: Double, page: PageWords, original: OriginalWords) {
    self.share = share
    run =
      page.longestRun(alignment, in: original, leavesOutQuotations: true) { $0.kind.isReuse && $0.kind != .quote }.words
    var matches = 0
    var words = 0
    var seen = KeyTable()
    var listed = 0
    var count = 0
    var sources: Set<Int> = []
    for sentence in alignment.sentences where sentence.kind.isReuse && sentence.kind != .quote {
      words += sentence.words
      count += 1
      probability += sentence.score
      sources.insert(sentence.sources[0].sentence)
      matches += Self.matchedWords(sentence)
      for match in sentence.sources.lazy.flatMap(\.words) {
        guard let key = original.key(at: match.original.lowerBound) else { continue }
        let number = seen.count
        guard seen.insert(key) == number else { continue }
        let idf = BackgroundFrequencies.english.idf(key)
        if idf != nil { listed += 1 }
        nats += max(0, Double(idf ?? BackgroundFrequencies.unlisted) - Self.commonWord)
      }
    }
    matched = words == 0 ? 0 : Double(matches) / Double(words)
    probability /= Double(max(1, count))
    spread = Double(sources.count) / Double(max(1, count))
    // In another language than the table's all words seem rare.
    if 3 * listed < seen.count { nats *= Self.otherLanguage }
  }

  /// How many words of a sentence stand for words of its sources.
  private static func matchedWords(_ sentence: SentenceMatch) -> Int {
    if sentence.sources.count == 1 { return sentence.sources[0].words.count }
    return Set(sentence.sources.lazy.flatMap { $0.words.lazy.map(\.copy.lowerBound) }).count
  }

  /// Words less rare tell nothing, in nats.
  private static let commonWord = 5.0
  private static let otherLanguage = 0.6

  /// Log-odds that the page reuses the original.
  ///
  /// The weights are near those that logistic regression gives on the gold stories and on 45,000 pages of licences,
  /// manuals, scripture and news that reuse none of them, rounded so that both sides keep about the same distance; what
  /// speaks against reuse keeps out other reports of the same event.
  var logOdds: Double {
    guard matched > 0 else { return -10 }
    let evidence =
      3.2 * Self.logarithm(nats) + 8 * min(matched, 0.5) + 7 * min(share, 0.4) + 1.2 * Self.logarithm(Double(run - 6))
    let doubt = 12 * max(0, 0.87 - probability) + 6 * max(0, 0.85 - spread)
    return evidence - 18.3 - doubt
  }

  private static func logarithm(_ value: Double) -> Double { Double(Logarithm.onePlus(Float(max(0, value)))) }

  var isReuse: Bool { logOdds > 0 }

  /// The probability that the page reuses the original.
  var confidence: Double { Double(Logarithm.probability(Float(logOdds))) }
}
