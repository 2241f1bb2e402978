/// Which segments are merged, so that there are few and each document is moved rarely.
enum IndexMergePolicy {
  /// So many segments of a tier become one of the next; tiers are powers of it.
  static let width = 8

  /// The power of ``width`` that a segment has reached.
  static func tier(_ documents: Int) -> Int {
    var tier = 0
    var size = documents
    while size >= width {
      size /= width
      tier += 1
    }
    return tier
  }

  /// The segments to merge next, nil if all is well.
  ///
  /// The last ``width`` or more that have at most some tier; else one of which most documents were removed.
  ///
  /// - Parameters:
  ///   - documents: of each segment.
  ///   - removed: how many of these were removed.
  static func next(documents: [Int], removed: [Int]) -> Range<Int>? {
    let tiers = documents.map(tier)
    for tier in 0...(tiers.max() ?? 0) {
      let start = (tiers.lastIndex { $0 > tier } ?? -1) + 1
      if tiers.count - start >= width { return start..<tiers.count }
    }
    return documents.indices.first { 2 * removed[$0] > documents[$0] }.map { $0..<$0 + 1 }
  }
}
