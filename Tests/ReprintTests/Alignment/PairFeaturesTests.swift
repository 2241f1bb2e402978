import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct PairFeaturesTests {
  private func features(_ original: String, _ copy: String) -> PairFeatures {
    PairFeatures(source: AlignmentTexts.index(original), copy: AlignmentTexts.index(copy))
  }

  @Test func headlinesAreLinesBeforeTheFirstSentence() {
    let original = "The harbour opened."
    #expect(
      features(original, "Marlow news page\nMenu\nHarbour is open\nIt opened today.").isHeadline == [
        true, false, true, false,
      ])
    #expect(features(original, "It opened today.\nRead more of it").isHeadline == [false, false])
    #expect(features(original, "Two words\nIt opened today.").isHeadline == [false, false])
    #expect(features(original, "One line only\nAnd another one").isHeadline == [true, false])
  }

  @Test func sentencesOfFewWordsAreNotSubstantial() {
    #expect(features("The harbour opened.", "Three words here. There are four words.").isSubstantial == [false, true])
  }

  @Test func placesInTheTexts() {
    let features = features("One a. Two b c. Three d.", "It is a line\nOne two three.")
    #expect(features[.isTerminated].values == [0, 0, 0, 1, 1, 1])
    #expect(features[.isHeadline].values == [1, 1, 1, 0, 0, 0])
    #expect(features[.isFirst].values == [1, 0, 0, 1, 0, 0])
    #expect(features[.isLast].values == [0, 0, 1, 0, 0, 1])
    #expect(features[.lastUnterminated].values == [0, 0, 1, 0, 0, 0])
    #expect(features[.displacement].values == [0, 0.5, 1, 1, 0.5, 0])
    #expect(features[.shortness].values == [0.5, 0.5, 0.5, 0.375, 0.375, 0.375])
    #expect(features[.sourceShortness].values == [2, 3, 2, 2, 3, 2].map { $0 / 12 })
  }

  @Test func scoresAgainstOtherPairs() {
    for seed in 0..<25 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let features = features(AlignmentTexts.random(&generator), AlignmentTexts.random(&generator))
      let score = features.score[0]
      let claims = features.score[1]
      let usual = features[.usualScore]
      for row in 0..<score.rows {
        for column in 0..<score.columns {
          func others(_ plane: Plane) -> (row: Float, column: Float) {
            let inRow = (0..<plane.columns).filter { $0 != column }.map { plane[row, $0] }.max() ?? 0
            return (inRow, (0..<plane.rows).filter { $0 != row }.map { plane[$0, column] }.max() ?? 0)
          }
          let (value, claim) = (score[row, column], claims[row, column])
          let (other, otherClaim) = (others(score), others(claims))
          let expected: [(PairFeature, Float)] = [
            (.rowMargin, value - other.row), (.columnMargin, value - other.column),
            (.isRowBest, value >= other.row ? 1 : 0), (.isColumnBest, value >= other.column ? 1 : 0),
            (.claimRowMargin, max(-15, min(15, claim - otherClaim.row))),
            (.claimColumnMargin, max(-15, min(15, claim - otherClaim.column))),
            (.rateScore, features[.rate][row, column] * value), (.score, value - usual[row, column]),
            (.scoreBelow, min(0, value - usual[row, column])),
          ]
          for (feature, figure) in expected {
            let found = features[feature][row, column]
            #expect(abs(found - figure) < 1e-5, "seed \(seed): \(feature) of \(row), \(column)")
          }
        }
      }
    }
  }
}
