/// The names and numbers of an original and a page: what each has of its own besides those that both have.
///
/// Two reports on one event share its names and numbers, and each has others; who rewrites a text adds few.
struct ParticularWords {
  /// The words of both by their keys, those of the original first.
  private var keys: KeyTable
  private let ofOriginal: Int
  private var capitals: [CapitalCount] = []
  /// Whether capitals say what is a name.
  private let tellsNames: Bool

  /// Where more of the words inside sentences have capitals, nouns have them too, or the text is no prose.
  private static let mostCapitals = 0.25

  /// - Complexity: O(n) expected in the words of both texts.
  init(original: PreparedText, page: PreparedText) {
    keys = KeyTable(expected: original.words.count)
    func read(_ text: PreparedText, _ keys: inout KeyTable, _ capitals: inout [CapitalCount]) {
      for sentence in text.sentences {
        let isTitle = Self.isTitle(sentence, text)
        for place in sentence.words {
          let word = text.words[place]
          let number = keys.insert(word.key)
          if number == capitals.count { capitals.append(CapitalCount()) }
          guard !isTitle, place > sentence.words.lowerBound, !word.isNumber else { continue }
          capitals[number].add(isCapitalised: word.isCapitalised)
        }
      }
    }
    read(original, &keys, &capitals)
    ofOriginal = keys.count
    read(page, &keys, &capitals)
    let all = capitals.reduce(CapitalCount(), +)
    tellsNames = Double(all.capitalised) <= Self.mostCapitals * Double(all.all)
  }

  /// Whether a word is a name: written with a capital most times inside sentences.
  func isName(_ word: PreparedText.Word) -> Bool {
    guard tellsNames, !word.isNumber else { return false }
    let number = keys.number(of: word.key)
    return number >= 0 && capitals[number].isName
  }

  /// Whether a sentence of the page has a name that the original has.
  func isOnTopic(_ sentence: PreparedText.Sentence, of page: PreparedText) -> Bool {
    sentence.words.contains { place in
      let word = page.words[place]
      return word.isCapitalised && isOriginals(word) && isName(word)
    }
  }

  /// Names and numbers of a sentence of the page that the original lacks.
  func strangers(in sentence: PreparedText.Sentence, of page: PreparedText) -> Int {
    let isTitle = Self.isTitle(sentence, page)
    return sentence.words.count { place in
      let word = page.words[place]
      let mayBeName = !isTitle && place > sentence.words.lowerBound && word.isCapitalised
      return (word.isNumber || mayBeName && isName(word)) && !isOriginals(word)
    }
  }

  private func isOriginals(_ word: PreparedText.Word) -> Bool {
    let number = keys.number(of: word.key)
    return number >= 0 && number < ofOriginal
  }

  /// Whether most words inside a sentence have capitals: a headline.
  private static func isTitle(_ sentence: PreparedText.Sentence, _ text: PreparedText) -> Bool {
    2 * sentence.words.dropFirst().count { text.words[$0].isCapitalised } > sentence.words.count - 1
  }
}
