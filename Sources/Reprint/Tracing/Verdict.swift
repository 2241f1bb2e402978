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
    matchedWords = alignment.sentences.reduce(0) { sum, sentence in
      sum + Set(sentence.sources.flatMap { $0.words.map(\.copy.lowerBound) }).count
    }
    let run = page.longestRun(alignment, in: original) { $0.kind.isReuse }
    longestRun = run.words
    longestRunRange = run.range
    let evidence = ReuseEvidence(alignment, coverage: coverageWithoutQuotes.words, page: page, original: original)
    isReuse = evidence.isReuse
    confidence = evidence.confidence
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

/// What speaks for reuse, and how strongly.
///
/// Shared topic, names, numbers and public quotations are no reuse. What counts are sentences that carry the content of
/// the original's sentences outside quotations: several of them, or a long run of the very words.
struct ReuseEvidence {
  /// Linked sentences, quotations aside, each by its probability.
  private(set) var linked = 0.0
  /// Words in the longest run outside quotations.
  private(set) var run = 0
  private(set) var coverage = 0.0
  private let sentences: Int

  init(_ alignment: Alignment, coverage: Double, page: PageWords, original: OriginalWords) {
    self.coverage = coverage
    sentences = alignment.original.count
    for sentence in alignment.sentences where sentence.kind.isReuse && sentence.kind != .quote {
      linked += sentence.score
    }
    run = page.longestRun(alignment, in: original, leavesOutQuotations: true) {
      $0.kind.isReuse && $0.kind != .quote
    }.words
  }

  /// Log-odds that the page reuses the original.
  var logOdds: Double {
    // An original of few sentences can't have many reused.
    let expected = min(3, 0.5 * Double(max(1, sentences)))
    let bySentences = 2.2 * (linked - expected) / max(1, expected / 3)
    let byRun = 0.35 * Double(run - 20)
    let byCoverage = 25 * (coverage - 0.12)
    return max(min(bySentences, 12 * coverage + 4), byRun) + 0.2 * min(byCoverage, 10)
  }

  var isReuse: Bool { logOdds > 0 }

  var confidence: Double { Double(Logarithm.probability(Float(max(-30, min(30, logOdds))))) }
}

/// The words of a page, as tracing looks at them.
struct PageWords {
  let tokens: [Token]
  let bytes: [UInt8]
  /// For each word whether it stands in quotation marks.
  private let isQuoted: [Bool]

  init(_ text: [UInt8]) {
    bytes = text
    var tokenizer = Tokenizer()
    (tokens, isQuoted) = text.withUnsafeBufferPointer { bytes in
      let tokens = tokenizer.tokens(of: bytes)
      let prepared = PreparedText(bytes)
      var quoted = [Bool](repeating: false, count: tokens.count)
      var next = 0
      for (place, token) in tokens.enumerated() {
        while next < prepared.words.count, prepared.words[next].end <= token.start { next += 1 }
        if next < prepared.words.count { quoted[place] = prepared.words[next].isQuoted }
      }
      return (tokens, quoted)
    }
  }

  /// The longest run in sentences of a kind.
  func longestRun(
    _ alignment: Alignment, in original: OriginalWords, leavesOutQuotations: Bool = false,
    _ counts: (SentenceMatch) -> Bool
  ) -> (words: Int, range: Range<Int>) {
    var words: [UInt64] = []
    var numbers: [Int] = []
    var next = 0
    for sentence in alignment.sentences {
      while next < tokens.count, tokens[next].start < sentence.range.lowerBound { next += 1 }
      guard counts(sentence) else {
        words.append(VerbatimRun.barrier)
        numbers.append(next)
        continue
      }
      while next < tokens.count, tokens[next].start < sentence.range.upperBound {
        words.append(leavesOutQuotations && isQuoted[next] ? VerbatimRun.barrier : tokens[next].hash | 1)
        numbers.append(next)
        next += 1
      }
    }
    let run = VerbatimRun(of: words, in: original.hashes)
    guard run.length > 0 else { return (0, 0..<0) }
    let (first, last) = (numbers[run.start], numbers[run.start + run.length - 1])
    return (run.length, tokens[first].start..<tokens[last].end)
  }
}

/// The words of an original, made ready once.
struct OriginalWords: Sendable {
  let tokens: [Token]
  let bytes: [UInt8]
  /// Never ``VerbatimRun/barrier``.
  let hashes: [UInt64]

  init(_ text: [UInt8]) {
    bytes = text
    var tokenizer = Tokenizer()
    tokens = text.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
    hashes = tokens.map { $0.hash | 1 }
  }
}
