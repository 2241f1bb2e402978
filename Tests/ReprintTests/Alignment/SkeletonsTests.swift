import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct SkeletonsTests {
  private func skeletons(_ original: String, _ copy: String) -> Skeletons {
    Skeletons(source: AlignmentTexts.index(original), copy: AlignmentTexts.index(copy))
  }

  @Test func equalMarksAtEqualPlacesSpeakForAPair() {
    let text = "One two, three four: five six; seven."
    #expect(abs(skeletons(text, text).markEvidence(0, 0) - 3 * 1.3) < 1e-5)
    // One place off is near enough, one kind other is not.
    let off = skeletons(text, "One two three, four: five six - seven.")
    #expect(abs(off.markEvidence(0, 0) - (2 * 1.3 - 0.9 * 2)) < 1e-5)
    // Far apart.
    let far = skeletons("One, two three four five six seven eight.", "One two three four five six seven, eight.")
    #expect(abs(far.markEvidence(0, 0) + 0.9 * 2) < 1e-5)
    #expect(skeletons("One two.", "One two.").markEvidence(0, 0) == 0)
  }

  @Test func aMarkStandsForOneOnly() {
    #expect(abs(skeletons("One, two three.", "One, two, three.").markEvidence(0, 0) - (1.3 - 0.9)) < 1e-5)
  }

  @Test func otherLengthsAreOtherSentences() {
    let found = skeletons("One, two, three, four, five, six, seven.", "One, two.")
    #expect(abs(found.markEvidence(0, 0) + 0.9 * 4) < 1e-5)
  }

  @Test func lengthEvidencePeaksAtTheSourcesLength() {
    #expect(abs(Skeletons.lengthEvidence(20, 20) - log(15 / 1.9)) < 1e-5)
    #expect(abs(Skeletons.lengthEvidence(22, 20) - (log(15 / 1.9) - 4 / (2 * 1.9 * 1.9))) < 1e-5)
    #expect(Skeletons.lengthEvidence(1, 60) == -4)
    #expect(Skeletons.lengthEvidence(1, 1) <= 3)
  }

  /// Mark by mark, of the first 64: each takes the first one of its kind near by that none has taken.
  private func slowMarkEvidence(_ source: SentenceIndex, _ copy: SentenceIndex, _ row: Int, _ column: Int) -> Float {
    let here = copy.text.marks[copy.marks(row)]
    var there = Array(source.text.marks[source.marks(column)].prefix(64))
    let looked = there.count
    let (words, sourceWords) = (Float(copy.wordCount(row)), Float(source.wordCount(column)))
    let count = here.count + source.marks(column).count
    if abs(words - sourceWords) > 0.4 * sourceWords + 2 { return -0.9 * Float(min(count, 4)) }
    for mark in here.prefix(64) {
      let partner = there.firstIndex {
        $0.kind == mark.kind && abs(Float($0.position - mark.position)) <= 1 + 0.07 * sourceWords
      }
      if let partner { there.remove(at: partner) }
    }
    let hits = looked - there.count
    return 1.3 * Float(hits) - 0.9 * Float(count - 2 * hits)
  }

  @Test func ofManyMarksTheFirstAreLookedAt() {
    for (one, other) in [(64, 64), (70, 70), (70, 10), (10, 200)] {
      let texts = [one, other].map { AlignmentTexts.index(String(repeating: "One, ", count: $0) + "two.") }
      let (source, copy) = (texts[0], texts[1])
      #expect(
        abs(Skeletons(source: source, copy: copy).markEvidence(0, 0) - slowMarkEvidence(source, copy, 0, 0)) < 1e-3,
        "\(one) and \(other)")
    }
  }

  @Test func featuresAreBoundedAndAddUp() {
    for seed in 0..<30 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let (source, copy) = (
        AlignmentTexts.index(AlignmentTexts.random(&generator)), AlignmentTexts.index(AlignmentTexts.random(&generator))
      )
      let features = PairFeatures(source: source, copy: copy)
      for row in 0..<copy.count {
        for column in 0..<source.count {
          let (words, sourceWords) = (Float(copy.wordCount(row)), Float(source.wordCount(column)))
          let marks = max(-4, min(6, slowMarkEvidence(source, copy, row, column)))
          let deviation = 0.7 + 0.06 * sourceWords
          let length = max(-4, min(3, log(15 / deviation) - pow((words - sourceWords) / deviation, 2) / 2))
          #expect((-4...3).contains(length), "seed \(seed)")
          let found = [.skeletonMarks, .skeletonLength, .skeleton, .lengthRatio, .lengthDifference].map {
            (feature: PairFeature) in features[feature][row, column]
          }
          let ratio = log((words + 1) / (sourceWords + 1))
          let expected = [marks, length, max(-5, min(7, marks + length)), ratio, abs(ratio)]
          for (one, other) in zip(found, expected) { #expect(abs(one - other) < 1e-5, "seed \(seed)") }
        }
      }
    }
  }
}

extension Skeletons {
  fileprivate func markEvidence(_ row: Int, _ column: Int) -> Float {
    markEvidence(copy.marks(row), Float(copy.wordCount(row)), source.marks(column), Float(source.wordCount(column)))
  }

  fileprivate static func lengthEvidence(_ words: Float, _ sourceWords: Float) -> Float {
    let deviation = deviation(sourceWords)
    return lengthEvidence(
      words, Lanes(repeating: sourceWords), deviation: Lanes(repeating: deviation),
      rarity: Lanes(repeating: rarity(deviation)))[0]
  }
}
