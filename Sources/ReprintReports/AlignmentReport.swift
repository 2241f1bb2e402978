package import Reprint

/// Prints where the sentences of copies came from.
///
/// Sentences are numbered from 0 for machines and from 1 for people.
package struct AlignmentReport {
  private let format: OutputFormat
  private let width: Int
  private let explain: Bool

  /// - Parameters:
  ///   - width: columns of the terminal, for the text format.
  ///   - explain: also the words that stand for each other; the TSV format has no place for them.
  package init(_ format: OutputFormat, width: Int, explain: Bool = false) {
    self.format = format
    self.width = width
    self.explain = explain
  }

  package var header: String {
    let columns = [
      "copy", "sentence", "start", "end", "kind", "score", "source", "source_start", "source_end", "source_score",
      "altered", "text", "source_text",
    ]
    return format == .tsv ? columns.joined(separator: "\t") + "\n" : ""
  }

  /// All sentences of a copy.
  package func lines(original: NamedText, copy: NamedText, alignment: Alignment) -> [UInt8] {
    switch format {
    case .ndjson:
      var result: [UInt8] = []
      for number in alignment.sentences.indices {
        result += json(alignment.sentences[number], number, original, copy)
      }
      return result
    case .tsv:
      var result = ""
      for number in alignment.sentences.indices {
        append(alignment.sentences[number], number, original, copy, to: &result)
      }
      return Array(result.utf8)
    case .text:
      let view = AlignmentText(width: width, explain: explain, original: original, copy: copy)
      return Array(view.text(alignment).utf8)
    }
  }

  private func json(
    _ sentence: SentenceMatch, _ number: Int, _ original: NamedText, _ copy: NamedText
  ) -> [UInt8] {
    var line = JSONLine()
    line.open()
    line.member("copy", copy.name)
    line.member("sentence", number)
    line.member("start", sentence.range.lowerBound)
    line.member("end", sentence.range.upperBound)
    line.member("text", copy.string(sentence.range))
    line.member("kind", sentence.kind.rawValue)
    line.member("score", Figures.rounded(sentence.score))
    line.openArray("sources")
    for source in sentence.sources {
      line.open()
      line.member("sentence", source.sentence)
      line.member("start", source.range.lowerBound)
      line.member("end", source.range.upperBound)
      line.member("text", original.string(source.range))
      line.member("score", Figures.rounded(source.score))
      if !source.alterations.isEmpty { append(source.alterations, original, copy, to: &line) }
      if explain { append(source.words, to: &line) }
      line.close()
    }
    line.closeArray()
    line.close()
    return line.bytes
  }

  private func append(
    _ alterations: [Alteration], _ original: NamedText, _ copy: NamedText, to line: inout JSONLine
  ) {
    line.openArray("altered")
    for alteration in alterations {
      line.open()
      line.member("fact", alteration.fact.rawValue)
      if let range = alteration.copy { line.member("copy", copy.string(range)) }
      if let range = alteration.original { line.member("original", original.string(range)) }
      line.close()
    }
    line.closeArray()
  }

  private func append(_ words: [WordMatch], to line: inout JSONLine) {
    line.openArray("words")
    for word in words {
      line.open()
      line.member("relation", word.relation.rawValue)
      line.member("copy", [word.copy.lowerBound, word.copy.upperBound])
      line.member("original", [word.original.lowerBound, word.original.upperBound])
      line.close()
    }
    line.closeArray()
  }

  /// A line for every source, or one without.
  private func append(
    _ sentence: SentenceMatch, _ number: Int, _ original: NamedText, _ copy: NamedText, to result: inout String
  ) {
    let name = TSV.field(copy.name)
    let text = TSV.field(copy.string(sentence.range))
    let head =
      "\(name)\t\(number)\t\(sentence.range.lowerBound)\t\(sentence.range.upperBound)\t\(sentence.kind.rawValue)"
      + "\t\(Figures.rounded(sentence.score))\t"
    if sentence.sources.isEmpty { result += "\(head)\t\t\t\t\t\(text)\t\n" }
    for source in sentence.sources {
      let altered = source.alterations.map { alteration in
        let was = alteration.original.map(original.string) ?? ""
        let becomes = alteration.copy.map(copy.string) ?? ""
        return TSV.field("\(alteration.fact.rawValue): \(was) > \(becomes)")
      }
      result += head
      result += "\(source.sentence)\t\(source.range.lowerBound)\t\(source.range.upperBound)\t"
      result += "\(Figures.rounded(source.score))\t\(altered.joined(separator: "; "))\t"
      result += "\(text)\t\(TSV.field(original.string(source.range)))\n"
    }
  }
}
