import Reprint

/// Which outlet took from which, laid out in two columns: those taken from on the left, those who took on the right.
///
/// An outlet that did both stands in both. The order within a column follows from the numbers and names alone.
struct OutletNetwork {
  struct Edge: Equatable {
    /// Number in ``givers``.
    let from: Int
    /// Number in ``takers``.
    let to: Int
    var copies = 0
    var credited = 0
    var lags: [Double] = []

    var medianLag: Double? {
      let sorted = lags.sorted()
      return sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
    }
  }

  struct Outlet: Equatable {
    let name: String
    var copies = 0
  }

  private(set) var givers: [Outlet] = []
  private(set) var takers: [Outlet] = []
  /// In the order of their ends.
  private(set) var edges: [Edge] = []
  /// Outlets on either side for which there was no room.
  private(set) var missing = 0
  /// Copies within one outlet, which are no edges.
  private(set) var within = 0

  /// - Parameter most: outlets on a side at most; those with the fewest copies are left out.
  init(_ report: ReuseReport, most: Int = 30) {
    struct Pair: Hashable { let from, to: String }
    var byPair: [Pair: Edge] = [:]
    var given: [String: Int] = [:]
    var taken: [String: Int] = [:]
    for copy in report.copies {
      let source = report.sources[copy.source]
      let pair = Pair(
        from: source.shownOutlet ?? source.shownTitle, to: copy.page.shownOutlet ?? copy.page.shownTitle)
      guard pair.from != pair.to else {
        within += 1
        continue
      }
      given[pair.from, default: 0] += 1
      taken[pair.to, default: 0] += 1
      var edge = byPair[pair] ?? Edge(from: 0, to: 0)
      edge.copies += 1
      if copy.attribution.isAttributed { edge.credited += 1 }
      if let lag = copy.lag, lag.isFinite { edge.lags.append(lag) }
      byPair[pair] = edge
    }
    let left = Self.ranked(given).prefix(most)
    let right = Self.ranked(taken).prefix(most)
    missing = given.count - left.count + taken.count - right.count
    var places: [String: Int] = [:]
    for (number, outlet) in left.enumerated() { places[outlet.name] = number }

    // Who took from the same outlets stands together, beside them: fewer lines cross.
    var weights: [String: (sum: Int, copies: Int)] = [:]
    for (pair, edge) in byPair {
      guard let place = places[pair.from] else { continue }
      let weight = weights[pair.to] ?? (0, 0)
      weights[pair.to] = (weight.sum + place * edge.copies, weight.copies + edge.copies)
    }
    func middle(_ name: String) -> Double {
      weights[name].map { Double($0.sum) / Double($0.copies) } ?? .infinity
    }
    givers = Array(left)
    takers = right.sorted { first, second in
      let (a, b) = (middle(first.name), middle(second.name))
      if a != b { return a < b }
      return first.copies == second.copies ? first.name < second.name : first.copies > second.copies
    }
    var rightPlaces: [String: Int] = [:]
    for (number, outlet) in takers.enumerated() { rightPlaces[outlet.name] = number }
    edges = byPair.compactMap { pair, edge in
      guard let from = places[pair.from], let to = rightPlaces[pair.to] else { return nil }
      return Edge(from: from, to: to, copies: edge.copies, credited: edge.credited, lags: edge.lags)
    }
    .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private static func ranked(_ counts: [String: Int]) -> [Outlet] {
    counts.map { Outlet(name: $0.key, copies: $0.value) }.sorted {
      $0.copies == $1.copies ? $0.name < $1.name : $0.copies > $1.copies
    }
  }
}
