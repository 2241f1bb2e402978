import ReprintPlatform

/// Originals that are made ready for comparison when the first page is held against them: of thousands most never are.
///
/// May be used from several threads at once.
final class TracedOriginals: Sendable {
  private let articles: [TracedArticle]
  private let ready: [Locked<TracedOriginal?>]

  init(_ articles: [TracedArticle]) {
    self.articles = articles
    ready = articles.map { _ in Locked(nil) }
  }

  /// - Complexity: O(n) expected in the bytes of the original the first time, then O(1).
  subscript(number: Int) -> TracedOriginal {
    ready[number].withLock { original in
      if let original { return original }
      let made = TracedOriginal(articles[number])
      original = made
      return made
    }
  }
}
