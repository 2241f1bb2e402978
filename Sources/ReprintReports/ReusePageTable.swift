import Reprint

/// The copies as a table; the script sorts and filters it by the values that its rows and cells carry.
extension ReusePage {
  func appendTable(to output: HTMLOutput) {
    output.markup("<section class=\"wide\" id=\"copies\" aria-labelledby=\"copies-title\">\n")
    output.markup("<h2 id=\"copies-title\">The copies</h2>\n")
    appendFilters(to: output)
    output.markup("<table class=\"list\">\n<thead><tr>")
    for column in columns {
      output.markup("<th scope=\"col\" class=\"\(column.key)\" data-type=\"\(column.isNumber ? "number" : "text")\"")
      // They come that way round.
      output.markup(column.key == "coverage" ? " aria-sort=\"descending\">" : ">")
      output.markup("\(column.name)</th>")
    }
    output.markup("</tr></thead>\n<tbody>\n")
    for (index, copy) in shown.enumerated() { append(row: copy, number: index + 1, to: output) }
    output.markup("</tbody>\n</table>\n<p class=\"none\" hidden>No copy is like that.</p>\n</section>\n")
  }

  private struct Column {
    let key: String
    let name: String
    var isNumber = true
  }

  private var columns: [Column] {
    var columns = [Column(key: "page", name: "Page", isNumber: false)]
    if !hasOneOriginal { columns.append(Column(key: "from", name: "Took from", isNumber: false)) }
    return columns + [
      Column(key: "kind", name: "How", isNumber: false), Column(key: "coverage", name: "Of the original"),
      Column(key: "share", name: "Of the page"), Column(key: "words", name: "Words"),
      Column(key: "run", name: "Longest run"), Column(key: "lag", name: "After"),
      Column(key: "credit", name: "Credit", isNumber: false),
    ]
  }

  private func append(row copy: ReuseReport.Copy, number: Int, to output: HTMLOutput) {
    let verdict = copy.verdict
    let kind = verdict.kind
    output.markup(
      "<tr id=\"r\(number)\" data-kind=\"\(kind.rawValue)\" data-coverage=\"\(Figures.rounded(verdict.coverage.words))\" "
        + "data-credit=\"\(copy.attribution.kind.rawValue)\"")
    if copy.attribution.isAttributed { output.markup(" data-credited") }
    output.markup(">\n<th scope=\"row\" class=\"page\"><span class=\"open\" data-view=\"c\(number)\">")
    Self.append(name: copy.page.shownTitle, to: output)
    output.markup("</span><small>")
    if let outlet = copy.page.shownOutlet { Self.append(name: outlet, to: output) }
    Self.append(link: copy.page, to: output)
    output.markup("</small></th>\n")
    if !hasOneOriginal { append(source: copy, to: output) }
    output.markup(
      "<td class=\"kind \(kind.rawValue)\" data-label=\"How\"><b class=\"badge \(kind.rawValue)\">\(kind.letter)</b> "
        + "<span class=\"key\">\(kind.rawValue)</span></td>\n")
    append(part: verdict.coverage.words, "coverage", "Of the original", to: output)
    append(part: verdict.share.words, "share", "Of the page", to: output)
    append(count: verdict.matchedWords, "words", "Words", to: output)
    append(count: verdict.longestRun, "run", "Longest run", to: output)
    append(lag: copy, to: output)
    append(credit: copy.attribution, to: output)
    output.markup("</tr>\n")
  }

  private func append(source copy: ReuseReport.Copy, to output: HTMLOutput) {
    let source = report.sources[copy.source]
    output.markup("<td class=\"from\" data-label=\"Took from\">")
    Self.append(name: source.shownTitle, to: output)
    output.markup("<small>")
    if let outlet = source.shownOutlet { Self.append(name: outlet, to: output) }
    if copy.source != copy.original { output.markup(" <i>itself a copy</i>") }
    output.markup("</small></td>\n")
  }

  private func append(part: Double, _ key: String, _ label: String, to output: HTMLOutput) {
    let percent = Figures.percent(part)
    output.markup(
      "<td class=\"\(key) part\" data-label=\"\(label)\" data-v=\"\(Figures.rounded(part))\">\(percent)"
        + "<svg class=\"bar\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        + "<rect width=\"\(Figures.rounded(min(1, max(0, part))) * 100)\" height=\"1\"/></svg></td>\n")
  }

  private func append(count: Int, _ key: String, _ label: String, to output: HTMLOutput) {
    output.markup(
      "<td class=\"\(key)\" data-label=\"\(label)\" data-v=\"\(count)\">\(TerminalText.count(count))</td>\n")
  }

  private func append(lag copy: ReuseReport.Copy, to output: HTMLOutput) {
    output.markup("<td class=\"lag\" data-label=\"After\"")
    if let lag = copy.lag, lag.isFinite { output.markup(" data-v=\"\(Self.seconds(lag))\"") }
    if let published = copy.page.published {
      output.markup(" title=\"")
      output.text(TracedArticle.shown(published.text, most: 40))
      output.markup("\"")
    }
    output.markup(">\(copy.lag.map(Figures.delay) ?? "<span class=\"unknown\">no time</span>")")
    if let note = copy.direction.note { output.markup(" <small class=\"direction\">\(note)</small>") }
    output.markup("</td>\n")
  }

  private func append(credit: Attribution, to output: HTMLOutput) {
    let rank = Attribution.Class.allCases.firstIndex(of: credit.kind)!
    output.markup(
      "<td class=\"credit \(credit.isAttributed ? "given" : "missing")\" data-label=\"Credit\" data-v=\"\(rank)\">"
        + "<span class=\"class\">\(credit.kind.meaning)</span>")
    if let evidence = credit.evidence.first {
      output.markup(" <q lang=\"\"><bdi>")
      output.text(TracedArticle.shown(evidence.text, most: 120))
      output.markup("</bdi></q>")
    }
    output.markup("</td>\n")
  }

  /// Whole seconds, also of times that are not of this world.
  static func seconds(_ lag: Double) -> Int { Int(max(-1e12, min(1e12, lag)).rounded()) }

  /// What the script shows: controls are of no use without it.
  private func appendFilters(to output: HTMLOutput) {
    output.markup("<form class=\"filters\" hidden>\n<fieldset class=\"kinds\"><legend>How</legend>\n")
    for kind in ReuseKind.allCases {
      let count = shown.count { $0.verdict.kind == kind }
      guard count > 0 else { continue }
      output.markup(
        "<label class=\"\(kind.rawValue)\"><input type=\"checkbox\" name=\"kind\" value=\"\(kind.rawValue)\" checked>"
          + "<b class=\"badge \(kind.rawValue)\">\(kind.letter)</b> \(kind.rawValue) "
          + "<span class=\"figure\">\(TerminalText.count(count))</span></label>\n")
    }
    output.markup(
      """
      </fieldset>
      <label class="least">At least <input type="range" name="least" min="0" max="100" step="5" value="0"> \
      <output name="leastShown">0%</output> of the original</label>
      <label>Credit <select name="credit"><option value="">any</option><option value="given">given</option>\
      <option value="missing">not given</option>
      """)
    for kind in Attribution.Class.allCases where shown.contains(where: { $0.attribution.kind == kind }) {
      output.markup("<option value=\"\(kind.rawValue)\">\(kind.meaning)</option>")
    }
    output.markup(
      """
      </select></label>
      <label>Search <input type="search" name="words" autocomplete="off" spellcheck="false"></label>
      <p class="count" role="status"></p>
      </form>

      """)
  }
}

extension Direction.Verdict {
  /// What a reader is told where the page is not known to be the later one.
  var note: String? {
    switch self {
    case .fromOriginal: nil
    case .fromPage: "came first"
    case .undetermined: "undetermined"
    }
  }
}

extension Attribution.Class {
  /// What a reader is told about it.
  var meaning: String {
    switch self {
    case .linked: "links to it"
    case .canonical: "calls it canonical"
    case .named: "names the outlet"
    case .byline: "keeps the byline only"
    case .leaked: "none; copied a mention"
    case .none: "none"
    }
  }
}
