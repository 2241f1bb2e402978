import ReprintTestSupport

@testable import Reprint

/// Compares a tokeniser with ``ReferenceTokenizer``, on texts with unreadable memory around them.
struct TokenizerCheck: ~Copyable {
  private var tokenizer = Tokenizer()
  private var second = Tokenizer()
  private let reference = ReferenceTokenizer()
  private let memory = GuardedMemory(capacity: 1 << 16)
  private let quote = UInt8(ascii: "\"")
  /// The hash of every folded word met so far, and the other way round.
  private var hashes: [[UInt32]: UInt64] = [:]
  private var folded: [UInt64: [UInt32]] = [:]

  /// What is wrong with the reading of a plain text, or nil.
  ///
  /// - Parameter behind: readable bytes that do not belong to the text.
  mutating func plain(_ bytes: [UInt8], behind: [UInt8] = []) -> String? {
    let expected = reference.read(plain: bytes)
    for atEnd in [true, false] {
      let all = atEnd ? memory.placeAtEnd(bytes + behind) : memory.placeAtStart(bytes + behind)
      let text = UnsafeBufferPointer(rebasing: all[..<bytes.count])
      tokenizer.resetInvalidSequences()
      tokenizer.hashWords(plain: text, readableEnd: all.baseAddress! + all.count)
      if let problem = compare(expected) { return problem }
    }
    let tokens = tokenizer.tokens(of: memory.placeAtEnd(bytes))
    return compare(tokens, expected) ?? compareAlone(tokens, bytes, isJSON: false)
  }

  /// What is wrong with the reading of a JSON string's content, or nil.
  ///
  /// The content may hold a closing quote; if not, `behind` begins with one.
  mutating func json(_ content: [UInt8], behind: [UInt8] = [UInt8(ascii: "\"")]) -> String? {
    let expected = reference.read(jsonString: content + behind)
    for atEnd in [true, false] {
      let all = [quote] + content + behind
      let line = atEnd ? memory.placeAtEnd(all) : memory.placeAtStart(all)
      let start = line.baseAddress! + 1
      let end = line.baseAddress! + line.count
      tokenizer.resetInvalidSequences()
      let closing = tokenizer.hashWords(jsonString: start, end: end, readableEnd: end)
      if closing - start != expected.end { return "closing quote at \(closing - start), not \(expected.end)" }
      if let problem = compare(expected) { return problem }
    }
    let content = Array((content + behind)[..<expected.end])
    let tokens = tokenizer.tokens(ofJSONString: memory.placeAtEnd(content))
    return compare(tokens, expected) ?? compareAlone(tokens, content, isJSON: true)
  }

  /// Compares the hashes that the tokeniser holds.
  private mutating func compare(_ expected: ReferenceTokenizer.Reading) -> String? {
    let found = Array(tokenizer.hashes)
    guard found.count == expected.words.count else {
      return "\(found.count) words, not \(expected.words.map(\.text))"
    }
    for (hash, word) in zip(found, expected.words) {
      if let problem = compare(hash, word) { return problem }
    }
    if tokenizer.invalidSequences != expected.invalidSequences {
      return "\(tokenizer.invalidSequences) invalid sequences, not \(expected.invalidSequences)"
    }
    return nil
  }

  private mutating func compare(_ tokens: [Token], _ expected: ReferenceTokenizer.Reading) -> String? {
    if tokens.map(\.hash) != Array(tokenizer.hashes) { return "other hashes with ranges than without" }
    for (token, word) in zip(tokens, expected.words) where token.start..<token.end != word.range {
      return "'\(word.text)' at \(token.start)..<\(token.end), not \(word.range)"
    }
    return nil
  }

  /// Whether this is the one hash of the word: that of its folded UTF-8.
  private mutating func compare(_ hash: UInt64, _ word: ReferenceTokenizer.Word) -> String? {
    if hashes[word.folded] == nil {
      let bytes = Array(word.text.utf8)
      let own = (bytes + [UInt8](repeating: 0, count: 16)).withUnsafeBufferPointer {
        WordHash.hash($0.baseAddress!, count: bytes.count, lowercase: 0, lengths: WordHash.lengths)
      }
      // What folded once folds to itself.
      if bytes.withUnsafeBufferPointer({ second.tokens(of: $0) }).map(\.hash) != [own] {
        return "'\(word.text)' alone is another word, or several"
      }
      hashes[word.folded] = own
      if let other = folded.updateValue(word.folded, forKey: own) { return "'\(word.text)' has the hash of \(other)" }
    }
    return hashes[word.folded] == hash ? nil : "the hash of '\(word.text)' at \(word.range) is another's"
  }

  /// Each token's bytes by themselves spell the same word. (A scalar that folds to letters of two words, such as Thai
  /// SARA AM behind a Latin letter, gives the range both.)
  private mutating func compareAlone(_ tokens: [Token], _ bytes: [UInt8], isJSON: Bool) -> String? {
    for token in tokens {
      let own = bytes[token.start..<token.end].withUnsafeBufferPointer {
        isJSON ? second.tokens(ofJSONString: $0) : second.tokens(of: $0)
      }
      if !own.contains(where: { $0.hash == token.hash }) {
        return "\(token.start)..<\(token.end) alone is another word"
      }
      if own.count != 1 && bytes[token.start..<token.end].allSatisfy({ $0 < 0x80 }) && !isJSON {
        return "\(token.start)..<\(token.end) alone is several words"
      }
    }
    return nil
  }
}

/// A text as a failing test should show it.
func shown(_ bytes: [UInt8]) -> String {
  bytes.map { (0x20..<0x7F).contains($0) ? String(Unicode.Scalar($0)) : "<\(String($0, radix: 16))>" }.joined()
}
