/// Finds the pages that reuse one of a number of originals, however disguised.
///
/// ```swift
/// let tracer = Tracer([TracedArticle(id: "wire", text: article, url: "https://wire.example/1", site: "The Wire")])
/// for trace in tracer.traces(of: TracedArticle(id: "page", text: page)) {
///   print(trace.verdict.kind, trace.verdict.coverage.words, trace.attribution.kind)
/// }
/// ```
///
/// May be used from several threads at once.
public struct Tracer: Sendable {
  /// The originals, in the order given.
  public let originals: [TracedArticle]
  private let sources: TracedOriginals
  private let index: OriginalIndex

  /// - Complexity: O(n) expected in the words of the originals.
  public init(_ originals: [TracedArticle]) {
    self.originals = originals
    sources = TracedOriginals(originals)
    index = OriginalIndex(originals.map(\.text))
  }

  /// Looks at pages one after the other; one a thread.
  package func scout() -> OriginalScout { OriginalScout(index) }

  /// The originals that a page reuses, in their order.
  ///
  /// - Complexity: O(n) in the page and in the features of all originals for a page that shares nothing; else that of
  ///   aligning it with each original that it shares much with (``Original/align(utf8:_:)``).
  public func traces(of page: TracedArticle) -> [Trace] {
    var scout = scout()
    page.text.withUnsafeBufferPointer { scout.look(plain: $0) }
    return traces(of: page, among: scout.candidates)
  }

  /// The originals among `candidates` that a page reuses.
  ///
  /// - Parameter furniture: lines of the page, in UTF-8 bytes and in order, that are no part of its article.
  package func traces(
    of page: TracedArticle, among candidates: [Int], furniture: [Range<Int>] = []
  ) -> [Trace] {
    guard !candidates.isEmpty else { return [] }
    let copy = PreparedCopy(page.text)
    return candidates.compactMap { number in
      let source = sources[number]
      guard source.mayBeReused(in: copy) else { return nil }
      let trace = source.trace(of: page, copy, as: number, furniture: furniture)
      return trace.verdict.isReuse ? trace : nil
    }
  }
}

/// A page's reuse of an original: how much, how, with what credit, and who took it from whom.
public struct Trace: Sendable {
  /// The number of the original in ``Tracer/originals``.
  public let original: Int
  /// Whether the page is the original itself, found again.
  public let isOriginal: Bool
  /// Each sentence of the page with its sources.
  public let alignment: Alignment
  public let verdict: Verdict
  public let attribution: Attribution
  public let direction: Direction
}
