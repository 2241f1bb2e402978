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

/// Aligns pairs of documents, on several threads, each source made ready once for many pages.
struct ArcSearch: Sendable {
  /// A source and a page, by their numbers in the dump.
  struct Pair: Hashable, Comparable, Sendable {
    var source: Int
    var page: Int

    static func < (first: Pair, second: Pair) -> Bool {
      (first.source, first.page) < (second.source, second.page)
    }
  }

  let articles: any Syndication.Source
  let threads: Int

  /// Pages that one thread takes on at once.
  private static let batch = 24

  /// The arcs of those pairs whose page reuses its source, in the order of sources, then pages.
  func arcs(_ pairs: [Pair]) -> [ReuseArc] {
    let pairs = Set(pairs).sorted()
    var pieces: [Range<Int>] = []
    for place in pairs.indices {
      if let last = pieces.last, pairs[last.lowerBound].source == pairs[place].source, last.count < Self.batch {
        pieces[pieces.count - 1] = last.lowerBound..<place + 1
      } else {
        pieces.append(place..<place + 1)
      }
    }
    return Array(
      ConcurrentMap.run(pieces.count, threads: threads) { [pieces] piece in
        let source = TracedOriginal(articles.article(pairs[pieces[piece].lowerBound].source))
        return pieces[piece].compactMap { place in
          let page = articles.article(pairs[place].page)
          let trace = source.trace(of: page, PageWords(page.text))
          return trace.verdict.isReuse
            ? ReuseArc(trace, source: pairs[place].source, page: pairs[place].page) : nil
        }
      }.joined())
  }
}

/// Arcs by the pair they join.
struct ArcTable: Sendable {
  private var arcs: [ArcSearch.Pair: ReuseArc] = [:]
  private var known: Set<ArcSearch.Pair> = []

  /// Finds the arcs of pairs that were not yet looked at.
  mutating func find(_ pairs: [ArcSearch.Pair], _ search: ArcSearch) {
    let new = pairs.filter { $0.source != $0.page && !known.contains($0) }
    known.formUnion(new)
    for arc in search.arcs(new) { arcs[ArcSearch.Pair(source: arc.source, page: arc.page)] = arc }
  }

  subscript(source: Int, page: Int) -> ReuseArc? { arcs[ArcSearch.Pair(source: source, page: page)] }

  /// All of them, in the order of sources, then pages.
  var all: [ReuseArc] { arcs.keys.sorted().map { arcs[$0]! } }

  /// Pairs that were looked at.
  var count: Int { known.count }

  /// Takes in the arcs of another table.
  mutating func merge(_ other: ArcTable) {
    arcs.merge(other.arcs) { first, _ in first }
    known.formUnion(other.known)
  }
}
