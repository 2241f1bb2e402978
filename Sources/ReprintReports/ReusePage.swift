import Reprint

/// A report of reuse as one page for people: what to quote, who took how much, when, from whom, and the proof.
///
/// One file that needs nothing from outside, as ``AlignmentPage``. Without its script it can be read all the same, but
/// for the texts side by side: these lie in templates, which the script opens one at a time.
package struct ReusePage {
  let report: ReuseReport
  let summary: ReuseSummary
  /// The copies that are shown, in order; the first is number 1.
  let shown: [ReuseReport.Copy]

  package init(_ report: ReuseReport) {
    self.report = report
    summary = ReuseSummary(report)
    shown = report.ranking.prefix(ReuseReport.mostViews).map { report.copies[$0] }
  }

  /// The page, as UTF-8.
  package var html: [UInt8] {
    let output = HTMLOutput()
    PageHead(title: title, style: Self.style, script: Self.script).append(to: output)
    output.markup("<body class=\"report\(hasOneOriginal ? "" : " many")\">\n<main>\n")
    appendMasthead(to: output)
    if !report.copies.isEmpty {
      appendTimeline(to: output)
      appendNetwork(to: output)
      appendTable(to: output)
      appendReplacedWords(to: output)
    }
    appendNotes(to: output)
    output.markup("</main>\n")
    AlignmentPage.appendKinds(to: output)
    appendViews(to: output)
    output.markup("<script>\(Self.script)</script>\n</body>\n</html>\n")
    return output.bytes
  }

  var hasOneOriginal: Bool { report.question == .originals && report.sources.count == 1 }

  private var title: String {
    switch report.question {
    case .stories: "Who took what from whom"
    case .originals: hasOneOriginal ? "Who took: \(report.sources[0].shownTitle)" : "Who took these articles"
    }
  }

  // MARK: What stands above everything

  private func appendMasthead(to output: HTMLOutput) {
    output.markup("<header class=\"masthead\">\n<p class=\"brand\">reprint · reuse report</p>\n<h1>")
    if hasOneOriginal {
      Self.append(name: report.sources[0].shownTitle, to: output)
      output.markup("</h1>\n")
      appendByline(report.sources[0], to: output)
    } else {
      let copies = TerminalText.count(report.sources.count, "original")
      output.markup(report.question == .stories ? "Who took what from whom</h1>\n" : "Who took these \(copies)</h1>\n")
    }
    let quote = summary.quote
    output.markup("<p class=\"lede\"><strong>\(quote.lead)</strong>\(quote.rest)</p>\n")
    if !report.copies.isEmpty { appendFigures(to: output) }
    if report.copies.count > shown.count {
      output.markup(
        "<p class=\"notice\">\(TerminalText.count(report.copies.count, "copy", "copies")) were found; this page shows "
          + "the \(TerminalText.count(shown.count)) that have most of what they took from. To see the rest, split the "
          + "report: a higher <code>--min-coverage</code>, or one report for each original.</p>\n")
    }
    output.markup("</header>\n")
  }

  private func appendByline(_ article: TracedArticle, to output: HTMLOutput) {
    output.markup("<p class=\"byline\">")
    var isFirst = true
    func separate() {
      if !isFirst { output.markup(" <span>·</span> ") }
      isFirst = false
    }
    if let outlet = article.shownOutlet {
      separate()
      Self.append(name: outlet, to: output)
    }
    if let author = article.author, !author.isEmpty {
      separate()
      output.markup("by ")
      Self.append(name: TracedArticle.shown(author, most: 60), to: output)
    }
    if let time = article.published {
      separate()
      output.markup("<time>")
      output.text(TracedArticle.shown(time.text, most: 40))
      output.markup("</time>")
    }
    if article.safeAddress != nil {
      separate()
      Self.append(link: article, to: output)
    }
    output.markup("</p>\n")
  }

  private func appendFigures(to output: HTMLOutput) {
    output.markup("<dl class=\"figures\">\n")
    func append(_ figure: String, _ what: String) {
      output.markup("<div><dd>\(figure)</dd><dt>\(what)</dt></div>\n")
    }
    append(TerminalText.count(summary.pages), summary.pages == 1 ? "page with reuse" : "pages with reuse")
    append(TerminalText.count(summary.outlets), summary.outlets == 1 ? "outlet" : "outlets")
    append(TerminalText.count(summary.nearExact), "near-exact: over 80%, over 125 words")
    append(TerminalText.count(summary.uncredited), "without credit")
    if let lag = summary.medianLag { append(Figures.delay(lag), "median time after the original") }
    output.markup("</dl>\n")
  }

  // MARK: Parts that several sections write

  static func append(name: String, to output: HTMLOutput) {
    output.markup("<bdi lang=\"\">")
    output.text(name)
    output.markup("</bdi>")
  }

  /// A link to the page itself, if its address is safe; else nothing.
  static func append(link article: TracedArticle, to output: HTMLOutput) {
    guard let address = article.safeAddress else { return }
    output.markup("<a class=\"out\" rel=\"noopener noreferrer nofollow\" href=\"")
    output.text(address)
    output.markup("\">")
    let rest = address.drop { $0 != "/" }.drop { $0 == "/" }
    append(name: TracedArticle.shown(String(rest), most: 70), to: output)
    output.markup("</a>")
  }
}

extension TerminalText {
  static func count(_ value: Int, _ thing: String, _ things: String) -> String {
    "\(count(value)) \(value == 1 ? thing : things)"
  }
}
