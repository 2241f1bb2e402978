/// What speaks for reuse, and how strongly.
///
/// Shared topic, names, numbers and public quotations are no reuse. What counts are sentences that carry the content of
/// the original's sentences outside quotations: how rare the words are that they took, how much of them that is, how
/// much of the page they make up.
///
/// Another report on the same event shares far more than a topic. It is told by the names and numbers that it has of its
/// own, by how little else its sentences share, and by how far it is from being the same text.
package struct ReuseEvidence: Sendable {
  /// How rare the words are that reused sentences took, in sum, in nats; each counted once, and none that both
  /// quote.
  private(set) var nats = 0.0
  /// Share of these sentences' words that stand for words of their sources.
  private(set) var matched = 0.0
  /// The mean probability of these sentences' links.
  private(set) var probability = 0.0
  /// How many fewer sources they have than speak for themselves, in nats: one sentence may be everybody's.
  private(set) var scarcity = 0.0
  /// Nats of the words taken that are no names or numbers, for each word of these sentences.
  private(set) var detail = 0.0
  /// How many different numbers were taken.
  private(set) var figures = 0
  /// Share of these sentences that have several sources.
  private(set) var merging = 0.0
  /// How surely these sentences keep the order of their sources, and do not have it by chance: Kendall's rank correlation
  /// in standard deviations.
  private(set) var order = 0.0
  /// Names and numbers that the original lacks, in these sentences and those that have names of the original, for each
  /// word of both.
  private(set) var strangers = 0.0
  /// Share of the page's article that these sentences make up.
  private(set) var share = 0.0
  /// Share of the original that their sources make up.
  private(set) var coverage = 0.0
  /// Words in the longest run outside quotations.
  private(set) var run = 0
  /// Where it stands in the page, in UTF-8 bytes.
  private(set) var runRange = 0..<0

  /// Of a page that shares nothing.
  package init() {}

  /// - Complexity: O(n) expected in the words of both texts.
  init(_ alignment: Alignment, page: PageWords, original: OriginalWords) {
    let reused = alignment.sentences.filter(Self.counts)
    guard !reused.isEmpty else { return }
    let particulars = ParticularWords(original: original.text, page: page.text)
    read(reused, page, original, particulars)
    let several = min(Self.several, alignment.original.count)
    let sources = reused.map { $0.sources[0].sentence }
    scarcity = Self.logarithm(Double(several) / Double(Set(sources).count) - 1)
    let article = alignment.sentences.lazy.filter { $0.kind != .furniture }.reduce(0) { $0 + $1.words }
    share = Double(reused.reduce(0) { $0 + $1.words }) / Double(max(1, article))
    coverage = Self.coverage(reused, of: alignment.original)
    order = RankCorrelation.significance(
      RankCorrelation.ofOrder(sources, below: alignment.original.count), of: Set(sources).count)
    probability = reused.reduce(0) { $0 + $1.score } / Double(reused.count)
    merging = Double(reused.count { $0.sources.count > 1 }) / Double(reused.count)
    strangers = Self.strangers(alignment, page.text, particulars)
    (run, runRange) = page.longestRun(alignment, in: original, leavesOutQuotations: true, Self.counts)
  }

  /// Sentences that speak for reuse.
  private static func counts(_ sentence: SentenceMatch) -> Bool { sentence.kind.isReuse && sentence.kind != .quote }

  /// Reads what words sentences took.
  private mutating func read(
    _ reused: [SentenceMatch], _ page: PageWords, _ original: OriginalWords, _ particulars: ParticularWords
  ) {
    var seen = KeyTable()
    var listed = 0
    for match in reused.lazy.flatMap(\.sources).flatMap(\.words) {
      let number = seen.count
      if page.isQuoted(match.copy), original.isQuoted(match.original) { continue }
      guard let word = original.word(at: match.original), seen.insert(word.key) == number else { continue }
      let idf = BackgroundFrequencies.english.idf(word.key)
      if idf != nil { listed += 1 }
      let worth = max(0, Double(idf ?? BackgroundFrequencies.unlisted) - Self.commonWord)
      nats += worth
      if word.isNumber {
        figures += 1
      } else if !particulars.isName(word) {
        detail += worth
      }
    }
    // In another language than the table's all words seem rare.
    if 3 * listed < seen.count {
      nats *= Self.otherLanguage
      detail *= Self.otherLanguage
    }
    let words = Double(max(1, reused.reduce(0) { $0 + $1.words }))
    matched = Double(reused.reduce(0) { $0 + $1.matchedWords }) / words
    detail /= words
  }

  private static func coverage(_ reused: [SentenceMatch], of original: [SentenceRange]) -> Double {
    let sources = Set(reused.lazy.flatMap(\.sources).map(\.sentence))
    let words = original.reduce(0) { $0 + $1.words }
    return Double(sources.reduce(0) { $0 + original[$1].words }) / Double(max(1, words))
  }

  private static func strangers(_ alignment: Alignment, _ page: PreparedText, _ particulars: ParticularWords) -> Double
  {
    var (strangers, words) = (0, 0)
    for (match, sentence) in zip(alignment.sentences, page.sentences) where match.kind != .furniture {
      guard Self.counts(match) || particulars.isOnTopic(sentence, of: page) else { continue }
      strangers += particulars.strangers(in: sentence, of: page)
      words += sentence.words.count
    }
    return Double(strangers) / Double(max(1, words))
  }

  /// What speaks for reuse in a pair of texts: what weights are learned from.
  package init(of copy: [UInt8], from original: Original, _ model: AlignmentModel) {
    var options = AlignmentOptions()
    (options.model, options.evidence, options.unlinksTopic) = (model, true, false)
    let copy = PreparedCopy(copy)
    let alignment = original.align(copy, options)
    self.init(alignment, page: copy.words, original: original.words)
  }

  /// What speaks for it that the original is the page's copy.
  var transposed: ReuseEvidence {
    var evidence = self
    (evidence.share, evidence.coverage) = (coverage, share)
    return evidence
  }

  /// Whether any sentence is linked at all.
  package var isAny: Bool { matched > 0 }

  /// Words less rare tell nothing, in nats.
  private static let commonWord = 5.0
  private static let otherLanguage = 0.6
  /// More sources say no more.
  private static let several = 4

  /// What the weights are for, each bounded where more of it says no more.
  package var features: ReuseFeatures {
    // The same of an article and a part of it, whichever of the two is the page.
    let common = max(share, coverage)
    return ReuseFeatures(
      topic: [
        Self.logarithm(nats), min(matched, 0.5), min(share, 0.4), Self.logarithm(Double(run - 6)),
        max(0, 0.87 - probability), scarcity,
      ],
      report: [
        detail, Self.logarithm(Double(figures)), merging, common, max(-1, min(1, order / Self.certain)),
        max(0, matched * common - 0.5),
        Self.logarithm(Double(run - Self.longestByChance)), Self.logarithm(100 * strangers),
      ])
  }

  /// Standard deviations from which an order is no chance.
  private static let certain = 4.0

  /// Words of the longest run outside quotations that two reports on one event had among all that weights were learned
  /// from.
  private static let longestByChance = 15

  /// Log-odds that the page reuses the original.
  func logOdds(_ weights: ReuseWeights = .standard) -> Double { isAny ? weights.logOdds(features) : -10 }

  /// The most that the log-odds can be of a page that shares so much with an original.
  ///
  /// - Parameters:
  ///   - nats: of all words that both have.
  ///   - run: words of the longest run that both have.
  static func mostLogOdds(nats: Double, run: Int) -> Double {
    ReuseWeights.standard.topic.logOdds([logarithm(nats), 0.5, 0.4, logarithm(Double(run - 6)), 0, 0])
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
