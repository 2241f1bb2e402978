/// The words of a page, as tracing looks at them.
struct PageWords {
  let tokens: [Token]
  let bytes: [UInt8]
  let text: PreparedText
  /// For each word whether it stands in quotation marks.
  private let isQuoted: [Bool]
  /// Whether any does.
  let hasQuotations: Bool

  /// - Parameters:
  ///   - prepared: the same text.
  ///   - tokens: its words.
  init(_ text: [UInt8], _ prepared: PreparedText, tokens: [Token]) {
    bytes = text
    self.text = prepared
    self.tokens = tokens
    var quoted = [Bool](repeating: false, count: tokens.count)
    var next = 0
    for (place, token) in tokens.enumerated() {
      while next < prepared.words.count, prepared.words[next].end <= token.start { next += 1 }
      if next < prepared.words.count { quoted[place] = prepared.words[next].isQuoted }
    }
    isQuoted = quoted
    hasQuotations = quoted.contains(true)
  }

  /// Whether the word that stands at a place, in UTF-8 bytes, stands in quotation marks.
  func isQuoted(_ range: Range<Int>) -> Bool {
    guard hasQuotations else { return false }
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && isQuoted[low]
  }

  /// The longest run in sentences of a kind.
  ///
  /// - Parameter leavesOutQuotations: whether to leave out what both quote; what a page quotes of the original's own
  ///   words it took.
  func longestRun(
    _ alignment: Alignment, in original: OriginalWords, leavesOutQuotations: Bool = false,
    _ counts: (SentenceMatch) -> Bool
  ) -> (words: Int, range: Range<Int>) {
    var words: [UInt64] = []
    var numbers: [Int] = []
    var next = 0
    for sentence in alignment.sentences {
      while next < tokens.count, tokens[next].start < sentence.range.lowerBound { next += 1 }
      guard counts(sentence) else {
        words.append(VerbatimRun.barrier)
        numbers.append(next)
        continue
      }
      let told = leavesOutQuotations && hasQuotations ? original.told(in: sentence) : []
      while next < tokens.count, tokens[next].start < sentence.range.upperBound {
        let isLeftOut = leavesOutQuotations && isQuoted[next] && !told.contains(tokens[next].start)
        words.append(isLeftOut ? VerbatimRun.barrier : tokens[next].hash | 1)
        numbers.append(next)
        next += 1
      }
    }
    let run = VerbatimRun(of: words, in: original.hashes)
    guard run.length > 0 else { return (0, 0..<0) }
    let (first, last) = (numbers[run.start], numbers[run.start + run.length - 1])
    return (run.length, tokens[first].start..<tokens[last].end)
  }
}

/// The words of an original, made ready once.
struct OriginalWords: Sendable {
  let tokens: [Token]
  let bytes: [UInt8]
  /// Never ``VerbatimRun/barrier``.
  let hashes: [UInt64]
  let text: PreparedText

  init(_ text: [UInt8]) {
    let (prepared, tokens) = text.withUnsafeBufferPointer { PreparedText.read($0) }
    self.init(text, prepared, tokens: tokens)
  }

  /// - Parameters:
  ///   - prepared: the same text.
  ///   - tokens: its words.
  init(_ text: [UInt8], _ prepared: PreparedText, tokens: [Token]) {
    bytes = text
    self.tokens = tokens
    hashes = tokens.map { $0.hash | 1 }
    self.text = prepared
  }

  /// Whether the word that stands at a place stands in quotation marks.
  func isQuoted(_ range: Range<Int>) -> Bool { word(at: range)?.isQuoted ?? false }

  /// Where those words of a page's sentence start that stand for words outside quotations here.
  func told(in sentence: SentenceMatch) -> Set<Int> {
    var starts: Set<Int> = []
    for source in sentence.sources {
      for match in source.words where !isQuoted(match.original) { starts.insert(match.copy.lowerBound) }
    }
    return starts
  }

  /// The word that stands at a place, in UTF-8 bytes; nil if none does.
  func word(at range: Range<Int>) -> PreparedText.Word? {
    let words = text.words
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].start < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low].range == range ? words[low] : nil
  }
}
