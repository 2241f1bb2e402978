import Foundation
import Testing

@testable import Reprint

@Suite struct ReuseWeightsTests {
  private let weights = ReuseWeights(
    topic: .init(bias: 1, weights: [2, 0, 0, 0, 0, -1]), report: .init(bias: -1, weights: [0, 3, 0, 0, 0, 0, 0, -2]))

  private func features(_ topic: [Double], _ report: [Double]) -> ReuseFeatures {
    ReuseFeatures(topic: topic, report: report)
  }

  @Test(arguments: [(0.0, 0.0), (3, -1), (-40, 2), (60, 55), (0.1, 90)])
  func theOddsOfBothOtherClassesAddUp(one: Double, another: Double) {
    let features = features([one, 0, 0, 0, 0, 0], [0, another, 0, 0, 0, 0, 0, 0])
    let (topic, report) = (1 + 2 * one, -1 + 3 * another)
    #expect(weights.topic.logOdds(features.topic) == topic && weights.report.logOdds(features.report) == report)
    #expect(abs(weights.logOdds(features) + log(exp(-topic) + exp(-report))) < 1e-5)
  }

  @Test func whatSpeaksAgainstCountsAgainst() {
    let none = features([0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0])
    var strange = none
    strange.report[7] = 1
    var scarce = none
    scarce.topic[5] = 1
    #expect(weights.logOdds(strange) < weights.logOdds(none) && weights.logOdds(scarce) < weights.logOdds(none))
  }

  @Test func builtInWeightsHaveTheSignsOfWhatTheySpeakFor() {
    #expect(ReuseWeights.standard.topic.weights[..<4].allSatisfy { $0 > 0 })
    #expect(ReuseWeights.standard.topic.weights[4...].allSatisfy { $0 < 0 })
    #expect(ReuseWeights.standard.report.weights.dropLast().allSatisfy { $0 > 0 })
    #expect(ReuseWeights.standard.report.weights.last! < 0)
  }
}
