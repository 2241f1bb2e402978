package import Reprint

/// A page that shows an original and its copies side by side, every sentence with its sources.
///
/// One file that needs nothing from outside: a browser shows it without a network, and its content security policy
/// allows only the style and the script that it holds, so that nothing in a text can become either. It can be read
/// without the script; the script adds highlighting, details and filters.
package struct AlignmentPage {
  /// A copy and where its sentences came from.
  package struct Copy {
    package let text: NamedText
    package let alignment: Alignment

    package init(text: NamedText, alignment: Alignment) {
      self.text = text
      self.alignment = alignment
    }
  }

  private let original: NamedText
  private let copies: [Copy]

  package init(original: NamedText, copies: [Copy]) {
    self.original = original
    self.copies = copies
  }

  /// The page, as UTF-8.
  package var html: [UInt8] {
    let output = HTMLOutput()
    PageHead(title: title, style: Self.style, script: Self.script).append(to: output)
    output.markup("<body>\n<header class=\"top\">\n<p class=\"brand\">reprint</p>\n<h1>\(heading)</h1>\n")
    if copies.count > 1 { appendList(to: output) }
    output.markup("</header>\n")
    Self.appendKinds(to: output)
    output.markup("<main>\n")
    let shown = DisplayText(original.bytes)
    for (index, copy) in copies.enumerated() {
      let view = AlignmentPageView(
        number: index + 1, isOnly: copies.count == 1, name: DisplayText.line(copy.text.name),
        originalName: DisplayText.line(original.name), original: shown, copy: DisplayText(copy.text.bytes),
        alignment: copy.alignment)
      view.append(to: output)
    }
    output.markup("</main>\n<script>\(Self.script)</script>\n</body>\n</html>\n")
    return output.bytes
  }

  private var title: String {
    let original = DisplayText.line(original.name)
    guard copies.count == 1 else { return "\(copies.count) copies of \(original)" }
    return "\(DisplayText.line(copies[0].text.name)) against \(original)"
  }

  private var heading: String {
    let original = "<bdi>\(HTMLOutput.escaped(DisplayText.line(original.name)))</bdi>"
    guard copies.count == 1 else { return "\(TerminalText.count(copies.count)) copies <span>of</span> \(original)" }
    return "<bdi>\(HTMLOutput.escaped(DisplayText.line(copies[0].text.name)))</bdi> <span>against</span> \(original)"
  }

  /// The copies, each a link to its view.
  private func appendList(to output: HTMLOutput) {
    output.markup("<nav class=\"copies\" aria-label=\"Copies\">\n<ol>\n")
    for (index, copy) in copies.enumerated() {
      let share = Figures.percent(copy.alignment.share)
      output.markup("<li><a href=\"#c\(index + 1)\"><bdi>")
      output.text(DisplayText.line(copy.text.name))
      output.markup("</bdi> <span class=\"figure\">\(share)</span></a></li>\n")
    }
    output.markup("</ol>\n</nav>\n")
  }

  /// What the kinds mean, for sentences to refer to.
  static func appendKinds(to output: HTMLOutput) {
    output.markup("<div hidden>\n")
    for kind in ReuseKind.allCases { output.markup("<p id=\"kind-\(kind.rawValue)\">\(kind.meaning)</p>\n") }
    output.markup("</div>\n")
  }
}

extension ReuseKind {
  /// What a reader is told about the kind.
  var meaning: String {
    switch self {
    case .verbatim: "Verbatim: word for word"
    case .edited: "Edited: the original's words with few changes"
    case .spun: "Spun: words replaced one by one"
    case .paraphrase: "Paraphrase: the same content in other words"
    case .quote: "Quote: somebody else's words that the original quotes too"
    case .new: "New: not from the original"
    case .furniture: "Furniture: not part of the article"
    }
  }
}
