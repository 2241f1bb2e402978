/// A copy, made ready once to be aligned with any number of originals.
struct PreparedCopy: Sendable {
  let bytes: [UInt8]
  let text: PreparedText
  let words: PageWords
  /// All its sentences; nil if they are so many that most originals are looked at piece by piece.
  let index: SentenceIndex?

  /// - Complexity: O(n) expected in the bytes of the text, time and memory.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let (text, tokens) = bytes.withUnsafeBufferPointer { PreparedText.read($0) }
    self.text = text
    words = PageWords(bytes, text, tokens: tokens)
    index = text.sentences.count <= AlignmentWindows.mostColumns ? Self.index(text, bytes) : nil
  }

  /// A text that was made ready as an original.
  init(_ original: Original) {
    bytes = original.bytes
    text = original.text
    words = PageWords(bytes, text, tokens: original.words.tokens)
    index = text.sentences.count <= AlignmentWindows.mostColumns ? original.index : nil
  }

  /// All sentences, however many.
  var wholeIndex: SentenceIndex { index ?? Self.index(text, bytes) }

  private static func index(_ text: PreparedText, _ bytes: [UInt8]) -> SentenceIndex {
    bytes.withUnsafeBufferPointer {
      SentenceIndex(text, bytes: $0, sentences: Array(text.sentences.indices), isCopy: true)
    }
  }
}
