import ReprintTestSupport
import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ReusePageTimelineTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func theScaleKeepsTheOrder(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let lags = (0..<60).map { _ in Double.random(in: -1e6...1e8, using: &generator) }
    let scale = TimeScale(lags)
    let places = lags.sorted().map(scale.place)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
    #expect(places.allSatisfy { (0.07...0.96).contains($0) }, "seed \(seed)")
    let ticks = scale.ticks.map { scale.place($0.seconds) }
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $1 - $0 > 0.07 }, "seed \(seed): labels stand apart")
    #expect(scale.ticks.contains { $0.seconds == 0 })
  }

  @Test func oneTimeOrOddOnesHaveAScaleToo() {
    for lags in [[0], [10], [1e300], [-1e300, 1e300], [-4000]] as [[Double]] {
      let scale = TimeScale(lags)
      for lag in lags { #expect((0...1).contains(scale.place(lag)), "\(lags)") }
    }
  }

  @Test func everyTimedCopyHasAMarkInItsShape() {
    let page = SampleReport.html(SampleReport.news)
    let marks = SampleReport.contents(of: page, from: "<svg class=\"mark ", to: "</svg>")
    #expect(marks.count == 5)
    #expect(
      marks[0].contains(ReuseKind.verbatim.outline) && marks[0].contains("Console Courier: 100%, verbatim, 78 min"))
    #expect(page.contains("<p>1 more has no time of publication.</p>"))
    #expect(Set(ReuseKind.allCases.map(\.outline)).count == ReuseKind.allCases.count - 1)
  }
}
