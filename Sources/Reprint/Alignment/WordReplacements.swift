/// Words of a copy that stand one for one in the place of the original's: what a word spinner leaves between the words
/// that it lets stand.
///
/// Between two words that a sentence shares with its source stand as many others on both sides, or not. Whoever edits a
/// text adds here and cuts there; a program that looks up synonyms does not.
struct WordReplacements {
  /// Stretches with as many words on both sides, and others.
  private(set) var even = 0
  private(set) var uneven = 0
  /// Words of the copy in even stretches, and all.
  private(set) var replaced = 0
  private(set) var words = 0

  init() {}

  /// Counts those of one sentence.
  init(_ matches: [WordMatcher.Match], of sentence: PreparedText.Sentence, _ source: PreparedText.Sentence) {
    words = sentence.words.count
    var (copy, other) = (sentence.words.lowerBound, source.words.lowerBound)
    for match in matches where match.isInOrder {
      count(match.copy - copy, match.source - other)
      (copy, other) = (match.copy + 1, match.source + 1)
    }
    count(sentence.words.upperBound - copy, source.words.upperBound - other)
  }

  private mutating func count(_ copy: Int, _ source: Int) {
    if copy == 0 && source == 0 { return }
    if copy == source {
      even += 1
      replaced += copy
    } else {
      uneven += 1
    }
  }

  static func += (total: inout WordReplacements, other: WordReplacements) {
    total.even += other.even
    total.uneven += other.uneven
    total.replaced += other.replaced
    total.words += other.words
  }

  /// Whether a page's sentences look like the work of a spinner.
  ///
  /// Of the gold stories' pages, those edited by hand have 14 to 42 even stretches of a hundred, and 2 to 5 replaced words;
  /// paraphrases up to 23 and 10. Spinners that replace word by word have 57 and 22 at least; those that also add words
  /// show by their vocabulary.
  var isOfSpinner: Bool { even + uneven >= 8 && even >= uneven && 8 * replaced >= words }
}
