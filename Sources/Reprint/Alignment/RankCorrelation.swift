/// How far two orders agree.
///
/// M. G. Kendall: A New Measure of Rank Correlation. Biometrika 30 (1938), doi:10.1093/biomet/30.1-2.81
enum RankCorrelation {
  /// Kendall's correlation of some numbers with the places where they stand: 1 if they rise, -1 if they fall, 0 if as many
  /// pairs do the one as the other, or if there is no pair of different numbers.
  ///
  /// - Parameter limit: what all numbers, which are not negative, are below.
  /// - Complexity: O(n log limit) time, O(limit) memory.
  static func ofOrder(_ numbers: [Int], below limit: Int) -> Double {
    // A Fenwick tree of how often each number came.
    var tree = [Int](repeating: 0, count: limit + 1)
    func countBelow(_ number: Int) -> Int {
      var (place, sum) = (number, 0)
      while place > 0 {
        sum += tree[place]
        place &= place - 1
      }
      return sum
    }
    var (rising, falling) = (0, 0)
    for (seen, number) in numbers.enumerated() {
      rising += countBelow(number)
      falling += seen - countBelow(number + 1)
      var place = number + 1
      while place <= limit {
        tree[place] += 1
        place += place & -place
      }
    }
    return rising + falling == 0 ? 0 : Double(rising - falling) / Double(rising + falling)
  }

  /// How many standard deviations a correlation of some different numbers is from that of numbers in random order, 0.
  static func significance(_ correlation: Double, of count: Int) -> Double {
    guard count > 1 else { return 0 }
    let n = Double(count)
    return correlation * 3 * (n * (n - 1) / (2 * (2 * n + 5))).squareRoot()
  }
}
