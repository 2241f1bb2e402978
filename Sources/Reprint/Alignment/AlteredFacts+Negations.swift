extension AlteredFacts {
  /// Negations that were put in or left out.
  ///
  /// Only where most of both sentences is the same does a missing word mean the opposite.
  func negations() -> [Alteration] {
    let longer = max(sentence.words.count, source.words.count)
    guard Double(matches.count) >= leastMatched * Double(longer) else { return [] }
    let ours = sentence.words.filter { Negation.is(matcher.copy, $0, in: sentence, matcher.copyBytes) }
    let theirs = source.words.filter { Negation.is(matcher.source, $0, in: source, matcher.sourceBytes) }
    guard !ours.isEmpty || !theirs.isEmpty else { return [] }
    let (oursSet, theirsSet) = (Set(ours), Set(theirs))
    // "With" and "without" are spelled alike; a spinner's "knotted" is its "not".
    let kept = matches.indices.filter { isInPlace($0) }.map { matches[$0] }
      .filter { isSpun || oursSet.contains($0.copy) == theirsSet.contains($0.source) }
    let added = ours.filter { word in !kept.contains { $0.copy == word } }
    let dropped = theirs.filter { word in !kept.contains { $0.source == word } }
    if added.count == dropped.count {
      // As many of both: it is said in other words, unless the one is just gone.
      guard let word = dropped.first(where: { isLeftOut($0, withoutTrace: true) }) else { return [] }
      return [negation(dropped: word)]
    }
    if added.count > dropped.count {
      let matched = Set(matches.map(\.source))
      let implied = source.words.count {
        !matched.contains($0) && Negation.isImplied(matcher.source, $0, matcher.sourceBytes)
      }
      guard added.count > dropped.count + implied else { return [] }
      let elsewhere = sources.reduce(0) { sum, other in
        sum + other.words.count { Negation.is(matcher.source, $0, in: other, matcher.sourceBytes) }
      }
      guard ours.count > elsewhere, let word = added.first(where: { isPutIn($0) }) else { return [] }
      let place = Negation.range(of: word, in: matcher.copy, matcher.copyBytes)
      return [Alteration(fact: .negation, copy: place, original: nil)]
    }
    guard let word = dropped.first(where: { isLeftOut($0, withoutTrace: isSpun) }) else { return [] }
    let matchedCopy = Set(matches.map(\.copy))
    let implied = sentence.words.count {
      !matchedCopy.contains($0) && Negation.isImplied(matcher.copy, $0, matcher.copyBytes)
        // A spinner's "informed" elsewhere denies nothing.
        && (!isSpun || isNear($0, to: word))
    }
    return dropped.count > added.count + implied ? [negation(dropped: word)] : []
  }

  private func negation(dropped word: Int) -> Alteration {
    let place = Negation.range(of: word, in: matcher.source, matcher.sourceBytes)
    return Alteration(fact: .negation, copy: nil, original: place)
  }

  /// Whether a word stands between the same words in both sentences: a negation elsewhere denies something else.
  private func isInPlace(_ index: Int) -> Bool {
    let source = matches[index].source
    return (index == 0 || matches[index - 1].source < source)
      && (index + 1 == matches.count || matches[index + 1].source > source)
  }

  /// Whether what stands around a word of the source stands in the copy without it, or with another word in its place.
  ///
  /// Where a whole clause is gone or said otherwise, so is its negation.
  ///
  /// - Parameter withoutTrace: whether no other word may stand in its place: that of a spinner may well mean the same.
  private func isLeftOut(_ word: Int, withoutTrace: Bool) -> Bool {
    let near = matches.filter { $0.source != word && abs($0.source - word) <= Self.nearby }
    let behind = near.filter { $0.source > word }.min { $0.source < $1.source }
    let before = near.filter { $0.source < word }.max { $0.source < $1.source }
    guard behind != nil || word + 1 == source.words.upperBound, before != nil || word == source.words.lowerBound else {
      return false
    }
    guard let before, let behind else { return !withoutTrace || matches.count == source.words.count - 1 }
    // Of an expression in a spinner's place it is not known what it says; "could" and "will" a spinner leaves.
    if isSpun, before.source < word - 1 { return false }
    let (ours, theirs) = (behind.copy - before.copy, behind.source - before.source)
    return ours > 0 && (withoutTrace ? ours < theirs : ours <= theirs)
  }

  /// Whether a word of the copy stands, with its auxiliaries, between two words that stand together in the source, or with
  /// one word between them: "will not fund" for "will fund" or "will now fund".
  ///
  /// Where more is said otherwise the whole may say the same: "did not dispute" for "confirmed". What a spinner writes for
  /// one word may well have a negation in it: "not tall of" for "short of".
  private func isPutIn(_ word: Int) -> Bool {
    var start = word
    if !isSpun {
      while start > sentence.words.lowerBound, isAuxiliary(start - 1),
        !matches.contains(where: { $0.copy == start - 1 })
      {
        start -= 1
      }
    }
    let before =
      start == sentence.words.lowerBound
      ? source.words.lowerBound - 1 : matches.first { $0.copy == start - 1 }?.source
    guard let before else { return false }
    if let behind = place(word + 1) {
      return behind == before + 1 || !isSpun && behind == before + 2
    }
    // The verb has its other form behind an auxiliary: "did not find" for "found".
    guard start < word, let behind = place(word + 2), behind == before + 2 else { return false }
    let (verb, form) = (matcher.copy.words[word + 1], matcher.source.words[before + 1])
    return matcher.copyBytes[verb.start] | 0x20 == matcher.sourceBytes[form.start] | 0x20
  }

  /// Where a word of the copy, or its end, stands in the source.
  private func place(_ word: Int) -> Int? {
    word == sentence.words.upperBound ? source.words.upperBound : matches.first { $0.copy == word }?.source
  }

  private func isAuxiliary(_ word: Int) -> Bool {
    Self.auxiliaries.contains(ContrastWords.lowercased(matcher.copyBytes[matcher.copy.words[word].range]))
  }

  /// With the halves of "didn't" and its like.
  private static let auxiliaries = Set(
    ["do", "does", "did", "don", "doesn", "didn", "is", "isn", "was", "wasn", "were", "weren"].map { Array($0.utf8) })

  /// Whether a word of the copy stands where a word of the source would stand.
  private func isNear(_ word: Int, to partner: Int) -> Bool {
    matches.contains { abs($0.source - partner) <= Self.nearby && abs($0.copy - word) <= Self.nearby }
  }

  /// How many words away the next word that both have may stand.
  private static let nearby = 2
}
