/// Words by which pages give credit, in several languages.
enum CreditPhrases {
  /// Stand before the name of the outlet that something was first published by, some words away at most.
  private static let publishingWords = [
    // English
    "via", "source", "sources", "reported by", "first reported by", "published by", "published in", "published on",
    "published at", "appeared in", "appeared on", "posted on", "posted at", "originally", "story at", "story on",
    "story from",
    "article at", "article on", "article from", "hat tip", "republished from",
    "reprinted from", "syndicated from", "credit", "courtesy of", "permission of", "permission from",
    // German
    "quelle", "zuerst", "erschienen bei", "erschienen in", "genehmigung von",
    // French
    "publié par", "publié dans", "publié sur",
    // Spanish
    "fuente", "publicado por", "publicado en", "originalmente", "vía",
    // Italian, Portuguese, Dutch, Polish, Swedish
    "fonte", "pubblicato da", "pubblicato su", "publicado pela", "bron", "źródło", "källa",
  ]
  private static let publishing = publishingWords.map(hashes)

  /// The same where a line begins with them; elsewhere they say anything (`powered by`).
  private static let openingWords = ["by", "copyright", "von", "par", "por", "di", "door", "av"]
  private static let opening = openingWords.map(hashes)

  private static let publishingStarts = Set((publishing + opening).map { $0[0] })

  /// Stand before a name where a text tells what the outlet says, or was told.
  private static let telling: [[UInt64]] = [
    // English
    "according to", "told", "seen by", "obtained by", "reviewed by", "as reported in", "in an interview with",
    "speaking to", "spoke to", "written for", "for", "by", "from", "with", "at", "report in", "reporting", "story in",
    "link", "thanks to", "copyright", "to whom",
    // German
    "laut", "gegenüber", "berichtet", "wie", "nach angaben von", "sagte der", "sagte dem",
    // French
    "selon", "d'après", "a déclaré à", "a confié à", "rapporte", "par",
    // Spanish
    "según", "dijo a", "informó", "declaró a", "por",
    // Italian, Portuguese, Dutch, Polish, Swedish
    "secondo", "riporta", "segundo", "conforme", "disse ao", "volgens", "meldt", "według", "enligt",
  ].map(hashes)

  private static let before = publishing + telling

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

  /// The words from a phrase to the name that it introduces, or from the name to the verb behind it, or a name in brackets,
  /// as agencies have it; nil without one.
  ///
  /// A phrase stands on the line of the name and in its sentence.
  static func find(around mention: Range<Int>, _ tokens: [Token], _ bytes: [UInt8]) -> Range<Int>? {
    if let best = nearest(of: before, before: mention, tokens, bytes) { return best }
    for phrase in after where matches(phrase, at: mention.upperBound, tokens) {
      let range = mention.lowerBound..<mention.upperBound + phrase.count
      if isOneSentence(range, tokens, bytes) { return range }
    }
    return isInBrackets(mention, tokens, bytes) ? mention : nil
  }

  /// Whether a name stands alone in brackets, or with another: `PARIS (AFP)`, `(dpa/AFP)`.
  private static func isInBrackets(_ mention: Range<Int>, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    let (start, end) = (tokens[mention.lowerBound].start, tokens[mention.upperBound - 1].end)
    guard start > 0, end < bytes.count else { return false }
    switch (bytes[start - 1], bytes[end]) {
    case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "("), UInt8(ascii: "/")),
      (UInt8(ascii: "/"), UInt8(ascii: ")")):
      return true
    default: return false
    }
  }

  /// The same for phrases only that say who published something first, as lines outside of articles do.
  static func findPublisher(_ mention: Range<Int>, _ tokens: [Token], _ bytes: [UInt8]) -> Range<Int>? {
    if let found = nearest(of: publishing, before: mention, tokens, bytes) { return found }
    guard let found = nearest(of: opening, before: mention, tokens, bytes) else { return nil }
    return isOpening(found.lowerBound, tokens, bytes) ? found : nil
  }

  /// Whether a phrase that says who published something first stands anywhere.
  static func hasPublisher(_ tokens: [Token]) -> Bool {
    tokens.indices.contains { place in
      guard publishingStarts.contains(tokens[place].hash) else { return false }
      return publishing.contains { matches($0, at: place, tokens) }
        || place == 0 && opening.contains { matches($0, at: place, tokens) }
    }
  }

  /// Whether a text may have such a phrase, from its bytes: false for nearly all that have none.
  static func mayHavePublisher(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    publishingFilter.withUnsafeBufferPointer { filter in
      var word: UInt32 = 0
      for byte in text {
        let folded = byte | 0x20
        if folded &- 97 < 26 || byte >= 0x80 {
          word = next(word, folded)
        } else {
          if word != 0, has(filter, word) { return true }
          word = 0
        }
      }
      return word != 0 && has(filter, word)
    }
  }

  /// A bit for each word that such phrases begin with, of 4,096.
  private static let publishingFilter: [UInt64] = {
    var filter = [UInt64](repeating: 0, count: 64)
    for phrase in publishingWords + openingWords {
      let first = phrase.prefix { $0 != " " }
      for form in [String(first), first.uppercased(), first.prefix(1).uppercased() + first.dropFirst()] {
        let word = form.utf8.reduce(0) { next($0, $1 | 0x20) }
        filter[Int(word >> 26)] |= 1 << UInt64(word >> 20 & 63)
      }
    }
    return filter
  }()

  /// The hash of a word with a byte more.
  @inline(__always)
  private static func next(_ word: UInt32, _ byte: UInt8) -> UInt32 { (word ^ UInt32(byte)) &* 0x9E37_79B1 | 1 }

  @inline(__always)
  private static func has(_ filter: UnsafeBufferPointer<UInt64>, _ word: UInt32) -> Bool {
    filter[Int(word >> 26)] >> UInt64(word >> 20 & 63) & 1 == 1
  }

  /// Whether no word stands before one on its line.
  private static func isOpening(_ place: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    place == 0 || bytes[tokens[place - 1].end..<tokens[place].start].contains(0x0A)
  }

  private static func nearest(
    of phrases: [[UInt64]], before mention: Range<Int>, _ tokens: [Token], _ bytes: [UInt8]
  ) -> Range<Int>? {
    var best: Range<Int>?
    for phrase in phrases {
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
    return best
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
