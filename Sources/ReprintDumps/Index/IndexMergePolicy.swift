/// Which segments are merged, so that there are few and each document is moved rarely.
enum IndexMergePolicy {
  /// So many segments of a tier become one of the next; tiers are powers of it.
  static let width = 8
  /// The most segments that stay, whatever sizes they have.
  static let most = 48

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
  /// Neighbours of some tier or less, of which ``width`` have that tier, so that what they become is of a higher one.
  /// Else the cheapest ``width``, where there are too many; else one of which most documents were removed.
  ///
  /// - Parameters:
  ///   - documents: of each segment.
  ///   - removed: how many of these were removed.
  static func next(documents: [Int], removed: [Int]) -> Range<Int>? {
    let tiers = documents.map(tier)
    for tier in 0...(tiers.max() ?? 0) {
      for run in tiers.indices.split(whereSeparator: { tiers[$0] > tier }) {
        if run.count(where: { tiers[$0] == tier }) >= width { return run.first!..<run.last! + 1 }
      }
    }
    if documents.count > most {
      let starts = 0...documents.count - width
      let cost = { (start: Int) in documents[start..<start + width].reduce(0, +) }
      return starts.min { cost($0) < cost($1) }.map { $0..<$0 + width }
    }
    return documents.indices.first { 2 * removed[$0] > documents[$0] }.map { $0..<$0 + 1 }
  }
}
