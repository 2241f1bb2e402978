import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct LogarithmTests {
  /// Distance in units of the last bit, or of what is lost next to 1.
  private func error(_ found: Float, _ truth: Double) -> Double {
    abs(Double(found) - truth) / max(Double(Float(truth).ulp), 1e-7)
  }

  @Test func logarithmsAreExactButForTheLastBits() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<200_000 {
      let value = Float(bitPattern: UInt32.random(in: 0x0080_0000..<0x7F80_0000, using: &random))
      #expect(error(Logarithm.of(value), log(Double(value))) <= 3, "\(value)")
    }
    for step in -1000...1000 {
      let value = 1 + Float(step) / 4000
      #expect(error(Logarithm.of(value), log(Double(value))) <= 3, "\(value)")
    }
    #expect(Logarithm.of(1) == 0)
    #expect(Logarithm.onePlus(0) == 0)
  }

  @Test func powersAreExactButForTheLastBits() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<200_000 {
      let value = Float.random(in: -86...87, using: &random)
      let truth = exp(Double(value))
      #expect(abs(Double(Logarithm.exponential(value)) - truth) <= 3e-7 * truth, "\(value)")
    }
    #expect(Logarithm.exponential(0) == 1)
  }

  @Test func valuesOutOfBoundsCountAsTheLast() {
    #expect(Logarithm.exponential(1000) == Logarithm.exponential(88))
    #expect(Logarithm.exponential(1000).isFinite)
    #expect(Logarithm.exponential(-1000) == Logarithm.exponential(-87))
    #expect(Logarithm.exponential(-1000) > 0)
    #expect(Logarithm.probability(1000) == 1)
    #expect(Logarithm.probability(-1000) > 0)
  }

  @Test func oddsAndProbabilityAreInverse() {
    for step in 1..<100 {
      let probability = Float(step) / 100
      #expect(abs(Logarithm.probability(Logarithm.odds(probability)) - probability) < 1e-4)
    }
  }
}
