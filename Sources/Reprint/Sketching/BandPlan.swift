/// How the slots of a sketch are cut into bands, and what that finds.
///
/// Two documents become candidates when they agree in all rows of at least one band, so with probability
/// 1 - (1 - J^rows)^bands (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3rd edition 2020, section
/// 3.4). Of these, the ones whose sketches agree in too few slots overall are passed over. The plan is the strictest one
/// (most rows) that still finds pairs *at* the threshold with the recall asked for; it is not the usual compromise that
/// puts half of them below the curve.
public struct BandPlan: Hashable, Sendable {
  /// The similarity that must be found.
  public let threshold: Double
  /// Slots in a sketch; those beyond `bands * rows` are used for estimates only.
  public let slots: Int
  public let bands: Int
  public let rows: Int

  /// The recall that plans are made for.
  public static let defaultRecall = 0.99

  /// The plan with the most rows whose recall at `threshold` is at least `recall`; one row a band where none has it.
  ///
  /// - Precondition: `0 < threshold <= 1`, `slots >= 1`.
  public init(threshold: Double, slots: Int, recall: Double = defaultRecall) {
    precondition(threshold > 0 && threshold <= 1, "a threshold is above 0 and at most 1")
    precondition(slots >= 1, "a sketch has at least one slot")
    let wanted = threshold < 1 ? recall / Self.estimateRecall : recall
    let rows = (1...slots).last { Self.probability(threshold, bands: slots / $0, rows: $0) >= wanted }
    self.threshold = threshold
    self.slots = slots
    self.rows = rows ?? 1
    self.bands = slots / self.rows
  }

  /// A hash of a sketch's slots in a band: equal where all rows agree, and else with a chance of 1 in 2^64.
  @inline(__always)
  package func key(_ row: UnsafePointer<UInt16>, band: Int) -> UInt64 {
    var slot = band &* rows
    let end = slot &+ rows
    var key = UInt64(band)
    if rows < 4 {
      for slot in slot..<end { key = key &<< 16 | UInt64(row[slot]) }
      return Mix.finalize(key)
    }
    // Four slots at a time; the last four may have been taken in part.
    while slot &+ 4 < end {
      key = Mix.fold(key ^ SketchTable.fourSlots(row + slot) ^ Mix.a, Mix.b)
      slot &+= 4
    }
    return Mix.fold(key ^ SketchTable.fourSlots(row + end - 4) ^ Mix.a, Mix.c)
  }

  /// The hashes of a sketch's bands, `stride` elements apart.
  package func keys(_ row: UnsafePointer<UInt16>, into keys: UnsafeMutablePointer<UInt64>, stride: Int) {
    for band in 0..<bands { keys[band &* stride] = key(row, band: band) }
  }

  /// The probability that two documents of this Jaccard similarity agree in a band.
  public func candidateProbability(at similarity: Double) -> Double {
    Self.probability(similarity, bands: bands, rows: rows)
  }

  /// The share of pairs exactly at the threshold that are compared, and so found.
  public var recall: Double { candidateProbability(at: threshold) * (threshold < 1 ? Self.estimateRecall : 1) }

  private static func probability(_ similarity: Double, bands: Int, rows: Int) -> Double {
    1 - power(1 - power(similarity, rows), bands)
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    var square = base
    var left = exponent
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }

  /// How many slots must agree before a candidate is worth an exact comparison: two and a half standard errors of
  /// MinHash below the threshold.
  ///
  /// Fast similarity sketches err less, so it passes over fewer true pairs than ``estimateRecall`` allows.
  public var agreementFloor: Int {
    let error = (threshold * (1 - threshold) / Double(slots)).squareRoot()
    return max(rows, Int(((threshold - 2.5 * error) * Double(slots)).rounded(.down)))
  }

  /// How many slots agree where two documents are surely similar: as far above the threshold.
  package var agreementCeiling: Int {
    let error = (threshold * (1 - threshold) / Double(slots)).squareRoot()
    return min(slots, Int(((threshold + 2.5 * error) * Double(slots)).rounded(.up)))
  }

  /// The share of pairs at the threshold whose sketches reach ``agreementFloor``: the normal distribution's, at two and
  /// a half standard errors.
  private static let estimateRecall = 0.9938
}
