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
  /// - Complexity: O(n log n) expected, whatever the texts are; O(n) where few words come again often.
  init(of words: [UInt64], in others: [UInt64]) {
    var table = KeyTable(expected: others.count)
    let numbers = others.map { $0 == Self.barrier ? -1 : Int32(table.insert($0)) }
    let wanted = table.numbers(of: words)
    var frequency = [Int32](repeating: 0, count: table.count)
    for number in numbers where number >= 0 { frequency[Int(number)] += 1 }
    let matches = wanted.reduce(0) { $1 < 0 ? $0 : $0 + Int(frequency[Int($1)]) }
    if matches <= Self.mostMatches * (words.count + others.count) {
      self.init(wanted, numbers, count: table.count)
    } else {
      self.init(halving: words, in: others)
    }
  }

  /// Equal words for each word of both texts, on average, up to which they are looked at one by one.
  private static let mostMatches = 16

  /// Follows runs from word to word.
  ///
  /// - Parameters:
  ///   - words, others: words by numbers; -1 is like no other.
  ///   - count: how many numbers there are.
  /// - Complexity: O(n) and the pairs of equal words.
  private init(_ words: [Int32], _ others: [Int32], count: Int) {
    // Where each word stands last in the other text, and where each of these stood before.
    var last = [Int32](repeating: -1, count: count)
    var before = [Int32](repeating: -1, count: others.count)
    for (place, number) in others.enumerated() where number >= 0 {
      before[place] = last[Int(number)]
      last[Int(number)] = Int32(place)
    }
    // For each place of the other text the run that ends there, and the word with which it does.
    var runs = [(length: Int32, word: Int32)](repeating: (0, -1), count: others.count + 1)
    var best = (length: Int32(0), end: 0)
    for (index, number) in words.enumerated() where number >= 0 {
      var place = Int(last[Int(number)])
      while place >= 0 {
        // The last places come first, so that what stands before is still that of the word before.
        let previous = runs[place]
        let length = previous.word == Int32(index) - 1 ? previous.length + 1 : 1
        runs[place + 1] = (length, Int32(index))
        if length > best.length { best = (length, index) }
        place = Int(before[place])
      }
    }
    length = Int(best.length)
    start = length == 0 ? 0 : best.end - length + 1
  }

  /// If there is a run of some length there are all shorter ones, so the length is found by halving.
  init(halving words: [UInt64], in others: [UInt64]) {
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
