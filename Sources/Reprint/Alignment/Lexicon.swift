/// A word that a spinner puts in the place of another.
public struct Substitution: Sendable, Equatable {
  /// As the copies have it, folded: `nan`.
  public let copy: String
  /// As the original had it, folded: `the`.
  public let original: String
  /// How often it was seen.
  public let count: Int
  /// How sure it is that the one stands for the other, 0 to 1.
  public let confidence: Double

  public init(copy: String, original: String, count: Int, confidence: Double) {
    self.copy = copy
    self.original = original
    self.count = count
    self.confidence = confidence
  }
}

/// The substitutions of a word spinner, most frequent first.
public struct Lexicon: Sendable, Equatable {
  public let entries: [Substitution]

  public init(_ entries: [Substitution] = []) { self.entries = entries }

  public var isEmpty: Bool { entries.isEmpty }
}
