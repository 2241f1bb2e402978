import Reprint

/// An alignment for reading in a terminal: the copy sentence by sentence, with the sources beneath.
struct AlignmentText {
  private let width: Int
  private let explain: Bool
  private let original: NamedText
  private let copy: NamedText

  init(width: Int, explain: Bool, original: NamedText, copy: NamedText) {
    self.width = width
    self.explain = explain
    self.original = original
    self.copy = copy
  }

  func text(_ alignment: Alignment) -> String {
    var result = head(alignment)
    let columns = Columns(width: width, sentences: alignment.sentences.count)
    var furniture = 0
    for number in alignment.sentences.indices {
      let sentence = alignment.sentences[number]
      if sentence.kind == .furniture {
        furniture += 1
        continue
      }
      result += Self.collapsed(furniture)
      furniture = 0
      append(sentence, number, columns, to: &result)
    }
    return result + Self.collapsed(furniture) + "\n"
  }

  /// Where things stand in a line: number, kind, text.
  private struct Columns {
    let number: Int
    let kind: Int
    let indent: Int
    let text: Int

    init(width: Int, sentences: Int) {
      number = max(3, String(sentences).count)
      kind = width >= 60 ? 10 : 1
      indent = number + kind + 3
      text = max(10, width - indent)
    }
  }

  private func head(_ alignment: Alignment) -> String {
    let counts = ReuseKind.allCases.map { kind in
      (kind, alignment.sentences.count { $0.kind == kind })
    }
    let kinds = counts.filter { $0.1 > 0 }.map { "\(TerminalText.count($0.1)) \($0.0.rawValue)" }
    var lines = [
      TerminalText.line("original  \(original.name)", width: width),
      TerminalText.line("copy      \(copy.name)", width: width),
    ]
    lines += TerminalText.wrapped(
      "\(Figures.percent(alignment.share)) of the copy's words come from the original, "
        + "\(Figures.percent(alignment.coverage)) of the original's words are reused.", width: width)
    if !kinds.isEmpty { lines += TerminalText.wrapped(kinds.joined(separator: " · "), width: width) }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private static func collapsed(_ furniture: Int) -> String {
    furniture == 0 ? "" : "· \(TerminalText.count(furniture, "line")) of furniture\n"
  }

  private func append(_ sentence: SentenceMatch, _ number: Int, _ columns: Columns, to result: inout String) {
    let label = String(number + 1)
    let kind = columns.kind == 1 ? String(sentence.kind.letter) : sentence.kind.rawValue
    var start = String(repeating: " ", count: columns.number - label.count) + "\(label)  \(kind)"
    start += String(repeating: " ", count: max(1, columns.indent - start.count))
    append(TerminalText.wrapped(copy.string(sentence.range), width: columns.text), after: start, to: &result)
    for source in sentence.sources { append(source, of: sentence, columns, to: &result) }
  }

  private func append(_ source: SourceLink, of sentence: SentenceMatch, _ columns: Columns, to result: inout String) {
    let indent = String(repeating: " ", count: columns.indent)
    let score = TerminalText.similarity(source.score)
    let mark = "← \(source.sentence + 1)  \(score)"
    if sentence.kind == .verbatim {
      result += "\(indent)\(mark)\n"
    } else {
      let room = columns.text - mark.count - 2
      let lines = TerminalText.wrapped(original.string(source.range), width: room, limit: explain ? .max : 2)
      append(lines, after: "\(indent)\(mark)  ", to: &result)
    }
    for alteration in source.alterations {
      append(
        TerminalText.wrapped(describe(alteration), width: columns.text - 2), after: "\(indent)≠ ", to: &result)
    }
    guard explain else { return }
    for relation in [WordMatch.Relation.same, .stem, .number, .spelling, .substitution] {
      let words = source.words.filter { $0.relation == relation }.map(describe)
      guard !words.isEmpty else { continue }
      let list = "\(relation.rawValue): \(words.joined(separator: ", "))"
      append(TerminalText.wrapped(list, width: columns.text - 2), after: "\(indent)  ", to: &result)
    }
  }

  /// Lines, the first behind a label and the others as far in.
  private func append(_ lines: [String], after start: String, to result: inout String) {
    let indent = String(repeating: " ", count: TerminalText.width(start))
    for (number, line) in (lines.isEmpty ? [""] : lines).enumerated() {
      result += (number == 0 ? start : indent) + line + "\n"
    }
  }

  private func describe(_ alteration: Alteration) -> String {
    let fact = alteration.fact.rawValue
    switch (alteration.copy, alteration.original) {
    case (let copied?, let was?): return "\(fact): \(copy.string(copied)), in the original \(original.string(was))"
    case (let copied?, nil): return "\(fact): \(copy.string(copied)), not in the original"
    case (nil, let was?): return "\(fact): \(original.string(was)) is left out"
    case (nil, nil): return fact
    }
  }

  private func describe(_ word: WordMatch) -> String {
    let copied = copy.string(word.copy)
    return word.relation == .same ? copied : "\(copied) ← \(original.string(word.original))"
  }
}

extension ReuseKind {
  /// One letter for where there is no room for the word.
  var letter: Character {
    switch self {
    case .verbatim: "V"
    case .edited: "E"
    case .spun: "S"
    case .paraphrase: "P"
    case .quote: "Q"
    case .new: "N"
    case .furniture: "F"
    }
  }
}
