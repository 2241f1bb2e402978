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
  /// The words of the originals, by which most runs of a page are passed over; nil if they are not known.
  private(set) var vocabulary: Vocabulary?

  var count: Int { thresholds.count }

  /// In nats, of what is shared within some hundred words.
  private static let threshold: Float = 27
  /// Share of an original's features that is enough if it has few.
  private static let enough: Float = 0.3

  /// Something that an original has, before it is known how many have it.
  struct Feature: UniformlyKeyed {
    var key: UInt64
    var original: Int32
    var weight: Float

    @inline(__always) var sortKey: UInt64 { key }
  }

  /// - Parameters:
  ///   - originals: texts in UTF-8.
  ///   - mostCached: bytes of originals of whose features a filter fits the cache; from there on a vocabulary is kept.
  /// - Complexity: O(n) expected in the words of the originals.
  init(_ originals: [[UInt8]], channels: PageFeatures.Channels = .all, mostCached: Int = 1 << 18) {
    var features: [Feature] = []
    let isLarge = originals.reduce(0) { $0 + $1.count } > mostCached
    var reader = Reader(channels, keepsVocabulary: isLarge)
    for (number, original) in originals.enumerated() { reader.append(original, Int32(number), to: &features) }
    self.init(
      features, totals: [Float](repeating: 0, count: originals.count), mostHaving: max(4, originals.count / 50),
      channels: channels)
    guard isLarge else { return }
    vocabulary = Vocabulary(reader.vocabulary.keys, reader.idfs, rhythms: reader.rhythms)
  }

  /// - Parameters:
  ///   - features: in the order of the originals.
  ///   - totals: for each original what its features tell that are not among these.
  ///   - mostHaving: what more originals have is left out, but for those that have little else.
  ///   - fewHaving: what no more originals have than this tells as much of each as if only one had it.
  init(
    _ features: consuming [Feature], totals: [Float], mostHaving: Int, fewHaving: Int = 1,
    channels: PageFeatures.Channels = .all
  ) {
    self.channels = channels
    UniformSort.sort(&features)
    let hasLittleElse = Self.haveLittleElse(features, totals: totals, mostHaving: mostHaving)

    var keys: [UInt64] = []
    var weights: [Float] = []
    var starts: [Int32] = [0]
    var postings: [Int32] = []
    var totals = totals
    Self.forEachKey(of: features) { key, told, having in
      let start = postings.count
      postings += having.count > mostHaving ? having.filter { hasLittleElse[Int($0)] } : having
      // What many originals have says little of each.
      let weight = told - max(0, Logarithm.of(Float(min(having.count, mostHaving)) / Float(fewHaving)))
      guard weight > 0.5, (start + 1...start + Self.mostCrowded).contains(postings.count) else {
        postings.removeSubrange(start...)
        return
      }
      keys.append(key)
      weights.append(weight)
      starts.append(Int32(postings.count))
      for original in postings[start...] { totals[Int(original)] += weight }
    }
    table = FeatureTable(keys)
    self.weights = weights
    self.starts = starts
    self.originals = postings
    thresholds = totals.map { max(4, min(Self.threshold, Self.enough * $0)) }
  }

  /// What more originals have than this is left out in any case: the time to add it up grows with their square.
  private static let mostCrowded = 4096
  /// Share of what an original's features tell from which on they are its text, however many have them, and no notice
  /// that stands on many pages.
  ///
  /// Half: of many pages with one article some are little else, the original first of all, and the others are found by
  /// what they share with these.
  private static let leastCrowded: Float = 0.5

  /// For each original whether most of what its features tell is in more than `mostHaving` of them.
  private static func haveLittleElse(_ features: [Feature], totals: [Float], mostHaving: Int) -> [Bool] {
    guard totals.count > mostHaving else { return [Bool](repeating: false, count: totals.count) }
    var all = totals
    var crowded = [Float](repeating: 0, count: totals.count)
    forEachKey(of: features) { _, told, having in
      for original in having {
        all[Int(original)] += told
        if having.count > mostHaving { crowded[Int(original)] += told }
      }
    }
    return zip(crowded, all).map { $0 > 0 && $0 >= leastCrowded * $1 }
  }

  /// Calls `body` with each key, what it tells of the first original that has it, and the originals that do, in order.
  ///
  /// - Parameter features: by their keys, those of one key in the order of the originals.
  private static func forEachKey(
    of features: [Feature], _ body: (_ key: UInt64, _ told: Float, _ having: [Int32]) -> Void
  ) {
    var having: [Int32] = []
    var place = 0
    while place < features.count {
      let first = features[place]
      var told = first.weight
      having.removeAll(keepingCapacity: true)
      while place < features.count, features[place].key == first.key {
        let feature = features[place]
        if feature.original == first.original { told = max(told, feature.weight) }
        if feature.original != having.last { having.append(feature.original) }
        place += 1
      }
      body(first.key, told, having)
    }
  }

  /// Reads originals one after the other: their features, and how rare their words are.
  struct Reader: ~Copyable {
    /// Each word of the originals with the most that its idf was, in nats.
    private(set) var vocabulary = KeyTable(expected: 1 << 12)
    private(set) var idfs: [Float] = []
    /// Rhythms that say something, as often as they come.
    private(set) var rhythms: [UInt64] = []
    private let channels: PageFeatures.Channels
    private let keepsVocabulary: Bool
    private var tokenizer = Tokenizer()
    private var rarities = WordRarities()

    init(_ channels: PageFeatures.Channels = .all, keepsVocabulary: Bool = false) {
      self.channels = channels
      self.keepsVocabulary = keepsVocabulary
    }

    /// Appends the features of an original that say something.
    ///
    /// - Complexity: O(n) expected in the bytes of the text.
    mutating func append(_ bytes: [UInt8], _ number: Int32, to features: inout [Feature]) {
      bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        tokenizer.placeWords(plain: bytes)
        let places = tokenizer.places
        let idfs = rarities.idfs(tokenizer.hashes, places, bytes)
        if keepsVocabulary { keep(tokenizer.hashes, idfs) }
        if channels.contains(.rhythm) { appendRhythm(places, base, number, to: &features) }
        PageFeatures.forEach(
          tokenizer.hashes, places, base, as: PlainEncoding.self, channels: channels.subtracting(.rhythm)
        ) { channel, key, place in
          let weight =
            channel == .words
            ? idfs[place] - commonWord
            : min(idfs[place - 2] + idfs[place - 1] + idfs[place], 3 * rarest) - commonRun
          if weight > 0 { features.append(Feature(key: key, original: number, weight: min(weight, mostTold))) }
        }
      }
    }

    private mutating func keep(_ hashes: UnsafeMutableBufferPointer<UInt64>, _ idfs: [Float]) {
      for (place, hash) in hashes.enumerated() {
        let word = vocabulary.insert(hash)
        if word == self.idfs.count {
          self.idfs.append(idfs[place])
        } else if self.idfs[word] < idfs[place] {
          self.idfs[word] = idfs[place]
        }
      }
    }

    /// The rhythm's weight needs the gaps, so it is followed here as well.
    private mutating func appendRhythm(
      _ places: UnsafeBufferPointer<WordPlace>, _ base: UnsafePointer<UInt8>, _ number: Int32,
      to features: inout [Feature]
    ) {
      var rhythm = PageFeatures.Rhythm()
      var end: UInt32 = 0
      for standing in places {
        if rhythm.step(from: end, to: max(end, standing.start), base, as: PlainEncoding.self) {
          let weight = OriginalIndex.weight(ofRhythm: rhythm.gaps)
          if weight > 0 {
            let key = PageFeatures.rhythm(rhythm.gaps)
            if keepsVocabulary { rhythms.append(key) }
            features.append(Feature(key: key, original: number, weight: weight))
          }
        }
        end = standing.end
      }
    }
  }

  /// Words less rare say nothing, in nats.
  static let commonWord: Float = 6
  /// Runs of words less rare in sum say nothing.
  static let commonRun: Float = 12
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
