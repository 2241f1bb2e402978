/// Pairs the words of a copy's sentence with those of one of its sources.
///
/// First the longest common subsequence, then what is left wherever it stands: the same stem or number, an entry of the
/// lexicon, nearly the same spelling.
struct WordMatcher {
  let copy: PreparedText
  let copyBytes: UnsafeBufferPointer<UInt8>
  let source: PreparedText
  let sourceBytes: UnsafeBufferPointer<UInt8>
  /// For keys of the copy the keys that they stand for.
  let substitutes: [UInt64: UInt64]

  /// A copy's word and the source's, by their numbers in the texts.
  struct Match {
    var copy: Int
    var source: Int
    var relation: WordMatch.Relation
    /// Whether it belongs to the longest common subsequence.
    var isInOrder: Bool
  }

  /// What the words of two sentences have to do with each other.
  struct Result {
    /// In the copy's order.
    var matches: [Match] = []
    /// Words of the same form in the same order.
    var sameInOrder = 0
    var substitutions = 0
  }

  /// - Complexity: O(words of the one times words of the other).
  func match(_ sentence: PreparedText.Sentence, _ other: PreparedText.Sentence) -> Result {
    let (copyWords, sourceWords) = (sentence.words, other.words)
    let keys = copyWords.map { copy.words[$0].key }
    let standsFor = substitutes.isEmpty ? keys : keys.map { substitutes[$0] ?? $0 }
    let sourceKeys = sourceWords.map { source.words[$0].key }
    var pairing = Pairing(sourceOf: Self.commonSubsequence(keys, standsFor, sourceKeys), sourceWords.count)
    let inOrder = pairing.sourceOf
    if pairing.isOpen { pairing.pair { keys[$0] == sourceKeys[$1] } }
    var isSubstituted = [Bool](repeating: false, count: keys.count)
    if pairing.isOpen, !substitutes.isEmpty {
      let before = pairing.sourceOf
      pairing.pair { standsFor[$0] != keys[$0] && standsFor[$0] == sourceKeys[$1] }
      for place in keys.indices where before[place] < 0 && pairing.sourceOf[place] >= 0 { isSubstituted[place] = true }
    }
    let known = pairing.sourceOf
    if pairing.isOpen {
      let stems = copyWords.map { copy.words[$0].stem }
      let sourceStems = sourceWords.map { source.words[$0].stem }
      pairing.pair { Self.isNearSpelling(stems[$0], sourceStems[$1]) }
    }
    var result = Result()
    result.matches.reserveCapacity(keys.count)
    for place in keys.indices where pairing.sourceOf[place] >= 0 {
      let (word, partner) = (copyWords.lowerBound + place, sourceWords.lowerBound + pairing.sourceOf[place])
      let relation: WordMatch.Relation =
        known[place] < 0 ? .spelling : isSubstituted[place] ? .substitution : relation(word, partner)
      if relation == .substitution { result.substitutions += 1 }
      if relation == .same, inOrder[place] >= 0 { result.sameInOrder += 1 }
      result.matches.append(
        Match(copy: word, source: partner, relation: relation, isInOrder: inOrder[place] >= 0))
    }
    return result
  }

  /// Which words stand for which, each for one at most.
  private struct Pairing {
    /// For each word of the copy its partner, or -1.
    private(set) var sourceOf: [Int]
    /// Words without a partner, in order.
    private var open: [Int]
    private var free: [Int]
    private let sources: Int

    init(sourceOf: [Int], _ sources: Int) {
      self.sourceOf = sourceOf
      self.sources = sources
      open = sourceOf.indices.filter { sourceOf[$0] < 0 }
      var next = 0
      free = []
      free.reserveCapacity(sources - (sourceOf.count - open.count))
      // The common subsequence is in order.
      for place in sourceOf where place >= 0 {
        free += next..<place
        next = place + 1
      }
      free += next..<sources
    }

    /// Whether both sides have words without a partner.
    var isOpen: Bool { !open.isEmpty && !free.isEmpty }

    /// Pairs each free word with the nearest free partner, by its relative place.
    @inline(__always)
    mutating func pair(_ isPartner: (_ place: Int, _ other: Int) -> Bool) {
      var left: [Int] = []
      for place in open {
        let wanted = place * sources / max(1, sourceOf.count)
        var best = (distance: Int.max, index: -1)
        for (index, other) in free.enumerated() {
          let distance = abs(other - wanted)
          if distance < best.distance, isPartner(place, other) { best = (distance, index) }
        }
        if best.index < 0 {
          left.append(place)
        } else {
          sourceOf[place] = free.remove(at: best.index)
        }
      }
      open = left
    }
  }

  /// For each word of the copy its partner in the longest common subsequence, or -1.
  ///
  /// A substituted word is as good as the word itself.
  private static func commonSubsequence(_ keys: [UInt64], _ standsFor: [UInt64], _ sourceKeys: [UInt64]) -> [Int] {
    let (rows, columns) = (keys.count, sourceKeys.count)
    let width = columns + 1
    var result = [Int](repeating: -1, count: rows)
    func agree(_ row: Int, _ column: Int) -> Bool {
      let other = sourceKeys[column]
      return keys[row] == other || standsFor[row] == other
    }
    // What both start with is common.
    var start = 0
    while start < min(rows, columns), agree(start, start) {
      result[start] = start
      start += 1
    }
    guard start < min(rows, columns) else { return result }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: (rows + 1) * width) { longest in
      for row in start...rows { longest[row * width + columns] = 0 }
      for column in start...columns { longest[rows * width + column] = 0 }
      for row in stride(from: rows - 1, through: start, by: -1) {
        let (key, other) = (keys[row], standsFor[row])
        var right: Int32 = 0
        sourceKeys.withUnsafeBufferPointer { sourceKeys in
          for column in stride(from: columns - 1, through: start, by: -1) {
            let place = row &* width &+ column
            let isCommon = sourceKeys[column] == key || sourceKeys[column] == other
            right = isCommon ? longest[place &+ width &+ 1] &+ 1 : max(longest[place &+ width], right)
            longest[place] = right
          }
        }
      }
      var (row, column) = (start, start)
      while row < rows, column < columns {
        if agree(row, column) {
          result[row] = column
          (row, column) = (row + 1, column + 1)
        } else if longest[(row + 1) * width + column] >= longest[row * width + column + 1] {
          row += 1
        } else {
          column += 1
        }
      }
    }
    return result
  }

  private func relation(_ word: Int, _ other: Int) -> WordMatch.Relation {
    let (first, second) = (copy.words[word], source.words[other])
    if first.key != second.key { return .substitution }
    if isSameForm(first, second) { return .same }
    return first.isNumber ? .number : .stem
  }

  private func isSameForm(_ first: PreparedText.Word, _ second: PreparedText.Word) -> Bool {
    guard first.end - first.start == second.end - second.start else { return false }
    for place in 0..<first.end - first.start {
      let (one, other) = (copyBytes[first.start + place], sourceBytes[second.start + place])
      if one != other, !(one ^ other == 0x20 && (0x61...0x7A).contains(one | 0x20)) { return false }
    }
    return true
  }

  @inline(__always)
  private static func isNearSpelling(_ first: StemBytes, _ second: StemBytes) -> Bool {
    // Shares of four letters and more make three.
    guard (first.low ^ second.low) & 0xFF_FFFF == 0, first.count >= SentenceIndex.shortestSpelling,
      second.count >= SentenceIndex.shortestSpelling
    else { return false }
    return Float(first.commonPrefix(second)) >= NearSpellings.leastShare * Float(max(first.count, second.count))
  }
}
