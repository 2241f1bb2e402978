import Foundation
import Reprint
import ReprintGold
import ReprintTestSupport
import Testing

@testable import ReprintLearning

/// The decision between reuse and a common topic, on some of the gold stories; floors lie a little below what was
/// measured.
@Suite struct ReuseLearnerTests {
  private static func stories(_ name: String, _ ids: [String]) -> [GoldStory] {
    let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "fixtures/alignment/\(name)").path
    return ((try? GoldStory.read(directory: directory)) ?? []).filter { ids.contains($0.id) }
  }

  private static let learner: ReuseLearner? = {
    let stories = ReuseLearnerTests.stories("stories", ["s07", "s10", "s13", "s14"])
    return stories.isEmpty ? nil : ReuseLearner(stories, threads: 2)
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
      let weights = learner.learn(from: learner.stories.filter { $0 != story })
      let (topic, report) = (weights.topic.weights, weights.report.weights)
      #expect(topic[..<4].allSatisfy { $0 >= 0 } && topic[4...].allSatisfy { $0 <= 0 }, "\(topic)")
      #expect(report.dropLast().allSatisfy { $0 >= 0 } && report.last! <= 0, "\(report)")
    }
    // The same again, whatever the number of threads.
    #expect(learner.learn(from: learner.stories) == learner.learn(from: learner.stories))
  }

  @Test func bothAnswersAreLearnedFrom() throws {
    let examples = try #require(Self.learner).examples
    #expect(examples.count { $0.isReuse && !$0.isVariant } >= 25)
    #expect(examples.count { !$0.isReuse && !$0.isVariant && $0.features != nil } >= 10)
    #expect(examples.contains { $0.isVariant && $0.isReuse })
    for features in examples.compactMap(\.features) {
      #expect(features.topic.count == ReuseFeatures.Topic.allCases.count)
      #expect(features.report.count == ReuseFeatures.Report.allCases.count)
    }
  }

  /// Reports of the same event beside rewritten pages, by weights learned from the gold stories and other reports.
  @Test func reportsOfTheSameEventAreTold() throws {
    let learner = ReuseLearner(
      Self.stories("reports", ["s36", "s46", "s58"]),
      lessons: Self.stories("stories", ["s07", "s10", "s13", "s14"]) + Self.stories("reports", ["s35", "s43", "s57"]),
      threads: 2)
    let weights = learner.learn(from: [])
    let own = learner.examples.filter {
      learner.stories.contains($0.story) && $0.isOnEvent && !$0.isVariant && !$0.isQuotation
        && $0.name.hasSuffix(" for \($0.story)") && !$0.name.hasPrefix("hard")
    }
    func count(_ isReuse: Bool) -> (found: Int, all: Int) {
      let pages = own.filter { $0.isReuse == isReuse }
      return (pages.count { $0.features.map(weights.logOdds) ?? -1 > 0 }, pages.count)
    }
    let (reuse, reports) = (count(true), count(false))
    #expect(reuse.all >= 15 && reports.all >= 10)
    #expect(reuse.found >= reuse.all - 2 && reports.found <= reports.all / 4, "\(reuse), \(reports)")
  }
}
