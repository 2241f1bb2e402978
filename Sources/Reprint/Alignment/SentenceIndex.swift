/// Sentences of a text by what they are made of: terms, pairs of adjacent terms, runs of four characters.
///
/// A term is a stem or a number, numbered by a ``KeyTable``.
struct SentenceIndex: Sendable {
  let text: PreparedText
  /// Which sentences of the text these are, in order.
  let sentences: [Int]

  private(set) var terms = KeyTable(expected: 512)
  /// For each sentence the terms of its words, in order; ``termStarts`` says where they start.
  private(set) var sequence: [Int32] = []
  private(set) var termStarts: [Int32] = [0]
  /// For each sentence its different terms, in the order of their numbers' first appearance.
  private(set) var distinct: [Int32] = []
  private(set) var distinctStarts: [Int32] = [0]
  private(set) var postings: Postings
  /// Adjacent terms.
  private(set) var pairs = KeyTable(expected: 512)
  private(set) var pairPostings: Postings
  /// Runs of four bytes of the folded text.
  private(set) var grams: KeyTable
  private(set) var gramPostings: Postings
  /// What each term is spelled like, and whether it is a number.
  private(set) var stems: [StemBytes] = []
  private(set) var isNumber: [Bool] = []
  /// Small whole numbers, which stand in any text.
  private(set) var isSmall: [Bool] = []
  /// Terms by their first four bytes, to find near spellings.
  private(set) var spellings: [(prefix: UInt32, term: Int32)] = []
  /// How often a term stands capitalised within a sentence, and how often it stands there at all.
  private(set) var capitals: [(capitalised: Int32, all: Int32)] = []

  var count: Int { sentences.count }

  /// - Complexity: O(n) expected in the bytes of the sentences, time and memory.
  init(_ text: PreparedText, bytes: UnsafeBufferPointer<UInt8>, sentences: [Int]) {
    self.text = text
    self.sentences = sentences
    var termsIn: [(term: Int32, sentence: Int32)] = []
    var pairsIn: [(term: Int32, sentence: Int32)] = []
    var gramsIn: [(term: Int32, sentence: Int32)] = []
    var seen: [Int32] = []  // the last sentence + 1 that had a term
    var grams = KeyTable(expected: 2048)
    for (place, number) in sentences.enumerated() {
      let sentence = text.sentences[number]
      var previous: Int32 = -1
      for index in sentence.words {
        let word = text.words[index]
        let term = terms.insert(word.key)
        if term == stems.count {
          stems.append(word.stem)
          isNumber.append(word.isNumber)
          isSmall.append(word.isSmallNumber)
          capitals.append((0, 0))
          seen.append(0)
        }
        if index > sentence.words.lowerBound {
          capitals[term].all += 1
          if word.isCapitalised { capitals[term].capitalised += 1 }
        }
        sequence.append(Int32(term))
        termsIn.append((Int32(term), Int32(place)))
        if seen[term] != Int32(place) + 1 {
          seen[term] = Int32(place) + 1
          distinct.append(Int32(term))
        }
        if previous >= 0 {
          pairsIn.append((Int32(pairs.insert(Self.pairKey(text.words[index - 1].key, word.key))), Int32(place)))
        }
        previous = Int32(term)
      }
      termStarts.append(Int32(sequence.count))
      distinctStarts.append(Int32(distinct.count))
      Self.forEachGram(sentence, text, bytes) { gramsIn.append((Int32(grams.insert($0)), Int32(place))) }
    }
    postings = Postings(terms: terms.count, occurrences: termsIn)
    pairPostings = Postings(terms: pairs.count, occurrences: pairsIn)
    gramPostings = Postings(terms: grams.count, occurrences: gramsIn)
    self.grams = grams
    spellings = stems.indices.filter { !isNumber[$0] && stems[$0].count >= Self.shortestSpelling }
      .map { (stems[$0].prefix, Int32($0)) }.sorted { $0 < $1 }
  }

  /// Shorter stems are no near spelling of anything.
  static let shortestSpelling = 4

  /// The terms whose stems start with the same four bytes.
  func terms(startingLike stem: StemBytes) -> ArraySlice<(prefix: UInt32, term: Int32)> {
    guard stem.count >= Self.shortestSpelling else { return [] }
    let prefix = stem.prefix
    var (low, high) = (0, spellings.count)
    while low < high {
      let middle = (low + high) / 2
      if spellings[middle].prefix < prefix { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < spellings.count, spellings[end].prefix == prefix { end += 1 }
    return spellings[low..<end]
  }

  static func pairKey(_ first: UInt64, _ second: UInt64) -> UInt64 { Mix.finalize(first &* 3 &+ second) }

  @inline(__always)
  func distinctTerms(_ sentence: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(distinctStarts[sentence]), Int(distinctStarts[sentence &+ 1])))
  }

  @inline(__always)
  func termRange(_ sentence: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(termStarts[sentence]), Int(termStarts[sentence &+ 1])))
  }

  func wordCount(_ sentence: Int) -> Int { termRange(sentence).count }

  func sentence(_ place: Int) -> PreparedText.Sentence { text.sentences[sentences[place]] }

  /// The runs of four bytes of a sentence's words, one blank between them, ASCII in lower case.
  private static func forEachGram(
    _ sentence: PreparedText.Sentence, _ text: PreparedText, _ bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UInt64) -> Void
  ) {
    var window: UInt32 = 0
    var length = 0
    func push(_ byte: UInt8) {
      window = window << 8 | UInt32(byte)
      length += 1
      if length >= 4 { body(Mix.finalize(UInt64(window))) }
    }
    var end = sentence.range.lowerBound
    for index in sentence.words {
      let word = text.words[index]
      if index > sentence.words.lowerBound, word.start >= end { push(0x20) }
      for offset in max(word.start, end)..<max(word.end, end) {
        let byte = bytes[offset]
        push(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
      end = max(end, word.end)
    }
  }
}
