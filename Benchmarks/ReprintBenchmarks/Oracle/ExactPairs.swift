import Reprint

/// Every pair of documents at or above a similarity, by counting: no sketches, no bands, nothing missed.
///
/// An inverted index says in which sets each shingle is. Every set then goes through the lists of its shingles and
/// counts how often it meets each earlier set, which is how many shingles the two share.
///
/// Time grows with the sum of the squares of the lists' lengths, so a phrase in all of many documents makes it slow.
/// Memory is about 45 bytes a shingle of the different sets.
struct ExactPairs {
  private let sets: DistinctShingleSets
  /// For each set the shingles that other sets have too, by their number.
  private var shared: [[UInt32]]
  /// Where the list of a shingle starts in `holders`; one more at the end.
  private var starts: [Int] = []
  /// The sets that have a shingle, ascending, list after list.
  private var holders: [UInt32] = []

  init(_ sets: DistinctShingleSets) {
    self.sets = sets
    shared = Array(repeating: [], count: sets.shingles.count)
    var occurrences: [(shingle: UInt64, set: UInt32)] = []
    occurrences.reserveCapacity(sets.shingles.reduce(0) { $0 + $1.count })
    for (set, shingles) in sets.shingles.enumerated() {
      for shingle in shingles { occurrences.append((shingle, UInt32(set))) }
    }
    occurrences.sort { ($0.shingle, $0.set) < ($1.shingle, $1.set) }
    var start = 0
    while start < occurrences.count {
      var end = start + 1
      while end < occurrences.count && occurrences[end].shingle == occurrences[start].shingle { end += 1 }
      if end - start > 1 {
        let number = UInt32(starts.count)
        starts.append(holders.count)
        for occurrence in occurrences[start..<end] {
          holders.append(occurrence.set)
          shared[Int(occurrence.set)].append(number)
        }
      }
      start = end
    }
    starts.append(holders.count)
  }

  /// The pairs at or above `threshold`, in input order of the first, then the second.
  ///
  /// - Parameter progress: told now and then how many sets are done.
  func pairs(atLeast threshold: Double, progress: (Int) -> Void) -> [(a: UInt32, b: UInt32, similarity: Double)] {
    var pairs: [(a: UInt32, b: UInt32, similarity: Double)] = []
    func add(_ a: UInt32, _ b: UInt32, _ similarity: Double) { pairs.append((min(a, b), max(a, b), similarity)) }

    for copies in sets.documents {
      for (place, a) in copies.enumerated() {
        for b in copies[(place + 1)...] { add(a, b, 1) }
      }
    }
    var counts = [Int32](repeating: 0, count: sets.shingles.count)
    for set in sets.shingles.indices {
      for earlier in countShared(of: set, into: &counts) {
        let common = Int(counts[earlier])
        counts[earlier] = 0
        let union = sets.shingles[set].count + sets.shingles[earlier].count - common
        let similarity = Double(common) / Double(union)
        guard similarity >= threshold else { continue }
        for a in sets.documents[earlier] {
          for b in sets.documents[set] { add(a, b, similarity) }
        }
      }
      if set % 1024 == 0 { progress(set) }
    }
    pairs.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    return pairs
  }

  /// Counts into `counts` how many shingles a set shares with each earlier one, and returns those with any.
  private func countShared(of set: Int, into counts: inout [Int32]) -> [Int] {
    var touched: [Int] = []
    for shingle in shared[set] {
      for place in starts[Int(shingle)]..<starts[Int(shingle) + 1] {
        let other = Int(holders[place])
        if other >= set { break }
        if counts[other] == 0 { touched.append(other) }
        counts[other] += 1
      }
    }
    return touched
  }
}
