/// Originals, one or thousands, indexed by what a page that reuses one of them would have in common with it.
///
/// A page is looked at in one pass over its bytes (``OriginalScout``). What it shares with an original is added up in
/// nats: rare words, runs of three words and the rhythm of the punctuation. Shared names and numbers are a reason to
/// look closer, no more: whether a page reuses an original its alignment says.
struct OriginalIndex: Sendable {
  let table: FeatureTable
  /// What a shared feature says, in nats, by its number.
  let weights: [Float]
  /// Where the originals of each feature start in ``originals``; one more at the end.
  let starts: [Int32]
  let originals: [Int32]
  /// What a page must share with each original, in nats, to be looked at closer.
  let thresholds: [Float]
  let channels: PageFeatures.Channels

  var count: Int { thresholds.count }

  /// In nats, of what is shared within some hundred words.
  private static let threshold: Float = 27
  /// Share of an original's features that is enough if it has few.
  private static let enough: Float = 0.3

  /// Something that an original has, before it is known how many have it.
  struct Feature {
    var key: UInt64
    var original: Int32
    var weight: Float
  }

  /// - Complexity: O(n log n) in the words of the originals.
  init(_ originals: [Original], channels: PageFeatures.Channels = .all) {
    var features: [Feature] = []
    var tokenizer = Tokenizer()
    for (number, original) in originals.enumerated() {
      Self.append(original.text, original.bytes, Int32(number), channels, &tokenizer, to: &features)
    }
    self.init(
      features, totals: [Float](repeating: 0, count: originals.count), mostHaving: max(4, originals.count / 50),
      channels: channels)
  }

  /// - Parameters:
  ///   - features: in any order.
  ///   - totals: for each original what its features tell that are not among these.
  ///   - mostHaving: features that more originals have are left out.
  ///   - fewHaving: what no more originals have than this tells as much of each as if only one had it.
  init(
    _ features: consuming [Feature], totals: [Float], mostHaving: Int, fewHaving: Int = 1,
    channels: PageFeatures.Channels = .all
  ) {
    self.channels = channels
    features.sort { ($0.key, $0.original, -$0.weight) < ($1.key, $1.original, -$1.weight) }

    var keys: [UInt64] = []
    var weights: [Float] = []
    var starts: [Int32] = [0]
    var postings: [Int32] = []
    var totals = totals
    var place = 0
    while place < features.count {
      let first = features[place]
      var having: [Int32] = []
      while place < features.count, features[place].key == first.key {
        if having.last != features[place].original { having.append(features[place].original) }
        place += 1
      }
      // What many originals have says little of each.
      let weight = first.weight - max(0, Logarithm.of(Float(having.count) / Float(fewHaving)))
      guard weight > 0.5, having.count <= mostHaving else { continue }
      keys.append(first.key)
      weights.append(weight)
      postings += having
      starts.append(Int32(postings.count))
      for original in having { totals[Int(original)] += weight }
    }
    table = FeatureTable(keys)
    self.weights = weights
    self.starts = starts
    self.originals = postings
    thresholds = totals.map { max(4, min(Self.threshold, Self.enough * $0)) }
  }

  /// Appends the features of an original that say something.
  static func append(
    _ text: PreparedText, _ bytes: [UInt8], _ number: Int32, _ channels: PageFeatures.Channels,
    _ tokenizer: inout Tokenizer, to features: inout [Feature]
  ) {
    let rarities = WordRarities(text, bytes)
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      tokenizer.placeWords(plain: bytes)
      let places = tokenizer.places
      let idfs = rarities.idfs(at: places)
      var rhythm = PageFeatures.Rhythm()
      var end: UInt32 = 0
      for place in places.indices {
        // The rhythm's weight needs the gaps, so it is followed here as well.
        let standing = places[place]
        if rhythm.step(from: end, to: max(end, standing.start), base, as: PlainEncoding.self),
          channels.contains(.rhythm)
        {
          let weight = Self.weight(ofRhythm: rhythm.gaps)
          if weight > 0 {
            features.append(
              Feature(key: PageFeatures.rhythm(rhythm.gaps), original: number, weight: weight))
          }
        }
        end = standing.end
      }
      PageFeatures.forEach(
        tokenizer.hashes, places, base, as: PlainEncoding.self, channels: channels.subtracting(.rhythm)
      ) { channel, key, place in
        let weight =
          channel == .words
          ? idfs[place] - Self.commonWord
          : min(idfs[place - 2] + idfs[place - 1] + idfs[place], 3 * Self.rarest) - Self.commonRun
        if weight > 0 { features.append(Feature(key: key, original: number, weight: min(weight, Self.mostTold))) }
      }
    }
  }

  /// Words less rare say nothing, in nats.
  private static let commonWord: Float = 6
  /// Runs of words less rare in sum say nothing.
  private static let commonRun: Float = 12
  private static let rarest: Float = 7
  /// One feature says at most this.
  private static let mostTold: Float = 6
  /// A rhythm less rare says nothing: lists have it.
  private static let commonRhythm: Float = 10.5

  /// How rare four gaps in a row are: lengths and marks about as frequent as in English prose.
  static func weight(ofRhythm gaps: UInt64) -> Float {
    var weight: Float = -commonRhythm
    for gap in 0..<PageFeatures.rhythmLength {
      let bits = gaps &>> UInt64(16 * gap)
      let words = Float(bits &>> 8 & 0xFF)
      let marks = bits & 0xFF
      weight += words < 2 ? 1.8 : words < 13 ? 2.5 : min(4, 2.5 + 0.15 * (words - 12))
      weight += marks == 2 ? 0.7 : marks == 1 ? 0.9 : 2.5
    }
    return min(weight, 2.5)
  }
}

/// How rare the words of an original are, in nats.
private struct WordRarities {
  private let text: PreparedText
  private let bytes: [UInt8]
  private let isListed: Bool
  private var occurrences: [UInt64: Int32] = [:]

  init(_ text: PreparedText, _ bytes: [UInt8]) {
    self.text = text
    self.bytes = bytes
    let background = BackgroundFrequencies.english
    var listed = 0
    for word in text.words {
      occurrences[word.key, default: 0] += 1
      if !word.isNumber, background.idf(word.key) != nil { listed += 1 }
    }
    isListed = listed * 2 >= text.words.count
  }

  /// For each place the idf of the word there, 3 where none is known.
  func idfs(at places: UnsafeBufferPointer<WordPlace>) -> [Float] {
    var result = [Float](repeating: 3, count: places.count)
    var next = 0
    for (index, place) in places.enumerated() {
      while next < text.words.count, text.words[next].end <= Int(place.start) { next += 1 }
      guard next < text.words.count, text.words[next].start <= Int(place.start) else { continue }
      result[index] = idf(text.words[next], isFirst: text.words[next].start == Int(place.start))
    }
    return result
  }

  private static let rarestCommonNoun: Float = 8

  private func idf(_ word: PreparedText.Word, isFirst: Bool) -> Float {
    if word.isNumber {
      guard isFirst else { return 3 }
      let digits = bytes[word.start..<word.end].filter { $0 &- 48 < 10 }
      if word.isSmallNumber || digits.count < 2 { return 4 }
      // Years and round numbers stand in many texts.
      if digits.count == 4, digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8) { return 4 }
      return digits.dropFirst().allSatisfy { $0 == 48 } ? 5.5 : 8.2
    }
    if isListed {
      // A letter or two are what an apostrophe left; and the table is small, so that it lacks many a common word.
      if word.end - word.start < 3 { return min(3, BackgroundFrequencies.english.idf(word.key) ?? 3) }
      let idf = BackgroundFrequencies.english.idf(word.key) ?? BackgroundFrequencies.unlisted
      return word.isCapitalised ? idf : min(idf, Self.rarestCommonNoun)
    }
    // Other languages are told by length: their short words are the common ones.
    let length = word.end - word.start
    if bytes[word.start] >= 0xE0 { return length >= 9 ? 6 : 4.5 }
    if occurrences[word.key, default: 1] > 12 || length < 4 { return 2 }
    if length < 7 { return word.isCapitalised ? 6.5 : 4 }
    return word.isCapitalised || length > 11 ? 8.2 : 6.5
  }
}
