import ReprintCharts
import Testing

@Suite struct GrowthFitTests {
  @Test func findsTheCurveThatPointsWereTakenFrom() {
    let points = [1e4, 3e4, 1e5, 1e6].map { (n: $0, time: 2e-8 * $0 * $0.log2 + 0.25) }
    let fit = GrowthFit(points)
    #expect(abs(fit.perUnit / 2e-8 - 1) < 1e-6)
    #expect(abs(fit.fixed - 0.25) < 1e-6)
    #expect(fit.worst(points) < 1e-9)
    #expect(abs(fit.time(1e8) / (2e-8 * 1e8 * 1e8.log2 + 0.25) - 1) < 1e-6)
  }

  /// A point that is off by half pulls the curve, and is found to be the worst.
  @Test func saysHowFarOffAPointIs() {
    var points = [1e4, 3e4, 1e5, 3e5, 1e6].map { (n: $0, time: 1e-7 * $0 * $0.log2) }
    points[2].time *= 1.5
    let fit = GrowthFit(points)
    #expect(fit.worst(points) > 0.15)
    #expect(fit.worst(points) < 0.5)
  }
}

extension Double {
  /// The logarithm to base 2, by halving and squaring.
  fileprivate var log2: Double {
    var (value, result, bit) = (self, 0.0, 0.5)
    while value >= 2 { (value, result) = (value / 2, result + 1) }
    for _ in 0..<52 {
      value *= value
      if value >= 2 { (value, result) = (value / 2, result + bit) }
      bit /= 2
    }
    return result
  }
}
