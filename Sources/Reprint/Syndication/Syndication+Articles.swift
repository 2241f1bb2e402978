extension Syndication {
  /// Finds all reuse among some articles.
  ///
  /// ```swift
  /// let found = Syndication(of: articles)
  /// for story in found.stories { print(story.original.article.id, story.copies.map(\.article.id)) }
  /// ```
  ///
  /// - Parameter threads: the result does not depend on it.
  public init(of articles: [TracedArticle], threads: Int = 1) {
    let source = ArticleList(articles)
    let options = SyndicationSearch.clustering(threads: max(1, threads))
    var statistics = NearDuplicateSearch.Statistics()
    let clusters = NearDuplicateSearch(source.sketches(options), source: source, options: options)
      .clusters(&statistics)
    self = SyndicationSearch(source, threads: threads).run(clusters)
  }
}

/// Articles in memory.
struct ArticleList: Syndication.Source, DocumentSource {
  private let articles: [TracedArticle]

  init(_ articles: [TracedArticle]) { self.articles = articles }

  var count: Int { articles.count }
  func article(_ number: Int) -> TracedArticle { articles[number] }

  func sketches(_ options: ClusteringOptions) -> SketchTable {
    let table = SketchTable(slots: options.slots)
    var sketcher = DocumentSketcher(shingleWidth: options.shingleWords, slots: options.slots)
    for article in articles {
      var batch = SketchBatch(slots: table.slots)
      article.text.withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
      _ = sketcher.sketchWords(into: &batch)
      table.append(batch)
    }
    return table
  }

  func shingles(of document: Int, with sketcher: inout DocumentSketcher) -> UnsafeBufferPointer<UInt64> {
    articles[document].text.withUnsafeBufferPointer { sketcher.tokenizer.hashWords(plain: $0) }
    return sketcher.shingleWords()
  }

  func withText(of document: Int, _ body: (DocumentText) -> Void) -> Bool {
    articles[document].text.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress else { return false }
      body(DocumentText(text, isJSON: false, readableEnd: start + text.count))
      return true
    }
  }

  func identifier(of document: Int) -> [UInt8] { Array(articles[document].id.utf8) }

  func published(of document: Int) -> Double? { articles[document].published?.seconds }
}
