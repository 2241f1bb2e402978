public import Reprint

extension SketchedDump: Syndication.Source {
  public var count: Int { catalog.count }

  /// A document as an article, read again from its record.
  public func article(_ document: Int) -> TracedArticle {
    let chunk = catalog.chunk(of: document)
    let name = name(of: document)
    return withRecord(document) { record, _ in
      guard chunk.format == .jsonLines else {
        return TracedArticle(id: name, text: Array(record[LineSplitting.byteOrderMark(record)...]))
      }
      let selectors = selectors(of: chunk)
      var parser = JSONRecordParser(selectors.all)
      // The record was read once without an error.
      try? parser.parse(record)
      var article = TracedArticle(parser, name: name)
      article.id = name
      if parser[.text]?.isText != true {
        var parser = JSONRecordParser(selectors.html)
        let page = try? parser.page(in: record, RecordFields(), instead: nil, blocks: selectors.blocks)
        if let page { article.add(page) }
      }
      return article
    }
  }
}

extension Syndication {
  /// Finds all reuse in a dump, original unknown.
  ///
  /// - Parameter dump: read with ``readOptions(threads:)``, and not with bounded memory, which leaves no sketches at
  ///   hand.
  public init(of dump: SketchedDump, threads: Int = 1) {
    precondition(dump.bounded == nil, "a dump that was read with bounded memory has no sketches at hand")
    var statistics = NearDuplicateSearch.Statistics()
    let options = SyndicationSearch.clustering(threads: threads)
    let clusters = NearDuplicateSearch(dump.table, source: dump, options: options).clusters(&statistics)
    self = SyndicationSearch(dump, threads: threads).run(clusters)
  }

  /// How to read a dump for syndication.
  public static func readOptions(threads: Int = 1) -> SketchedDump.ReadOptions {
    var options = SketchedDump.ReadOptions()
    options.clustering = SyndicationSearch.clustering(threads: threads)
    return options
  }
}
