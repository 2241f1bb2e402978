package import Reprint

/// Prints what syndication found.
package struct SyndicationReport {
  private let format: SyndicationFormat
  private let width: Int

  /// - Parameter width: columns of the terminal, for the text format.
  package init(_ format: SyndicationFormat, width: Int) {
    self.format = format
    self.width = width
  }

  package func bytes(_ found: Syndication) -> [UInt8] {
    switch format {
    case .text: Array(SyndicationText(width: width).text(found).utf8)
    case .ndjson: lines(found)
    case .csv: SyndicationTable.bytes(found)
    case .graphml: SyndicationGraph.bytes(found)
    }
  }

  private func lines(_ found: Syndication) -> [UInt8] {
    var bytes: [UInt8] = []
    for (number, story) in found.stories.enumerated() { bytes += line(story, number: number + 1) }
    for outlet in found.outlets { bytes += line(outlet) }
    for edge in found.edges { bytes += line(edge) }
    return bytes
  }

  private func line(_ story: Story, number: Int) -> [UInt8] {
    var line = JSONLine()
    line.open()
    line.member("story", number)
    line.openObject("original")
    describe(story.original, in: &line)
    line.close()
    line.member("original_by", story.originalBasis.rawValue)
    line.openArray("pages")
    for page in story.copies {
      guard let reuse = page.reuse else { continue }
      line.open()
      describe(page, in: &line)
      line.member("parent", story.pages[reuse.parent].article.id)
      describe(reuse, in: &line)
      line.close()
    }
    line.closeArray()
    line.close()
    return line.bytes
  }

  private func describe(_ page: StoryPage, in line: inout JSONLine) {
    line.member("id", page.article.id)
    if let url = page.article.url { line.member("url", url) }
    if let outlet = page.outlet { line.member("site", outlet) }
    if let author = page.article.author { line.member("author", author) }
    if let title = page.article.title { line.member("title", title) }
    if let published = page.article.published { line.member("published", published.text) }
  }

  private func describe(_ reuse: Reuse, in line: inout JSONLine) {
    let verdict = reuse.verdict
    line.member("kind", verdict.kind.rawValue)
    line.member("coverage", Figures.rounded(verdict.coverage.words))
    line.member("share", Figures.rounded(verdict.share.words))
    line.member("words", verdict.matchedWords)
    line.member("longest_run", verdict.longestRun)
    line.members(kinds: verdict.wordsByKind)
    line.member("near_exact", verdict.isNearExact)
    if let direct = reuse.verdictOfOriginal {
      line.member("coverage_of_original", Figures.rounded(direct.coverage.words))
    }
    if let lag = reuse.lag { line.member("lag_seconds", Int(lag.rounded())) }
    if let lag = reuse.lagFromOriginal { line.member("lag_from_original_seconds", Int(lag.rounded())) }
    line.members(reuse.attribution)
    line.members(reuse.direction)
    line.member("confidence", Figures.rounded(verdict.confidence))
  }

  private func line(_ outlet: Outlet) -> [UInt8] {
    var line = JSONLine()
    line.open()
    line.member("outlet", outlet.name)
    line.member("pages", outlet.pages)
    line.member("originated", outlet.storiesOriginated)
    line.member("given", outlet.copiesGiven)
    line.member("taken", outlet.storiesTaken)
    line.member("copies", outlet.copies)
    line.member("copied_share", Figures.rounded(outlet.copiedShare))
    if let lag = outlet.medianLag { line.member("median_lag_seconds", Int(lag.rounded())) }
    line.member("attributed", outlet.attributedCopies)
    line.member("attributed_share", Figures.rounded(outlet.attributedShare))
    line.openObject("kinds")
    for kind in ReuseKind.allCases {
      if let copies = outlet.copiesByKind[kind] { line.member(kind.rawValue, copies) }
    }
    line.close()
    line.close()
    return line.bytes
  }

  private func line(_ edge: OutletEdge) -> [UInt8] {
    var line = JSONLine()
    line.open()
    line.openObject("edge")
    line.member("from", edge.from)
    line.member("to", edge.to)
    line.close()
    line.member("copies", edge.copies)
    line.member("stories", edge.stories)
    if let lag = edge.medianLag { line.member("median_lag_seconds", Int(lag.rounded())) }
    line.member("attributed", edge.attributedCopies)
    line.member("attributed_share", Figures.rounded(edge.attributedShare))
    line.close()
    return line.bytes
  }
}
