import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct LanesTests {
  private func lanes(_ values: [Float]) -> Lanes { Lanes(values[0], values[1], values[2], values[3]) }

  private func expect(
    _ found: Lanes, _ expected: [Float], _ what: String, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      (0..<4).map { found[$0].bitPattern } == expected.map(\.bitPattern), "\(what)", sourceLocation: location)
  }

  @Test func logarithmsAndPowersAreThoseOfOneValue() {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<20_000 {
      let positive = (0..<4).map { _ in
        Float(bitPattern: UInt32.random(in: 0x0080_0000..<0x7F80_0000, using: &random))
      }
      expect(Logarithm.of(lanes(positive)), positive.map { Logarithm.of($0) }, "\(positive)")
      let any = (0..<4).map { _ in Float.random(in: -120...120, using: &random) }
      expect(Logarithm.exponential(lanes(any)), any.map { Logarithm.exponential($0) }, "\(any)")
      expect(Logarithm.probability(lanes(any)), any.map { Logarithm.probability($0) }, "\(any)")
      let chances = (0..<4).map { _ in Float.random(in: 0...1, using: &random) }
      expect(Logarithm.odds(lanes(chances)), chances.map { Logarithm.odds($0) }, "\(chances)")
    }
    for values in [[0, 1, 2, 3], [1, 1, 0, 0]] as [[Float]] {
      expect(Logarithm.onePlus(lanes(values)), values.map { Logarithm.onePlus($0) }, "\(values)")
      expect(Logarithm.odds(lanes(values.map { min(1, $0) })), values.map { Logarithm.odds(min(1, $0)) }, "\(values)")
    }
  }

  @Test func limitsAndChoices() {
    let values: [Float] = [-3, 0, 2.5, 8]
    expect(lanes(values).atMost(2.5), [-3, 0, 2.5, 2.5], "at most")
    expect(lanes(values).atLeast(0), [0, 0, 2.5, 8], "at least")
    expect(lanes(values).bounded(by: 2.5), [-2.5, 0, 2.5, 2.5], "bounded")
    expect(lanes(values).isPositive, [0, 1, 1, 1], "positive")
    expect(lanes(values).magnitude, [3, 0, 2.5, 8], "magnitude")
    #expect(lanes(values).isLess(than: Lanes(0, 0, 3, 8)) == LaneMask(-1, 0, -1, 0))
    #expect(Lanes.areEqual(LaneMask(0, -5, .max, .min), LaneMask(0, 5, .max, .max)) == LaneMask(-1, 0, -1, 0))
    expect(Lanes.select(LaneMask(-1, 0, -1, 0), lanes(values), lanes([1, 1, 1, 1])), [-3, 1, 2.5, 1], "choices")
  }
}
