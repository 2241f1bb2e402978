import Reprint

/// A text cut into words and what stands between them.
struct WordPieces {
  struct Piece {
    /// What stands before the word.
    var gap: String
    var word: String
  }

  var pieces: [Piece] = []
  /// What stands behind the last word.
  private var rest = ""

  /// Cuts a text where the engine does.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var tokenizer = Tokenizer()
    let tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
    var end = 0
    for token in tokens {
      // Scripts without spaces give overlapping words; a spinner would not know what to do with them.
      if token.start < end { continue }
      pieces.append(
        Piece(
          gap: String(decoding: bytes[end..<token.start], as: UTF8.self),
          word: String(decoding: bytes[token.start..<token.end], as: UTF8.self)))
      end = token.end
    }
    rest = String(decoding: bytes[end...], as: UTF8.self)
  }

  var text: String { pieces.map { $0.gap + $0.word }.joined() + rest }

  /// Whether a piece is a word that a spinner knows: not a number, nor the end of a contraction (`’s`).
  func isWord(_ index: Int) -> Bool {
    let piece = pieces[index]
    let isContracted = index > 0 && (piece.gap == "’" || piece.gap == "'") && piece.word.count <= 2
    return !isContracted && piece.word.allSatisfy { $0.isLetter }
  }

  /// Whether a word stands in a place that has capitals anyhow: first in the sentence or in a quotation.
  func isFirst(_ index: Int) -> Bool { index == 0 || pieces[index].gap.contains { "“\"‘:•".contains($0) } }
}

extension String {
  /// Whether a word starts with a capital.
  var isCapitalised: Bool { first?.isUppercase ?? false }

  /// The word with the capitals of another.
  func capitalised(like other: String) -> String {
    if other.count > 1, other.allSatisfy({ $0.isUppercase }) { return uppercased() }
    return other.isCapitalised ? prefix(1).uppercased() + dropFirst() : self
  }
}
