import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct AlignmentProblemTests {
  private func problem(_ original: String, _ copy: String) -> AlignmentProblem {
    AlignmentProblem(original: Array(original.utf8), copy: Array(copy.utf8))
  }

  @Test(arguments: [("", ""), ("", "It rained."), ("It rained.", ""), (" \n", "..."), ("...", "It rained.")])
  func emptyTextsHaveNoLinks(_ original: String, _ copy: String) {
    let problem = problem(original, copy)
    let count = problem.rows.count * problem.columns.count
    #expect(problem.probabilities(.standard).count == count)
    #expect(problem.links(.standard) == Array(repeating: [], count: problem.rows.count))
    #expect(problem.features(after: nil).count == count * PairFeature.allCases.count)
    #expect(
      problem.features(after: Array(repeating: 0.5, count: count)).count == count * AlignmentModel.featureNames.count)
  }

  @Test func oneSentenceIsLinkedToItself() {
    let text = "The council of Marlow opened the new harbour on Tuesday after 14 years of work."
    let problem = problem(text, text)
    #expect(problem.rows == [0..<text.utf8.count] && problem.columns == problem.rows)
    #expect(problem.links(.standard) == [[0]])
  }

  @Test func sentencesOfAnEditedCopyFindTheirs() {
    let original = """
      The council of Marlow opened the new harbour on Tuesday. Workers at the factory went on strike last quarter. \
      Revenue rose to $14.3 billion, the company reported. A storm had closed the river for 12 days.
      """
    let copy = """
      Marlow's council has opened its new harbour on Tuesday. The company reported that revenue rose to 14.3bn. The river had been closed for 12 days by a storm.
      """
    #expect(problem(original, copy).links(.standard).map(\.first) == [0, 2, 3])
  }

  @Test func featuresGoPairByPair() {
    let problem = problem(
      "The harbour opened. Markets fell by 12 points.", "Markets fell. The harbour is open. Nothing.")
    let width = PairFeature.allCases.count
    let features = problem.features(after: nil)
    let later = problem.features(after: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    #expect(features.count == 6 * width)
    #expect(later.count == 6 * AlignmentModel.featureNames.count)
    for pair in 0..<6 {
      for feature in PairFeature.allCases {
        let value = features[pair * width + feature.rawValue]
        #expect(value == problem.pairs[feature][pair])
        #expect(value == later[pair * AlignmentModel.featureNames.count + feature.rawValue])
      }
    }
  }

  @Test func featuresAndProbabilitiesOfRandomTextsAreFinite() {
    for seed in 0..<25 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var hostile = RandomText(seed: seed, .plain)
      let original = Array(AlignmentTexts.random(&generator).utf8)
      let copy = seed % 3 == 0 ? hostile.text(pieces: 40) : Array(AlignmentTexts.random(&generator).utf8)
      let problem = AlignmentProblem(original: original, copy: copy)
      let probabilities = problem.probabilities(.standard)
      #expect(probabilities.allSatisfy { $0 >= 0 && $0 <= 1 }, "seed \(seed)")
      let features = problem.features(after: nil) + problem.features(after: probabilities)
      #expect(features.allSatisfy { $0.isFinite }, "seed \(seed)")
      for range in problem.rows { #expect(range.upperBound <= copy.count, "seed \(seed)") }
      for links in problem.links(.standard) {
        #expect(links.count <= 3 && Set(links).count == links.count, "seed \(seed)")
      }
    }
  }
}
