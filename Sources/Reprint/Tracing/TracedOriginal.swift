/// An original, made ready to be compared with pages.
struct TracedOriginal: Sendable {
  let article: TracedArticle
  let original: Original
  let words: OriginalWords
  let credit: CreditSearch

  init(_ article: TracedArticle) { self.init(article, Original(utf8: article.text)) }

  /// - Parameter original: the article's text.
  init(_ article: TracedArticle, _ original: Original) {
    self.article = article
    self.original = original
    words = original.words
    credit = CreditSearch(article, words)
  }

  /// Whether the words that a page shares with the original could be enough for reuse, wherever they stand.
  func mayBeReused(in copy: PreparedCopy) -> Bool {
    guard let index = copy.index, original.index.count == original.text.sentences.count else { return true }
    var nats = 0.0
    for key in index.terms.keys where original.index.terms.number(of: key) >= 0 { nats += ReuseEvidence.nats(key) }
    if ReuseEvidence.mostLogOdds(nats: nats, run: 0) > 0 { return true }
    let run = VerbatimRun(of: copy.words.tokens.map { $0.hash | 1 }, in: words.hashes).length
    if ReuseEvidence.mostLogOdds(nats: nats, run: run) > 0 { return true }
    // A spinner leaves few words as they were.
    return SpunPage.showsSubstitution(
      source: original.index, copy: index, weights: TermWeights(source: original.index, copy: index))
  }

  /// What a page takes of the original, be it reuse or not.
  ///
  /// - Parameters:
  ///   - copy: its text.
  ///   - number: of the original, for the trace.
  ///   - furniture: lines of the page, in UTF-8 bytes and in order, that are no part of its article.
  func trace(
    of page: TracedArticle, _ copy: PreparedCopy, as number: Int = 0, furniture: [Range<Int>] = []
  ) -> Trace {
    var options = AlignmentOptions()
    options.evidence = true
    let alignment = original.align(copy, furniture: furniture, options)
    let verdict = Verdict(alignment, page: copy.words, original: words)
    let attribution = credit.attribution(of: page, copy.words, alignment, furniture: furniture)
    let direction = Direction(
      original: article.published, page: page.published, alignment: alignment, verdict: verdict,
      attribution: attribution)
    return Trace(
      original: number, isOriginal: isSame(page, verdict), alignment: alignment, verdict: verdict,
      attribution: attribution, direction: direction)
  }

  /// Whether a page is the original itself: at its address, or, where one of them has none, with its id and its text.
  private func isSame(_ page: TracedArticle, _ verdict: Verdict) -> Bool {
    if let url = page.url, let own = article.url {
      return WebAddress.withoutScheme(url) == WebAddress.withoutScheme(own)
    }
    return page.id == article.id && verdict.coverage.words > 0.95 && verdict.share.words > 0.95
  }
}
