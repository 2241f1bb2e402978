/// Words by which pages give credit, in several languages.
enum CreditPhrases {
  /// Stand before a name, some words away at most.
  private static let before: [[UInt64]] = [
    // English
    "according to", "told", "via", "source", "sources", "reported by", "first reported by", "published by",
    "published in", "published on", "published at", "appeared in", "appeared on", "seen by", "obtained by",
    "reviewed by", "credit", "courtesy of", "as reported in", "in an interview with", "speaking to", "spoke to",
    "written for", "for", "by", "from", "with", "at", "report in", "reporting", "story in", "link", "thanks to",
    "copyright", "to whom",
    // German
    "laut", "gegenüber", "quelle", "berichtet", "zuerst erschienen", "wie", "nach angaben von", "erschienen bei",
    "sagte der", "sagte dem",
    // French
    "selon", "d'après", "a déclaré à", "a confié à", "publié par", "publié dans", "rapporte", "par",
    // Spanish
    "según", "fuente", "dijo a", "publicado por", "publicado en", "informó", "declaró a", "vía", "por",
    // Italian, Portuguese, Dutch, Polish, Swedish
    "secondo", "fonte", "pubblicato da", "riporta", "segundo", "conforme", "disse ao", "publicado pela", "volgens",
    "bron", "meldt", "według", "źródło", "enligt", "källa",
  ].map(hashes)

  /// Stand right behind a name.
  private static let after: [[UInt64]] = [
    "reports", "reported", "reporters", "first reported", "says", "said", "writes", "wrote", "has learned",
    "reporting", "broke", "tells", "revealed", "which", "berichtet", "meldet", "schreibt", "rapporte", "écrit",
    "informa", "informó", "publicó", "riporta", "scrive", "informou", "meldt", "pisze", "rapporterar",
  ].map(hashes)

  /// Words between a phrase and the name.
  private static let mostBetween = 4

  /// The hashes of a phrase's words.
  static func hashes(of phrase: String) -> [UInt64] {
    var tokenizer = Tokenizer()
    var phrase = phrase
    return phrase.withUTF8 { tokenizer.tokens(of: $0).map(\.hash) }
  }

  /// The words from a phrase to the name that it introduces, or from the name to the verb behind it; nil without one.
  ///
  /// A phrase stands on the line of the name and in its sentence.
  static func find(around mention: Range<Int>, _ tokens: [Token], _ bytes: [UInt8]) -> Range<Int>? {
    var best: Range<Int>?
    for phrase in before {
      let nearest = mention.lowerBound - phrase.count
      for start in stride(from: nearest, through: max(0, nearest - mostBetween), by: -1) where start >= 0 {
        guard matches(phrase, at: start, tokens), isOneSentence(start..<mention.upperBound, tokens, bytes) else {
          continue
        }
        // The nearest phrase counts, and of two that end with the same word the longer.
        let behind = start + phrase.count
        if best.map({ start < $0.lowerBound ? behind > $0.lowerBound : behind > $0.lowerBound + 1 }) ?? true {
          best = start..<mention.upperBound
        }
        break
      }
    }
    if let best { return best }
    for phrase in after where matches(phrase, at: mention.upperBound, tokens) {
      let range = mention.lowerBound..<mention.upperBound + phrase.count
      if isOneSentence(range, tokens, bytes) { return range }
    }
    return nil
  }

  private static func matches(_ phrase: [UInt64], at start: Int, _ tokens: [Token]) -> Bool {
    guard start >= 0, start + phrase.count <= tokens.count else { return false }
    return phrase.indices.allSatisfy { tokens[start + $0].hash == phrase[$0] }
  }

  /// Whether no line ends between the first word and the last, and no sentence.
  private static func isOneSentence(_ words: Range<Int>, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    for place in words.dropFirst() {
      let gap = bytes[tokens[place - 1].end..<max(tokens[place - 1].end, tokens[place].start)]
      if gap.contains(0x0A) || gap.starts(with: ". ".utf8) { return false }
    }
    return true
  }
}
