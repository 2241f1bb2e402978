/// Lines outside of an article that may credit another: `First published by The Harbour Post` in a box or a footer.
///
/// They are no part of the text, and most of what stands around articles names outlets for other reasons. So only short
/// lines count that have words for where something was published first.
package struct CreditLines: ~Copyable {
  /// UTF-8, each line with a newline behind it.
  package private(set) var bytes: [UInt8]
  private var tokenizer = Tokenizer()

  /// Longer lines are texts.
  private static let mostBytes = 400

  package init() { bytes = [] }

  /// Starts anew.
  ///
  /// - Parameter known: lines that were found before.
  package mutating func removeAll(except known: [UInt8]) { bytes = known }

  /// Adds those of some lines that may credit somebody, and returns whether there are any.
  ///
  /// - Complexity: O(n) in the bytes.
  @discardableResult
  package mutating func add(_ lines: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = bytes.count
    for line in lines.split(separator: 0x0A) where line.count <= Self.mostBytes {
      let line = UnsafeBufferPointer(rebasing: line)
      guard CreditPhrases.hasPublisher(tokenizer.tokens(of: line)) else { continue }
      bytes += line
      bytes.append(0x0A)
    }
    return bytes.count > before
  }
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
