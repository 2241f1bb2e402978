package import Reprint

/// Prints the pages that reuse an original.
package struct TraceReport {
  /// A page and one original that it reuses.
  package struct Row: Sendable {
    let id: String
    let url: String?
    let site: String?
    let title: String?
    let published: String?
    let original: Int
    let verdict: Verdict
    let attribution: Attribution
    let direction: Direction

    package init(_ page: TracedArticle, _ trace: Trace) {
      id = page.id
      url = page.url
      site = page.site
      title = page.title
      published = page.published?.text
      original = trace.original
      verdict = trace.verdict
      attribution = trace.attribution
      direction = trace.direction
    }
  }

  private let format: OutputFormat
  private let width: Int
  private let originals: [TracedArticle]

  /// - Parameter width: columns of the terminal, for the text format.
  package init(_ format: OutputFormat, width: Int, originals: [TracedArticle]) {
    self.format = format
    self.width = width
    self.originals = originals
  }

  /// Whether rows come in the order of their coverage, all at once.
  package var isSorted: Bool { format == .text }

  package var header: String {
    let columns = [
      "id", "url", "original", "kind", "coverage", "coverage_without_quotes", "share", "words", "longest_run",
      "sentences", "near_exact", "attributed", "attribution", "attribution_text", "published", "lag_seconds",
      "direction", "confidence",
    ]
    return format == .tsv ? columns.joined(separator: "\t") + "\n" : ""
  }

  /// A row for programs.
  package func line(for row: Row) -> [UInt8] { format == .ndjson ? json(row) : tsv(row) }

  /// All rows for people.
  package func table(of rows: [Row]) -> [UInt8] {
    Array(TraceText(width: width, originals: originals).text(rows).utf8)
  }

  private func json(_ row: Row) -> [UInt8] {
    let verdict = row.verdict
    var line = JSONLine()
    line.open()
    line.member("id", row.id)
    if let url = row.url { line.member("url", url) }
    if let site = row.site { line.member("site", site) }
    line.member("original", originals[row.original].id)
    line.member("kind", verdict.kind.rawValue)
    line.member("coverage", Figures.rounded(verdict.coverage.words))
    line.member("coverage_without_quotes", Figures.rounded(verdict.coverageWithoutQuotes.words))
    line.member("coverage_sentences", Figures.rounded(verdict.coverage.sentences))
    line.member("share", Figures.rounded(verdict.share.words))
    line.member("share_without_quotes", Figures.rounded(verdict.shareWithoutQuotes.words))
    line.member("share_sentences", Figures.rounded(verdict.share.sentences))
    line.member("words", verdict.matchedWords)
    line.member("longest_run", verdict.longestRun)
    line.member("sentences", verdict.sentences)
    line.members(kinds: verdict.wordsByKind)
    line.member("near_exact", verdict.isNearExact)
    line.members(row.attribution)
    if let published = row.published { line.member("published", published) }
    if let lag = row.direction.lag { line.member("lag_seconds", Int(lag.rounded())) }
    line.members(row.direction)
    line.member("confidence", Figures.rounded(verdict.confidence))
    line.close()
    return line.bytes
  }

  private func tsv(_ row: Row) -> [UInt8] {
    let verdict = row.verdict
    let fields = [
      TSV.field(row.id), TSV.field(row.url ?? ""), TSV.field(originals[row.original].id), verdict.kind.rawValue,
      "\(Figures.rounded(verdict.coverage.words))", "\(Figures.rounded(verdict.coverageWithoutQuotes.words))",
      "\(Figures.rounded(verdict.share.words))", "\(verdict.matchedWords)", "\(verdict.longestRun)",
      "\(verdict.sentences)", "\(verdict.isNearExact)", "\(row.attribution.isAttributed)",
      row.attribution.kind.rawValue, TSV.field(row.attribution.evidence.first?.text ?? ""),
      TSV.field(row.published ?? ""), row.direction.lag.map { "\(Int($0.rounded()))" } ?? "",
      row.direction.verdict.rawValue, "\(Figures.rounded(verdict.confidence))",
    ]
    return Array((fields.joined(separator: "\t") + "\n").utf8)
  }
}
