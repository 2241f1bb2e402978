import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct BandPlanTests {
  private func probability(_ similarity: Double, _ bands: Int, _ rows: Int) -> Double {
    1 - pow(1 - pow(similarity, Double(rows)), Double(bands))
  }

  /// The share of pairs that agree in a band and in enough slots overall: of the normal distribution, 0.9938 lies above
  /// two and a half standard errors below the mean.
  private func found(_ similarity: Double, _ bands: Int, _ rows: Int) -> Double {
    probability(similarity, bands, rows) * (similarity < 1 ? 0.9938 : 1)
  }

  private static let thresholds = (2...20).map { Double($0) / 20 }

  @Test(arguments: FastSimilaritySketch.slotCounts)
  func planIsTheStrictestWithTheRecall(slots: Int) {
    for threshold in Self.thresholds {
      let plan = BandPlan(threshold: threshold, slots: slots)
      #expect(plan.threshold == threshold && plan.slots == slots)
      #expect(plan.bands == slots / plan.rows)
      #expect(plan.recall >= 0.99, "\(threshold): \(plan)")
      #expect(abs(plan.recall - found(threshold, plan.bands, plan.rows)) < 1e-12)
      for rows in (plan.rows + 1)..<(slots + 1) {
        #expect(found(threshold, slots / rows, rows) < 0.99, "\(threshold): \(rows) rows would do as well")
      }
    }
  }

  @Test func chanceGrowsWithSimilarity() {
    let plan = BandPlan(threshold: 0.8, slots: 128)
    let chances = (0...100).map { plan.candidateProbability(at: Double($0) / 100) }
    #expect(chances.first == 0 && chances.last == 1)
    #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(zip(0...100, chances).allSatisfy { abs(probability(Double($0) / 100, plan.bands, plan.rows) - $1) < 1e-12 })
  }

  @Test func identicalDocumentsNeedOneBand() {
    let plan = BandPlan(threshold: 1, slots: 128)
    #expect(plan.rows == 128 && plan.bands == 1 && plan.recall == 1)
  }

  @Test func whereNoPlanReachesTheRecallRowsAreSingle() {
    let plan = BandPlan(threshold: 0.01, slots: 64)
    #expect(plan.rows == 1 && plan.bands == 64)
    #expect(plan.recall < 0.99)
  }

  @Test func anotherRecall() {
    for recall in [0.5, 0.9, 0.993] {
      let plan = BandPlan(threshold: 0.7, slots: 128, recall: recall)
      #expect(plan.recall >= recall)
      #expect(found(0.7, 128 / (plan.rows + 1), plan.rows + 1) < recall)
    }
  }

  @Test func agreementFloorIsTwoAndAHalfStandardErrorsBelowTheThreshold() {
    for slots in FastSimilaritySketch.slotCounts {
      for threshold in Self.thresholds {
        let plan = BandPlan(threshold: threshold, slots: slots)
        let mean = threshold * Double(slots)
        let deviation = (Double(slots) * threshold * (1 - threshold)).squareRoot()
        #expect(plan.agreementFloor >= plan.rows)
        #expect(plan.agreementFloor <= slots)
        if plan.agreementFloor > plan.rows {
          #expect(Double(plan.agreementFloor) <= mean - 2.5 * deviation + 1e-9)
          #expect(Double(plan.agreementFloor + 1) > mean - 2.5 * deviation)
        }
      }
    }
  }

  /// The chance that a pair at the threshold agrees in too few slots, were slots independent (they are better).
  private func chanceBelowFloor(_ plan: BandPlan) -> Double {
    let (slots, threshold) = (plan.slots, plan.threshold)
    if threshold == 1 { return 0 }
    return (0..<plan.agreementFloor).reduce(0) { sum, agreement in
      let ways = lgamma(Double(slots + 1)) - lgamma(Double(agreement + 1)) - lgamma(Double(slots - agreement + 1))
      return sum + exp(ways + Double(agreement) * log(threshold) + Double(slots - agreement) * log(1 - threshold))
    }
  }

  /// The lower tail of a binomial distribution is longer than that of a normal one when most slots agree.
  @Test func agreementFloorCostsNoMoreThanIsCountedIn() {
    for slots in FastSimilaritySketch.slotCounts {
      for threshold in Self.thresholds {
        let plan = BandPlan(threshold: threshold, slots: slots)
        if plan.agreementFloor == plan.rows { continue }  // what agrees in a band agrees in as many slots
        let chance = chanceBelowFloor(plan)
        #expect(chance <= 1 - 0.9938, "\(slots) slots at \(threshold): one in \(Int(1 / chance))")
      }
    }
  }
}
