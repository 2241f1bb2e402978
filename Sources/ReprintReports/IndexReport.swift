import Reprint

/// Prints what an index says of documents, and of itself.
package struct IndexReport {
  private let format: OutputFormat

  package init(_ format: OutputFormat) { self.format = format }

  package var header: String { format == .tsv ? "id\tduplicate\tof\tsimilarity\testimated\n" : "" }

  /// A document that has no near-duplicate in the index.
  package func line(new id: String) -> [UInt8] {
    switch format {
    case .ndjson:
      var line = JSONLine()
      line.open()
      line.member("id", id)
      line.member("duplicate", false)
      line.close()
      return line.bytes
    case .tsv: return Array("\(TSV.field(id))\tfalse\t\t\t\n".utf8)
    case .text: return Array((TerminalText.line("new    \(id)", width: .max) + "\n").utf8)
    }
  }

  /// A document that has one.
  ///
  /// - Parameter isEstimated: whether the similarity was estimated from sketches.
  package func line(for id: String, of other: String, similarity: Double, isEstimated: Bool) -> [UInt8] {
    switch format {
    case .ndjson:
      var line = JSONLine()
      line.open()
      line.member("id", id)
      line.member("duplicate", true)
      line.member("of", other)
      line.member("similarity", similarity)
      if isEstimated { line.member("estimated", true) }
      line.close()
      return line.bytes
    case .tsv:
      return Array("\(TSV.field(id))\ttrue\t\(TSV.field(other))\t\(similarity)\t\(isEstimated)\n".utf8)
    case .text:
      let sign = isEstimated ? "about " : ""
      let line = "\(sign)\(TerminalText.similarity(similarity))  \(id)  of \(other)"
      return Array((TerminalText.line(line, width: .max) + "\n").utf8)
    }
  }

  /// A number or a name, and what it is.
  package enum Value {
    case number(Int)
    case decimal(Double)
    case word(String)

    fileprivate var text: String {
      switch self {
      case .number(let number): "\(number)"
      case .decimal(let number): "\(number)"
      case .word(let word): word
      }
    }
  }

  /// What an index holds.
  package func lines(for values: [(name: String, value: Value)]) -> [UInt8] {
    switch format {
    case .ndjson:
      var line = JSONLine()
      line.open()
      for (name, value) in values {
        switch value {
        case .number(let number): line.member(name, number)
        case .decimal(let number): line.member(name, number)
        case .word(let word): line.member(name, word)
        }
      }
      line.close()
      return line.bytes
    case .tsv:
      let rows = values.map { "\($0.name)\t\(TSV.field($0.value.text))\n" }
      return Array(("name\tvalue\n" + rows.joined()).utf8)
    case .text:
      let rows = values.map { name, value in
        let shown: String
        if case .number(let number) = value { shown = TerminalText.count(number) } else { shown = value.text }
        return TerminalText.left(String(name.map { $0 == "_" ? " " : $0 }), 16) + shown + "\n"
      }
      return Array(rows.joined().utf8)
    }
  }
}
