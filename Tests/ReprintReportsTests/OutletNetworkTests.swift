import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct OutletNetworkTests {
  private func report(_ copies: [(from: Int, to: String, credited: Bool)], outlets: [String]) -> ReuseReport {
    let sample = SampleAlignment.news
    var report = ReuseReport(
      .stories, sources: outlets.map { SampleReport.article("o-\($0)", sample.original.bytes, site: $0) })
    for (number, given) in copies.enumerated() {
      var copy = SampleReport.Copy(
        page: SampleReport.article("p\(number)", [], site: given.to), alignment: Alignment())
      copy.original = given.from
      copy.credit = given.credited ? (.named, "via") : nil
      copy.lag = Double(number)
      report.add(copy.page, copy.trace)
    }
    return report
  }

  @Test func copiesAreCountedFromOutletToOutlet() {
    let network = OutletNetwork(
      report(
        [(0, "C", true), (1, "D", false), (0, "C", false), (0, "A", true), (1, "C", false), (0, "B", true)],
        outlets: ["A", "B"]))
    #expect(network.givers.map(\.name) == ["A", "B"] && network.givers.map(\.copies) == [3, 2])
    #expect(network.takers.map(\.name) == ["B", "C", "D"] && network.takers.map(\.copies) == [1, 3, 1])
    #expect(network.within == 1)
    #expect(
      network.edges.map { [$0.from, $0.to, $0.copies, $0.credited] } == [
        [0, 0, 1, 1], [0, 1, 2, 1], [1, 1, 1, 0], [1, 2, 1, 0],
      ])
    #expect(network.edges[1].medianLag == 1)
  }

  @Test func theRestIsDrawnAsOneAndNothingIsLost() {
    let copies = (0..<300).map { (from: $0 % 9, to: "T\($0 % 83)", credited: $0 % 3 == 0) }
    let network = OutletNetwork(report(copies, outlets: (0..<9).map { "G\($0)" }), most: 5)
    #expect(network.givers.count == 5 && network.givers.last?.name == "5 other outlets")
    #expect(network.takers.count == 5 && network.takers.last?.name == "79 other outlets")
    for copies in [network.givers.map(\.copies), network.takers.map(\.copies), network.edges.map(\.copies)] {
      #expect(copies.reduce(0, +) == 300)
    }
    #expect(Set(network.edges.map { [$0.from, $0.to] }).count == network.edges.count)
  }

  @Test func nobodyTook() {
    let network = OutletNetwork(report([], outlets: ["A"]))
    #expect(network.edges.isEmpty && network.givers.isEmpty && network.takers.isEmpty)
  }
}
