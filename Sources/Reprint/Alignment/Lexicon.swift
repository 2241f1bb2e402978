/// A word that a spinner puts in the place of another.
public struct Substitution: Sendable, Equatable, Comparable {
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

  /// More frequent ones first, then by their words.
  public static func < (first: Substitution, second: Substitution) -> Bool {
    if first.count != second.count { return first.count > second.count }
    return (first.copy, first.original) < (second.copy, second.original)
  }
}

/// The substitutions of a word spinner, most frequent first.
public struct Lexicon: Sendable, Equatable {
  public let entries: [Substitution]

  public init(_ entries: [Substitution] = []) { self.entries = entries }

  public var isEmpty: Bool { entries.isEmpty }

  /// One lexicon of several, as the pages of one spinner teach it.
  ///
  /// A word that two of them read differently is read as the more frequent has it.
  package static func pooled(_ lexicons: [Lexicon]) -> Lexicon {
    var readings: [String: [String: (count: Int, confidence: Double)]] = [:]
    for entry in lexicons.flatMap(\.entries) {
      let known = readings[entry.copy]?[entry.original] ?? (0, 0)
      readings[entry.copy, default: [:]][entry.original] = (
        known.count + entry.count, max(known.confidence, entry.confidence)
      )
    }
    let entries = readings.compactMap { copy, originals in
      originals.map {
        Substitution(copy: copy, original: $0.key, count: $0.value.count, confidence: $0.value.confidence)
      }
      .min()
    }
    return Lexicon(entries.sorted())
  }
}
