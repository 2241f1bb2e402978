import ReprintCorpora

/// Words that stand for words: what a spinner works by.
///
/// All words are folded to lower case.
package struct WordTable: Sendable, Equatable {
  /// By the original's word.
  package private(set) var copies: [String: String] = [:]
  /// Words that no word may be replaced by: those of the texts, and those in use already.
  private var taken: Set<String>
  private var oddWordsLeft: [String]

  /// An empty table.
  ///
  /// - Parameter vocabulary: words of the texts to be spun: no replacement is one of them, so that a word of the spun
  ///   text can be told to be a replacement.
  init(avoiding vocabulary: Set<String>, _ random: inout SeededGenerator) {
    taken = vocabulary
    oddWordsLeft = random.shuffled(oddWords.filter { !vocabulary.contains($0) })
  }

  package subscript(original: String) -> String? { copies[original] }

  /// All replacements, in the order of their originals.
  var replacements: [String] { copies.sorted { $0.key < $1.key }.map(\.value) }

  /// Adds replacements for a share of the words: odd English for one half, nonsense for the other.
  mutating func extend(by words: Set<String>, share: Double, _ random: inout SeededGenerator) {
    let ordered = words.sorted()
    let chosen = random.shuffled(Array(ordered.indices)).prefix(Int((share * Double(ordered.count)).rounded()))
    for (place, word) in chosen.enumerated() {
      if place.isMultiple(of: 2), let odd = oddWordsLeft.popLast() {
        taken.insert(odd)
        copies[ordered[word]] = odd
      } else {
        copies[ordered[word]] = nonsense(&random)
      }
    }
  }

  /// A word that can be said and means nothing, not used before.
  private mutating func nonsense(_ random: inout SeededGenerator) -> String {
    while true {
      var word = ""
      // One syllable too easily means something after all.
      for _ in 0..<2 + random.below(2) { word += random.pick(Self.onsets) + random.pick(Self.vowels) }
      word += random.pick(Self.codas)
      if taken.insert(word).inserted { return word }
    }
  }

  private static let onsets = """
    b bl br ch d dr f fl fr g gl gr h j k kl kr l m n p pl pr r s sh sk sl sm sn sp st t th tr tw v w y z
    """.split(separator: " ").map(String.init)
  private static let vowels = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "u", "ai", "ee", "oo", "ou"]
  private static let codas = [
    "", "", "", "b", "d", "f", "g", "k", "l", "lt", "m", "mp", "n", "nd", "p", "r", "rn", "t",
  ]
}
