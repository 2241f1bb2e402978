import Reprint

/// The two texts of a view: sentences as elements, what is between them as it was.
extension AlignmentPageView {
  func appendOriginal(to output: HTMLOutput) {
    if let sharedOriginal {
      output.markup("<div class=\"text\" data-from=\"\(sharedOriginal)\"></div>\n")
      return
    }
    var lines = ParagraphWriter(original, to: output)
    lines.append(alignment.original.map(\.bytes)) { index, range in
      let kind = originalKind(index)
      output.markup("<span class=\"s\(kind.map { " \($0.rawValue)" } ?? "")\" id=\"c\(number)-o\(index + 1)\"")
      if !uses[index].isEmpty {
        output.markup(" data-to=\"\(uses[index].map { String($0.sentence + 1) }.joined(separator: " "))\"")
      }
      output.markup(">")
      append(original, range, marks: originalMarks(index), to: output)
      output.markup("</span>")
      guard !uses[index].isEmpty else { return }
      let links = uses[index].map { use in
        let kind = alignment.sentences[use.sentence].kind
        let target = use.sentence + 1
        return "<a class=\"\(kind.rawValue)\" href=\"#c\(number)-s\(target)\">\(kind.letter)\(target)</a>"
      }
      output.markup("<sup>\(links.joined(separator: " "))</sup>")
    }
    lines.finish()
  }

  /// An original's text for several views: they are told apart, and get marks and links, when one is opened.
  static func append(shared original: DisplayText, _ sentences: [SentenceRange], to output: HTMLOutput) {
    var lines = ParagraphWriter(original, to: output)
    lines.append(sentences.map(\.bytes)) { _, range in
      output.markup("<span class=\"s\">")
      output.text(original.bytes[range])
      output.markup("</span>")
    }
    lines.finish()
  }

  func appendCopy(to output: HTMLOutput) {
    var lines = ParagraphWriter(copy, to: output)
    lines.append(alignment.sentences.map(\.range)) { index, range in
      let sentence = alignment.sentences[index]
      output.markup("<span class=\"s \(sentence.kind.rawValue)\" id=\"c\(number)-s\(index + 1)\"")
      output.markup(" data-score=\"\(Figures.rounded(sentence.score))\"")
      appendLinkData(sentence, to: output)
      output.markup(">")
      append(copy, range, marks: copyMarks(sentence), to: output)
      output.markup("</span>")
      let isAltered = sentence.sources.contains { !$0.alterations.isEmpty }
      let links = sentence.sources.map { "<a href=\"#c\(number)-o\($0.sentence + 1)\">\($0.sentence + 1)</a>" }
      output.markup(
        "<sup class=\"\(sentence.kind.rawValue)\">\(sentence.kind.letter)\(links.joined(separator: " "))"
          + (isAltered ? "<b title=\"a fact is altered\">≠</b>" : "") + "</sup>")
    }
    lines.finish()
  }

  /// What the script tells about a sentence's sources: numbers, scores, altered facts and words.
  ///
  /// Positions are start and length in UTF-16 code units from the beginning of the sentences; lists of the sources are
  /// apart by `|`.
  private func appendLinkData(_ sentence: SentenceMatch, to output: HTMLOutput) {
    guard !sentence.sources.isEmpty else { return }
    let start = copy.units(sentence.range).lowerBound
    output.markup(" data-to=\"\(sentence.sources.map { String($0.sentence + 1) }.joined(separator: " "))\"")
    let scores = sentence.sources.map { String(Figures.rounded($0.score)) }
    output.markup(" data-scores=\"\(scores.joined(separator: " "))\"")
    if sentence.sources.contains(where: { !$0.alterations.isEmpty }) {
      let lists = sentence.sources.map { source in
        source.alterations.map { alteration in
          let place = Self.place(alteration.copy, in: copy, from: start)
          let from = original.units(source.range).lowerBound
          return "\(alteration.fact.rawValue),\(place),\(Self.place(alteration.original, in: original, from: from))"
        }.joined(separator: " ")
      }
      output.markup(" data-altered=\"\(lists.joined(separator: "|"))\"")
    }
    if sentence.sources.contains(where: { !$0.words.isEmpty }) {
      let lists = sentence.sources.map { source in
        let from = original.units(source.range).lowerBound
        return source.words.map { word in
          "\(word.relation.rawValue.prefix(2)),\(Self.place(word.copy, in: copy, from: start)),"
            + Self.place(word.original, in: original, from: from)
        }.joined(separator: " ")
      }
      output.markup(" data-words=\"\(lists.joined(separator: "|"))\"")
    }
  }

  private static func place(_ range: Range<Int>?, in text: DisplayText, from start: Int) -> String {
    guard let range else { return "," }
    let units = text.units(range)
    return "\(max(0, units.lowerBound - start)),\(units.count)"
  }

  /// A part of a sentence that states a fact otherwise than its counterpart, and what that states.
  private struct Mark {
    let range: Range<Int>
    let title: String
  }

  private func copyMarks(_ sentence: SentenceMatch) -> [Mark] {
    sentence.sources.flatMap(\.alterations).compactMap { alteration in
      guard let range = alteration.copy else { return nil }
      let title = alteration.original.map { "original: \(original.string($0))" } ?? "not in the original"
      return Mark(range: copy.range(range), title: title)
    }
  }

  private func originalMarks(_ sentence: Int) -> [Mark] {
    let alterations = uses[sentence].flatMap { alignment.sentences[$0.sentence].sources[$0.source].alterations }
    return alterations.compactMap { alteration in
      guard let range = alteration.original else { return nil }
      let title = alteration.copy.map { "copy: \(copy.string($0))" } ?? "left out in the copy"
      return Mark(range: original.range(range), title: title)
    }
  }

  /// A sentence's text; of overlapping marks, the first stays.
  private func append(_ text: DisplayText, _ range: Range<Int>, marks: [Mark], to output: HTMLOutput) {
    var position = range.lowerBound
    for mark in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where mark.range.lowerBound >= position && mark.range.upperBound <= range.upperBound && !mark.range.isEmpty {
      output.text(text.bytes[position..<mark.range.lowerBound])
      output.markup("<mark title=\"")
      output.text(DisplayText.line(mark.title))
      output.markup("\">")
      output.text(text.bytes[mark.range])
      output.markup("</mark>")
      position = mark.range.upperBound
    }
    output.text(text.bytes[position..<range.upperBound])
  }
}

/// Writes a text line by line, a paragraph element for each; a line break within a sentence stays where it is.
private struct ParagraphWriter {
  private let text: DisplayText
  private let output: HTMLOutput
  private var isOpen = false
  /// Line breaks since the last text.
  private var breaks = 0
  private var indentation: ArraySlice<UInt8> = []

  init(_ text: DisplayText, to output: HTMLOutput) {
    self.text = text
    self.output = output
    output.markup("<div class=\"text\(text.isBidirectional ? " turning" : "")\" lang=\"\">\n")
  }

  /// The whole text, with `sentence` called for every one of the sentences and its place.
  mutating func append(_ sentences: [Range<Int>], sentence: (Int, Range<Int>) -> Void) {
    var position = 0
    for (index, given) in sentences.enumerated() {
      let range = text.range(given)
      let start = max(range.lowerBound, position)
      let end = max(range.upperBound, start)
      append(between: text.bytes[position..<start])
      beginLine()
      sentence(index, start..<end)
      position = end
    }
    append(between: text.bytes[position...])
  }

  func finish() {
    if isOpen { output.markup("</p>\n") }
    output.markup("</div>\n")
  }

  private mutating func append(between text: ArraySlice<UInt8>) {
    for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if number > 0 {
        breaks += 1
        indentation = []
      }
      let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if isBlank, isOpen, breaks == 0 {
        output.text(line)
      } else if isBlank {
        indentation = line
      } else {
        beginLine()
        output.markup("<bdi>")
        output.text(line)
        output.markup("</bdi>")
      }
    }
  }

  private mutating func beginLine() {
    guard !isOpen || breaks > 0 else { return }
    if isOpen { output.markup("</p>\n") }
    let direction = text.isBidirectional ? " dir=\"auto\"" : ""
    output.markup("<p\(isOpen && breaks > 1 ? " class=\"apart\"" : "")\(direction)>")
    output.text(indentation)
    isOpen = true
    breaks = 0
    indentation = []
  }
}
