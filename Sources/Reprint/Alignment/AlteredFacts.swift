/// Finds numbers, negations and words of contrary meaning that a sentence has otherwise than its source.
///
/// What is only said in another way is no alteration: another unit, another currency, "declined to" for "would not".
struct AlteredFacts {
  let matcher: WordMatcher
  /// Whether the page was put through a word spinner.
  let isSpun: Bool

  /// Share of the shorter sentence's words that must match: only then does a word stand in the place of another.
  ///
  /// A spinner leaves the order and the small words, which are two of five.
  private var leastMatched: Double { isSpun ? 0.35 : 0.6 }

  func find(
    _ sentence: PreparedText.Sentence, _ source: PreparedText.Sentence, _ result: WordMatcher.Result,
    sources: [PreparedText.Sentence]
  ) -> [Alteration] {
    let shorter = min(sentence.words.count, source.words.count)
    guard shorter > 3, Double(result.matches.count) >= leastMatched * Double(shorter) else { return [] }
    return numbers(sentence, source, result, sources) + units(result)
      + contrasts(sentence, source, result) + negations(sentence, source, result, sources)
  }

  /// The same figures with another unit or currency.
  private func units(_ result: WordMatcher.Result) -> [Alteration] {
    result.matches.compactMap { match in
      let (word, partner) = (matcher.copy.words[match.copy], matcher.source.words[match.source])
      guard word.isNumber, partner.isNumber, word.key == partner.key, !isMeasuredAlike(word, partner),
        let ours = Measure(word, in: matcher.copyBytes), let theirs = Measure(partner, in: matcher.sourceBytes),
        ours.isOtherUnit(theirs)
      else { return nil }
      return Alteration(fact: .number, copy: word.range, original: partner.range)
    }
  }

  /// Whether all that a measure is read from is the same on both sides.
  private func isMeasuredAlike(_ word: PreparedText.Word, _ partner: PreparedText.Word) -> Bool {
    let ours = matcher.copyBytes[Measure.surroundings(of: word, in: matcher.copyBytes)]
    return ours.elementsEqual(matcher.sourceBytes[Measure.surroundings(of: partner, in: matcher.sourceBytes)])
  }

  /// Words that contradict the one in their place: "third" for "fourth", "fewer" for "more", "fell" for "rose".
  private func contrasts(
    _ sentence: PreparedText.Sentence, _ source: PreparedText.Sentence, _ result: WordMatcher.Result
  ) -> [Alteration] {
    var found: [Alteration] = []
    var before = (copy: sentence.words.lowerBound - 1, source: source.words.lowerBound - 1)
    // A word's place is the one between the same two words, or at the same end.
    func look(_ behind: (copy: Int, source: Int)) {
      defer { before = behind }
      guard behind.copy == before.copy + 2, behind.source == before.source + 2 else { return }
      let (word, partner) = (before.copy + 1, before.source + 1)
      let (ours, theirs) = (matcher.copy.words[word].range, matcher.source.words[partner].range)
      guard let fact = ContrastWords.fact(matcher.copyBytes[ours], matcher.sourceBytes[theirs]),
        !result.matches.contains(where: { $0.source == partner })
      else { return }
      found.append(Alteration(fact: fact, copy: ours, original: theirs))
    }
    for match in result.matches { look((match.copy, match.source)) }
    look((sentence.words.upperBound, source.words.upperBound))
    return found
  }

  /// Numbers that stand between the same words on both sides and differ.
  private func numbers(
    _ sentence: PreparedText.Sentence, _ source: PreparedText.Sentence, _ result: WordMatcher.Result,
    _ sources: [PreparedText.Sentence]
  ) -> [Alteration] {
    func isKnown(_ word: Int) -> Bool {
      let key = matcher.copy.words[word].key
      return sources.contains { $0.words.contains { matcher.source.words[$0].key == key } }
    }
    let strange = sentence.words.filter { word in
      matcher.copy.words[word].isNumber && !result.matches.contains { $0.copy == word } && !isKnown(word)
    }
    guard !strange.isEmpty else { return [] }
    func isHere(_ word: Int) -> Bool {
      let key = matcher.source.words[word].key
      return sentence.words.contains { matcher.copy.words[$0].key == key }
    }
    var free = source.words.filter { word in
      matcher.source.words[word].isNumber && !result.matches.contains { $0.source == word } && !isHere(word)
    }
    var found: [Alteration] = []
    for word in strange {
      let partner = free.min {
        distance(word, $0, sentence, source, result) < distance(word, $1, sentence, source, result)
      }
      guard let partner, distance(word, partner, sentence, source, result) <= 4 else { continue }
      let ours = Measure(matcher.copy.words[word], in: matcher.copyBytes)
      let theirs = Measure(matcher.source.words[partner], in: matcher.sourceBytes)
      if let ours, let theirs, !ours.isComparable(theirs) { continue }
      if isSpun, isEnd(word, of: partner) { continue }
      // The number beside a time of day is no other time.
      if (ours?.dimension == .timeOfDay) != (theirs?.dimension == .timeOfDay) { continue }
      free.removeAll { $0 == partner }
      if let ours, let theirs, ours.mayBe(theirs) { continue }
      found.append(
        Alteration(fact: .number, copy: matcher.copy.words[word].range, original: matcher.source.words[partner].range))
    }
    return found
  }

  /// Whether a number is the first or last words of another: a spinner finds a word for the "and" of "a hundred and forty",
  /// too.
  private func isEnd(_ word: Int, of partner: Int) -> Bool {
    let ours = matcher.copyBytes[matcher.copy.words[word].range].map { $0 | 0x20 }
    let theirs = matcher.sourceBytes[matcher.source.words[partner].range].map { $0 | 0x20 }
    guard theirs.count > ours.count else { return false }
    func separates(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") }
    return theirs.starts(with: ours) && separates(theirs.dropFirst(ours.count).first)
      || theirs.suffix(ours.count).elementsEqual(ours) && separates(theirs.dropLast(ours.count).last)
  }

  /// How far apart two words stand, counted from the nearest matched words before and behind them.
  private func distance(
    _ word: Int, _ other: Int, _ sentence: PreparedText.Sentence, _ source: PreparedText.Sentence,
    _ result: WordMatcher.Result
  ) -> Int {
    let before = result.matches.last { $0.copy < word }
    let behind = result.matches.first { $0.copy > word }
    var best = Int.max
    if let before { best = min(best, abs((word - before.copy) - (other - before.source))) }
    if let behind { best = min(best, abs((behind.copy - word) - (behind.source - other))) }
    return best
  }

  private func negations(
    _ sentence: PreparedText.Sentence, _ source: PreparedText.Sentence, _ result: WordMatcher.Result,
    _ sources: [PreparedText.Sentence]
  ) -> [Alteration] {
    // Only where most of both sentences is the same does a missing word mean the opposite.
    let longer = max(sentence.words.count, source.words.count)
    guard Double(result.matches.count) >= leastMatched * Double(longer) else { return [] }
    let ours = sentence.words.filter { Negation.is(matcher.copy, $0, in: sentence, matcher.copyBytes) }
    let theirs = source.words.filter { Negation.is(matcher.source, $0, in: source, matcher.sourceBytes) }
    guard !ours.isEmpty || !theirs.isEmpty else { return [] }
    let (oursSet, theirsSet) = (Set(ours), Set(theirs))
    // "With" and "without" are spelled alike; a spinner's "knotted" is its "not".
    let kept = result.matches.indices.filter { isInPlace($0, result.matches) }.map { result.matches[$0] }
      .filter { isSpun || oursSet.contains($0.copy) == theirsSet.contains($0.source) }
    let added = ours.filter { word in !kept.contains { $0.copy == word } }
    let dropped = theirs.filter { word in !kept.contains { $0.source == word } }
    if added.count == dropped.count {
      // As many of both: it is said in other words, unless the one is just gone.
      guard let word = dropped.first(where: { isLeftOut($0, source, result, withoutTrace: true) }) else { return [] }
      return [negation(dropped: word)]
    }
    if added.count > dropped.count {
      let matched = Set(result.matches.map(\.source))
      let implied = source.words.count {
        !matched.contains($0) && Negation.isImplied(matcher.source, $0, matcher.sourceBytes)
      }
      guard added.count > dropped.count + implied else { return [] }
      let elsewhere = sources.reduce(0) { sum, other in
        sum + other.words.count { Negation.is(matcher.source, $0, in: other, matcher.sourceBytes) }
      }
      guard ours.count > elsewhere, !isSpun || isPutIn(added[0], result) else { return [] }
      let place = Negation.range(of: added[0], in: matcher.copy, matcher.copyBytes)
      return [Alteration(fact: .negation, copy: place, original: nil)]
    }
    guard let word = dropped.first(where: { isLeftOut($0, source, result, withoutTrace: isSpun) }) else { return [] }
    let matchedCopy = Set(result.matches.map(\.copy))
    let implied = sentence.words.count {
      !matchedCopy.contains($0) && Negation.isImplied(matcher.copy, $0, matcher.copyBytes)
        // A spinner's "informed" elsewhere denies nothing.
        && (!isSpun || isNear($0, to: word, result))
    }
    return dropped.count > added.count + implied ? [negation(dropped: word)] : []
  }

  private func negation(dropped word: Int) -> Alteration {
    let place = Negation.range(of: word, in: matcher.source, matcher.sourceBytes)
    return Alteration(fact: .negation, copy: nil, original: place)
  }

  /// Whether a word stands between the same words in both sentences: a negation elsewhere denies something else.
  private func isInPlace(_ index: Int, _ matches: [WordMatcher.Match]) -> Bool {
    let source = matches[index].source
    return (index == 0 || matches[index - 1].source < source)
      && (index + 1 == matches.count || matches[index + 1].source > source)
  }

  /// Whether what stands around a word of the source stands in the copy without it, or with another word in its place.
  ///
  /// Where a whole clause is gone or said otherwise, so is its negation.
  ///
  /// - Parameter withoutTrace: whether no other word may stand in its place: that of a spinner may well mean the same.
  private func isLeftOut(
    _ word: Int, _ source: PreparedText.Sentence, _ result: WordMatcher.Result, withoutTrace: Bool
  ) -> Bool {
    let near = result.matches.filter { $0.source != word && abs($0.source - word) <= Self.nearby }
    let behind = near.filter { $0.source > word }.min { $0.source < $1.source }
    let before = near.filter { $0.source < word }.max { $0.source < $1.source }
    guard behind != nil || word + 1 == source.words.upperBound, before != nil || word == source.words.lowerBound else {
      return false
    }
    guard let before, let behind else { return !withoutTrace || result.matches.count == source.words.count - 1 }
    // Of an expression in a spinner's place it is not known what it says; "could" and "will" a spinner leaves.
    if isSpun, before.source < word - 1 { return false }
    let (ours, theirs) = (behind.copy - before.copy, behind.source - before.source)
    return ours > 0 && (withoutTrace ? ours < theirs : ours <= theirs)
  }

  /// Whether a word of the copy stands between two words that stand together in the source.
  ///
  /// What a spinner writes for one word may well have a negation in it: "not tall of" for "short of".
  private func isPutIn(_ word: Int, _ result: WordMatcher.Result) -> Bool {
    guard let before = result.matches.first(where: { $0.copy == word - 1 }),
      let behind = result.matches.first(where: { $0.copy == word + 1 })
    else { return false }
    return behind.source == before.source + 1
  }

  /// Whether a word of the copy stands where a word of the source would stand.
  private func isNear(_ word: Int, to partner: Int, _ result: WordMatcher.Result) -> Bool {
    result.matches.contains { abs($0.source - partner) <= Self.nearby && abs($0.copy - word) <= Self.nearby }
  }

  /// How many words away the next word that both have may stand.
  private static let nearby = 2
}

extension PreparedText.Word {
  /// UTF-8 bytes of the text.
  var range: Range<Int> { start..<end }
}
