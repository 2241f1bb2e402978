package import Reprint

/// Prints the words that a spinner put in the place of others.
package struct LexiconReport {
  private let format: OutputFormat

  package init(_ format: OutputFormat) { self.format = format }

  package var header: String { format == .tsv ? "copy\toriginal\tcount\tconfidence\n" : "" }

  package func lines(for lexicon: Lexicon) -> [UInt8] { lexicon.entries.flatMap(line) }

  private func line(for entry: Substitution) -> [UInt8] {
    switch format {
    case .ndjson:
      var line = JSONLine()
      line.open()
      line.member("copy", entry.copy)
      line.member("original", entry.original)
      line.member("count", entry.count)
      line.member("confidence", Figures.rounded(entry.confidence))
      line.close()
      return line.bytes
    case .tsv:
      let words = "\(TSV.field(entry.copy))\t\(TSV.field(entry.original))"
      return Array("\(words)\t\(entry.count)\t\(Figures.rounded(entry.confidence))\n".utf8)
    case .text:
      let words = TerminalText.line("\(entry.copy) = \(entry.original)", width: .max)
      let times = TerminalText.count(entry.count, "time")
      return Array("\(words), \(times), confidence \(Self.hundredths(entry.confidence))\n".utf8)
    }
  }

  /// A number between 0 and 1 with two decimals, rounded down.
  private static func hundredths(_ value: Double) -> String { String(TerminalText.similarity(value + 1e-9).dropLast()) }
}
