/// That one document took from another, verified by their alignment.
struct ReuseArc: Sendable {
  /// A sentence of the page, and one of the source that it carries.
  struct Link: Sendable {
    var page: Int32
    var source: Int32
    /// Of the page's sentence.
    var words: Int32
  }

  /// The document that was taken from.
  let source: Int
  /// The document that took.
  let page: Int
  let verdict: Verdict
  let attribution: Attribution
  let direction: Direction
  /// In the order of the page's sentences.
  let links: [Link]
  let sourceSentences: Int
}

extension ReuseArc {
  init(_ trace: Trace, source: Int, page: Int) {
    self.source = source
    self.page = page
    verdict = trace.verdict
    attribution = trace.attribution
    direction = trace.direction
    sourceSentences = trace.alignment.original.count
    var links: [Link] = []
    for (number, sentence) in trace.alignment.sentences.enumerated() where sentence.kind.isReuse {
      for link in sentence.sources {
        links.append(Link(page: Int32(number), source: Int32(link.sentence), words: Int32(sentence.words)))
      }
    }
    self.links = links
  }

  /// The same seen the other way round, without another alignment; nil if that would be no reuse.
  ///
  /// Credit is not looked for, and what a spinner did is not undone.
  init?(transposing trace: Trace, source: Int, page: Int) {
    let (verdict, sentences) = (trace.verdict, trace.alignment.original)
    guard let transposed = Verdict(transposing: verdict) else { return nil }
    self.source = source
    self.page = page
    self.verdict = transposed
    attribution = Attribution([])
    direction = Direction(verdict: .undetermined, reason: nil, lag: trace.direction.lag.map { -$0 })
    sourceSentences = trace.alignment.sentences.count
    var links: [Link] = []
    for (number, sentence) in trace.alignment.sentences.enumerated() where sentence.kind.isReuse {
      for link in sentence.sources {
        links.append(
          Link(page: Int32(link.sentence), source: Int32(number), words: Int32(sentences[link.sentence].words)))
      }
    }
    self.links = links.sorted { ($0.page, $0.source) < ($1.page, $1.source) }
  }
}

extension ReuseArc {
  private static let bitsPerWord = 6.0
  private static let mostForSelection = 24.0

  /// How much shorter the page can be told if the source is known, in bits: by its words that stand there too, less what
  /// it takes to say which sentences it left out.
  ///
  /// A copy of a copy has words of the copy that the original lacks, and lacks what the copy left out.
  var savedBits: Double {
    let kept = verdict.coverage.sentences
    let entropy = kept <= 0 || kept >= 1 ? 0 : -(kept * Self.log2(kept) + (1 - kept) * Self.log2(1 - kept))
    return Self.bitsPerWord * Double(verdict.matchedWords)
      - min(Self.mostForSelection, entropy * Double(sourceSentences))
  }

  /// Words of the page's reused sentences that the source doesn't have.
  var rewordedWords: Int { max(0, verdict.wordsByKind.values.reduce(0, +) - verdict.matchedWords) }

  private static func log2(_ value: Double) -> Double { Double(Logarithm.of(Float(value))) * 1.442695 }

  /// What the texts say for this direction rather than the other, in bits.
  var directionBits: Double {
    if direction.reason == .published { return 0 }
    var bits = 40 * (verdict.share.words - verdict.coverage.words)
    switch attribution.kind {
    case .linked, .canonical, .named: bits += 120
    case .leaked: bits += 100
    case .byline: bits += 60
    case .none: break
    }
    if verdict.kind == .spun, direction.reason == .substitution { bits += 100 }
    return bits
  }

  /// Words of the page's sentences for whose sources `counts` holds.
  func words(_ counts: (Link) -> Bool) -> Int {
    var total = 0
    var last: Int32 = -1
    for link in links where link.page != last && counts(link) {
      total += Int(link.words)
      last = link.page
    }
    return total
  }

  var words: Int { words { _ in true } }
}
