import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct OutletFlowsTests {
  @Test func copiesAreCountedFromOutletToOutlet() {
    var flows = OutletFlows()
    flows.count(from: "B", to: "A", story: 3, lag: 10, isAttributed: true)
    flows.count(from: "A", to: "C", story: 1, lag: nil, isAttributed: false)
    flows.count(from: "B", to: "A", story: 3, lag: .infinity, isAttributed: false)
    flows.count(from: "B", to: "A", story: 4, lag: 30, isAttributed: true)
    let edges = flows.edges
    #expect(edges.map { "\($0.from)\($0.to)" } == ["AC", "BA"])
    #expect(edges.map(\.copies) == [1, 3] && edges.map(\.stories) == [1, 2])
    #expect(edges.map(\.attributedCopies) == [0, 2] && edges.map(\.medianLag) == [nil, 20])
    #expect(edges[1].attributedShare == 2.0 / 3)
    #expect(OutletFlows().edges.isEmpty)
  }

  @Test(
    arguments: [([], nil), ([3], 3), ([9, 1], 5), ([5, 1, 9], 5), ([1e308, 1e308], 1e308)] as [([Double], Double?)])
  func theMiddleOneIsTheMedian(values: [Double], expected: Double?) {
    #expect(Median.of(values) == expected)
  }
}
