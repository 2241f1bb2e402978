import ReprintCorpora

/// Makes spun pages that are hard to align: most words are replaced, sentences are dropped, moved and mixed with those of
/// other stories.
///
/// Equal for equal seeds.
package struct HardSpinner: Sendable {
  package struct Options: Sendable {
    /// Share of the vocabulary that the table replaces.
    package var share = 0.9
    /// Whether names stay.
    package var namesKept = false
    /// Share of the sentences left out.
    package var dropped = 0.25
    /// Share of the kept sentences that stand elsewhere.
    package var moved = 0.15
    /// Share of the kept sentences that a foreign one stands before.
    package var foreign = 0.5
    /// Probability of a word to be left out, or another to be put before it.
    package var noise = 0.04

    package init() {}
  }

  package struct Result: Sendable, Equatable {
    package let page: GoldPage
    /// What was replaced by what, in sentences of the story and in foreign ones.
    package let table: WordTable
  }

  package var options: Options
  package var seed: UInt64

  package init(seed: UInt64, options: Options = Options()) {
    self.seed = seed
    self.options = options
  }

  /// Spins a story.
  ///
  /// - Parameter others: where foreign sentences are taken from; there are none without.
  package func spin(_ story: GoldStory, among others: [GoldStory] = []) -> Result {
    var random = SeededGenerator(seed: seed)
    let count = story.original.sentences.count
    let dropped = random.sample(options.dropped, of: count)
    let order = move(Array(0..<count).filter { !dropped.contains($0) }, &random)
    let own = story.original.sentences.map { WordPieces($0) }

    let foreignTexts = others.filter { $0.id != story.id }.flatMap(\.original.sentences)
    let hosts = foreignTexts.isEmpty ? [] : random.sample(options.foreign, of: order.count)
    let foreign = (0..<hosts.count).map { _ in WordPieces(random.pick(foreignTexts)) }

    let ownWords = vocabulary(of: own)
    let foreignWords = vocabulary(of: foreign).subtracting(ownWords)
    let kept = options.namesKept ? names(in: own + foreign) : []
    var table = WordTable(avoiding: ownWords.union(foreignWords), &random)
    table.extend(by: ownWords.subtracting(kept), share: options.share, &random)
    table.extend(by: foreignWords.subtracting(kept), share: options.share, &random)

    let replacements = table.replacements
    var sentences: [GoldSentence] = []
    var nextForeign = 0
    for (place, number) in order.enumerated() {
      if hosts.contains(place) {
        let text = spin(foreign[nextForeign], table, replacements, &random)
        sentences.append(GoldSentence(text: text, from: [], how: .none))
        nextForeign += 1
      }
      let text = spin(own[number], table, replacements, &random)
      sentences.append(GoldSentence(text: text, from: [number], how: .spun))
    }
    let page = GoldPage(
      id: "\(story.id)-hard-\(seed)", kind: .spun, outlet: "Spun", url: "https://spun.example/\(story.id)/\(seed)",
      published: story.original.published, sentences: sentences)
    return Result(page: page, table: table)
  }

  /// Puts a share of the sentences elsewhere; those that stay keep their order.
  private func move(_ numbers: [Int], _ random: inout SeededGenerator) -> [Int] {
    let moving = random.sample(options.moved, of: numbers.count)
    var order = numbers.indices.filter { !moving.contains($0) }.map { numbers[$0] }
    for place in moving.sorted() {
      let number = numbers[place]
      // Where it came from is no other place.
      let home = order.firstIndex { $0 > number } ?? order.count
      var target = random.below(max(1, order.count))
      if target >= home { target += 1 }
      order.insert(number, at: min(target, order.count))
    }
    return order
  }

  private func vocabulary(of sentences: [WordPieces]) -> Set<String> {
    var words: Set<String> = []
    for sentence in sentences {
      for index in sentence.pieces.indices where sentence.isWord(index) {
        words.insert(sentence.pieces[index].word.lowercased())
      }
    }
    return words
  }

  /// Words that have capitals where others have none, and are never without.
  private func names(in sentences: [WordPieces]) -> Set<String> {
    var names: Set<String> = []
    var others: Set<String> = []
    for sentence in sentences {
      for index in sentence.pieces.indices where sentence.isWord(index) {
        let word = sentence.pieces[index].word
        if !word.isCapitalised {
          others.insert(word)
        } else if !sentence.isFirst(index) {
          names.insert(word.lowercased())
        }
      }
    }
    return names.subtracting(others)
  }

  private func spin(
    _ sentence: WordPieces, _ table: WordTable, _ replacements: [String], _ random: inout SeededGenerator
  ) -> String {
    var spun = sentence
    spun.pieces = []
    for index in sentence.pieces.indices {
      var piece = sentence.pieces[index]
      if sentence.isWord(index) {
        if let copy = table[piece.word.lowercased()] { piece.word = copy.capitalised(like: piece.word) }
        // Noise keeps to words between plain spaces, so that punctuation stays where it was.
        if piece.gap == " ", !replacements.isEmpty, random.chance(options.noise) {
          if random.chance(0.5) { continue }
          spun.pieces.append(WordPieces.Piece(gap: " ", word: random.pick(replacements)))
        }
      }
      spun.pieces.append(piece)
    }
    return spun.text
  }
}
