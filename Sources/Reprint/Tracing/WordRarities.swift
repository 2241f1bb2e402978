/// How rare the words of originals are, in nats: of one text after the other, whose words are looked up once.
struct WordRarities {
  /// What is known of a word whatever text it stands in.
  private struct Entry {
    /// What the word is compared by.
    var key: UInt64
    /// Its idf in English at large; negative if the table lacks it.
    var idf: Float
    /// Whether a number may start with it.
    var mayBeNumber: Bool
  }

  /// What a place has in place of an idf until the text is known.
  private enum Place {
    /// A figure, by the first place of its number; further ones are ``unknown``.
    case number(Float)
    case unknown
    case word(Entry)
  }

  private var words = KeyTable(expected: 1 << 12)
  private var entries: [Entry] = []
  private var standing: [Place] = []

  /// Of words that are none: the second word of a number.
  private static let unknown: Float = 3
  private static let rarestCommonNoun: Float = 8
  /// Tokens that a number may take.
  private static let longestNumber = 6

  /// For each word of a text its idf.
  ///
  /// - Parameters:
  ///   - hashes: the words.
  ///   - places: where they stand.
  /// - Complexity: O(n) expected in the words.
  mutating func idfs(
    _ hashes: UnsafeMutableBufferPointer<UInt64>, _ places: UnsafeBufferPointer<WordPlace>,
    _ text: UnsafeBufferPointer<UInt8>
  ) -> [Float] {
    standing.removeAll(keepingCapacity: true)
    var (listed, all) = (0, 0)
    while standing.count < places.count {
      let place = standing.count
      let entry = entry(hashes[place], places[place], text)
      all += 1
      if entry.mayBeNumber, let number = number(at: place, hashes, places, text) {
        standing.append(.number(number.idf))
        for _ in 1..<number.tokens { standing.append(.unknown) }
      } else {
        if entry.idf >= 0 { listed += 1 }
        standing.append(.word(entry))
      }
    }
    let isListed = listed * 2 >= all
    var occurrences: [UInt64: Int] = [:]
    if !isListed {
      for case .word(let entry) in standing { occurrences[entry.key, default: 0] += 1 }
    }
    return standing.indices.map { place in
      switch standing[place] {
      case .number(let idf): idf
      case .unknown: Self.unknown
      case .word(let entry):
        isListed
          ? Self.idf(ofListed: entry, places[place], text)
          : Self.idf(ofOther: places[place], text, occurrences: occurrences[entry.key, default: 1])
      }
    }
  }

  private mutating func entry(
    _ hash: UInt64, _ place: WordPlace, _ text: UnsafeBufferPointer<UInt8>
  ) -> Entry {
    let number = words.number(of: hash)
    if number >= 0 { return entries[number] }
    let token = Token(hash: hash, start: Int(place.start), end: Int(place.end))
    let word = UnsafeBufferPointer(rebasing: text[token.start..<token.end])
    let key = WordStem.withStem(of: word) { stem, isPlain, _ in isPlain ? WordStem.key(stem) : hash }
    let entry = Entry(
      key: key, idf: BackgroundFrequencies.english.idf(key) ?? -1,
      mayBeNumber: word.contains { $0 &- 48 < 10 } || NumberReader.mayStart(token, text))
    _ = words.insert(hash)
    entries.append(entry)
    return entry
  }

  // MARK: Numbers

  /// The idf of the number that starts at a place, and how many words spell it; nil if none does.
  private func number(
    at place: Int, _ hashes: UnsafeMutableBufferPointer<UInt64>, _ places: UnsafeBufferPointer<WordPlace>,
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (idf: Float, tokens: Int)? {
    let first = places[place]
    let token = Token(hash: hashes[place], start: Int(first.start), end: Int(first.end))
    if NumberReader.mayStart(token, text) || NumberReader.isAmount(token, text) {
      let tokens = (place..<min(places.count, place + Self.longestNumber)).map {
        Token(hash: hashes[$0], start: Int(places[$0].start), end: Int(places[$0].end))
      }
      if let reading = NumberReader.read(tokens, at: 0, in: text) {
        let isSmall = reading.value < 100 && reading.value == reading.value.rounded()
        let digits = text[token.start..<tokens[reading.tokens - 1].end]
        return (isSmall ? 4 : Self.idf(ofFigure: digits), reading.tokens)
      }
    }
    let word = text[token.start..<token.end]
    return word.contains { $0 &- 48 < 10 } ? (Self.idf(ofFigure: word), 1) : nil
  }

  private static func idf(ofFigure text: Slice<UnsafeBufferPointer<UInt8>>) -> Float {
    let digits = text.filter { $0 &- 48 < 10 }
    if digits.count < 2 { return 4 }
    // Years and round numbers stand in many texts.
    if digits.count == 4, digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8) { return 4 }
    return digits.dropFirst().allSatisfy { $0 == 48 } ? 5.5 : 8.2
  }

  // MARK: Words

  private static func idf(ofListed entry: Entry, _ place: WordPlace, _ text: UnsafeBufferPointer<UInt8>) -> Float {
    // A letter or two are what an apostrophe left; and the table is small, so that it lacks many a common word.
    if place.end - place.start < 3 { return entry.idf < 0 ? unknown : min(unknown, entry.idf) }
    let idf = entry.idf < 0 ? BackgroundFrequencies.unlisted : entry.idf
    let isCapitalised = PreparedText.isCapital(text, at: Int(place.start), to: Int(place.end))
    return isCapitalised ? idf : min(idf, rarestCommonNoun)
  }

  /// Other languages are told by length: their short words are the common ones.
  private static func idf(
    ofOther place: WordPlace, _ text: UnsafeBufferPointer<UInt8>, occurrences: Int
  ) -> Float {
    let length = place.end - place.start
    if text[Int(place.start)] >= 0xE0 { return length >= 9 ? 6 : 4.5 }
    if occurrences > 12 || length < 4 { return 2 }
    let isCapitalised = PreparedText.isCapital(text, at: Int(place.start), to: Int(place.end))
    if length < 7 { return isCapitalised ? 6.5 : 4 }
    return isCapitalised || length > 11 ? 8.2 : 6.5
  }
}
