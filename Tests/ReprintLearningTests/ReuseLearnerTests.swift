import Foundation
import Reprint
import ReprintGold
import ReprintTestSupport
import Testing

@testable import ReprintLearning

/// The decision between reuse and a common topic, on some of the gold stories; floors lie a little below what was
/// measured.
@Suite struct ReuseLearnerTests {
  private static let learner: ReuseLearner? = {
    let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "fixtures/alignment/stories").path
    guard let stories = try? GoldStory.read(directory: directory) else { return nil }
    return ReuseLearner(stories.filter { ["s07", "s10", "s13", "s14"].contains($0.id) }, models: [:], threads: 2)
  }()

  @Test func theBuiltInWeightsTellReuseFromTopic() throws {
    let score = try #require(Self.learner).score(.standard)
    #expect(score.precision >= 0.98 && score.recall >= 0.97, "\(score)")
    #expect(score.leastFound > 0 && score.mostRejected < 0)
  }

  @Test func aQuotationAndWhoSaidItIsNoReuse() throws {
    let quotations = try #require(Self.learner).examples.filter(\.isQuotation)
    #expect(quotations.count > 20 && quotations.contains { $0.features != nil })
    for example in quotations {
      guard let features = example.features else { continue }
      #expect(ReuseWeights.standard.logOdds(features) < 0, "\(example.name)")
    }
  }

  @Test func storiesAreToldThatWereNotLearnedFrom() throws {
    let score = try #require(Self.learner).leaveOneOut()
    #expect(score.precision >= 0.9 && score.recall >= 0.95, "\(score)")
  }

  @Test func weightsHaveTheSignOfWhatTheySpeakFor() throws {
    let learner = try #require(Self.learner)
    for story in learner.stories {
      let weights = learner.learn(from: learner.stories.filter { $0 != story }).weights
      #expect(weights[..<4].allSatisfy { $0 >= 0 } && weights[4...].allSatisfy { $0 <= 0 }, "\(weights)")
    }
    // The same again, whatever the number of threads.
    #expect(learner.learn(from: learner.stories) == learner.learn(from: learner.stories))
  }

  @Test func bothAnswersAreLearnedFrom() throws {
    let examples = try #require(Self.learner).examples
    #expect(examples.count { $0.isReuse && !$0.isVariant } >= 25)
    #expect(examples.count { !$0.isReuse && !$0.isVariant && $0.features != nil } >= 10)
    #expect(examples.contains { $0.isVariant && $0.isReuse })
    #expect(examples.allSatisfy { $0.features?.count ?? 7 == ReuseWeights.names.count })
  }
}
