import Reprint

/// What stands below the figures: the words of spinners, how it was measured, and what from.
extension ReusePage {
  /// The words that spun copies put for others, by outlet: each has a spinner of its own.
  func appendReplacedWords(to output: HTMLOutput) {
    var lexicons: [String: [Lexicon]] = [:]
    for copy in shown {
      guard let lexicon = copy.view?.alignment.lexicon, !lexicon.isEmpty else { continue }
      lexicons[copy.page.shownOutlet ?? copy.page.shownTitle, default: []].append(lexicon)
    }
    guard !lexicons.isEmpty else { return }
    let pooled = lexicons.map { (name: $0.key, lexicon: Lexicon.pooled($0.value)) }.sorted {
      let (a, b) = ($0.lexicon.entries.count, $1.lexicon.entries.count)
      return a == b ? $0.name < $1.name : a > b
    }
    output.markup(
      """
      <section aria-labelledby="words-title">
      <h2 id="words-title">Words that were replaced</h2>
      <p class="explained">Copies that were spun have a fixed word for each of many. This is what the copies themselves \
      give away.</p>

      """)
    for (name, lexicon) in pooled.prefix(Self.mostSpinners) { append(lexicon, of: name, to: output) }
    if pooled.count > Self.mostSpinners {
      output.markup("<p>\(TerminalText.count(pooled.count - Self.mostSpinners)) more replaced fewer words.</p>\n")
    }
    output.markup("</section>\n")
  }

  private static let mostSpinners = 8
  private static let mostEntries = 200

  private func append(_ lexicon: Lexicon, of name: String, to output: HTMLOutput) {
    output.markup("<details class=\"spinner\"><summary>")
    Self.append(name: name, to: output)
    output.markup(" <span class=\"figure\">\(TerminalText.count(lexicon.entries.count, "word"))</span></summary>\n")
    output.markup(
      "<table><thead><tr><th scope=\"col\">Copy</th><th scope=\"col\">Original</th><th scope=\"col\">Times</th>"
        + "<th scope=\"col\">Sure</th></tr></thead>\n<tbody>\n")
    for entry in lexicon.entries.prefix(Self.mostEntries) {
      output.markup("<tr><td>")
      Self.append(name: TracedArticle.shown(entry.copy, most: 60), to: output)
      output.markup("</td><td>")
      Self.append(name: TracedArticle.shown(entry.original, most: 60), to: output)
      output.markup(
        "</td><td>\(TerminalText.count(entry.count))</td><td>\(Figures.percent(entry.confidence))</td></tr>\n")
    }
    output.markup("</tbody></table>\n")
    if lexicon.entries.count > Self.mostEntries {
      output.markup("<p>The \(Self.mostEntries) most frequent ones.</p>\n")
    }
    output.markup("</details>\n")
  }

  func appendNotes(to output: HTMLOutput) {
    output.markup(
      """
      <section class="notes" aria-labelledby="method-title">
      <h2 id="method-title">How this was measured</h2>
      <p>Every sentence of a page was compared with every sentence of the article, by words, names, numbers, order and \
      punctuation, and linked to the ones that it was made from. A page counts if what it has in common goes beyond \
      topic, names, figures and public quotations.</p>
      <dl>
      <dt>Of the original</dt><dd>the share of the article’s words in sentences that the page reuses; for a \
      copy of a copy, of the one it took from</dd>
      <dt>Of the page</dt><dd>the share of the page’s own article, without navigation and notices, that comes from it</dd>
      <dt>Words</dt><dd>words of the page that stand in the matching sentences of the article too</dd>
      <dt>Longest run</dt><dd>the most words in a row that both have</dd>
      <dt>Near-exact</dt><dd>more than 80% of the article and more than 125 words, as licensing trackers use the term</dd>
      <dt>After</dt><dd>from the publication of the original to that of the page, as the pages themselves give it; \
      “undetermined” where neither times nor texts say which came first</dd>
      <dt>Credit</dt><dd>a link to the article or its site, its address as the canonical one, or the outlet’s name in words \
      that were not copied. A byline, or a mention that came along with copied sentences, is none.</dd>
      </dl>
      <h3>What it cannot tell</h3>
      <ul>
      <li>Links between sentences are estimates: of heavily paraphrased ones about a quarter is missed, and about 2% of \
      sentences from elsewhere get a link. Look at the texts side by side before you rely on a single page.</li>
      <li>Reuse is not wrongdoing: copies may be licensed, and two pages may both have used a press release that is not \
      among the pages here.</li>
      <li>Times of publication can be wrong or changed later; who took from whom is only as sure as they are.</li>
      <li>No credit means none in the text and the record of the page. It may stand where neither of them shows it.</li>
      <li>Translations are not found.</li>
      </ul>
      <h3>What it was made from</h3>
      <dl class="basis">

      """)
    appendBasis(to: output)
    output.markup("</dl>\n</section>\n")
  }

  private func appendBasis(to output: HTMLOutput) {
    let basis = report.basis
    func append(_ term: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      output.markup("<dt>\(term)</dt>")
      for value in values.prefix(Self.mostInputs) {
        output.markup("<dd><code>")
        Self.append(name: TracedArticle.shown(value, most: 200), to: output)
        output.markup("</code></dd>\n")
      }
      if values.count > Self.mostInputs {
        output.markup("<dd>and \(TerminalText.count(values.count - Self.mostInputs)) more</dd>\n")
      }
    }
    append(basis.inputs.count == 1 ? "File" : "Files", basis.inputs)
    output.markup("<dt>Pages</dt><dd>\(TerminalText.count(basis.pages)) looked at</dd>\n")
    append("Options", basis.options)
    append("Newest page", basis.newest.map { [$0.text] } ?? [])
    append("Program", basis.version.isEmpty ? [] : [basis.version])
  }

  private static let mostInputs = 20
}
