/// A made-up dump of any size with planted clusters of near-copies, shuffled; the same bytes every time.
///
/// Each document is made from its own numbers alone, so that a dump of a million takes the memory of a few lists. Words are
/// made up, plain ASCII and lower case but for the first of a sentence, so that nobody's tokeniser is put at a disadvantage. One
/// sentence in twelve is a stock phrase and one document in ten carries one of fifty notices, so that documents which are no
/// copies share shingles, as they do on real pages.
package struct PlantedCorpus: Sendable {
  /// What dump to make.
  package struct Options: Sendable, Equatable {
    package var documents = 20_000
    /// Documents out of a hundred that belong to a planted cluster.
    package var planted = 40
    /// Words in a document, on average.
    package var words = 230
    package var seed: UInt64 = 1

    package init() {}
  }

  /// How a document came about.
  package struct Label: Sendable, Equatable {
    /// The number of its cluster; nil for a document by itself.
    package var cluster: Int?
    /// Words out of a thousand that were changed; 0 for the first of a cluster and for exact copies.
    package var edits: Int
    /// Whether a part was cut off, or its halves swapped.
    package var isRearranged: Bool
  }

  package let options: Options
  private let vocabulary: Vocabulary
  private let phrases: [[Int32]]
  private let notices: [[Int32]]
  /// For each document its cluster or, from `clusters` on, the number that it alone has.
  private let story: [UInt32]
  /// For each document its place in the cluster, from 0.
  private let member: [UInt8]
  /// Planted clusters.
  package let clusters: Int

  private static let editRates = [0, 10, 20, 40, 80, 150]
  private static let mostMembers = 50

  /// - Precondition: at least one document, at least eight words, and at most 100 of 100 documents planted.
  package init(_ options: Options) {
    precondition(options.documents >= 1 && options.words >= 8 && (0...100).contains(options.planted))
    self.options = options
    var random = SeededGenerator(seed: options.seed)
    let vocabulary = Vocabulary(.english, count: 8000, seed: 11)
    self.vocabulary = vocabulary
    phrases = (0..<400).map { _ in Self.sentence(&random, vocabulary, 8 + random.below(17)) }
    notices = (0..<50).map { _ in Self.sentence(&random, vocabulary, 25 + random.below(21)) }

    var order: [(story: UInt32, member: UInt8)] = []
    order.reserveCapacity(options.documents)
    let planted = options.documents * options.planted / 100
    var story: UInt32 = 0
    while planted - order.count >= 2 {
      // Of a cluster as large as this or larger there is one for every so many, as with copies on the web.
      let size = min(max(2, Self.mostMembers * 2 / (1 + random.below(Self.mostMembers))), planted - order.count)
      for place in 0..<min(size, Self.mostMembers) { order.append((story, UInt8(place))) }
      story += 1
    }
    clusters = Int(story)
    while order.count < options.documents {
      order.append((story, 0))
      story += 1
    }
    for index in order.indices.dropFirst().reversed() { order.swapAt(index, random.below(index + 1)) }
    self.story = order.map(\.story)
    member = order.map(\.member)
  }

  package var count: Int { story.count }

  /// Appends a document's record, a line of JSON.
  package func appendRecord(_ document: Int, to bytes: inout [UInt8]) {
    bytes += "{\"id\": \"d\(document)\", \"text\": \"".utf8
    let words = self.document(document).words
    var sentences = 0
    var startsSentence = true
    for (index, word) in words.enumerated() {
      bytes += vocabulary.spelling(word & Self.wordMask, isCapitalised: startsSentence)
      startsSentence = word & Self.sentenceEnd != 0
      let isLast = index == words.count - 1
      if startsSentence || isLast { bytes.append(UInt8(ascii: ".")) }
      if startsSentence && !isLast {
        sentences += 1
        bytes += (sentences % 4 == 0 ? "\\n" : " ").utf8
      } else if !isLast {
        // A comma follows some words and not others, in copies too.
        bytes += (word % 19 == 0 ? ", " : " ").utf8
      }
    }
    bytes += "\"}\n".utf8
  }

  package func label(of document: Int) -> Label { self.document(document).label }

  // MARK: Documents

  private static let sentenceEnd: Int32 = 1 << 24
  private static let wordMask: Int32 = sentenceEnd - 1

  private static func sentence(_ random: inout SeededGenerator, _ vocabulary: Vocabulary, _ count: Int) -> [Int32] {
    var words = (0..<count).map { _ in vocabulary.pick(&random) }
    words[count - 1] |= sentenceEnd
    return words
  }

  private func document(_ document: Int) -> (words: [Int32], label: Label) {
    let story = UInt64(story[document])
    let place = UInt64(member[document])
    // Streams of numbers of their own for a story and for each copy of it.
    var random = SeededGenerator(seed: options.seed &* 0x9E37_79B9 &+ story &<< 8)
    let words = original(&random)
    var label = Label(cluster: story < clusters ? Int(story) : nil, edits: 0, isRearranged: false)
    guard place > 0 else { return (words, label) }
    random = SeededGenerator(seed: options.seed &* 0x9E37_79B9 &+ story &<< 8 &+ place)
    label.edits = random.pick(Self.editRates)
    var copy = edited(words, perThousand: label.edits, &random)
    switch random.below(20) {
    case 0:
      copy.removeLast(copy.count * (5 + random.below(25)) / 100)
      label.isRearranged = true
    case 1:
      copy = Array(copy[(copy.count / 2)...] + copy[..<(copy.count / 2)])
      label.isRearranged = true
    default: break
    }
    return (copy, label)
  }

  private func original(_ random: inout SeededGenerator) -> [Int32] {
    var count = options.words / 4 + random.below(options.words)
    if random.oneIn(4) { count *= 2 }
    if random.oneIn(40) { count *= 5 }
    var words: [Int32] = []
    words.reserveCapacity(count + 64)
    while words.count < count {
      if random.oneIn(12) {
        words += phrases[random.below(random.oneIn(2) ? 20 : phrases.count)]
      } else {
        words += Self.sentence(&random, vocabulary, min(6 + random.below(20), max(1, count - words.count)))
      }
    }
    if random.oneIn(10) && count >= 180 { words += random.pick(notices) }
    return words
  }

  /// Three changed words of five are replaced, one is left out, and one is put in.
  private func edited(_ words: [Int32], perThousand: Int, _ random: inout SeededGenerator) -> [Int32] {
    guard perThousand > 0 else { return words }
    var copy: [Int32] = []
    copy.reserveCapacity(words.count + 16)
    for word in words {
      guard random.below(1000) < perThousand else {
        copy.append(word)
        continue
      }
      switch random.below(5) {
      case 0: break
      case 1: copy += [vocabulary.pick(&random), word]
      default: copy.append(vocabulary.pick(&random) | word & Self.sentenceEnd)
      }
    }
    return copy
  }
}
