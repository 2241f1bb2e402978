/// How a sentence of a copy came about.
public enum ReuseKind: String, CaseIterable, Sendable {
  /// Word for word.
  case verbatim
  /// The original's words with few changes.
  case edited
  /// Words replaced one by one, as a word spinner does.
  case spun
  /// The same content in other words, shortened, merged or drawn out.
  case paraphrase
  /// A quotation of somebody else that stands in the original too.
  case quote
  /// Not from the original.
  case new
  /// Not part of the article: navigation, bylines, teasers, notices.
  case furniture

  /// Whether a sentence of this kind has sources.
  public var isReuse: Bool { self != .new && self != .furniture }
}

/// Where the words of a copy came from: the result of ``Original/align(_:)``.
///
/// Ranges are UTF-8 byte offsets into the texts as given.
public struct Alignment: Sendable {
  /// The sentences of the original, in order.
  public internal(set) var original: [SentenceRange] = []
  /// The sentences of the copy, in order, each with its sources.
  public internal(set) var sentences: [SentenceMatch] = []
  /// The words that the copy puts in the place of others, if it was spun; empty otherwise.
  public internal(set) var lexicon = Lexicon()
  /// Share of the original's words in sentences that the copy reuses, 0 to 1.
  public internal(set) var coverage = 0.0
  /// Share of the copy's own words, furniture aside, in sentences that come from the original, 0 to 1.
  public internal(set) var share = 0.0

  package init() {}

  /// The first sentence of the copy that has a byte of a range.
  ///
  /// - Complexity: O(log n) in the sentences.
  func sentence(overlapping range: Range<Int>) -> SentenceMatch? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < sentences.count, sentences[low].range.overlaps(range) else { return nil }
    return sentences[low]
  }

  /// The same without the words that stand for each other.
  var withoutEvidence: Alignment {
    var alignment = self
    for sentence in sentences.indices {
      for source in sentences[sentence].sources.indices { alignment.sentences[sentence].sources[source].words = [] }
    }
    return alignment
  }

  /// An alignment with coverage and share as its sentences give them.
  ///
  /// Coverage counts the original's sentences that are a source of one, share the copy's that have one.
  init(original: [SentenceRange], sentences: [SentenceMatch], lexicon: Lexicon) {
    var isReused = [Bool](repeating: false, count: original.count)
    for source in sentences.flatMap(\.sources) { isReused[source.sentence] = true }
    let words = original.reduce(0) { $0 + $1.words }
    let reused = original.indices.reduce(0) { isReused[$1] ? $0 + original[$1].words : $0 }
    let article = sentences.filter { $0.kind != .furniture }
    let own = article.reduce(0) { $0 + $1.words }
    let taken = article.reduce(0) { $1.sources.isEmpty ? $0 : $0 + $1.words }
    self.init(
      original: original, sentences: sentences, lexicon: lexicon,
      coverage: words == 0 ? 0 : Double(reused) / Double(words), share: own == 0 ? 0 : Double(taken) / Double(own))
  }

  package init(
    original: [SentenceRange], sentences: [SentenceMatch], lexicon: Lexicon, coverage: Double, share: Double
  ) {
    self.original = original
    self.sentences = sentences
    self.lexicon = lexicon
    self.coverage = coverage
    self.share = share
  }
}

/// A sentence's place in its text.
public struct SentenceRange: Sendable, Equatable {
  /// UTF-8 bytes.
  public let bytes: Range<Int>
  public let words: Int

  package init(bytes: Range<Int>, words: Int) {
    self.bytes = bytes
    self.words = words
  }
}

/// A sentence of a copy, and where it came from.
public struct SentenceMatch: Sendable {
  /// UTF-8 bytes of the copy.
  public let range: Range<Int>
  public let words: Int
  public internal(set) var kind: ReuseKind
  /// The probability that the sentence carries content of its first source; of its likeliest one if it has none.
  public internal(set) var score: Double
  /// The likeliest first; empty unless ``kind`` is a reuse.
  public internal(set) var sources: [SourceLink]

  package init(range: Range<Int>, words: Int, kind: ReuseKind, score: Double, sources: [SourceLink]) {
    self.range = range
    self.words = words
    self.kind = kind
    self.score = score
    self.sources = sources
  }

  /// Its words that stand for words of its sources.
  var matchedWords: Int {
    if sources.count < 2 { return sources.first?.words.count ?? 0 }
    var places = sources.flatMap { $0.words.map(\.copy.lowerBound) }
    places.sort()
    return places.indices.count { $0 == 0 || places[$0] != places[$0 - 1] }
  }
}

/// A sentence of the original whose content a sentence of the copy carries.
public struct SourceLink: Sendable {
  /// Its number among the original's sentences, from 0.
  public let sentence: Int
  /// UTF-8 bytes of the original.
  public let range: Range<Int>
  /// The probability that the link is right, 0 to 1.
  public let score: Double
  /// Facts that the copy states otherwise than the original.
  public internal(set) var alterations: [Alteration]
  /// Words that stand for each other, in the copy's order.
  public internal(set) var words: [WordMatch]

  package init(
    sentence: Int, range: Range<Int>, score: Double, alterations: [Alteration] = [], words: [WordMatch] = []
  ) {
    self.sentence = sentence
    self.range = range
    self.score = score
    self.alterations = alterations
    self.words = words
  }
}

/// A fact that a copy states otherwise than its original.
public struct Alteration: Sendable, Equatable {
  public enum Fact: String, Sendable {
    /// Another number, amount, date or year in the same place.
    case number
    /// A "not" or the like that only one of the two has.
    case negation
    /// A word of contrary meaning in the same place: fewer for more, fell for rose.
    case opposite
  }

  public let fact: Fact
  /// UTF-8 bytes of the copy; nil if it left the word out.
  public let copy: Range<Int>?
  /// UTF-8 bytes of the original; nil if it has no such word.
  public let original: Range<Int>?

  package init(fact: Fact, copy: Range<Int>?, original: Range<Int>?) {
    self.fact = fact
    self.copy = copy
    self.original = original
  }
}

/// A word of a copy and the word of the original that it stands for.
public struct WordMatch: Sendable, Equatable {
  public enum Relation: String, Sendable {
    /// The same word.
    case same
    /// The same stem: `opened`, `opening`.
    case stem
    /// The same number in another notation: `$14.3 billion`, `14.3bn`.
    case number
    /// Nearly the same spelling.
    case spelling
    /// An entry of the lexicon.
    case substitution
  }

  public let relation: Relation
  /// UTF-8 bytes of the copy.
  public let copy: Range<Int>
  /// UTF-8 bytes of the original.
  public let original: Range<Int>

  package init(relation: Relation, copy: Range<Int>, original: Range<Int>) {
    self.relation = relation
    self.copy = copy
    self.original = original
  }
}
