/// A run of terminators, with the quotes, brackets and notes that close right behind it.
struct SentenceEnd {
  var start: Int
  /// Behind the last terminator.
  var terminated: Int
  /// Behind the last closing mark.
  var closed: Int
  var kind: Terminator

  var isQuoted: Bool { closed > terminated }
}

/// What follows the white space behind a terminator.
private struct Follower {
  enum Kind {
    case lower, upper, digit, uncased, joint, terminator, symbol
  }

  var kind: Kind
  /// Where the word starts, behind quotes, brackets and dashes.
  var start: Int
  var isBehindDash = false
}

/// Decides whether a terminator ends its sentence.
///
/// Every question looks at a bounded number of bytes, white space aside, so that a text is split in linear time.
struct SentenceBoundary {
  let text: SentenceText
  /// Where the paragraph ends.
  let end: Int

  /// The run of terminators at `offset`, or nil if none is there.
  func terminators(at offset: Int) -> SentenceEnd? {
    var position = offset
    var kind: Terminator?
    while position < end {
      let decoded = text.scalar(at: position)
      guard let next = ScalarClass.terminator(decoded.value) else { break }
      switch (kind, next) {
      case (nil, _), (_, .certain): kind = next
      case (.dot, .dot): kind = .ellipsis
      case (.dot, _), (.ellipsis, .exclamation): kind = next
      default: break
      }
      position += decoded.length
    }
    guard let kind else { return nil }
    return SentenceEnd(start: offset, terminated: position, closed: skipClosers(position), kind: kind)
  }

  private func skipClosers(_ offset: Int) -> Int {
    var offset = offset
    while offset < end {
      let decoded = text.scalar(at: offset)
      if ScalarClass.isCloser(decoded.value) && !opensWord(decoded, at: offset) {
        offset += decoded.length
      } else if let note = noteEnd(at: offset) ?? spacedQuoteEnd(at: offset) {
        offset = note
      } else {
        break
      }
    }
    return offset
  }

  /// Whether a quote that closes in German and opens elsewhere stands right before a word, as in 。“好！”.
  private func opensWord(_ quote: DecodedScalar, at offset: Int) -> Bool {
    guard quote.value == 0x201C || quote.value == 0x2018 || quote.value == 0xAB else { return false }
    let next = offset + quote.length
    return next < end && ScalarClass.isWord(text.scalar(at: next).value)
  }

  /// The end of a footnote mark: `[12]`.
  private func noteEnd(at offset: Int) -> Int? {
    guard text[offset] == UInt8(ascii: "[") else { return nil }
    var position = offset + 1
    while position < end && position - offset < 4 && ScalarClass.isWord(UInt32(text[position])) { position += 1 }
    return position < end && position > offset + 1 && text[position] == UInt8(ascii: "]") ? position + 1 : nil
  }

  /// The end of a French closing quote, which has a space before it: `« Non ! »`.
  private func spacedQuoteEnd(at offset: Int) -> Int? {
    let quote = text.skipBlanks(from: offset, to: end)
    guard quote > offset, quote < end, text.scalar(at: quote).value == 0xBB else { return nil }
    return quote + 2 == end || ScalarClass.isBlank(text.scalar(at: quote + 2).value) ? quote + 2 : nil
  }

  /// Whether the sentence that starts at `sentence` ends with the terminators given, which don't end the paragraph.
  func ends(_ sentence: Int, with mark: SentenceEnd) -> Bool {
    let next = text.skipBlanks(from: mark.closed, to: end)
    if next == mark.closed { return endsWithoutSpace(mark) }
    let follower = follower(at: next)
    switch (follower.kind, mark.kind) {
    case (.joint, _), (.terminator, _): return false
    case (_, .certain): return true
    case (.lower, _): return isLowerCase(sentence) && endsInLowerCase(mark)
    default: break
    }
    if mark.start == sentence { return false }  // an ellipsis at the start
    switch mark.kind {
    case .dot: return !isAbbreviation(before: mark.start, sentence, follower)
    case .exclamation: return !isExclaimedName(before: mark.start, follower) && !(mark.isQuoted && isFramed(follower))
    case .ellipsis, .certain: return true
    }
  }
}

// MARK: - Without capitals

extension SentenceBoundary {
  /// Whether the sentence does without a capital, so that the next one may do so too.
  private func isLowerCase(_ sentence: Int) -> Bool {
    ScalarClass.isLower(text.scalar(at: sentence).value) && lowerKind(at: sentence) == .lower
  }

  /// Whether the sentence ends though what follows has no capital: behind a common word, and no quotation.
  private func endsInLowerCase(_ mark: SentenceEnd) -> Bool {
    guard !mark.isQuoted, mark.kind != .ellipsis else { return false }
    let word = text.word(before: mark.start)
    if mark.kind == .dot && (word.count < 3 || text.hasDot(word) || text.isNumber(word)) { return false }
    return !word.isEmpty
      && text.roles(of: word).isDisjoint(with: [.title, .beforeNumber, .mayEnd, .exclaimed])
  }
}

// MARK: - Without a space behind

extension SentenceBoundary {
  private func endsWithoutSpace(_ mark: SentenceEnd) -> Bool {
    let next = text.scalar(at: mark.closed).value
    if mark.kind == .certain {
      let isQuoteGoingOn = mark.isQuoted && (0x3041...0x3096).contains(next)  // Japanese: 「…。」と述べた
      return !ScalarClass.isJoint(next) && !isQuoteGoingOn
    }
    guard mark.start > 0 else { return false }
    let previous = text.scalar(before: mark.start).value
    if ScalarClass.isWide(previous) && ScalarClass.isWide(next) {
      return mark.kind != .ellipsis && !ScalarClass.isJoint(next)
    }
    return mark.kind != .ellipsis && ScalarClass.isLower(previous) && isForgottenSpace(mark)
  }

  /// Whether two sentences were put together without a space, as in "the end.The next", and it is no name like
  /// "Booking.com" or "Node.js".
  private func isForgottenSpace(_ mark: SentenceEnd) -> Bool {
    guard ScalarClass.isUpper(text.scalar(at: mark.closed).value) else { return false }
    let next = word(from: mark.closed)
    if next.count > 1 {
      let second = mark.closed + text.scalar(at: mark.closed).length
      guard ScalarClass.isLower(text.scalar(at: second).value) else { return false }
    }
    guard next.upperBound < end, text.roles(of: next).isDisjoint(with: .suffix) else { return false }
    let behind = text.scalar(at: next.upperBound).value
    guard ScalarClass.isBlank(behind) || behind == 0x2C || behind == 0x27 || behind == 0x2019 else { return false }
    let before = text.word(before: mark.start)
    return before.count > 2 && before.count <= ShortWord.longest + 1 && !text.hasDot(before)
      && text.roles(of: before).isDisjoint(with: [.title, .mayEnd]) && !isInAddress(before.lowerBound)
  }

  private func isInAddress(_ offset: Int) -> Bool {
    guard offset > 0 else { return false }
    switch text[offset - 1] {
    case UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "#"): return true
    default: return false
    }
  }
}

// MARK: - What follows

extension SentenceBoundary {
  private func follower(at offset: Int) -> Follower {
    var offset = offset
    var isBehindDash = false
    for _ in 0..<8 where offset < end {
      let decoded = text.scalar(at: offset)
      guard ScalarClass.isOpener(decoded.value) || ScalarClass.isDash(decoded.value) else { break }
      isBehindDash = isBehindDash || ScalarClass.isDash(decoded.value)
      offset = text.skipBlanks(from: offset + decoded.length, to: end)
    }
    guard offset < end else { return Follower(kind: .symbol, start: offset) }
    return Follower(kind: kind(at: offset), start: offset, isBehindDash: isBehindDash)
  }

  private func kind(at offset: Int) -> Follower.Kind {
    let scalar = text.scalar(at: offset).value
    if ScalarClass.isLower(scalar) { return lowerKind(at: offset) }
    if ScalarClass.isUpper(scalar) { return .upper }
    if ScalarClass.isDigit(scalar) { return .digit }
    if ScalarClass.isJoint(scalar) { return .joint }
    if ScalarClass.terminator(scalar) != nil { return startsName(offset) ? .symbol : .terminator }
    return ScalarClass.isWord(scalar) ? .uncased : .symbol
  }

  /// Names such as iPhone and xAI, and web addresses, begin sentences though they begin in lower case.
  private func lowerKind(at offset: Int) -> Follower.Kind {
    let word = word(from: offset)
    if hasPrefix("http", at: offset) || hasPrefix("www.", at: offset) { return .symbol }
    for position in word.prefix(5) where ScalarClass.isUpper(UInt32(text[position])) { return .upper }
    return .lower
  }

  /// Whether the dot at `offset` begins a name like .NET.
  private func startsName(_ offset: Int) -> Bool {
    text[offset] == UInt8(ascii: ".") && offset + 1 < end && ScalarClass.isWord(UInt32(text[offset + 1]))
  }

  private func hasPrefix(_ prefix: StaticString, at offset: Int) -> Bool {
    guard end - offset >= prefix.utf8CodeUnitCount else { return false }
    return (0..<prefix.utf8CodeUnitCount).allSatisfy { text[offset + $0] == prefix.utf8Start[$0] }
  }

  /// Whether the words that follow a quotation say who spoke, as in "“Who’s there?” Noa Ferrandis asked".
  private func isFramed(_ follower: Follower) -> Bool {
    guard follower.kind == .upper,
      text.roles(of: word(from: follower.start)).isDisjoint(with: [.starter, .nameStarter])
    else {
      return false
    }
    var offset = follower.start
    for _ in 0..<4 {
      let word = word(from: offset)
      guard !word.isEmpty, word.count <= ShortWord.longest else { return false }
      if offset != follower.start && text.roles(of: word).contains(.speech) { return true }
      offset = word.upperBound
      if offset < end && text[offset] == UInt8(ascii: ".") { offset += 1 }
      offset = text.skipBlanks(from: offset, to: end)
    }
    return false
  }
}

// MARK: - What stands before

extension SentenceBoundary {
  /// Whether the dot at `offset` belongs to the word before it, and the sentence goes on.
  private func isAbbreviation(before offset: Int, _ sentence: Int, _ follower: Follower) -> Bool {
    let word = text.word(before: offset)
    guard !word.isEmpty, word.count <= ShortWord.longest else { return false }
    if isEnumerator(word, sentence) { return true }
    if text.isNumber(word) { return isOrdinal(word, follower) }
    let roles = text.roles(of: word)
    if roles.contains(.title) { return true }
    if roles.contains(.beforeNumber) && follower.kind == .digit { return true }
    if text.isLetter(word) && isSpacedAbbreviation(follower) { return true }
    if roles.contains(.clock) { return followsClock(follower) }
    if roles.contains(.mayEnd) || text.isAcronym(word) { return !isStart(follower, [.starter, .nameStarter]) }
    return text.isInitial(word) && !isStart(follower, .starter)
  }

  /// Whether the sentence so far is only the number of an item, be it 2, b or iv.
  private func isEnumerator(_ word: Range<Int>, _ sentence: Int) -> Bool {
    guard word.lowerBound == sentence else { return false }
    if text.isNumber(word) { return !text.hasLongPiece(word, 3) }
    return word.count == 1 || word.count <= 4 && word.allSatisfy { "ivxIVX".utf8.contains(text[$0]) }
  }

  /// Whether a number is an ordinal, as the Germans write them, or the first item behind a colon.
  private func isOrdinal(_ number: Range<Int>, _ follower: Follower) -> Bool {
    guard number.count <= 2, follower.kind == .upper, number.lowerBound > 0 else { return false }
    if text.roles(of: word(from: follower.start)).contains(.ordinalMonth) { return true }
    let before = text.trimBlanks(before: number.lowerBound, from: max(0, number.lowerBound - 8))
    guard before > 0, before < number.lowerBound else { return false }
    if text[before - 1] == UInt8(ascii: ":") {
      return number.count == 1 && text[number.lowerBound] == UInt8(ascii: "1")
    }
    return text.roles(of: text.word(before: before)).contains(.beforeOrdinal)
  }

  private func followsClock(_ follower: Follower) -> Bool {
    follower.kind == .digit || follower.isBehindDash
      || text.roles(of: word(from: follower.start)).contains(.afterClock)
  }

  private func isExclaimedName(before offset: Int, _ follower: Follower) -> Bool {
    text.roles(of: text.word(before: offset)).contains(.exclaimed) && !isStart(follower, .starter)
  }

  /// Whether a sentence begins with what follows, so that it can't be the rest of a name.
  private func isStart(_ follower: Follower, _ starters: WordRoles) -> Bool {
    guard follower.kind == .upper, !follower.isBehindDash else { return false }
    let word = word(from: follower.start)
    guard !text.roles(of: word).isDisjoint(with: starters) else { return false }
    guard word.upperBound < end else { return true }
    let behind = text.scalar(at: word.upperBound).value
    return ScalarClass.isBlank(behind) || behind == 0x2C || behind == 0x27 || behind == 0x2019
  }

  /// Whether another letter with a dot follows, so that the two are one abbreviation or name.
  private func isSpacedAbbreviation(_ follower: Follower) -> Bool {
    let next = word(from: follower.start)
    return text.isLetter(next) && next.upperBound < end && text[next.upperBound] == UInt8(ascii: ".")
  }

  private func word(from offset: Int) -> Range<Int> { text.word(from: offset, to: end) }
}
