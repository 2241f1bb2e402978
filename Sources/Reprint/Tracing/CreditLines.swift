/// Lines outside of an article that may credit another: `First published by The Harbour Post` in a box or a footer.
///
/// They are no part of the text, and most of what stands around articles names outlets for other reasons. So only short
/// lines count that have words for whose something is (``CreditPhrases/findPublisher(_:_:_:)``).
package struct CreditLines: ~Copyable {
  /// UTF-8, each line with a newline behind it.
  package private(set) var bytes: [UInt8]
  /// Made for the first line that needs it.
  private var tokenizer: Tokenizer?

  /// Longer lines are texts.
  private static let mostBytes = 400

  package init() { bytes = [] }

  /// Starts anew, with lines that were found before.
  package mutating func reset(to known: [UInt8]) { bytes = known }

  /// Adds those of some lines that may credit somebody, and returns whether there are any.
  ///
  /// - Complexity: O(n) in the bytes.
  @discardableResult
  package mutating func add(_ lines: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = bytes.count
    for line in lines.split(separator: 0x0A) where line.count <= Self.mostBytes {
      let line = UnsafeBufferPointer(rebasing: line)
      guard CreditPhrases.mayHavePublisher(line) else { continue }
      if tokenizer == nil { tokenizer = Tokenizer() }
      guard CreditPhrases.hasPublisher(tokenizer!.tokens(of: line)) else { continue }
      bytes += line
      bytes.append(0x0A)
    }
    return bytes.count > before
  }
}

extension OutletNames {
  /// What lines outside of a page's text say of the outlet, where they say that something is its.
  ///
  /// - Parameter own: the original's ``TracedArticle/ownLines``, which may have been copied along.
  func credit(inLines lines: [UInt8], except own: Set<ArraySlice<UInt8>>) -> [Attribution.Evidence] {
    guard !lines.isEmpty else { return [] }
    let words = PlainWords(lines)
    let promotions = MentionLines(words)
    func evidence(_ range: Range<Int>, _ kind: Attribution.Class, isPromotion: Bool = false) -> Attribution.Evidence {
      let isCopied = isPromotion || own.contains(words.line(around: range))
      return .init(kind: isCopied ? .leaked : kind, text: words.string(range), range: nil)
    }
    return addresses(in: words.bytes).map { evidence($0, .linked) }
      + mentions(words.tokens, words.bytes).compactMap { mention in
        CreditPhrases.findPublisher(mention.words, words.tokens, words.bytes).map {
          evidence(words.bytes(of: $0), .named, isPromotion: promotions.isPromotion(around: mention.words))
        }
      }
  }
}

/// The lines of a page that speak for an outlet rather than of it: its newsletter, its events.
struct MentionLines<Words: PlacedText> {
  private let words: Words

  init(_ words: Words) { self.words = words }

  func isPromotion(around mention: Range<Int>) -> Bool {
    let first = max(0, mention.lowerBound - 12)
    let last = min(words.tokens.count, mention.upperBound + 12)
    return (first..<last).contains { place in
      Promotions.words.contains(words.tokens[place].hash) && !isLineBetween(place, mention)
    }
  }

  private func isLineBetween(_ place: Int, _ mention: Range<Int>) -> Bool {
    let start = min(words.tokens[place].end, words.tokens[mention.lowerBound].start)
    let end = max(words.tokens[place].start, words.tokens[mention.upperBound - 1].end)
    return words.bytes[start..<max(start, end)].contains(0x0A)
  }
}

/// Words that invite to something.
private enum Promotions {
  static let words = Set(
    [
      "subscribe", "newsletter", "newsletters", "subscribers", "register", "tickets", "app", "follow", "abonnieren",
      "suscríbete", "abonnez",
    ].compactMap { CreditPhrases.hashes(of: $0).first })
}

/// A text's words and nothing more.
struct PlainWords: PlacedText {
  let tokens: [Token]
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    var tokenizer = Tokenizer()
    tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
    self.bytes = bytes
  }
}
