import Testing

@testable import Reprint

@Suite struct WordReplacementsTests {
  /// The replacements between texts with as many sentences.
  private func replacements(_ copy: String, _ source: String) -> WordReplacements {
    let (copyBytes, sourceBytes) = (Array(copy.utf8), Array(source.utf8))
    return copyBytes.withUnsafeBufferPointer { copyBuffer in
      sourceBytes.withUnsafeBufferPointer { sourceBuffer in
        let (copyText, sourceText) = (PreparedText(copyBuffer), PreparedText(sourceBuffer))
        precondition(copyText.sentences.count == sourceText.sentences.count)
        let matcher = WordMatcher(
          copy: copyText, copyBytes: copyBuffer, source: sourceText, sourceBytes: sourceBuffer, substitutes: [:])
        var total = WordReplacements()
        for (sentence, other) in zip(copyText.sentences, sourceText.sentences) {
          total += WordReplacements(matcher.match(sentence, other).matches, of: sentence, other)
        }
        return total
      }
    }
  }

  @Test func stretchesAreCountedFromWordToWord() {
    let found = replacements(
      "Two shuttles left the haven in thick grey fog today.", "Two ferries left the harbour in fog at noon today.")
    // ferries and harbour are replaced; thick grey is put in, at noon left out.
    #expect(found.even == 2)
    #expect(found.replaced == 2)
    #expect(found.uneven == 2)
    #expect(found.words == 10)
    let same = replacements("The same words.", "The same words.")
    #expect((same.even, same.uneven, same.replaced) == (0, 0, 0))
  }

  private static let article = """
    The ferry lost both engines on Tuesday night and drifted for six hours. The captain dropped two anchors in deep water. \
    Nobody was hurt, but eleven people were treated when a tug brought the ship in at dawn. The engines failed within a \
    minute of each other because they drew from the same fuel tank. The company asked for an extension twice.
    """

  @Test func spinnersReplaceWordByWord() {
    let spun = """
      The shuttle lost both motors on Tuesday nighttime and floated for six hrs. The skipper released two anchors in deep \
      aqua. Nobody was injured, but eleven humans were handled when a tug carried the watercraft in at daybreak. The motors \
      flunked within a moment of each other because they drew from the same gasoline cistern. The enterprise inquired for an \
      prolongation twice.
      """
    #expect(replacements(spun, Self.article).isOfSpinner)
  }

  @Test func editorsDoNot() {
    let edited = """
      The ferry lost its two engines late on Tuesday and drifted for six hours. Its captain dropped anchors in deep water. \
      Nobody was seriously hurt, but eleven were treated after a tug brought the ship in. The engines failed within a minute \
      of each other, having drawn from the same tank. The firm twice asked for more time.
      """
    #expect(!replacements(edited, Self.article).isOfSpinner)
    #expect(!replacements(Self.article, Self.article).isOfSpinner)
  }
}
