/// What sketches that leave the program were made with: only sketches of the same parameters can be compared.
package struct SketchParameters: Hashable, Sendable, CustomStringConvertible {
  /// Of words, hashes and sketches: goes up when any of these changes, and with it the version of index directories, so
  /// that old and new ones don't mix.
  package static let currentVersion = 3

  package var version = currentVersion
  package var shingleWords: Int
  package var slots: Int
  /// Decides on the bands, not on the sketch itself.
  package var threshold: Double
  /// What was done with page furniture.
  package var furniture: String

  package init(shingleWords: Int, slots: Int, threshold: Double, furniture: String) {
    self.shingleWords = shingleWords
    self.slots = slots
    self.threshold = threshold
    self.furniture = furniture
  }

  /// As sketches carry it: names and values, and at the end what follows from them and others need who join bands
  /// (`agree` are ``BandPlan/agreementFloor`` and ``BandPlan/agreementCeiling``).
  package var description: String {
    let plan = BandPlan(threshold: threshold, slots: slots)
    return "version=\(version) shingle-words=\(shingleWords) slots=\(slots) threshold=\(threshold) "
      + "furniture=\(furniture) bands=\(plan.bands)x\(plan.rows) agree=\(plan.agreementFloor)-\(plan.agreementCeiling)"
  }

  /// Reads a description; nil if it is none that could come from here.
  package init?(_ text: String) {
    var values: [Substring: Substring] = [:]
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      values[parts[0]] = parts[1]
    }
    guard let version = values["version"].flatMap({ Int($0) }),
      let words = values["shingle-words"].flatMap({ Int($0) }), (1...1000).contains(words),
      let slots = values["slots"].flatMap({ Int($0) }), FastSimilaritySketch.slotCounts.contains(slots),
      let threshold = values["threshold"].flatMap({ Double($0) }), threshold > 0, threshold <= 1,
      let furniture = values["furniture"]
    else { return nil }
    self.init(shingleWords: words, slots: slots, threshold: threshold, furniture: String(furniture))
    self.version = version
  }

  /// The first thing in which others differ, as both would say it; nil if nothing.
  package func difference(from other: SketchParameters, ignoringThreshold: Bool) -> (own: String, others: String)? {
    func named(_ name: String, _ own: some Equatable, _ others: some Equatable) -> (String, String) {
      ("\(name)=\(own)", "\(name)=\(others)")
    }
    if version != other.version { return named("version", version, other.version) }
    if shingleWords != other.shingleWords { return named("shingle-words", shingleWords, other.shingleWords) }
    if slots != other.slots { return named("slots", slots, other.slots) }
    if furniture != other.furniture { return named("furniture", furniture, other.furniture) }
    if !ignoringThreshold, threshold != other.threshold { return named("threshold", threshold, other.threshold) }
    return nil
  }
}
