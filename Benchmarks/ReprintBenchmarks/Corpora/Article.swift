import ReprintCorpora

/// A made-up news article, word by word, so that copies of it can be edited.
struct Article {
  /// A word or number and what stands around it.
  struct Piece {
    /// The word's number in the vocabulary, or a number to print.
    var value: Int32
    var marks: Marks
  }

  struct Marks: OptionSet {
    let rawValue: UInt16

    static let number = Marks(rawValue: 1)
    static let capital = Marks(rawValue: 2)
    static let possessive = Marks(rawValue: 4)
    static let comma = Marks(rawValue: 8)
    static let stop = Marks(rawValue: 16)
    static let questionMark = Marks(rawValue: 32)
    static let quoteBefore = Marks(rawValue: 64)
    static let quoteBehind = Marks(rawValue: 128)
    static let paragraphBehind = Marks(rawValue: 256)
  }

  /// The spellings that sites differ in.
  struct Style {
    var hasCurlyQuotes: Bool
    var paragraphBreak: String
  }

  private(set) var pieces: [Piece] = []

  /// An article of about `wordCount` words.
  init(words wordCount: Int, _ vocabulary: Vocabulary, _ random: inout SeededGenerator) {
    var sentencesLeft = 2 + random.below(3)
    while pieces.count < wordCount {
      let first = pieces.count
      for _ in 0..<6 + random.below(18) { pieces.append(Self.piece(vocabulary, &random)) }
      let last = pieces.count - 1
      pieces[first].marks.insert(.capital)
      pieces[last].marks.remove(.comma)
      pieces[last].marks.insert(random.oneIn(20) ? .questionMark : .stop)
      if random.oneIn(6) {
        pieces[first].marks.insert(.quoteBefore)
        pieces[last].marks.insert(.quoteBehind)
      }
      sentencesLeft -= 1
      if sentencesLeft == 0 {
        pieces[last].marks.insert(.paragraphBehind)
        sentencesLeft = 2 + random.below(3)
      }
    }
    pieces[pieces.count - 1].marks.remove(.paragraphBehind)
  }

  private static func piece(_ vocabulary: Vocabulary, _ random: inout SeededGenerator) -> Piece {
    if random.oneIn(40) { return Piece(value: Int32(random.below(random.oneIn(3) ? 3_000_000 : 3000)), marks: .number) }
    var marks: Marks = []
    if random.oneIn(14) { marks.insert(.comma) }
    if random.oneIn(15) { marks.insert(.capital) }
    if random.oneIn(80) { marks.insert(.possessive) }
    return Piece(value: vocabulary.pick(&random), marks: marks)
  }

  /// Replaces about `perThousand` of a thousand words by others.
  mutating func edit(perThousand: Int, _ vocabulary: Vocabulary, _ random: inout SeededGenerator) {
    for index in pieces.indices where random.below(1000) < perThousand && !pieces[index].marks.contains(.number) {
      pieces[index].value = vocabulary.pick(&random)
    }
  }

  /// Keeps the first words only, as a teaser does.
  mutating func cut(to wordCount: Int) { pieces.removeLast(max(0, pieces.count - wordCount)) }

  /// The text of the first `most` pieces, in UTF-8.
  func text(_ vocabulary: Vocabulary, _ style: Style, most: Int = .max) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(pieces.count * 8)
    let script = vocabulary.script
    for (index, piece) in pieces.prefix(most).enumerated() {
      let marks = piece.marks
      if index > 0 && !pieces[index - 1].marks.contains(.paragraphBehind) && needsSpace(before: index, script) {
        text.append(0x20)
      }
      if marks.contains(.quoteBefore) { text += (style.hasCurlyQuotes ? "“" : "\"").utf8 }
      if marks.contains(.number) {
        text += Self.number(Int(piece.value)).utf8
      } else {
        text += vocabulary.spelling(piece.value, isCapitalised: marks.contains(.capital))
        if marks.contains(.possessive) && script == .english { text += (style.hasCurlyQuotes ? "’s" : "'s").utf8 }
      }
      if marks.contains(.comma) { text += script.comma.utf8 }
      if marks.contains(.stop) { text += script.stop.utf8 }
      if marks.contains(.questionMark) { text += script.questionMark.utf8 }
      if marks.contains(.quoteBehind) { text += (style.hasCurlyQuotes ? "”" : "\"").utf8 }
      if marks.contains(.paragraphBehind) { text += style.paragraphBreak.utf8 }
    }
    return text
  }

  private func needsSpace(before index: Int, _ script: Script) -> Bool {
    script.separatesWords || pieces[index].marks.contains(.number) || pieces[index - 1].marks.contains(.number)
  }

  private static func number(_ value: Int) -> String {
    switch value % 5 {
    case 0: return "\(value / 10).\(value % 10)"
    case 1: return "\(value)%"
    case 2: return "$\(value)"
    case 3 where value >= 1000: return "\(value / 1000),\(String(1000 + value % 1000).dropFirst())"
    default: return "\(value)"
    }
  }
}
