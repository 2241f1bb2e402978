/// Aligns pairs of documents, on several threads, each document made ready once for many pairs.
struct ArcSearch: Sendable {
  /// A source and a page, by their numbers in the dump.
  struct Pair: Hashable, Comparable, Sendable {
    var source: Int
    var page: Int

    var reversed: Pair { Pair(source: page, page: source) }

    static func < (first: Pair, second: Pair) -> Bool {
      (first.source, first.page) < (second.source, second.page)
    }
  }

  /// What was found out about a pair.
  struct Finding: Sendable {
    var arcs: [ReuseArc] = []
    /// What the source may have taken from the page, told from the same alignment.
    var transposed: ReuseArc?
    /// Whether the other way needs an alignment of its own: credit or a spinner's words tell who took from whom.
    var needsReverse = false
  }

  let articles: any Syndication.Source
  let threads: Int

  /// Pairs that one thread takes on at once.
  private static let batch = 64

  /// What was found out about each pair, pairs of one story one after the other.
  ///
  /// - Parameters:
  ///   - pairs: each once.
  ///   - transposes: whether to look at what the source may have taken from the page as well.
  func find(_ pairs: [Pair], transposes: Bool = false) -> [Finding] {
    let pairs = Self.grouped(pairs)
    return ConcurrentMap.blocks(pairs.count, size: Self.batch, threads: threads) { block in
      var documents = PreparedDocuments(articles)
      return block.map { place in
        let pair = pairs[place]
        let (source, copy) = (documents.source(pair.source), documents.copy(pair.page))
        guard source.mayBeReused(in: copy.text) else { return Finding() }
        let trace = source.trace(of: copy.article, copy.text)
        guard trace.verdict.isReuse else { return Finding() }
        var finding = Finding(arcs: [ReuseArc(trace, source: pair.source, page: pair.page)])
        if transposes {
          finding.needsReverse =
            trace.verdict.kind == .spun || !trace.alignment.lexicon.isEmpty
            || documents.source(pair.page).credit.mayCredit(source.article, source.words)
          if !finding.needsReverse {
            finding.transposed = ReuseArc(transposing: trace, source: pair.page, page: pair.source)
          }
        }
        return finding
      }
    }
  }

  /// The pairs, those that documents connect one after the other: so each is made ready once or twice.
  private static func grouped(_ pairs: [Pair]) -> [Pair] {
    var group: [Int: Int] = [:]
    func first(_ document: Int) -> Int {
      var document = document
      while let next = group[document], next != document {
        group[document] = group[next] ?? next
        document = next
      }
      return document
    }
    for pair in pairs {
      let (one, other) = (first(pair.source), first(pair.page))
      group[max(one, other)] = min(one, other)
    }
    return pairs.map { (group: first($0.source), pair: $0) }.sorted { ($0.group, $0.pair) < ($1.group, $1.pair) }
      .map(\.pair)
  }
}

/// Some documents, read and made ready once.
private struct PreparedDocuments {
  private let articles: any Syndication.Source
  private var originals: [Int: (article: TracedArticle, text: Original)] = [:]
  private var sources: [Int: TracedOriginal] = [:]
  private var copies: [Int: PreparedCopy] = [:]
  private var bytes = 0

  /// Bytes of texts that are kept at once.
  private static let mostBytes = 1 << 21

  init(_ articles: any Syndication.Source) { self.articles = articles }

  mutating func source(_ document: Int) -> TracedOriginal {
    if let known = sources[document] { return known }
    let original = original(document)
    let source = TracedOriginal(original.article, original.text)
    sources[document] = source
    return source
  }

  mutating func copy(_ document: Int) -> (article: TracedArticle, text: PreparedCopy) {
    let original = original(document)
    if let known = copies[document] { return (original.article, known) }
    let copy = PreparedCopy(original.text)
    copies[document] = copy
    return (original.article, copy)
  }

  private mutating func original(_ document: Int) -> (article: TracedArticle, text: Original) {
    if let known = originals[document] { return known }
    let article = articles.article(document)
    bytes += article.text.count
    if bytes > Self.mostBytes {
      originals.removeAll()
      sources.removeAll()
      copies.removeAll()
      bytes = article.text.count
    }
    let original = (article, Original(utf8: article.text))
    originals[document] = original
    return original
  }
}
