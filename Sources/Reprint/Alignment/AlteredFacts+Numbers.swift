extension AlteredFacts {
  /// The same figures with another unit or currency.
  func units() -> [Alteration] {
    matches.compactMap { match in
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

  /// Numbers that stand between the same words on both sides and differ.
  func numbers() -> [Alteration] {
    func isKnown(_ word: Int) -> Bool {
      let key = matcher.copy.words[word].key
      return sources.contains { $0.words.contains { matcher.source.words[$0].key == key } }
    }
    let strange = sentence.words.filter { word in
      matcher.copy.words[word].isNumber && !matches.contains { $0.copy == word } && !isKnown(word)
    }
    guard !strange.isEmpty else { return [] }
    func isHere(_ word: Int) -> Bool {
      let key = matcher.source.words[word].key
      return sentence.words.contains { matcher.copy.words[$0].key == key }
    }
    var free = source.words.filter { word in
      matcher.source.words[word].isNumber && !matches.contains { $0.source == word } && !isHere(word)
    }
    var found: [Alteration] = []
    for word in strange {
      let partner = free.min { distance(word, $0) < distance(word, $1) }
      guard let partner, distance(word, partner) <= 4 else { continue }
      let (number, other) = (matcher.copy.words[word], matcher.source.words[partner])
      let ours = Measure(number, in: matcher.copyBytes)
      let theirs = Measure(other, in: matcher.sourceBytes)
      if let ours, let theirs, !ours.isComparable(theirs) { continue }
      if isSpun, isEnd(number, of: other) { continue }
      // The number beside a time of day is no other time.
      if (ours?.dimension == .timeOfDay) != (theirs?.dimension == .timeOfDay) { continue }
      free.removeAll { $0 == partner }
      if let ours, let theirs, ours.mayBe(theirs) { continue }
      if NumberWording(number, in: matcher.copyBytes).maySay(NumberWording(other, in: matcher.sourceBytes)) { continue }
      found.append(Alteration(fact: .number, copy: number.range, original: other.range))
    }
    return found
  }

  /// Whether a number is the first or last words of another: a spinner finds a word for the "and" of "a hundred and forty",
  /// too.
  private func isEnd(_ word: PreparedText.Word, of partner: PreparedText.Word) -> Bool {
    let ours = matcher.copyBytes[word.range].map { $0 | 0x20 }
    let theirs = matcher.sourceBytes[partner.range].map { $0 | 0x20 }
    guard theirs.count > ours.count else { return false }
    func separates(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") }
    return theirs.starts(with: ours) && separates(theirs.dropFirst(ours.count).first)
      || theirs.suffix(ours.count).elementsEqual(ours) && separates(theirs.dropLast(ours.count).last)
  }

  /// How far apart two words stand, counted from the nearest matched words before and behind them.
  private func distance(_ word: Int, _ other: Int) -> Int {
    let before = matches.last { $0.copy < word }
    let behind = matches.first { $0.copy > word }
    var best = Int.max
    if let before { best = min(best, abs((word - before.copy) - (other - before.source))) }
    if let behind { best = min(best, abs((behind.copy - word) - (behind.source - other))) }
    return best
  }
}
