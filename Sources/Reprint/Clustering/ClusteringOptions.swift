/// What counts as a near-duplicate, and which of them to keep.
public struct ClusteringOptions: Hashable, Sendable {
  /// The least Jaccard similarity of two documents' shingle sets that makes them near-duplicates: above 0, at most 1.
  public var threshold = 0.8
  /// Words in a shingle.
  public var shingleWords = 5
  /// Slots in a sketch: 64, 128 or 256.
  ///
  /// More find the same pairs with fewer false candidates, for more memory.
  public var slots = 128
  public var linkage = Linkage.star
  public var keep = KeepPolicy.longest
  /// Threads to use.
  ///
  /// The result does not depend on it.
  public var threads = 1

  public init() {}

  /// The plan of bands that these options lead to.
  public var bandPlan: BandPlan { BandPlan(threshold: threshold, slots: slots) }
}

/// What holds a cluster together.
public enum Linkage: String, CaseIterable, Sendable {
  /// Every member is similar to the kept document.
  case star
  /// Every member is similar to some other member: similarity may chain.
  case connected
}

/// Which document of a cluster to keep.
///
/// Ties go to the smaller id in byte order, then to the earlier document.
public enum KeepPolicy: String, CaseIterable, Sendable {
  /// The most words.
  case longest
  /// The earliest in the input.
  case first
  /// The earliest publication time; documents without one come last.
  case oldest
  /// The latest publication time; documents without one come last.
  case newest
}
