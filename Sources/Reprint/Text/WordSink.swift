/// Where the scanner puts the words it finds.
///
/// Words may be written ahead of their acceptance: `write(0, …)`, `write(1, …)` and so on, then `commit` says how many
/// of them are true.
protocol WordSink {
  /// Puts a word, by its hash and its byte range from the start of the text, `index` places behind the last accepted.
  mutating func write(_ index: Int, hash: UInt64, start: Int, end: Int)
  /// Accepts the first `count` words written.
  mutating func commit(_ count: Int)
  /// How many words are accepted.
  var count: Int { get }
  /// Accepts the word that was written at `place`, counted from the first word of all.
  mutating func accept(writtenAt place: Int)
  /// Writes `count` words that were written at `place` at another place too, behind them.
  func copy(_ count: Int, writtenAt place: Int, to other: Int)
}

extension WordSink {
  @inline(__always)
  mutating func append(hash: UInt64, start: Int, end: Int) {
    write(0, hash: hash, start: start, end: end)
    commit(1)
  }
}

/// Keeps hashes only: the clustering path.
struct HashSink: WordSink {
  let hashes: UnsafeMutablePointer<UInt64>
  var count = 0

  @inline(__always)
  mutating func write(_ index: Int, hash: UInt64, start: Int, end: Int) { hashes[count &+ index] = hash }

  @inline(__always)
  mutating func commit(_ accepted: Int) { count &+= accepted }

  @inline(__always)
  mutating func accept(writtenAt place: Int) {
    hashes[count] = hashes[place]
    count &+= 1
  }

  @inline(__always)
  func copy(_ count: Int, writtenAt place: Int, to other: Int) {
    for index in 0..<count { hashes[other &+ index] = hashes[place &+ index] }
  }
}

/// What is kept of where a word stands.
protocol WordMark: BitwiseCopyable {
  /// Takes the word's first byte and the one behind its last, in bytes from the start of its text.
  init(start: Int, end: Int)
}

/// Where a word stands, in bytes from the start of its text.
struct WordPlace: WordMark, Sendable {
  var start: UInt32
  var end: UInt32

  @inline(__always)
  init(start: Int, end: Int) {
    (self.start, self.end) = (UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
  }
}

/// Where a word ends, in bytes from the start of its text.
struct WordEnd: WordMark {
  var offset: UInt32

  @inline(__always)
  init(start: Int, end: Int) { offset = UInt32(truncatingIfNeeded: end) }
}

/// Keeps hashes, and beside them places or ends: the tracing and the verification path.
struct MarkSink<Mark: WordMark>: WordSink {
  let hashes: UnsafeMutablePointer<UInt64>
  let marks: UnsafeMutablePointer<Mark>
  var count = 0

  @inline(__always)
  mutating func write(_ index: Int, hash: UInt64, start: Int, end: Int) {
    hashes[count &+ index] = hash
    marks[count &+ index] = Mark(start: start, end: end)
  }

  @inline(__always)
  mutating func commit(_ accepted: Int) { count &+= accepted }

  @inline(__always)
  mutating func accept(writtenAt place: Int) {
    hashes[count] = hashes[place]
    marks[count] = marks[place]
    count &+= 1
  }

  @inline(__always)
  func copy(_ count: Int, writtenAt place: Int, to other: Int) {
    for index in 0..<count {
      hashes[other &+ index] = hashes[place &+ index]
      marks[other &+ index] = marks[place &+ index]
    }
  }
}

/// Keeps hashes and byte ranges: the alignment path.
struct TokenSink: WordSink {
  private let tokens: UnsafeMutablePointer<Token>
  private(set) var count = 0

  /// Room for the words of a text of this many bytes.
  init(bytes: Int) { tokens = .allocate(capacity: Tokenizer.mostWords(inBytes: bytes)) }

  @inline(__always)
  mutating func write(_ index: Int, hash: UInt64, start: Int, end: Int) {
    (tokens + count + index).initialize(to: Token(hash: hash, start: start, end: end))
  }

  @inline(__always)
  mutating func commit(_ accepted: Int) { count &+= accepted }

  @inline(__always)
  mutating func accept(writtenAt place: Int) {
    tokens[count] = tokens[place]
    count &+= 1
  }

  @inline(__always)
  func copy(_ count: Int, writtenAt place: Int, to other: Int) {
    (tokens + other).initialize(from: tokens + place, count: count)
  }

  /// The tokens, in the order of the text; the sink is used up.
  consuming func finish() -> [Token] {
    let result = Array(UnsafeBufferPointer(start: tokens, count: count))
    tokens.deallocate()
    return result
  }
}

/// A word of a text.
public struct Token: Hashable, Sendable {
  /// The hash of the folded word: equal for all spellings that differ in case, width or composition.
  public let hash: UInt64
  /// Where the word starts, in bytes from the start of the text.
  public let start: Int
  /// Where the word ends: the byte after its last.
  public let end: Int

  public init(hash: UInt64, start: Int, end: Int) {
    self.hash = hash
    self.start = start
    self.end = end
  }
}
