/// What a page and its original may have in common, as keys that one pass over a page's bytes makes.
///
/// Three channels: words; runs of three words; and, for spun pages, the rhythm of the punctuation: how many words stand
/// between marks, four times in a row.
struct PageFeatures {
  /// What a feature is made of.
  struct Channels: OptionSet {
    let rawValue: UInt8
    static let words = Channels(rawValue: 1)
    static let runs = Channels(rawValue: 2)
    static let rhythm = Channels(rawValue: 4)
    static let all: Channels = [.words, .runs, .rhythm]
  }

  /// Words in a run.
  static let runLength = 3
  /// Gaps in a feature of the rhythm.
  static let rhythmLength = 4

  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let square: UInt64 = multiplier &* multiplier

  /// The key of a word that occurs as such.
  @inline(__always)
  static func word(_ hash: UInt64) -> UInt64 { hash }

  /// The key of three words in a row.
  @inline(__always)
  static func run(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
    let sum = first &* square &+ second &* multiplier &+ third
    return (sum ^ sum &>> 32) &* Mix.a
  }

  /// The key of four gaps in a row.
  @inline(__always)
  static func rhythm(_ gaps: UInt64) -> UInt64 {
    let mixed = (gaps ^ Mix.c) &* Mix.b
    return (mixed ^ mixed &>> 29) &* Mix.a
  }

  /// Follows the punctuation of a text from word to word.
  struct Rhythm {
    /// The last four gaps, 16 bits each: eight for the words before a mark, eight for the marks.
    private(set) var gaps: UInt64 = 0
    private(set) var count = 0
    private var words: UInt64 = 0

    @inline(__always)
    init() {}

    /// Counts a word, and what stands before it; returns whether a gap has ended with it.
    @inline(__always)
    mutating func step<Encoding: TextEncoding>(
      from end: UInt32, to start: UInt32, _ base: UnsafePointer<UInt8>, as encoding: Encoding.Type
    ) -> Bool {
      // One byte between words is a space, or a hyphen.
      if _fastPath(start &- end == 1) {
        words &+= 1
        return false
      }
      let marks = PunctuationMarks.code(base + Int(end), base + Int(start), as: encoding)
      defer { words &+= 1 }
      guard marks != 0 else { return false }
      gaps = gaps &<< 16 | min(words, 255) &<< 8 | marks
      words = 0
      count &+= 1
      return count >= PageFeatures.rhythmLength
    }
  }

  /// Calls `body` with every feature of a text, in order: its channel, its key, and the number of its last word.
  ///
  /// - Parameters:
  ///   - hashes: the words.
  ///   - places: where they stand, from `base`.
  /// - Complexity: O(bytes between words), once each.
  @inline(__always)
  static func forEach<Encoding: TextEncoding>(
    _ hashes: UnsafeMutableBufferPointer<UInt64>, _ places: UnsafeBufferPointer<WordPlace>,
    _ base: UnsafePointer<UInt8>, as encoding: Encoding.Type, channels: Channels,
    _ body: (Channels, UInt64, Int) -> Void
  ) {
    guard let words = hashes.baseAddress, let standings = places.baseAddress, !hashes.isEmpty else { return }
    var rhythm = Rhythm()
    var (first, second): (UInt64, UInt64) = (0, 0)
    var end: UInt32 = 0
    let hasWords = channels.contains(.words)
    let hasRuns = channels.contains(.runs)
    let hasRhythm = channels.contains(.rhythm)
    for index in 0..<hashes.count {
      let hash = words[index]
      if hasWords { body(.words, word(hash), index) }
      if hasRuns {
        if index >= runLength &- 1 { body(.runs, run(first, second, hash), index) }
        (first, second) = (second, hash)
      }
      if hasRhythm {
        let place = standings[index]
        if rhythm.step(from: end, to: max(end, place.start), base, as: encoding) {
          body(.rhythm, Self.rhythm(rhythm.gaps), index)
        }
        end = place.end
      }
    }
  }
}

/// The punctuation between two words, as one number.
enum PunctuationMarks {
  /// 0 where nothing between the words is a mark; else at most 255.
  static func code<Encoding: TextEncoding>(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, as encoding: Encoding.Type
  ) -> UInt64 {
    var code: UInt64 = 0
    var position = start
    // Marks that say something stand close by.
    let stop = end - start > 24 ? start + 24 : end
    var before: UInt32 = 0
    while position < stop {
      let decoded = Encoding.decode(position, end)
      let mark = kind(decoded.value, isBehindSpace: before == 0x20)
      if mark != 0 { code = (code &* 11 &+ mark) & 0xFF }
      before = decoded.value
      position += max(1, decoded.length)
    }
    return code
  }

  @inline(__always)
  private static func kind(_ scalar: UInt32, isBehindSpace: Bool) -> UInt64 {
    switch scalar {
    case 0x20: 0
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F: 1
    case 0x2C, 0x3001, 0xFF0C: 2
    case 0x3B, 0xFF1B: 3
    case 0x3A, 0xFF1A: 4
    case 0x2013, 0x2014: 5
    case 0x2D: isBehindSpace ? 5 : 0
    case 0x28, 0x29, 0xFF08, 0xFF09: 6
    case 0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300C, 0x300D: 7
    case 0x24, 0xA3, 0xA5, 0x20AC: 8
    case 0x25, 0xFF05: 9
    default: 0
    }
  }
}
