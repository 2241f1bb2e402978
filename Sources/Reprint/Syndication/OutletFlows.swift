/// Counts what outlets took from each other.
package struct OutletFlows {
  private struct Direction: Hashable, Comparable {
    var from: String
    var to: String

    static func < (first: Direction, second: Direction) -> Bool {
      (first.from, first.to) < (second.from, second.to)
    }
  }

  private struct Flow {
    var copies = 0
    var stories: Set<Int> = []
    var lags: [Double] = []
    var attributed = 0
  }

  private var flows: [Direction: Flow] = [:]

  package init() {}

  /// Counts a copy.
  ///
  /// - Parameters:
  ///   - from: the outlet that was taken from.
  ///   - story: the number of the story it belongs to.
  ///   - lag: seconds between the two pages.
  package mutating func count(from: String, to: String, story: Int, lag: Double?, isAttributed: Bool) {
    var flow = flows.removeValue(forKey: Direction(from: from, to: to)) ?? Flow()
    flow.copies += 1
    flow.stories.insert(story)
    if let lag, lag.isFinite { flow.lags.append(lag) }
    if isAttributed { flow.attributed += 1 }
    flows[Direction(from: from, to: to)] = flow
  }

  /// What was counted, in the order of the outlets.
  package var edges: [OutletEdge] {
    flows.sorted { $0.key < $1.key }.map { direction, flow in
      OutletEdge(
        from: direction.from, to: direction.to, copies: flow.copies, stories: flow.stories.count,
        medianLag: Median.of(flow.lags), attributedCopies: flow.attributed)
    }
  }
}

/// The middle one of some values.
package enum Median {
  /// The middle one, or the mean of the middle two; nil if there are none.
  package static func of(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? sorted[middle - 1] / 2 + sorted[middle] / 2 : sorted[middle]
  }
}
