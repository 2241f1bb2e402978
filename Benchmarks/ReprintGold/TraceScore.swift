import Reprint

/// How well tracing finds the pages that reuse an original, and says how much, how and with what credit.
///
/// A page with at least four reused sentences, or a tenth of the original, must be found; one that reuses nothing must
/// not; one in between counts neither way.
package struct TraceScore: Sendable, CustomStringConvertible {
  package private(set) var found = 0
  /// Pages that should have been found, and those that should not have been: `s02-d3 for s10`.
  package private(set) var missed: [String] = []
  package private(set) var wrong: [String] = []
  private var errors = 0.0
  /// Pages of the story itself that were found, and those with the right kind and the right credit.
  private var judged = 0, rightKinds = 0, rightCredit = 0

  package var precision: Double { Double(found) / Double(found + wrong.count) }
  package var recall: Double { Double(found) / Double(found + missed.count) }
  /// Mean difference to the share of the original's words that a page reuses.
  package var coverageError: Double { errors / Double(found) }
  package var kind: Double { Double(rightKinds) / Double(judged) }
  package var attributed: Double { Double(rightCredit) / Double(judged) }

  /// Traces every story's original through the pages of all.
  package init(_ stories: [GoldStory]) {
    for story in stories {
      let tracer = Tracer([TracedArticle(story)])
      for other in stories {
        for page in other.derived {
          count(page, isOwn: other.id == story.id, of: story, tracer.traces(of: TracedArticle(page)).first)
        }
      }
    }
  }

  private mutating func count(_ page: GoldPage, isOwn: Bool, of story: GoldStory, _ trace: Trace?) {
    let sources = page.sentences.map { sentence in
      if isOwn { return sentence.from }
      return sentence.otherSource.flatMap { $0.id.hasPrefix(story.id) ? $0.from : nil } ?? []
    }
    let sentences = story.original.sentences.map { $0.split(separator: " ").count }
    let reused = Set(sources.joined()).reduce(0) { $0 + sentences[$1] }
    let coverage = Double(reused) / Double(sentences.reduce(0, +))
    let used = sources.count { !$0.isEmpty }
    let name = "\(page.id) for \(story.id)"
    let isWanted = used >= 4 || coverage >= 0.1
    guard let trace else {
      if isWanted { missed.append(name) }
      return
    }
    if used == 0 { wrong.append(name) }
    guard isWanted else { return }
    found += 1
    errors += abs(trace.verdict.coverage.words - coverage)
    guard isOwn else { return }
    judged += 1
    if page.kind.rightKinds.contains(trace.verdict.kind) { rightKinds += 1 }
    if trace.attribution.isAttributed == page.attributed { rightCredit += 1 }
  }

  package var description: String {
    """
    precision       \(ScoreTable.figure(precision))
    recall          \(ScoreTable.figure(recall))
    coverage error  \(ScoreTable.figure(coverageError))
    kind            \(ScoreTable.figure(kind))
    attributed      \(ScoreTable.figure(attributed))
    missed          \(missed.joined(separator: ", "))
    wrong           \(wrong.joined(separator: ", "))
    """
  }
}

extension TracedArticle {
  /// The original of a story.
  package init(_ story: GoldStory) {
    self.init(id: story.id, text: GoldLayout(story.original).bytes)
    (url, site, title) = (story.original.url, story.original.outlet, story.original.title)
  }

  /// A page of a story.
  package init(_ page: GoldPage) {
    self.init(id: page.id, text: GoldLayout(page).bytes)
    (url, site) = (page.url, page.outlet)
  }
}

extension GoldPage.Kind {
  /// The kinds that a trace may rightly give such a page.
  fileprivate var rightKinds: Set<ReuseKind> {
    switch self {
    case .verbatim: [.verbatim]
    case .lightEdit: [.edited, .verbatim]
    case .spun: [.spun]
    case .closeParaphrase, .summary: [.paraphrase, .edited]
    case .heavyParaphrase: [.paraphrase]
    case .mosaic: [.paraphrase, .edited, .verbatim]
    case .independent: []
    }
  }
}
