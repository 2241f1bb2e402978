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
    let copyWords = Array(sentence.words)
    let sourceWords = Array(other.words)
    let keys = copyWords.map { copy.words[$0].key }
    let standsFor = substitutes.isEmpty ? keys : keys.map { substitutes[$0] ?? $0 }
    let sourceKeys = sourceWords.map { source.words[$0].key }
    var sourceOf = Self.commonSubsequence(keys, standsFor, sourceKeys)
    var relations = sourceOf.indices.map { sourceOf[$0] < 0 ? nil : relation(copyWords[$0], sourceWords[sourceOf[$0]]) }
    let inOrder = sourceOf.map { $0 >= 0 }
    var result = Result()
    result.sameInOrder = relations.count { $0 == .same }
    var used = [Bool](repeating: false, count: sourceWords.count)
    for place in sourceOf where place >= 0 { used[place] = true }

    /// Pairs each free word with the nearest free partner, by its relative place.
    func pair(_ isPartner: (_ place: Int, _ other: Int) -> WordMatch.Relation?) {
      for place in copyWords.indices where sourceOf[place] < 0 {
        let wanted = place * sourceWords.count / max(1, copyWords.count)
        var best: (distance: Int, place: Int, relation: WordMatch.Relation)?
        for other in sourceWords.indices where !used[other] {
          guard abs(other - wanted) < best?.distance ?? .max, let relation = isPartner(place, other) else { continue }
          best = (abs(other - wanted), other, relation)
        }
        guard let best else { continue }
        sourceOf[place] = best.place
        relations[place] = best.relation
        used[best.place] = true
      }
    }
    pair { keys[$0] == sourceKeys[$1] ? relation(copyWords[$0], sourceWords[$1]) : nil }
    if !substitutes.isEmpty {
      pair { standsFor[$0] != keys[$0] && standsFor[$0] == sourceKeys[$1] ? .substitution : nil }
    }
    pair { isNearSpelling(copyWords[$0], sourceWords[$1]) ? .spelling : nil }
    for place in copyWords.indices {
      guard let relation = relations[place] else { continue }
      if relation == .substitution { result.substitutions += 1 }
      result.matches.append(
        Match(
          copy: copyWords[place], source: sourceWords[sourceOf[place]], relation: relation, isInOrder: inOrder[place]))
    }
    return result
  }

  /// For each word of the copy its partner in the longest common subsequence, or -1.
  ///
  /// A substituted word is as good as the word itself.
  private static func commonSubsequence(_ keys: [UInt64], _ standsFor: [UInt64], _ sourceKeys: [UInt64]) -> [Int] {
    let (rows, columns) = (keys.count, sourceKeys.count)
    let width = columns + 1
    var result = [Int](repeating: -1, count: rows)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: (rows + 1) * width) { longest in
      longest.initialize(repeating: 0)
      func agree(_ row: Int, _ column: Int) -> Bool {
        let other = sourceKeys[column]
        return keys[row] == other || standsFor[row] == other
      }
      for row in stride(from: rows - 1, through: 0, by: -1) {
        for column in stride(from: columns - 1, through: 0, by: -1) {
          let place = row &* width &+ column
          longest[place] =
            agree(row, column)
            ? longest[place &+ width &+ 1] &+ 1 : max(longest[place &+ width], longest[place &+ 1])
        }
      }
      var (row, column) = (0, 0)
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

  private func isNearSpelling(_ word: Int, _ other: Int) -> Bool {
    let (first, second) = (copy.words[word].stem, source.words[other].stem)
    guard first.count >= SentenceIndex.shortestSpelling, second.count >= SentenceIndex.shortestSpelling else {
      return false
    }
    return Float(first.commonPrefix(second)) >= NearSpellings.leastShare * Float(max(first.count, second.count))
  }
}
