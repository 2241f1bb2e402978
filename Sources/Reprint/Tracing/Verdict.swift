/// How much of an original a page reuses, how, and whether that is reuse at all.
public struct Verdict: Sendable {
  /// A part of a text, counted in two ways, 0 to 1.
  public struct Part: Sendable, Equatable {
    public let words: Double
    public let sentences: Double

    package init(words: Double, sentences: Double) {
      self.words = words
      self.sentences = sentences
    }
  }

  /// Whether the page reuses the original, rather than only tells of the same things.
  public let isReuse: Bool
  /// How sure that is, 0 to 1.
  public let confidence: Double
  /// How most of the reused words were reused: verbatim, edited, spun or paraphrase; quote if nothing but quotations
  /// was.
  public let kind: ReuseKind
  /// The part of the original that the page reuses.
  public let coverage: Part
  /// The same without sentences that only quotations have in common.
  public let coverageWithoutQuotes: Part
  /// The part of the page's own article, furniture aside, that comes from the original.
  public let share: Part
  public let shareWithoutQuotes: Part
  /// Words of the page that stand in its source too: the same words, their stems or numbers of the same value.
  public let matchedWords: Int
  /// Words of the longest run that both texts have.
  public let longestRun: Int
  /// Where it stands in the page, in UTF-8 bytes.
  public let longestRunRange: Range<Int>
  /// Sentences of the page that come from the original.
  public let sentences: Int
  /// Words of the page's sentences by the kind of reuse; kinds without any are left out.
  public let wordsByKind: [ReuseKind: Int]
  /// What ``isReuse`` and ``confidence`` were decided by.
  let evidence: ReuseEvidence

  /// A near-exact copy, as licensing trackers use the word: more than four fifths of the article and more than 125
  /// matched words.
  public var isNearExact: Bool { coverage.words > 0.8 && matchedWords > 125 }
}

extension Verdict {
  init(_ alignment: Alignment, page: PageWords, original: OriginalWords) {
    var words: [ReuseKind: Int] = [:]
    for sentence in alignment.sentences where sentence.kind.isReuse {
      words[sentence.kind, default: 0] += sentence.words
    }
    wordsByKind = words
    let ranked: [ReuseKind] = [.verbatim, .edited, .spun, .paraphrase]
    let most = ranked.max { words[$0, default: 0] < words[$1, default: 0] } ?? .paraphrase
    kind = words[most, default: 0] > 0 ? most : .quote
    sentences = alignment.sentences.count { $0.kind.isReuse }
    coverage = Self.coverage(alignment) { $0.kind.isReuse }
    coverageWithoutQuotes = Self.coverage(alignment) { $0.kind.isReuse && $0.kind != .quote }
    share = Self.share(alignment) { $0.kind.isReuse }
    shareWithoutQuotes = Self.share(alignment) { $0.kind.isReuse && $0.kind != .quote }
    matchedWords = alignment.sentences.reduce(0) { $0 + $1.matchedWords }
    evidence = ReuseEvidence(alignment, page: page, original: original)
    isReuse = evidence.isReuse
    confidence = evidence.confidence
    if page.hasQuotations {
      (longestRun, longestRunRange) = page.longestRun(alignment, in: original) { $0.kind.isReuse }
    } else {
      (longestRun, longestRunRange) = (evidence.run, evidence.runRange)
    }
  }

  private static func coverage(_ alignment: Alignment, _ counts: (SentenceMatch) -> Bool) -> Part {
    var isReused = [Bool](repeating: false, count: alignment.original.count)
    for sentence in alignment.sentences where counts(sentence) {
      for source in sentence.sources { isReused[source.sentence] = true }
    }
    let all = alignment.original
    let reused = all.indices.filter { isReused[$0] }
    return part(reused.map { all[$0].words }, of: all.map(\.words))
  }

  private static func share(_ alignment: Alignment, _ counts: (SentenceMatch) -> Bool) -> Part {
    let article = alignment.sentences.filter { $0.kind != .furniture }
    return part(article.filter(counts).map(\.words), of: article.map(\.words))
  }

  private static func part(_ words: [Int], of all: [Int]) -> Part {
    let total = all.reduce(0, +)
    return Part(
      words: total == 0 ? 0 : Double(words.reduce(0, +)) / Double(total),
      sentences: all.isEmpty ? 0 : Double(words.count) / Double(all.count))
  }
}

extension Verdict {
  /// What the original has of the page, were it the page's copy; nil if that would be no reuse.
  init?(transposing other: Verdict) {
    let evidence = other.evidence.transposed
    guard evidence.isReuse else { return nil }
    self.init(
      isReuse: true, confidence: evidence.confidence, kind: other.kind, coverage: other.share,
      coverageWithoutQuotes: other.shareWithoutQuotes, share: other.coverage,
      shareWithoutQuotes: other.coverageWithoutQuotes, matchedWords: other.matchedWords,
      longestRun: other.longestRun, longestRunRange: 0..<0, sentences: other.sentences,
      wordsByKind: other.wordsByKind, evidence: evidence)
  }
}
