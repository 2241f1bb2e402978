import Foundation
import ReprintTestSupport

/// A dump of made-up articles with planted copies and near-copies, in shuffled order.
struct GeneratedDump: Sendable {
  /// Tells how to get the same dump again; set `REPRINT_TEST_SEED` to it.
  let seed: UInt64
  /// The records, each with its newline.
  let lines: [String]
  /// Words of each document by id, where they are plain lower-case words.
  let words: [String: [String]]

  /// How many documents there are, as a summary shows it.
  var shownCount: String {
    lines.count < 1000 ? "\(lines.count)" : "\(lines.count / 1000),\(String(1000 + lines.count % 1000).dropFirst())"
  }

  var data: Data { Data(lines.joined().utf8) }

  /// A seed from the environment, else any.
  static var anySeed: UInt64 {
    ProcessInfo.processInfo.environment["REPRINT_TEST_SEED"].flatMap { UInt64($0) } ?? .random(in: 0..<1_000_000_000)
  }

  /// - Parameters:
  ///   - isPlain: only lower-case ASCII words with spaces between, whose shingles anyone can count.
  init(seed: UInt64, documents: Int, words range: ClosedRange<Int>, isPlain: Bool = false) {
    var generator = SeededGenerator(seed: seed)
    let vocabulary = (0..<3000).map { _ in Self.word(isPlain: isPlain, &generator) }
    var texts: [[String]] = []
    for _ in 0..<documents {
      let kind = generator.number(0...99)
      if kind < 40, let earlier = texts.randomElement(using: &generator) {
        texts.append(kind < 10 ? earlier : Self.edited(earlier, vocabulary, &generator))
      } else if kind < 44 {
        let count = generator.number(0...4)
        texts.append((0..<count).map { _ in vocabulary[generator.number(0...19)] })
      } else {
        let count = generator.number(range)
        texts.append((0..<count).map { _ in generator.pick(vocabulary) })
      }
    }
    texts.shuffle(using: &generator)
    var lines: [String] = []
    var words: [String: [String]] = [:]
    for (number, text) in texts.enumerated() {
      let id = "d" + String(10_000 + number).dropFirst()
      words[id] = text
      lines.append(Self.line(id, text, isPlain: isPlain, &generator))
    }
    self.seed = seed
    self.lines = lines
    self.words = words
  }

  private static func word(isPlain: Bool, _ generator: inout SeededGenerator) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let count = generator.number(3...9)
    let word = String((0..<count).map { _ in generator.pick(letters) })
    guard !isPlain else { return word }
    switch generator.number(0...29) {
    case 0: return word + "é"
    case 1: return "“" + word + "”"
    case 2: return "路面電車"
    case 3: return word + "\u{AD}" + word
    case 4: return "Straße\u{1D49C}"
    case 5: return "3.14"
    default: return word
    }
  }

  /// A near-copy: one to four words replaced, dropped or added.
  private static func edited(
    _ text: [String], _ vocabulary: [String], _ generator: inout SeededGenerator
  ) -> [String] {
    var text = text
    for _ in 0..<generator.number(1...4) where !text.isEmpty {
      let place = generator.number(0...text.count - 1)
      let word = generator.pick(vocabulary)
      switch generator.number(0...2) {
      case 0: text[place] = word
      case 1: text.remove(at: place)
      default: text.insert(word, at: place)
      }
    }
    return text
  }

  private static func line(
    _ id: String, _ words: [String], isPlain: Bool, _ generator: inout SeededGenerator
  ) -> String {
    let text = words.joined(separator: " ")
    let day = 10 + generator.number(0...17)
    let spelling = generator.number(0...19)
    let shown = !isPlain && spelling == 0 ? escaped(text) : quoted(text)
    let date = spelling < 4 ? "" : "\"published\": \"2025-03-\(day)T08:00:00Z\", "
    return "{\"id\": \"\(id)\", \(date)\"text\": \(shown)}\n"
  }
}
