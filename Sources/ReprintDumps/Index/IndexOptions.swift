public import Reprint

/// What an index was made with; it stays so, since its sketches and answers depend on it.
public struct IndexOptions: Hashable, Sendable {
  /// The least Jaccard similarity of two near-duplicates: above 0, at most 1.
  public var threshold = 0.8
  /// Words in a shingle.
  public var shingleWords = 5
  /// Slots in a sketch: 64, 128 or 256.
  public var slots = 128
  /// What to do with page furniture in the dumps that are added and asked about.
  public var furniture = FurnitureMode.auto
  /// Whether texts are kept.
  ///
  /// Without them answers are estimates, and nothing can be traced.
  public var keepsTexts = true

  public init() {}

  /// The plan of bands that these options lead to.
  public var bandPlan: BandPlan { BandPlan(threshold: threshold, slots: slots) }
}
