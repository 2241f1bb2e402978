import Reprint

/// What stands beside the texts of a view: details of a sentence, altered facts, the words of a spinner.
extension AlignmentPageView {
  func appendInspector(to output: HTMLOutput) {
    output.markup(
      """
      <aside class="inspector" aria-label="Details">
      <section class="details">
      <h3>Sentence</h3>
      <div class="pairs" aria-live="polite"><p class="hint">Choose a sentence to see where its words stand on the other \
      side. Arrow keys move, Enter chooses, Escape clears.</p></div>
      </section>

      """)
    appendFacts(to: output)
    appendLexicon(to: output)
    output.markup("</aside>\n")
  }

  private func appendFacts(to output: HTMLOutput) {
    var isOpen = false
    for (index, sentence) in alignment.sentences.enumerated() {
      for alteration in sentence.sources.flatMap(\.alterations) {
        if !isOpen { output.markup("<section class=\"facts\">\n<h3><b>≠</b> Altered facts</h3>\n<ul>\n") }
        isOpen = true
        output.markup("<li><a href=\"#c\(number)-s\(index + 1)\">\(index + 1)</a> ")
        append(alteration, to: output)
        output.markup("</li>\n")
      }
    }
    if isOpen { output.markup("</ul>\n</section>\n") }
  }

  private func append(_ alteration: Alteration, to output: HTMLOutput) {
    func append(_ element: String, _ text: String) {
      output.markup("<\(element)><bdi lang=\"\">")
      output.text(DisplayText.line(text))
      output.markup("</bdi></\(element)>")
    }
    if let range = alteration.copy { append("ins", copy.string(range)) }
    if let range = alteration.original {
      output.markup(alteration.copy == nil ? "leaves out " : ", original ")
      append("del", original.string(range))
    } else {
      output.markup(" is not in the original")
    }
  }

  private func appendLexicon(to output: HTMLOutput) {
    guard !alignment.lexicon.isEmpty else { return }
    output.markup(
      """
      <section class="lexicon">
      <h3>Replaced words</h3>
      <table>
      <thead><tr><th scope="col">Copy</th><th scope="col">Original</th><th scope="col">Times</th>\
      <th scope="col">Sure</th></tr></thead>
      <tbody>

      """)
    for entry in alignment.lexicon.entries {
      output.markup("<tr><td lang=\"\"><bdi>")
      output.text(DisplayText.line(entry.copy))
      output.markup("</bdi></td><td lang=\"\"><bdi>")
      output.text(DisplayText.line(entry.original))
      output.markup(
        "</bdi></td><td>\(TerminalText.count(entry.count))</td><td>\(Figures.percent(entry.confidence))</td></tr>\n")
    }
    output.markup("</tbody>\n</table>\n</section>\n")
  }
}
