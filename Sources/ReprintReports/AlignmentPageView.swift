import Reprint

/// One copy beside the original, on a page.
///
/// Sentences are numbered from 1 here; the copy's have the ids `c1-s1`…, the original's `c1-o1`….
struct AlignmentPageView {
  let number: Int
  /// Whether the page has no other view.
  let isOnly: Bool
  let name: String
  let originalName: String
  let original: DisplayText
  let copy: DisplayText
  let alignment: Alignment
  /// For every sentence of the original, the sentences of the copy that link to it, in order.
  let uses: [[Use]]
  /// The id of a template with the original's text, for pages that hold it once for several views.
  let sharedOriginal: String?

  /// A sentence of the copy, and which of its sources is meant.
  struct Use {
    let sentence: Int
    let source: Int
  }

  init(
    number: Int, isOnly: Bool, name: String, originalName: String, original: DisplayText, copy: DisplayText,
    alignment: Alignment, sharedOriginal: String? = nil
  ) {
    self.number = number
    self.isOnly = isOnly
    self.name = name
    self.originalName = originalName
    self.original = original
    self.copy = copy
    self.alignment = alignment
    self.sharedOriginal = sharedOriginal
    var uses = [[Use]](repeating: [], count: alignment.original.count)
    for (sentence, match) in alignment.sentences.enumerated() {
      for (source, link) in match.sources.enumerated() where uses.indices.contains(link.sentence) {
        uses[link.sentence].append(Use(sentence: sentence, source: source))
      }
    }
    self.uses = uses
  }

  /// The kind that a sentence of the original is shown in: that of its surest use; nil if it has none.
  func originalKind(_ sentence: Int) -> ReuseKind? {
    var best: (score: Double, kind: ReuseKind)?
    for use in uses[sentence] {
      let match = alignment.sentences[use.sentence]
      let score = match.sources[use.source].score
      if score > best?.score ?? -1 { best = (score, match.kind) }
    }
    return best?.kind
  }

  func append(to output: HTMLOutput) {
    output.markup("<section class=\"view\" id=\"c\(number)\" aria-label=\"")
    output.text(name)
    output.markup("\">\n")
    appendSummary(to: output)
    let reused = "\(Figures.percent(alignment.coverage)) of its words reused"
    appendHead(of: "Original", originalName, figure: reused, AlignmentPageStrip(original: self), to: output)
    appendOriginal(to: output)
    output.markup("</article>\n")
    let taken = "\(Figures.percent(alignment.share)) of its words from the original"
    appendHead(of: "Copy", name, figure: taken, AlignmentPageStrip(copy: self), to: output)
    appendCopy(to: output)
    output.markup("</article>\n")
    appendInspector(to: output)
    output.markup("</section>\n")
  }

  /// The name, the counts per kind and what their marks mean.
  private func appendSummary(to output: HTMLOutput) {
    output.markup("<header class=\"summary\">\n")
    if !isOnly {
      output.markup("<h2><bdi>")
      output.text(name)
      output.markup("</bdi></h2>\n")
    }
    output.markup("<ul class=\"legend\" aria-label=\"Sentences of the copy by kind\">\n")
    var counts: [ReuseKind: Int] = [:]
    for sentence in alignment.sentences { counts[sentence.kind, default: 0] += 1 }
    for kind in ReuseKind.allCases {
      guard let count = counts[kind] else { continue }
      output.markup(
        "<li data-kind=\"\(kind.rawValue)\" title=\"\(HTMLOutput.escaped(kind.meaning))\"><b class=\"badge "
          + "\(kind.rawValue)\">\(kind.letter)</b> <span class=\"key \(kind.rawValue)\">\(kind.rawValue)</span> "
          + "<span class=\"figure\">\(TerminalText.count(count))</span></li>\n")
    }
    output.markup("</ul>\n</header>\n")
  }

  private func appendHead(
    of side: String, _ name: String, figure: String, _ strip: AlignmentPageStrip, to output: HTMLOutput
  ) {
    output.markup("<article class=\"side \(side.lowercased())\" aria-label=\"\(side)\">\n<header>\n")
    output.markup("<h3>\(side) <bdi class=\"name\">")
    output.text(name)
    output.markup("</bdi></h3>\n<p class=\"figure\">\(figure)</p>\n")
    strip.append(to: output, label: "\(side): kinds of reuse from its beginning to its end")
    output.markup("</header>\n")
  }
}
