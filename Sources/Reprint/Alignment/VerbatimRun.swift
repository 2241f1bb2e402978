/// The longest run of words that stands in two texts, word for word.
struct VerbatimRun: Equatable {
  /// In words.
  let length: Int
  /// The number of its first word in the one text.
  let start: Int

  /// A word that stands for what is not to be compared: it is like no other.
  static let barrier: UInt64 = 0

  /// Finds the longest run of `words` that `others` has too; the first of several.
  ///
  /// If there is a run of some length there are all shorter ones, so the length is found by halving.
  ///
  /// - Complexity: O(n log n) expected, whatever the texts are.
  init(of words: [UInt64], in others: [UInt64]) {
    var known = (length: 0, start: 0)
    var tooLong = min(words.count, others.count) + 1
    // Most texts share short runs only.
    var length = 1
    while tooLong - known.length > 1 {
      if let start = Self.firstRun(of: words, in: others, length: length) {
        known = (length, start)
        length = min(2 * length, (known.length + tooLong) / 2)
      } else {
        tooLong = length
        length = (known.length + tooLong) / 2
      }
    }
    (self.length, start) = known
  }

  /// Where the first run of a length starts that both have.
  private static func firstRun(of words: [UInt64], in others: [UInt64], length: Int) -> Int? {
    var hashes = KeyTable(expected: others.count)
    _ = firstRun(of: others, length) { key in
      _ = hashes.insert(key)
      return false
    }
    return firstRun(of: words, length) { hashes.number(of: $0) >= 0 }
  }

  /// Where the first run of a length starts for whose hash `holds` does.
  @inline(__always)
  private static func firstRun(of words: [UInt64], _ length: Int, _ holds: (UInt64) -> Bool) -> Int? {
    guard length > 0, words.count >= length else { return nil }
    var power: UInt64 = 1
    for _ in 0..<length { power = power &* Mix.c }
    var rolling: UInt64 = 0
    var lastBarrier = -1
    for index in words.indices {
      rolling = rolling &* Mix.c &+ words[index]
      if index >= length { rolling = rolling &- words[index - length] &* power }
      if words[index] == barrier { lastBarrier = index }
      let start = index - length + 1
      if start >= 0, lastBarrier < start, holds(Mix.finalize(rolling)) { return start }
    }
    return nil
  }
}
