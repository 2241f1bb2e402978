/// What speaks for reuse, and how strongly.
///
/// Shared topic, names, numbers and public quotations are no reuse. What counts are sentences that carry the content of
/// the original's sentences outside quotations: how rare the words are that they took, how much of them that is, how
/// much of the page they make up, and how long a run of the very words there is.
package struct ReuseEvidence {
  /// How rare the words are that reused sentences took, in sum, in nats; each counted once, and none that both
  /// quote.
  private(set) var nats = 0.0
  /// Share of these sentences' words that stand for words of their sources.
  private(set) var matched = 0.0
  /// The mean probability of these sentences' links.
  private(set) var probability = 0.0
  /// How many different sources they have, for each of them: texts on one topic come back to the same few.
  private(set) var spread = 0.0
  /// How many fewer sources they have than speak for themselves, in nats: one sentence may be everybody's.
  private(set) var scarcity = 0.0
  /// Share of the page's article that these sentences make up.
  let share: Double
  /// Words in the longest run outside quotations.
  let run: Int
  /// Where it stands in the page, in UTF-8 bytes.
  let runRange: Range<Int>

  init(_ alignment: Alignment, share: Double, page: PageWords, original: OriginalWords) {
    self.share = share
    (run, runRange) = page.longestRun(alignment, in: original, leavesOutQuotations: true) {
      $0.kind.isReuse && $0.kind != .quote
    }
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
      matches += sentence.matchedWords
      for source in sentence.sources {
        for match in source.words {
          let number = seen.count
          if page.isQuoted(match.copy), original.isQuoted(match.original) { continue }
          guard let key = original.key(at: match.original), seen.insert(key) == number else { continue }
          let idf = BackgroundFrequencies.english.idf(key)
          if idf != nil { listed += 1 }
          nats += max(0, Double(idf ?? BackgroundFrequencies.unlisted) - Self.commonWord)
        }
      }
    }
    matched = words == 0 ? 0 : Double(matches) / Double(words)
    probability /= Double(max(1, count))
    spread = Double(sources.count) / Double(max(1, count))
    let several = min(Self.several, alignment.original.count)
    scarcity = Self.logarithm(Double(several) / Double(max(1, sources.count)) - 1)
    // In another language than the table's all words seem rare.
    if 3 * listed < seen.count { nats *= Self.otherLanguage }
  }

  /// What speaks for reuse in a pair of texts: what weights are learned from.
  package init(of copy: [UInt8], from original: Original, _ model: AlignmentModel) {
    var options = AlignmentOptions()
    (options.model, options.evidence, options.unlinksTopic) = (model, true, false)
    let copy = PreparedCopy(copy)
    let alignment = original.align(copy, options)
    let article = alignment.sentences.filter { $0.kind != .furniture }
    let reused = article.filter { $0.kind.isReuse && $0.kind != .quote }
    let words = max(1, article.reduce(0) { $0 + $1.words })
    self.init(
      alignment, share: Double(reused.reduce(0) { $0 + $1.words }) / Double(words), page: copy.words,
      original: original.words)
  }

  /// Whether any sentence is linked at all.
  package var isAny: Bool { matched > 0 }

  /// Words less rare tell nothing, in nats.
  private static let commonWord = 5.0
  private static let otherLanguage = 0.6
  /// More sources say no more.
  private static let several = 4

  /// What the weights are for, each bounded where more of it says no more.
  package var features: ReuseWeights.Features {
    [
      Self.logarithm(nats), min(matched, 0.5), min(share, 0.4), Self.logarithm(Double(run - 6)),
      max(0, 0.87 - probability), max(0, 0.85 - spread), scarcity,
    ]
  }

  /// Log-odds that the page reuses the original.
  func logOdds(_ weights: ReuseWeights = .standard) -> Double {
    matched > 0 ? weights.logOdds(features) : -10
  }

  /// The most that the log-odds can be of a page that shares so much with an original.
  ///
  /// - Parameters:
  ///   - nats: of all words that both have.
  ///   - run: words of the longest run that both have.
  static func mostLogOdds(nats: Double, run: Int) -> Double {
    ReuseWeights.standard.logOdds([logarithm(nats), 0.5, 0.4, logarithm(Double(run - 6)), 0, 0, 0])
  }

  /// How rare a word is, in nats above those that tell nothing.
  static func nats(_ key: UInt64) -> Double {
    max(0, Double(BackgroundFrequencies.english.idf(key) ?? BackgroundFrequencies.unlisted) - commonWord)
  }

  private static func logarithm(_ value: Double) -> Double { Double(Logarithm.onePlus(Float(max(0, value)))) }

  var isReuse: Bool { logOdds() > 0 }

  /// The probability that the page reuses the original.
  var confidence: Double { Double(Logarithm.probability(Float(logOdds()))) }
}
