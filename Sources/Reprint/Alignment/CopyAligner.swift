/// Aligns one copy to an original: links, a lexicon if the copy was spun, then how each sentence was reused.
struct CopyAligner {
  /// The links of a copy, before anything is said of how they came about.
  struct Reading {
    struct Link {
      var sentence: Int
      var score: Float
    }

    /// For each sentence of the copy its sources, the likeliest first.
    var links: [[Link]]
    /// For each sentence of the copy the likeliest source's probability.
    var scores: [Float]
    var lexicon = Lexicon()
    /// For keys of the copy the keys of the words they stand for.
    var substitutes: [UInt64: UInt64] = [:]

    /// Gives a sentence one source for what its words don't tell: it is likelier than not.
    mutating func link(_ row: Int, to sentence: Int) {
      scores[row] = max(0.5, scores[row])
      links[row] = [Link(sentence: sentence, score: scores[row])]
    }
  }

  typealias KnownTerm = (copyTerm: Int32, sourceTerm: Int32, confidence: Float)

  let original: Original
  private let words: PageWords
  let bytes: [UInt8]
  let text: PreparedText
  private let options: AlignmentOptions
  /// UTF-8 bytes of the copy that are known to be furniture, in order.
  private let furniture: [Range<Int>]
  /// All sentences, if the pairs are few enough to be looked at together.
  private let index: SentenceIndex?
  private let weights: TermWeights?
  /// Whether common words of the copy are never in the original.
  let showsSubstitution: Bool

  init(_ original: Original, copy: PreparedCopy, furniture: [Range<Int>] = [], _ options: AlignmentOptions) {
    self.original = original
    self.furniture = furniture
    self.options = options
    (bytes, text, words) = (copy.bytes, copy.text, copy.words)
    guard original.text.sentences.count <= AlignmentWindows.mostColumns,
      text.sentences.count * original.text.sentences.count <= AlignmentWindows.mostPairs
    else {
      (index, weights) = (nil, nil)
      showsSubstitution = false
      return
    }
    let index = copy.wholeIndex
    self.index = index
    let weights = TermWeights(source: original.index, copy: index)
    self.weights = weights
    showsSubstitution = SpunPage.showsSubstitution(source: original.index, copy: index, weights: weights)
  }

  // MARK: Links

  /// Finds the links, using and learning substitutions.
  func read(_ known: Lexicon) -> Reading {
    guard let index else { return AlignmentWindows(original, text, bytes, options.model).read() }
    let problem = AlignmentProblem(source: original.index, copy: index, weights: weights)
    let mayBeSpun = options.learnsLexicon || !known.isEmpty
    // A page that is read again need not be read before.
    if mayBeSpun, showsSubstitution, let reading = readSpun(problem, index, known) { return reading }
    let reading = problem.reading(options.model)
    guard mayBeSpun, !showsSubstitution, looksEdited(problem, reading) else { return reading }
    return readSpun(problem, index, known) ?? reading
  }

  /// The page read with the words that a spinner replaced put back; nil if that explains nothing.
  private func readSpun(
    _ problem: borrowing AlignmentProblem, _ index: SentenceIndex, _ known: Lexicon
  ) -> Reading? {
    let known = terms(of: known, index)
    let page = SpunPage(
      source: original.index, copy: index, weights: problem.pairs.weights, skeleton: problem.pairs[.skeleton],
      known: known)
    return page.isConfirmed(known) ? reread(page, index, known) : nil
  }

  /// Whether many linked sentences have the skeletons of their sources and not their words: a spinner that leaves common
  /// words alone.
  private func looksEdited(_ problem: borrowing AlignmentProblem, _ reading: Reading) -> Bool {
    var changed = 0
    var linked = 0
    for row in reading.links.indices {
      guard let link = reading.links[row].first else { continue }
      linked += 1
      if problem.pairs[.skeleton][row, link.sentence] >= 2, problem.pairs[.copyShare][row, link.sentence] < 0.85 {
        changed += 1
      }
    }
    guard changed >= 6, 3 * changed >= linked else { return false }
    // A spinner says the same for the same.
    let weights = problem.pairs.weights
    let copy = problem.pairs.copy
    let repeated = weights.sourceTerm.indices.count {
      weights.sourceTerm[$0] < 0 && !copy.isNumber[$0] && copy.postings.frequency(of: $0) > 1
    }
    return repeated >= 6
  }

  /// Reads the copy again with the words that a spinner replaced put back.
  private func reread(_ page: SpunPage, _ index: SentenceIndex, _ known: [KnownTerm]) -> Reading {
    var substitutes: [UInt64: UInt64] = [:]
    for entry in known {
      substitutes[index.terms.keys[Int(entry.copyTerm)]] = original.index.terms.keys[Int(entry.sourceTerm)]
    }
    for entry in page.table.entries {
      substitutes[index.terms.keys[Int(entry.copyTerm)]] = original.index.terms.keys[Int(entry.sourceTerm)]
    }
    let restored = text.replacing(substitutes)
    let problem = AlignmentProblem(
      source: original.index,
      copy: bytes.withUnsafeBufferPointer {
        SentenceIndex(
          restored, bytes: $0, sentences: Array(restored.sentences.indices), isCopy: true, like: index)
      })
    var reading = problem.reading(options.model)
    // Where words tell little, a spinner's sentence must at least have its source's skeleton, or its place.
    let order = SpunOrder(reading.links, copy: text, original: original.text)
    for row in reading.links.indices where text.sentences[row].isTerminated {
      reading.links[row].removeAll { link in
        problem.pairs[.novelty][row, link.sentence] >= Self.mostlyStrange
          && problem.pairs[.skeleton][row, link.sentence] < Self.sameSkeleton
          && !order.isInOrder(row, link.sentence)
      }
    }
    // What the words alone don't tell, the path through the page does.
    for row in reading.links.indices where reading.links[row].isEmpty && page.path[row] >= 0 {
      guard text.sentences[row].isTerminated, problem.wordCount(row) >= LinkDecoder.leastWords,
        problem.pairs[.novelty][row, page.path[row]] >= Self.mostlyStrange,
        problem.pairs[.skeleton][row, page.path[row]] >= Self.sameSkeleton
      else { continue }
      reading.link(row, to: page.path[row])
    }
    let settled = SpunOrder(reading.links, copy: text, original: original.text)
    for row in reading.links.indices {
      guard reading.links[row].isEmpty, let column = settled.missing(row),
        problem.pairs[.novelty][row, column] >= Self.mostlyStrange
      else { continue }
      reading.link(row, to: column)
    }
    reading.substitutes = substitutes
    reading.lexicon = lexicon(page.table, index)
    return reading
  }

  /// Share of a sentence's mass that the original never has, from which on its words tell little, and the evidence of
  /// the skeleton, in nats, that must then speak for a link.
  private static let mostlyStrange: Float = 0.5
  private static let sameSkeleton: Float = 1

  // MARK: Verdicts

  /// Says of each sentence how it was reused.
  func alignment(_ reading: Reading) -> Alignment {
    bytes.withUnsafeBufferPointer { copyBytes in
      original.bytes.withUnsafeBufferPointer { sourceBytes in
        let matcher = WordMatcher(
          copy: text, copyBytes: copyBytes, source: original.text, sourceBytes: sourceBytes,
          substitutes: reading.substitutes)
        let linked = text.sentences.indices.map { number in
          reading.links[number].map { original.text.sentences[$0.sentence] }
        }
        let results = zip(text.sentences, linked).map { sentence, sources in
          sources.map { matcher.match(sentence, $0) }
        }
        let judge = ReuseJudge(
          matcher: matcher, isSpun: !reading.substitutes.isEmpty || showsReplacement(linked, results))
        var sentences = text.sentences.indices.map { number in
          match(
            number, reading.links[number], score: reading.scores[number],
            linked[number].isEmpty
              ? nil : judge.judge(text.sentences[number], sources: linked[number], results[number]), copyBytes)
        }
        if Self.isTemplate(sentences) { Self.unlinkAltered(&sentences) }
        var alignment = Alignment(original: original.sentences, sentences: sentences, lexicon: reading.lexicon)
        if options.unlinksTopic, isTopicOnly(alignment) {
          for index in sentences.indices where sentences[index].kind != .quote { Self.unlink(&sentences[index]) }
          alignment = Alignment(original: original.sentences, sentences: sentences, lexicon: Lexicon())
        }
        return options.evidence ? alignment : alignment.withoutEvidence
      }
    }
  }

  /// Whether the words of linked sentences were replaced one for one, though too few times to learn by what.
  private func showsReplacement(_ linked: [[PreparedText.Sentence]], _ results: [[WordMatcher.Result]]) -> Bool {
    var replacements = WordReplacements()
    for (number, sentence) in text.sentences.enumerated() where linked[number].count == 1 {
      replacements += WordReplacements(results[number][0].matches, of: sentence, linked[number][0])
    }
    return replacements.isOfSpinner
  }

  /// Whether most linked sentences have other numbers than their sources: two texts from one template, such as the
  /// results of two quarters, not a text and its copy.
  private static func isTemplate(_ sentences: [SentenceMatch]) -> Bool {
    let linked = sentences.filter { !$0.sources.isEmpty }
    let altered = linked.count { hasOtherNumbers($0) }
    return altered >= 4 && 2 * altered >= linked.count
  }

  private static func hasOtherNumbers(_ sentence: SentenceMatch) -> Bool {
    sentence.sources.contains { $0.alterations.contains { $0.fact == .number } }
  }

  private static func unlinkAltered(_ sentences: inout [SentenceMatch]) {
    for index in sentences.indices where hasOtherNumbers(sentences[index]) { unlink(&sentences[index]) }
  }

  private static func unlink(_ sentence: inout SentenceMatch) {
    guard sentence.kind.isReuse else { return }
    sentence.kind = .new
    sentence.sources = []
  }

  /// Texts with fewer words say too little of themselves as a whole.
  private static let leastWords = 120

  /// Whether a page only tells of the same things: its links, taken together, are no evidence of reuse.
  private func isTopicOnly(_ alignment: Alignment) -> Bool {
    let reused = alignment.sentences.filter { $0.kind.isReuse && $0.kind != .quote }
    let article = alignment.sentences.lazy.filter { $0.kind != .furniture }.reduce(0) { $0 + $1.words }
    let copied = reused.count { $0.kind == .verbatim || $0.kind == .spun }
    guard 2 * copied < reused.count, article >= Self.leastWords, original.words.tokens.count >= Self.leastWords else {
      return false
    }
    return ReuseEvidence(alignment, page: words, original: original.words).logOdds() <= Self.leastLogOdds
  }

  /// Who aligns a page to a text has a reason to: odds of one to three that it is reuse are enough.
  private static let leastLogOdds = -1.1

  private func match(
    _ number: Int, _ links: [Reading.Link], score: Float, _ verdict: ReuseJudge.Verdict?,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> SentenceMatch {
    let sentence = text.sentences[number]
    if isFurniture(sentence.range) {
      return SentenceMatch(
        range: sentence.range, words: sentence.words.count, kind: .furniture, score: Double(score), sources: [])
    }
    guard let verdict else {
      let kind: ReuseKind = FurnitureLines.isFurniture(sentence, text, bytes) ? .furniture : .new
      return SentenceMatch(
        range: sentence.range, words: sentence.words.count, kind: kind, score: Double(score), sources: [])
    }
    let sources = links.map { original.text.sentences[$0.sentence] }
    let found = links.indices.map { place in
      SourceLink(
        sentence: links[place].sentence, range: sources[place].range, score: Double(links[place].score),
        alterations: verdict.alterations[place],
        words: verdict.matches[place].map { wordMatch($0) })
    }
    return SentenceMatch(
      range: sentence.range, words: sentence.words.count, kind: verdict.kind, score: Double(links[0].score),
      sources: found)
  }

  /// Whether a sentence begins and ends in lines that are known to be furniture.
  private func isFurniture(_ range: Range<Int>) -> Bool {
    guard !furniture.isEmpty, !range.isEmpty else { return false }
    func holds(_ place: Int) -> Bool {
      var low = 0
      var high = furniture.count
      while low < high {
        let middle = (low + high) / 2
        if furniture[middle].upperBound <= place { low = middle + 1 } else { high = middle }
      }
      return low < furniture.count && furniture[low].contains(place)
    }
    return holds(range.lowerBound) && holds(range.upperBound - 1)
  }

  private func wordMatch(_ match: WordMatcher.Match) -> WordMatch {
    WordMatch(
      relation: match.relation, copy: text.words[match.copy].range, original: original.text.words[match.source].range)
  }
}
