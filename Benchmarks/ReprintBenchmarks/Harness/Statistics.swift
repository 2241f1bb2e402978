/// What some samples of a time have in common.
struct Statistics {
  let count: Int
  let least: Double
  let median: Double
  /// The median distance from the median.
  let deviation: Double

  /// - Precondition: there is a sample.
  init(_ samples: [Double]) {
    count = samples.count
    least = samples.min()!
    let middle = Self.median(samples)
    median = middle
    deviation = Self.median(samples.map { abs($0 - middle) })
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }
}
