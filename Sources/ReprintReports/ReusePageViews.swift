import Reprint

/// The texts side by side, as templates: nothing of them is laid out before one is opened.
///
/// The text of an article that was taken from is stored once, however many copies it has.
extension ReusePage {
  func appendViews(to output: HTMLOutput) {
    output.markup(
      """
      <dialog class="compare" aria-label="A copy beside its original">
      <header class="bar"><button type="button" class="previous" aria-label="Previous copy">‹</button>\
      <button type="button" class="next" aria-label="Next copy">›</button><p class="place"></p>\
      <button type="button" class="close">Close</button></header>
      <div class="stage"></div>
      </dialog>

      """)
    var originals: [Int: DisplayText] = [:]
    for copy in shown {
      guard let view = copy.view, originals[copy.source] == nil else { continue }
      let text = DisplayText(report.sources[copy.source].text)
      originals[copy.source] = text
      output.markup("<template id=\"o\(copy.source + 1)\">")
      AlignmentPageView.append(shared: text, view.alignment.original, to: output)
      output.markup("</template>\n")
    }
    for (index, copy) in shown.enumerated() {
      guard let view = copy.view, let original = originals[copy.source] else { continue }
      let source = report.sources[copy.source]
      output.markup("<template id=\"t-c\(index + 1)\">\n")
      AlignmentPageView(
        number: index + 1, isOnly: false, name: Self.label(copy.page), originalName: Self.label(source),
        original: original, copy: DisplayText(view.text), alignment: view.alignment,
        sharedOriginal: "o\(copy.source + 1)"
      ).append(to: output)
      output.markup("</template>\n")
    }
  }

  private static func label(_ article: TracedArticle) -> String {
    [article.shownOutlet, article.shownTitle].compactMap { $0 }.joined(separator: " · ")
  }
}
