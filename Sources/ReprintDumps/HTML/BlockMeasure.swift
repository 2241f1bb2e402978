/// What a block's text looks like, by itself.
struct BlockMeasure {
  /// How much text stands outside of links, in Latin letters: a Chinese character says as much as two.
  private(set) var weight = 0
  /// Which part of the text is links, separators such as `|` aside; 0 to 1.
  private(set) var linkShare = 0.0
  /// Ends as sentences end.
  private(set) var isSentence = false
  /// A short line with a copyright sign.
  private(set) var isCopyright = false

  /// Text of this weight is prose even where it has no full stop.
  static let prose = 80

  init(_ text: ArraySlice<UInt8>, linkedBytes: Int) {
    var separators = 0
    var all = 0
    for byte in text {
      switch byte {
      case 0x20, 0x09, UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ","): separators += 1
      case 0x80..<0xC0: continue
      case 0xE0...: all += 1
      default: break
      }
      all += 1
    }
    if linkedBytes > 0 {
      linkShare = min(1, Double(linkedBytes) / Double(max(linkedBytes, text.count - separators)))
      all = Int(Double(all) * Double(text.count - linkedBytes) / Double(text.count))
    }
    weight = all
    isSentence = text.count >= 6 && Self.endsSentence(text)
    let sign: [UInt8] = [0xC2, 0xA9]
    isCopyright =
      weight < 200
      && (text.starts(with: "Copyright ".utf8)
        || zip(text, text.dropFirst()).contains { $0 == sign[0] && $1 == sign[1] })
  }

  private static let closers = ["\"", "'", ")", "]", "”", "’", "»", "」", "“", "』", "）", " "].map { Array($0.utf8) }
  private static let terminators = [".", "!", "?", ":", "…", "。", "！", "？", "؟", "।", "۔", "։"].map { Array($0.utf8) }

  private static func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let closer = closers.first(where: { rest.count > $0.count && rest.suffix($0.count).elementsEqual($0) }) {
      rest = rest.dropLast(closer.count)
    }
    return terminators.contains { rest.suffix($0.count).elementsEqual($0) }
  }
}

/// Compares texts by their letters alone.
struct LetterKey {
  let letters: [UInt8]

  init(_ text: some Sequence<UInt8>) {
    letters = text.compactMap { byte in
      let lower = byte &- 65 < 26 ? byte | 0x20 : byte
      return lower >= 0x80 || lower &- 48 < 10 || lower &- 97 < 26 ? lower : nil
    }
  }

  /// Whether a block with these letters is the headline that a page's title gives, whole or with the site's name.
  func isHeadline(of title: LetterKey) -> Bool {
    if letters.isEmpty { return false }
    if letters == title.letters { return true }
    return letters.count >= 12 && letters.count * 5 >= title.letters.count * 2 && title.letters.starts(with: letters)
  }
}
