import Foundation
package import Reprint
package import ReprintGold
import ReprintPlatform

/// Learns the weights of the pair classifier from gold stories.
///
/// Each pass after the first is learned from probabilities that the pass before gave to stories it had not seen, so
/// that it meets them as they will be. The judgement of a story by weights learned without it sees nothing of it in any
/// pass.
package final class AlignmentLearner: @unchecked Sendable {
  /// A page with its features, computed once.
  private final class Page: @unchecked Sendable {
    let source: TrainingPage
    let problem: AlignmentProblem
    let answers: [Bool]
    let features: [Float]

    init(_ source: TrainingPage) {
      self.source = source
      let original = GoldLayout(source.original)
      let copy = GoldLayout(source.page)
      problem = AlignmentProblem(original: original.bytes, copy: copy.bytes)
      let columns = problem.columns.map { column in
        original.sentences.indices.filter { column.halfOverlaps(original.sentences[$0]) }
      }
      var answers: [Bool] = []
      for row in problem.rows {
        var from: Set<Int> = []
        for (place, range) in copy.sentences.enumerated() where row.halfOverlaps(range) {
          from.formUnion(source.page.sentences[place].from)
        }
        answers += columns.map { !from.isDisjoint(with: $0) }
      }
      self.answers = answers
      features = problem.features(after: nil)
    }
  }

  private let pages: [Page]
  /// The stories to judge by, in the order in which they were given.
  package let stories: [String]
  /// Stories that are only learned from.
  private let lessons: [String]

  private static let passes = 3
  private static let folds = 4
  /// Penalties of the linear sums: the first pass has more to go by.
  private static let penalties = [20.0, 10, 10]

  /// - Parameter lessons: stories to learn from, whichever of the others are left out.
  package init(_ stories: [GoldStory], lessons: [GoldStory] = []) {
    self.stories = stories.map(\.id)
    self.lessons = lessons.map(\.id)
    pages = TrainingPage.pages(of: stories + lessons).map(Page.init)
  }

  /// Weights learned from some of the stories, and from all lessons.
  package func learn(from stories: [String]) -> AlignmentModel {
    let stories = stories + lessons
    var probabilities: [Int: [Float]]? = nil
    var weights: [PairWeights] = []
    let known = Set(stories)
    let chosen = pages.indices.filter { known.contains(pages[$0].source.story) }
    for pass in 0..<Self.passes {
      let input = Dictionary(
        uniqueKeysWithValues: chosen.map { number -> (Int, [Float]) in
          (number, probabilities.map { pages[number].problem.features(after: $0[number]) } ?? pages[number].features)
        })
      weights.append(Self.fit(examples(chosen, input), penalty: Self.penalties[pass]))
      guard pass + 1 < Self.passes else { break }
      // Probabilities of each story by weights that have not seen it.
      var next: [Int: [Float]] = [:]
      for fold in 0..<Self.folds {
        let held = Set(stories.enumerated().filter { $0.offset % Self.folds == fold }.map(\.element))
        let seen = chosen.filter { !held.contains(pages[$0].source.story) }
        let foldWeights = Self.fit(examples(seen, input), penalty: Self.penalties[pass])
        for number in chosen where held.contains(pages[number].source.story) {
          guard let features = input[number] else { continue }
          next[number] = Self.probabilities(foldWeights, features)
        }
      }
      probabilities = next
    }
    return AlignmentModel(passes: weights, firstLink: 0.4, furtherLink: 0.45)
  }

  /// For each story the weights learned from all others.
  package func leaveOneOut(threads: Int) -> [(story: String, model: AlignmentModel)] {
    let models = Locked([Int: AlignmentModel]())
    Threads.forEach(stories.count, threads: threads) { [self] number, _ in
      let model = learn(from: stories.filter { $0 != stories[number] })
      models.withLock { $0[number] = model }
    }
    let found = models.value
    return stories.indices.compactMap { number in found[number].map { (stories[number], $0) } }
  }

  private func examples(_ chosen: [Int], _ input: [Int: [Float]]) -> Examples {
    let width =
      chosen.lazy.compactMap { number in
        input[number].flatMap { $0.isEmpty ? nil : $0.count / self.pages[number].answers.count }
      }.first ?? 0
    var examples = Examples(features: width)
    for number in chosen { examples.append(input[number] ?? [], pages[number].answers) }
    return examples
  }

  private static func fit(_ examples: Examples, penalty: Double) -> PairWeights {
    let regression = LogisticRegression(examples, penalty: penalty)
    var weights = PairWeights(
      bias: Float(regression.bias), linear: regression.weights.map { Float($0) }, trees: [])
    let odds = (0..<examples.count).map { example in
      Double(linearOdds(weights, examples.values, example * examples.features))
    }
    weights.trees = BoostedTrees(examples, odds: odds).trees
    return weights
  }

  private static func linearOdds(_ weights: PairWeights, _ values: [Float], _ start: Int) -> Float {
    var odds = weights.bias
    for feature in weights.linear.indices { odds += weights.linear[feature] * values[start + feature] }
    return odds
  }

  private static func probabilities(_ weights: PairWeights, _ features: [Float]) -> [Float] {
    let width = weights.linear.count
    return stride(from: 0, to: features.count, by: width).map { start in
      var odds = linearOdds(weights, features, start)
      if odds >= PairWeights.doubtless {
        for tree in weights.trees { odds += tree.value { features[start + $0] } }
      }
      return 1 / (1 + exp(-odds))
    }
  }
}
