/// Sentences of a text by what they are made of: terms, pairs of adjacent terms, runs of four characters.
///
/// A term is a stem or a number, numbered by a ``KeyTable``.
final class SentenceIndex: Sendable {
  let text: PreparedText
  /// Which sentences of the text these are, in order.
  let sentences: [Int]

  let terms: KeyTable
  /// For each sentence the terms of its words, in order; ``termStarts`` says where they start.
  let sequence: [Int32]
  let termStarts: [Int32]
  /// For each sentence its different terms, in the order of their numbers' first appearance.
  let distinct: [Int32]
  let distinctStarts: [Int32]
  let postings: Postings
  /// Adjacent terms.
  let pairs: KeyTable
  let pairPostings: Postings
  /// Runs of four bytes of the folded text.
  let grams: KeyTable
  let gramPostings: Postings
  /// What each term is spelled like, and whether it is a number.
  let stems: [StemBytes]
  let isNumber: [Bool]
  /// Small whole numbers, which stand in any text.
  let isSmall: [Bool]
  /// How rare each term is in English at large, in nats; -1 where that is not known.
  let rarities: [Float]
  /// Terms by their first four bytes, to find near spellings.
  let spellings: [(prefix: UInt32, term: Int32)]
  /// How often each term is capitalised.
  let capitals: [CapitalCount]

  var count: Int { sentences.count }

  /// - Parameters:
  ///   - isCopy: whether it is only ever held against another text's: then ``pairs`` are left out.
  ///   - known: the same sentences with other keys.
  /// - Complexity: O(n) expected in the bytes of the sentences, time and memory.
  init(
    _ text: PreparedText, bytes: UnsafeBufferPointer<UInt8>, sentences: [Int], isCopy: Bool = false,
    like known: SentenceIndex? = nil
  ) {
    self.text = text
    self.sentences = sentences
    var (terms, pairs) = (KeyTable(expected: 512), KeyTable(expected: isCopy ? 0 : 512))
    var (sequence, termStarts) = ([Int32](), [Int32(0)])
    var (distinct, distinctStarts) = ([Int32](), [Int32(0)])
    var stems: [StemBytes] = []
    var (isNumber, isSmall) = ([Bool](), [Bool]())
    var capitals: [CapitalCount] = []
    var seen: [Int32] = []  // the last sentence + 1 that had a term
    var grams = KeyTable(expected: known == nil ? 2048 : 0)
    var (pairSequence, pairStarts) = ([Int32](), [Int32(0)])
    var (gramSequence, gramStarts) = ([Int32](), [Int32(0)])
    let size = sentences.reduce(0) { $0 + text.sentences[$1].range.count }
    gramSequence.reserveCapacity(size)
    sequence.reserveCapacity(size / 5)
    var scratch = KeyScratch()
    for (place, number) in sentences.enumerated() {
      let sentence = text.sentences[number]
      let words = text.words[sentence.words]
      scratch.fill(room: words.count) { keys in
        for (index, word) in words.enumerated() { keys[index] = word.key }
        return words.count
      }
      let first = sequence.count
      scratch.number(in: &terms, behind: &sequence)
      for (index, word) in words.enumerated() {
        let term = Int(sequence[first + index])
        if term == stems.count {
          stems.append(word.stem)
          isNumber.append(word.isNumber)
          isSmall.append(word.isSmallNumber)
          capitals.append(CapitalCount())
          seen.append(0)
        }
        if index > 0 { capitals[term].add(isCapitalised: word.isCapitalised) }
        if seen[term] != Int32(place) + 1 {
          seen[term] = Int32(place) + 1
          distinct.append(Int32(term))
        }
      }
      if !isCopy {
        scratch.fill(room: words.count) { Self.writePairs(words, $0) }
        scratch.number(in: &pairs, behind: &pairSequence)
      }
      if known == nil {
        scratch.fill(room: words.reduce(0) { $0 + $1.end - $1.start + 1 }) {
          Self.writeGrams(words, sentence.range.lowerBound, bytes, $0)
        }
        scratch.number(in: &grams, behind: &gramSequence)
      }
      termStarts.append(Int32(sequence.count))
      distinctStarts.append(Int32(distinct.count))
      pairStarts.append(Int32(pairSequence.count))
      gramStarts.append(Int32(gramSequence.count))
    }
    postings = Postings(terms: terms.count, of: sequence, sentences: termStarts)
    pairPostings = Postings(terms: pairs.count, of: pairSequence, sentences: pairStarts)
    gramPostings = known?.gramPostings ?? Postings(terms: grams.count, of: gramSequence, sentences: gramStarts)
    self.grams = known?.grams ?? grams
    let background = BackgroundFrequencies.english
    rarities = terms.keys.map { background.idf($0) ?? -1 }
    var spelled: [UInt64] = []
    for (term, stem) in stems.enumerated() where !isNumber[term] && stem.count >= Self.shortestSpelling {
      spelled.append(UInt64(stem.prefix) << 32 | UInt64(term))
    }
    spelled.sort()
    spellings = spelled.map { (UInt32($0 >> 32), Int32($0 & 0xFFFF_FFFF)) }
    (self.terms, self.pairs, self.sequence, self.termStarts) = (terms, pairs, sequence, termStarts)
    (self.distinct, self.distinctStarts, self.stems) = (distinct, distinctStarts, stems)
    (self.isNumber, self.isSmall, self.capitals) = (isNumber, isSmall, capitals)
  }

  /// Shorter stems are no near spelling of anything.
  static let shortestSpelling = 4

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

  /// A sentence's marks among those of the text.
  @inline(__always)
  func marks(_ sentence: Int) -> Range<Int> { text.sentences[sentences[sentence]].marks }

  func sentence(_ place: Int) -> PreparedText.Sentence { text.sentences[sentences[place]] }

  /// Writes the keys of adjacent words; returns how many there are.
  private static func writePairs(
    _ words: ArraySlice<PreparedText.Word>, _ result: UnsafeMutablePointer<UInt64>
  ) -> Int {
    guard var previous = words.first?.key else { return 0 }
    for (place, word) in words.dropFirst().enumerated() {
      result[place] = pairKey(previous, word.key)
      previous = word.key
    }
    return words.count - 1
  }

  /// Writes the runs of four bytes of a sentence's words, one blank between them, ASCII in lower case; returns how many
  /// there are.
  private static func writeGrams(
    _ words: ArraySlice<PreparedText.Word>, _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ result: UnsafeMutablePointer<UInt64>
  ) -> Int {
    var window: UInt32 = 0
    var length = 0
    @inline(__always)
    func push(_ byte: UInt8) {
      window = window << 8 | UInt32(byte)
      // The first three are overwritten.
      result[max(0, length &- 3)] = Mix.finalize(UInt64(window))
      length &+= 1
    }
    var end = start
    for (index, word) in words.enumerated() {
      if index > 0, word.start >= end { push(0x20) }
      for offset in max(word.start, end)..<max(word.end, end) {
        let byte = bytes[offset]
        push(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
      end = max(end, word.end)
    }
    return max(0, length - 3)
  }
}

/// Keys on their way into a table.
private struct KeyScratch: ~Copyable {
  private var keys = GrowableBuffer<UInt64>(capacity: 512)

  /// Takes the keys that `write` puts into as much room; it returns how many there are.
  mutating func fill(room: Int, _ write: (UnsafeMutablePointer<UInt64>) -> Int) {
    keys.removeAll()
    keys.reserve(to: room)
    keys.setCount(write(keys.base))
  }

  /// Appends the keys' numbers in a table.
  func number(in table: inout KeyTable, behind numbers: inout [Int32]) {
    let count = numbers.count
    numbers.append(contentsOf: repeatElement(0, count: keys.count))
    numbers.withUnsafeMutableBufferPointer {
      guard let base = $0.baseAddress, keys.count > 0 else { return }
      table.insert(UnsafeBufferPointer(start: keys.base, count: keys.count), numbers: base + count)
    }
  }
}
