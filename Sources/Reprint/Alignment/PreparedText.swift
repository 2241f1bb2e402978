/// A text made ready for alignment: its sentences, and for each word what it is compared by.
struct PreparedText: Sendable {
  struct Word: Sendable {
    /// Equal for words with the same stem, and for numbers with the same value.
    var key: UInt64
    var stem: StemBytes
    /// UTF-8 bytes of the text.
    var start: Int
    var end: Int
    var isNumber = false
    /// A whole number below a hundred.
    var isSmallNumber = false
    var isCapitalised = false
    var isQuoted = false
  }

  /// A punctuation mark and how many words of its sentence stand before it.
  struct Mark: Sendable, Equatable {
    var kind: UInt8
    var position: Int32
  }

  struct Sentence: Sendable {
    var range: Range<Int>
    var words: Range<Int>
    var marks: Range<Int>
    var isTerminated: Bool
    /// Whether it stands alone on its line.
    var isLine: Bool
  }

  private(set) var words: [Word] = []
  private(set) var marks: [Mark] = []
  private(set) var sentences: [Sentence] = []

  /// - Complexity: O(n) in the bytes of the text.
  init(_ text: UnsafeBufferPointer<UInt8>) { self = Self.read(text).text }

  /// A text made ready, and its words as the tokeniser finds them.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> (text: PreparedText, tokens: [Token]) {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokens(of: text)
    return (PreparedText(text, tokens), tokens)
  }

  private init(_ text: UnsafeBufferPointer<UInt8>, _ tokens: [Token]) {
    let found = SentenceSplitter.sentences(of: text)
    words.reserveCapacity(tokens.count)
    sentences.reserveCapacity(found.count)
    var next = 0
    for sentence in found {
      while next < tokens.count, tokens[next].start < sentence.range.lowerBound { next += 1 }
      let firstWord = words.count
      let firstMark = marks.count
      while next < tokens.count, tokens[next].start < sentence.range.upperBound {
        next += append(tokens, at: next, text)
      }
      punctuate(text, sentence.range, words: firstWord..<words.count)
      sentences.append(
        Sentence(
          range: sentence.range, words: firstWord..<words.count, marks: firstMark..<marks.count,
          isTerminated: sentence.isTerminated, isLine: sentence.startsLine && sentence.endsLine))
    }
  }

  /// What a word on its own is compared by; nil if it is none, or several.
  static func key(ofWord word: String) -> UInt64? {
    var word = word
    return word.withUTF8 { key(of: $0) }
  }

  /// What a word on its own is compared by; nil if it is none, or several.
  static func key(of word: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let text = PreparedText(word)
    return text.words.count == 1 ? text.words[0].key : nil
  }

  /// The text with some keys in the place of others.
  func replacing(_ keys: [UInt64: UInt64]) -> PreparedText {
    var result = self
    for index in words.indices {
      if let key = keys[words[index].key] { result.words[index].key = key }
    }
    return result
  }

  /// Appends the word that starts at token `index` and returns how many tokens it takes.
  private mutating func append(_ tokens: [Token], at index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    let token = tokens[index]
    if NumberReader.mayStart(token, text) || NumberReader.isAmount(token, text),
      let number = NumberReader.read(tokens, at: index, in: text)
    {
      let key = Mix.finalize(number.value.bitPattern ^ Mix.a)
      let end = tokens[index + number.tokens - 1].end
      words.append(
        Word(
          key: key, stem: StemBytes(UnsafeBufferPointer(rebasing: text[token.start..<token.start])), start: token.start,
          end: end, isNumber: true,
          isSmallNumber: number.value < 100 && number.value == number.value.rounded()))
      return number.tokens
    }
    words.append(Self.word(token, text))
    return 1
  }

  /// A word by its stem if it is plain ASCII, else by the token's hash, which folds case and accents' composition.
  private static func word(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Word {
    WordStem.withStem(of: UnsafeBufferPointer(rebasing: text[token.start..<token.end])) { stem, isPlain, hasDigit in
      Word(
        key: isPlain ? WordStem.key(stem) : token.hash, stem: StemBytes(stem), start: token.start, end: token.end,
        isNumber: hasDigit, isCapitalised: isCapital(text, at: token.start, to: token.end))
    }
  }

  /// Whether a word starts with a capital.
  static func isCapital(_ text: UnsafeBufferPointer<UInt8>, at start: Int, to end: Int) -> Bool {
    let byte = text[start]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    guard let base = text.baseAddress else { return false }
    let scalar = PlainEncoding.decode(base + start, base + end).value
    guard scalar < 0x11_0000 else { return false }
    // Only letters with case fold to another letter of a script that has case.
    return scalar < 0x590 && (Unicode.Scalar(scalar)?.properties.isUppercase ?? false)
  }
}

// MARK: Punctuation

extension PreparedText {
  /// Shorter quotations are titles, nicknames and scare quotes.
  private static let shortestQuotation = 12

  /// Closing marks that mean something else where nothing was opened.
  private static let closers: [UInt32: UInt32] = [0x201E: 0x201C, 0xBB: 0xAB, 0x2018: 0x2019]

  /// Finds the marks of a sentence, and which of its words stand in quotation marks.
  private mutating func punctuate(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, words: Range<Int>
  ) {
    guard let base = text.baseAddress else { return }
    var word = words.lowerBound
    var opened: Int? = nil
    var closer: UInt32? = nil
    var offset = range.lowerBound
    while offset < range.upperBound {
      // Marks stand between words; what is inside a word belongs to it.
      if word < words.upperBound, offset >= self.words[word].start {
        offset = max(offset + 1, self.words[word].end)
        word += 1
        continue
      }
      let decoded = PlainEncoding.decode(base + offset, base + range.upperBound)
      let position = Int32(word - words.lowerBound)
      var punctuation = Punctuation(decoded.value)
      // German quotations, „so“ and »so«, and British ones, ‘so’, whose closing mark is an apostrophe between letters.
      if decoded.value == closer,
        decoded.value != 0x2019 || word == words.upperBound || self.words[word].start > offset + 3
      {
        punctuation = .closes
      } else if decoded.value == 0xBB, opened == nil, word < words.upperBound, self.words[word].start == offset + 2,
        offset == range.lowerBound || text[offset - 1] == 0x20
      {
        punctuation = .opens
      }
      switch punctuation {
      case .mark(let kind): marks.append(Mark(kind: kind, position: position))
      case .hyphen:
        if offset > range.lowerBound, text[offset - 1] == 0x20, offset + 1 < range.upperBound, text[offset + 1] == 0x20
        {
          marks.append(Mark(kind: UInt8(ascii: "-"), position: position))
        }
      case .opens:
        opened = offset
        closer = Self.closers[decoded.value]
        marks.append(Mark(kind: UInt8(ascii: "\""), position: position))
      case .closes:
        quote(text, from: opened ?? range.lowerBound, to: offset, words: words)
        marks.append(Mark(kind: UInt8(ascii: "\""), position: position))
        (opened, closer) = (nil, nil)
      case .toggles:
        if let start = opened {
          quote(text, from: start, to: offset, words: words)
          (opened, closer) = (nil, nil)
        } else {
          opened = offset
        }
        marks.append(Mark(kind: UInt8(ascii: "\""), position: position))
      case .other: break
      }
      offset += max(1, decoded.length)
    }
    if let start = opened { quote(text, from: start, to: range.upperBound, words: words) }
  }

  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, words: Range<Int>) {
    guard end - start > Self.shortestQuotation else { return }
    for index in words where self.words[index].start >= start && self.words[index].end <= end {
      self.words[index].isQuoted = true
    }
  }
}

/// What a scalar between words is to the skeleton of a sentence.
private enum Punctuation {
  case mark(UInt8)
  case hyphen
  case opens
  case closes
  case toggles
  case other

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x2C, 0x3001, 0xFF0C: self = .mark(UInt8(ascii: ","))
    case 0x3B, 0xFF1B: self = .mark(UInt8(ascii: ";"))
    case 0x3A, 0xFF1A: self = .mark(UInt8(ascii: ":"))
    case 0x2013, 0x2014: self = .mark(UInt8(ascii: "-"))
    case 0x28, 0xFF08: self = .mark(UInt8(ascii: "("))
    case 0x29, 0xFF09: self = .mark(UInt8(ascii: ")"))
    case 0x24, 0xA3, 0xA5, 0x20AC: self = .mark(UInt8(ascii: "$"))
    case 0x25, 0xFF05: self = .mark(UInt8(ascii: "%"))
    case 0x2D: self = .hyphen
    case 0x201C, 0x201E, 0xAB, 0x300C, 0x2018: self = .opens
    case 0x201D, 0xBB, 0x300D: self = .closes
    case 0x22: self = .toggles
    default: self = .other
    }
  }
}
