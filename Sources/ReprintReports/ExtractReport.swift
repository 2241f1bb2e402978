package import Reprint

/// Prints documents with what is kept of them and what is dropped.
package struct ExtractReport {
  private let format: OutputFormat

  package init(_ format: OutputFormat) { self.format = format }

  /// One document: a line of NDJSON, or its lines for people.
  ///
  /// - Parameter dropped: lines of its text, in order.
  package func lines(for article: TracedArticle, dropped: [DroppedLine]) -> [UInt8] {
    format == .ndjson ? json(article, dropped) : Array(text(article, dropped).utf8)
  }

  private func json(_ article: TracedArticle, _ dropped: [DroppedLine]) -> [UInt8] {
    var line = JSONLine()
    line.open()
    line.member("id", article.id)
    let members = [
      ("url", article.url), ("site", article.site), ("title", article.title), ("author", article.author),
      ("published", article.published?.text),
    ]
    for case (let name, let value?) in members { line.member(name, value) }
    line.member("text", kept(article.text, dropped))
    line.openArray("dropped")
    for part in dropped {
      line.open()
      line.member("text", String(decoding: article.text[part.range], as: UTF8.self))
      line.member("why", part.why)
      line.close()
    }
    line.closeArray()
    line.close()
    return line.bytes
  }

  /// The lines that are kept; the text as given where none is dropped.
  private func kept(_ text: [UInt8], _ dropped: [DroppedLine]) -> String {
    guard !dropped.isEmpty else { return String(decoding: text, as: UTF8.self) }
    return parts(text, dropped).compactMap { $0.why == nil ? String(decoding: text[$0.range], as: UTF8.self) : nil }
      .joined(separator: "\n")
  }

  /// All lines in order, those dropped with the reason.
  private func parts(_ text: [UInt8], _ dropped: [DroppedLine]) -> [(range: Range<Int>, why: String?)] {
    var next = dropped[...]
    let page = text.withUnsafeBufferPointer { PageLines($0, isJSON: false) }
    return page.lines.map { line in
      guard let first = next.first, first.range == line.range else { return (line.range, nil) }
      next.removeFirst()
      return (line.range, first.why)
    }
  }

  private func text(_ article: TracedArticle, _ dropped: [DroppedLine]) -> String {
    func shown(_ text: String) -> String { TerminalText.line(text, width: .max) }
    var result = "== \(shown(article.id))\n"
    let address = article.url == article.id ? nil : article.url
    let facts = [address, article.site, article.title, article.author, article.published?.text].compactMap { $0 }
    if !facts.isEmpty { result += "   \(shown(facts.joined(separator: " | ")))\n" }
    for part in parts(article.text, dropped) {
      let line = shown(String(decoding: article.text[part.range], as: UTF8.self))
      result += part.why.map { "- [\($0)] \(line)\n" } ?? "\(line)\n"
    }
    return result + "\n"
  }
}
