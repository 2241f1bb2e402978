import Foundation
import Reprint
import ReprintDumps

/// `reprint-bench background-table`: how rare English stems are, as the engine's source file has it.
enum BackgroundTableCommand {
  static let usage = """
    usage: reprint-bench background-table DUMP... > Sources/Reprint/Alignment/BackgroundTable.swift

    Counts in how many sentences of a dump each English stem stands, and prints those of 20 sentences or more by
    their idf, in steps of half a nat.

    """

  private static let leastSentences = 20

  static func run(_ arguments: inout ArgumentList) throws {
    var paths: [String] = []
    while let word = arguments.next() { paths.append(try arguments.operand(word)) }
    guard !paths.isEmpty else { throw BenchmarkError("background-table: name a dump") }
    var frequencies: [String: Int] = [:]
    var sentences = 0
    for document in try TextDocument.read(paths).documents {
      document.text.withUnsafeBufferPointer { text in
        for sentence in SentenceSplitter.sentences(of: text) {
          let stems = stems(UnsafeBufferPointer(rebasing: text[sentence.range]))
          guard stems.count >= 4 else { continue }
          sentences += 1
          for stem in stems { frequencies[stem, default: 0] += 1 }
        }
      }
    }
    var levels: [Int: [String]] = [:]
    for (stem, count) in frequencies where count >= leastSentences {
      levels[Int((2 * log(Double(sentences) / Double(count))).rounded()), default: []].append(stem)
    }
    var lines = [
      "// swift-format-ignore-file",
      "// Made by `reprint-bench background-table`; do not edit.",
      "// From \(sentences) sentences: 106 articles of the English Wikipedia, 350 items of ABC news (the Lee corpus),",
      "// the World English Bible and the fortunes of BSD and Debian. Only counts are taken.",
      "", "enum BackgroundTable {", "  /// idf in nats, and the stems that have it.",
      "  static let levels: [(Float, String)] = [",
    ]
    for (level, stems) in levels.sorted(by: { $0.key < $1.key }) {
      lines.append("    (\(Double(level) / 2), \"\(stems.sorted().joined(separator: " "))\"),")
    }
    lines += ["  ]", "}"]
    try StandardStreams.output(Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// The different stems of a sentence: words of plain letters, two or more.
  private static func stems(_ sentence: UnsafeBufferPointer<UInt8>) -> Set<String> {
    var tokenizer = Tokenizer()
    var result: Set<String> = []
    for token in tokenizer.tokens(of: sentence) {
      var word = sentence[token.start..<token.end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      guard word.count > 1, word.count <= WordStem.longest, word.allSatisfy({ (0x61...0x7A).contains($0) }) else {
        continue
      }
      let count = word.withUnsafeMutableBufferPointer { WordStem.stem($0) }
      result.insert(String(decoding: word[..<count], as: UTF8.self))
    }
    return result
  }
}
