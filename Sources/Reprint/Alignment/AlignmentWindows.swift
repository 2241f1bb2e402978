/// Aligns texts that are too long for a look at all pairs: the copy piece by piece, each against the sentences of the
/// original that share most with it.
struct AlignmentWindows {
  /// Sentences of an original, and pairs, that are looked at together: some tens of megabytes of features.
  static let mostColumns = 512
  static let mostPairs = 1 << 16
  /// Sentences of a piece, and of the original that it is held against.
  private static let rows = 256
  private static let columns = 256
  /// A term that stands in more of the original's sentences picks none.
  private static let mostFrequent = 200

  private let original: Original
  private let text: PreparedText
  private let bytes: [UInt8]
  private let model: AlignmentModel

  init(_ original: Original, _ text: PreparedText, _ bytes: [UInt8], _ model: AlignmentModel) {
    self.original = original
    self.text = text
    self.bytes = bytes
    self.model = model
  }

  /// - Complexity: O(sentences of the copy) and the rare words it shares with the original; sentences that come again
  ///   cost nothing.
  func read() -> CopyAligner.Reading {
    var reading = CopyAligner.Reading(
      links: Array(repeating: [], count: text.sentences.count), scores: Array(repeating: 0, count: text.sentences.count)
    )
    guard !original.text.sentences.isEmpty else { return reading }
    let (different, firstOf) = Self.different(text)
    let (sources, _) = Self.different(original.text)
    let finder = SourceFinder(original.text, sources)
    for start in stride(from: 0, to: different.count, by: Self.rows) {
      let rows = Array(different[start..<min(start + Self.rows, different.count)])
      let columns = finder.likeliest(text, rows, most: Self.columns)
      guard !columns.isEmpty else { continue }
      let problem = AlignmentProblem(
        source: original.bytes.withUnsafeBufferPointer { SentenceIndex(original.text, bytes: $0, sentences: columns) },
        copy: bytes.withUnsafeBufferPointer { SentenceIndex(text, bytes: $0, sentences: rows, isCopy: true) })
      let found = problem.reading(model)
      for (place, row) in rows.enumerated() {
        reading.links[row] = found.links[place].map { .init(sentence: columns[$0.sentence], score: $0.score) }
        reading.scores[row] = found.scores[place]
      }
    }
    for row in firstOf.indices where firstOf[row] != row {
      (reading.links[row], reading.scores[row]) = (reading.links[firstOf[row]], reading.scores[firstOf[row]])
    }
    return reading
  }

  /// The sentences that don't repeat an earlier one word for word, and for each sentence the first like it.
  private static func different(_ text: PreparedText) -> (sentences: [Int], firstOf: [Int]) {
    var first: [UInt64: Int] = [:]
    var different: [Int] = []
    var firstOf: [Int] = []
    for (number, sentence) in text.sentences.enumerated() {
      var hash: UInt64 = UInt64(sentence.words.count)
      for word in sentence.words { hash = Mix.finalize(hash ^ text.words[word].key) }
      let known = first[hash] ?? number
      if known == number {
        first[hash] = number
        different.append(number)
      }
      firstOf.append(known)
    }
    return (different, firstOf)
  }

  /// Finds sentences of an original by their rare words.
  private struct SourceFinder {
    private let sentences: [Int]
    private let lengths: [Int]
    private var terms = KeyTable(expected: 1024)
    private let postings: Postings

    init(_ text: PreparedText, _ sentences: [Int]) {
      self.sentences = sentences
      lengths = sentences.map { text.sentences[$0].words.count }
      var sequence: [Int32] = []
      var starts: [Int32] = [0]
      for number in sentences {
        for word in text.sentences[number].words { sequence.append(Int32(terms.insert(text.words[word].key))) }
        starts.append(Int32(sequence.count))
      }
      postings = Postings(terms: terms.count, of: sequence, sentences: starts)
    }

    /// The sentences that share most with one of the rows, in order: for each row the first, or a short one's would have to
    /// stand back behind all that the long ones share, and then the others.
    ///
    /// - Precondition: there are no more rows than sentences to find.
    func likeliest(_ text: PreparedText, _ rows: [Int], most: Int) -> [Int] {
      guard sentences.count > most else { return sentences }
      var best = [Float](repeating: 0, count: sentences.count)
      var isFirst = [Bool](repeating: false, count: sentences.count)
      var sums: [Int32: Float] = [:]
      for row in rows {
        sums.removeAll(keepingCapacity: true)
        for word in text.sentences[row].words {
          let term = terms.number(of: text.words[word].key)
          guard term >= 0 else { continue }
          let range = postings.range(of: term)
          guard range.count <= AlignmentWindows.mostFrequent else { continue }
          let weight = Logarithm.of(Float(sentences.count) / Float(range.count))
          for place in range { sums[postings.entries[place].sentence, default: 0] += weight }
        }
        for (place, sum) in sums { best[Int(place)] = max(best[Int(place)], sum) }
        // Of those that share as much the one that has least beside it.
        let first = sums.max { ($0.value, lengths[Int($1.key)], $1.key) < ($1.value, lengths[Int($0.key)], $0.key) }
        if let first { isFirst[Int(first.key)] = true }
      }
      let ranked = best.indices.filter { best[$0] > 0 }.sorted {
        (isFirst[$1] ? 1 : 0, best[$1], $0) < (isFirst[$0] ? 1 : 0, best[$0], $1)
      }
      return ranked.prefix(most).sorted().map { sentences[$0] }
    }
  }
}
