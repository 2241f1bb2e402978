/// Looks at page after page for what each may share with one of the originals: one a thread.
package struct OriginalScout: ~Copyable {
  private let index: OriginalIndex
  private var tokenizer = Tokenizer()
  /// The window in which a feature was last seen, by its number.
  private let seen: UnsafeMutablePointer<UInt32>
  private let features: Int
  /// What the page shares with each original in this window and the one before, and how many features that is.
  private let sums: UnsafeMutablePointer<Sum>
  private var touched = GrowableBuffer<Int32>(capacity: 256)
  private var window: UInt32 = 0
  /// Windows of the page so far.
  private var windows: Float = 0
  /// The originals to align the page with, in the order of their numbers.
  package private(set) var candidates: [Int] = []
  /// What the page shares with each of them, in nats, where it shares enough.
  private(set) var strengths: [Float] = []

  private struct Sum {
    var nats: Float = 0
    var features: Int32 = 0
    var before: Float = 0
    var featuresBefore: Int32 = 0
    var window: UInt32 = 0
    var isCandidate = false
    var strength: Float = 0
  }

  /// Long pages are looked at in pieces of so many words, two at a time: what they share must stand together.
  private static let windowWords = 384
  /// A name or two may be shared by any two texts.
  private static let fewestFeatures: Int32 = 4

  /// What the threshold grows by when a page is e times as long, in nats.
  private static let chance: Float = 3

  init(_ index: OriginalIndex) {
    self.index = index
    features = index.weights.count
    seen = .allocate(capacity: max(1, features))
    seen.initialize(repeating: 0, count: max(1, features))
    sums = .allocate(capacity: max(1, index.count))
    sums.initialize(repeating: Sum(), count: max(1, index.count))
  }

  deinit {
    seen.deallocate()
    sums.deallocate()
  }

  /// Invalid sequences met since ``resetInvalidSequences()``.
  package var invalidSequences: Int { tokenizer.invalidSequences }

  package mutating func resetInvalidSequences() { tokenizer.resetInvalidSequences() }

  /// Words of the last page.
  package var wordCount: Int { tokenizer.hashes.count }

  /// Looks at a page in plain UTF-8.
  package mutating func look(plain text: UnsafeBufferPointer<UInt8>, readableEnd: UnsafePointer<UInt8>? = nil) {
    candidates.removeAll(keepingCapacity: true)
    strengths.removeAll(keepingCapacity: true)
    guard let base = text.baseAddress else { return }
    tokenizer.placeWords(plain: text, readableEnd: readableEnd)
    scan(base, as: PlainEncoding.self)
  }

  /// Looks at a page that is the content of a JSON string, and returns where its closing quote stands, or `end`.
  package mutating func look(
    jsonString start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, readableEnd: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    candidates.removeAll(keepingCapacity: true)
    strengths.removeAll(keepingCapacity: true)
    let quote = tokenizer.placeWords(jsonString: start, end: end, readableEnd: readableEnd)
    scan(start, as: JSONEncoding.self)
    return quote
  }

  private mutating func scan<Encoding: TextEncoding>(_ base: UnsafePointer<UInt8>, as encoding: Encoding.Type) {
    nextWindow(continues: false)
    if let vocabulary = index.vocabulary {
      scan(base, as: encoding, vocabulary)
    } else {
      var windowEnd = Self.windowWords
      PageFeatures.forEach(tokenizer.hashes, tokenizer.places, base, as: encoding, channels: index.channels) {
        _, key, place in
        if _slowPath(place >= windowEnd) { windowEnd = moveOn(from: place) }
        look(for: key)
      }
    }
    closeWindow()
    candidates.sort()
    for original in candidates {
      sums[original].isCandidate = false
      strengths.append(sums[original].strength)
    }
  }

  /// Looks at the features of the page, but for words that no original has and runs with them.
  private mutating func scan<Encoding: TextEncoding>(
    _ base: UnsafePointer<UInt8>, as encoding: Encoding.Type, _ vocabulary: Vocabulary
  ) {
    let (hashes, places) = (tokenizer.hashes, tokenizer.places)
    let channels = index.channels
    let (hasWords, hasRuns) = (channels.contains(.words), channels.contains(.runs))
    let hasRhythm = channels.contains(.rhythm)
    var rhythm = PageFeatures.Rhythm()
    var (first, second) = (Vocabulary.absent, Vocabulary.absent)
    var end: UInt32 = 0
    var windowEnd = Self.windowWords
    for place in 0..<hashes.count {
      if _slowPath(place >= windowEnd) { windowEnd = moveOn(from: place) }
      let hash = hashes[place]
      let idf = vocabulary.idf(hash)
      if hasWords, idf > OriginalIndex.commonWord { look(for: PageFeatures.word(hash)) }
      if hasRuns {
        if first + second + idf > OriginalIndex.commonRun {
          look(for: PageFeatures.run(hashes[place &- 2], hashes[place &- 1], hash))
        }
        (first, second) = (second, idf)
      }
      if hasRhythm {
        let standing = places[place]
        if rhythm.step(from: end, to: max(end, standing.start), base, as: encoding) {
          let key = PageFeatures.rhythm(rhythm.gaps)
          if vocabulary.mayHave(rhythm: key) { look(for: key) }
        }
        end = standing.end
      }
    }
  }

  /// Closes a window before a word, and says where the next one ends.
  @inline(never)
  private mutating func moveOn(from place: Int) -> Int {
    closeWindow()
    nextWindow(continues: true)
    return place &+ Self.windowWords
  }

  @inline(__always)
  private mutating func look(for key: UInt64) {
    if _fastPath(!index.table.mayContain(key)) { return }
    let number = index.table.number(of: key)
    if number >= 0 { count(number) }
  }

  /// Adds a feature of the page to its originals, once a window.
  @inline(__always)
  private mutating func count(_ number: Int) {
    guard seen[number] != window else { return }
    seen[number] = window
    let weight = index.weights[number]
    for place in Int(index.starts[number])..<Int(index.starts[number &+ 1]) {
      let original = Int(index.originals[place])
      let sum = sums + original
      if sum.pointee.window != window {
        let follows = sum.pointee.window == window &- 1
        sum.pointee.before = follows ? sum.pointee.nats : 0
        sum.pointee.featuresBefore = follows ? sum.pointee.features : 0
        sum.pointee.nats = 0
        sum.pointee.features = 0
        sum.pointee.window = window
        touched.append(Int32(truncatingIfNeeded: original))
      }
      sum.pointee.nats += weight
      sum.pointee.features &+= 1
    }
  }

  /// Windows of one page have numbers in a row, those of different pages don't.
  private mutating func nextWindow(continues: Bool) {
    if window >= .max - 2 {
      // Numbers are used up after four thousand million windows: start again.
      seen.update(repeating: 0, count: max(1, features))
      for original in 0..<max(1, index.count) { sums[original] = Sum() }
      window = 0
    }
    window += continues ? 1 : 2
    if !continues { windows = 0 }
    touched.removeAll()
  }

  private mutating func closeWindow() {
    windows += 1
    // What stands in one of many windows by chance is more than what stands in the only one.
    let allowance = Self.chance * Logarithm.of(windows)
    for place in 0..<touched.count {
      let original = Int(touched[place])
      let sum = sums[original]
      guard sum.nats + sum.before >= index.thresholds[original] + allowance,
        sum.features &+ sum.featuresBefore >= Self.fewestFeatures, !sum.isCandidate
      else { continue }
      sums[original].isCandidate = true
      sums[original].strength = sum.nats + sum.before
      candidates.append(original)
    }
  }
}
