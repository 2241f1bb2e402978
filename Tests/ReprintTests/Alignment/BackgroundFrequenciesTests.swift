import Testing

@testable import Reprint

@Suite struct BackgroundFrequenciesTests {
  private func idf(_ word: String) -> Float? {
    BackgroundFrequencies.english.idf(AlignmentTexts.prepared(word).words[0].key)
  }

  @Test func frequentWordsHaveSmallFigures() {
    #expect(idf("the") == 0.5)
    #expect(idf("xylorimba") == nil)
  }

  @Test func everyListedStemIsFound() {
    var last: Float = 0
    for (level, line) in BackgroundTable.levels {
      #expect(level > last && level < BackgroundFrequencies.unlisted)
      last = level
      for stem in line.split(separator: " ") {
        let key = Array(stem.utf8).withUnsafeBufferPointer { WordStem.key($0) }
        #expect(BackgroundFrequencies.english.idf(key) == level, "\(stem)")
      }
    }
  }
}
