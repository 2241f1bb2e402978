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
    let copies: Int
    let credited: Int
    /// Seconds between the page that was taken from and the copy.
    let medianLag: Double?
  }

  struct Outlet: Equatable {
    let name: String
    var copies = 0
    /// Whether it stands for all outlets that there is no room for.
    var isRest = false
  }

  private(set) var givers: [Outlet] = []
  private(set) var takers: [Outlet] = []
  /// In the order of their ends.
  private(set) var edges: [Edge] = []
  /// Copies within one outlet, which are no edges.
  private(set) var within = 0

  /// - Parameter most: outlets on a side at most; those with the fewest copies beyond that are drawn as one.
  init(_ report: ReuseReport, most: Int = 32) {
    let pairs = report.copies.map { copy in
      let source = report.sources[copy.source]
      return (from: source.shownOutlet ?? source.shownTitle, to: copy.page.shownOutlet ?? copy.page.shownTitle)
    }
    let crossing = zip(pairs, report.copies).filter { $0.0.from != $0.0.to }
    within = pairs.count - crossing.count
    let left = Self.ranked(crossing.map(\.0.from), most: most)
    let right = Self.ranked(crossing.map(\.0.to), most: most)
    let leftPlaces = Self.places(left)
    let rightPlaces = Self.places(right)

    var flows = OutletFlows()
    for (pair, copy) in crossing {
      let (from, to) = (leftPlaces[pair.from] ?? left.count - 1, rightPlaces[pair.to] ?? right.count - 1)
      flows.count(
        from: left[from].name, to: right[to].name, story: copy.original, lag: copy.lagFromSource,
        isAttributed: copy.attribution.isAttributed)
    }
    let counted = flows.edges
    // Who took from the same outlets stands together, beside them: fewer lines cross.
    let leftNames = Dictionary(left.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let rightNames = Dictionary(right.enumerated().map { ($1.name, $0) }) { first, _ in first }
    var weights = [(sum: Int, copies: Int)](repeating: (0, 0), count: right.count)
    for edge in counted {
      guard let from = leftNames[edge.from], let to = rightNames[edge.to] else { continue }
      weights[to].sum += from * edge.copies
      weights[to].copies += edge.copies
    }
    let middles = weights.map { Double($0.sum) / Double(max(1, $0.copies)) }
    let order = right.indices.sorted { first, second in
      if right[first].isRest != right[second].isRest { return right[second].isRest }
      return middles[first] == middles[second] ? first < second : middles[first] < middles[second]
    }
    var moved = [Int](repeating: 0, count: right.count)
    for (place, number) in order.enumerated() { moved[number] = place }
    givers = left
    takers = order.map { right[$0] }
    edges = counted.compactMap { edge in
      guard let from = leftNames[edge.from], let to = rightNames[edge.to] else { return nil }
      return Edge(
        from: from, to: moved[to], copies: edge.copies, credited: edge.attributedCopies, medianLag: edge.medianLag)
    }
    .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  /// The outlets with the most copies first, then by name; at the end, if there are too many, one for the rest.
  private static func ranked(_ names: [String], most: Int) -> [Outlet] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    let ranked = counts.map { Outlet(name: $0.key, copies: $0.value) }.sorted {
      $0.copies == $1.copies ? $0.name < $1.name : $0.copies > $1.copies
    }
    guard ranked.count > most else { return ranked }
    let rest = ranked[(most - 1)...]
    let others = "\(TerminalText.count(rest.count)) other outlets"
    return ranked[..<(most - 1)]
      + [Outlet(name: others, copies: rest.reduce(0) { $0 + $1.copies }, isRest: true)]
  }

  private static func places(_ outlets: [Outlet]) -> [String: Int] {
    var places: [String: Int] = [:]
    for (number, outlet) in outlets.enumerated() where !outlet.isRest { places[outlet.name] = number }
    return places
  }
}
