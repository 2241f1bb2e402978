import Reprint

/// Traces as a table for a terminal: for each original its copies, those that have most of it first.
struct TraceText {
  private let width: Int
  private let originals: [TracedArticle]

  init(width: Int, originals: [TracedArticle]) {
    self.width = width
    self.originals = originals
  }

  func text(_ rows: [TraceReport.Row]) -> String {
    guard !rows.isEmpty else { return "No page reuses \(originals.count == 1 ? "the original" : "an original").\n" }
    var byOriginal: [Int: [TraceReport.Row]] = [:]
    for row in rows { byOriginal[row.original, default: []].append(row) }
    let parts = byOriginal.keys.sorted().map { number in
      head(originals[number]) + Self.columns + body(byOriginal[number]!)
    }
    return parts.joined(separator: "\n")
  }

  private static let columns = " has   own    words  run  how         credit    after      page\n"

  private func head(_ original: TracedArticle) -> String {
    let name = [original.title ?? original.id, original.site].compactMap { $0 }.joined(separator: " · ")
    return TerminalText.line(name, width: width) + "\n"
  }

  private func body(_ rows: [TraceReport.Row]) -> String {
    let ranked = rows.enumerated().sorted {
      let (a, b) = ($0.element.verdict.coverage.words, $1.element.verdict.coverage.words)
      return a == b ? $0.offset < $1.offset : a > b
    }
    return ranked.map { line($0.element) }.joined()
  }

  private func line(_ row: TraceReport.Row) -> String {
    let verdict = row.verdict
    let fields = [
      TerminalText.right(Figures.percent(verdict.coverage.words), 4),
      TerminalText.right(Figures.percent(verdict.share.words), 5),
      TerminalText.right(TerminalText.count(verdict.matchedWords), 8),
      TerminalText.right(TerminalText.count(verdict.longestRun), 5),
      "  " + TerminalText.left(verdict.kind.rawValue, 12), TerminalText.left(row.attribution.kind.rawValue, 10),
      TerminalText.left(Figures.delay(row.direction.lag), 11),
    ]
    let name = [row.id, row.site].compactMap { $0 }.joined(separator: " · ")
    return TerminalText.line(fields.joined() + name, width: max(40, width)) + "\n"
  }
}
