import Reprint

/// Syndication as a table, a line for each copy.
enum SyndicationTable {
  private static let columns = [
    "story", "original_id", "original_url", "original_site", "original_title", "original_published", "original_by",
    "id", "url", "site", "title", "published", "parent_id", "parent_site", "kind", "coverage", "share", "words",
    "longest_run", "near_exact", "coverage_of_original", "lag_seconds", "lag_from_original_seconds", "attributed",
    "attribution", "attribution_text", "direction", "direction_by", "confidence",
  ]

  static func bytes(_ found: Syndication) -> [UInt8] {
    var result = columns.joined(separator: ",") + "\r\n"
    for (number, story) in found.stories.enumerated() {
      for page in story.copies { result += line(page, of: story, number: number + 1) }
    }
    return Array(result.utf8)
  }

  private static func line(_ page: StoryPage, of story: Story, number: Int) -> String {
    guard let reuse = page.reuse else { return "" }
    let (original, parent, verdict) = (story.original, story.pages[reuse.parent], reuse.verdict)
    let told: [String?] = [
      original.article.id, original.article.url, original.outlet, original.article.title,
      original.article.published?.text, story.originalBasis.rawValue, page.article.id, page.article.url,
      page.outlet, page.article.title, page.article.published?.text, parent.article.id, parent.outlet,
      verdict.kind.rawValue,
    ]
    let measured: [String] = [
      "\(Figures.rounded(verdict.coverage.words))", "\(Figures.rounded(verdict.share.words))",
      "\(verdict.matchedWords)", "\(verdict.longestRun)", "\(verdict.isNearExact)",
      reuse.verdictOfOriginal.map { "\(Figures.rounded($0.coverage.words))" } ?? "", seconds(reuse.lag),
      seconds(reuse.lagFromOriginal), "\(reuse.attribution.isAttributed)", reuse.attribution.kind.rawValue,
      CSV.field(reuse.attribution.evidence.first?.text ?? ""), reuse.direction.verdict.rawValue,
      reuse.direction.reason?.rawValue ?? "", "\(Figures.rounded(verdict.confidence))",
    ]
    return (["\(number)"] + told.map { CSV.field($0 ?? "") } + measured).joined(separator: ",") + "\r\n"
  }

  private static func seconds(_ lag: Double?) -> String { lag.map { "\(Int($0.rounded()))" } ?? "" }
}

/// A field of a CSV line (RFC 4180).
enum CSV {
  /// Text of pages as a field: in quotation marks where it needs them.
  ///
  /// Spreadsheets take a field for a formula that starts with `=`, `+`, `-` or `@`, or with a tab or line break before
  /// that. Such a field gets an apostrophe in front, which they read as "this is text".
  static func field(_ text: String) -> String {
    var field = text
    if let first = text.utf8.first, "=+-@\t\r\n".utf8.contains(first) || isWideFormula(text) { field = "'" + text }
    guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return field }
    var result = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// Full-width forms of the same marks, which some programs take for them.
  private static func isWideFormula(_ text: String) -> Bool {
    text.unicodeScalars.first.map { [0xFF1D, 0xFF0B, 0xFF0D, 0xFF20].contains($0.value) } ?? false
  }
}
