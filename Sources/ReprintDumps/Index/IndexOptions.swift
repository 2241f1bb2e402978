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

  /// Why no index can be made with them, or nil.
  var objection: String? {
    guard threshold > 0, threshold <= 1 else { return "a threshold is above 0 and at most 1, not \(threshold)" }
    guard shingleWords >= 1, shingleWords <= 1000 else { return "a shingle has 1 to 1000 words, not \(shingleWords)" }
    guard FastSimilaritySketch.slotCounts.contains(slots) else {
      return "a sketch has 64, 128 or 256 slots, not \(slots)"
    }
    guard bandPlan.recall >= BandPlan.defaultRecall else {
      return "\(slots) slots find too few of the pairs at \(threshold)"
    }
    return nil
  }

  /// The plan of bands that these options lead to.
  public var bandPlan: BandPlan { BandPlan(threshold: threshold, slots: slots) }
}
