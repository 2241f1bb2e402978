/// What a search for the most similar of many documents looks at, and when it stops.
///
/// Candidates share a band with the document asked for. Of each band's bucket the earliest ``mostInBucket`` are looked
/// at; those whose sketches agree in enough slots are compared exactly, the most alike first, until none of the others
/// can be more similar than the best so far, but for a chance of 1 in millions, or ``mostCompared`` were.
///
/// All of that depends on the documents and their order alone, not on how they are stored.
package struct NearestSearch: Sendable {
  package struct Candidate: Sendable {
    package var document: UInt64
    /// Slots in which the sketches agree.
    package var agreement: Int

    package init(document: UInt64, agreement: Int) {
      self.document = document
      self.agreement = agreement
    }
  }

  /// A document, and how similar it is.
  package struct Found: Sendable, Equatable {
    package var document: UInt64
    package var similarity: Double

    package init(document: UInt64, similarity: Double) {
      self.document = document
      self.similarity = similarity
    }
  }

  /// Documents of a bucket that are looked at.
  ///
  /// Something other than copying (a site template, a licence) puts more of them together; copies of such a document
  /// are found in other bands.
  package let mostInBucket: Int
  /// Exact comparisons for one document.
  package let mostCompared: Int
  package let plan: BandPlan

  package init(_ plan: BandPlan, mostInBucket: Int = 4096, mostCompared: Int = 256) {
    self.plan = plan
    self.mostInBucket = mostInBucket
    self.mostCompared = mostCompared
  }

  /// Sorts candidates in the order in which they are compared: the most alike first, then the earliest.
  package func rank(_ candidates: inout [Candidate]) {
    candidates.sort { $0.agreement != $1.agreement ? $0.agreement > $1.agreement : $0.document < $1.document }
  }

  /// The most similar candidate, the earliest of equals.
  ///
  /// - Parameters:
  ///   - candidates: ranked.
  ///   - identical: a document that has the same shingles, if one is known.
  ///   - similarity: the exact similarity of a candidate, nil if it is below the threshold.
  package func best<Failure: Error>(
    of candidates: [Candidate], identical: UInt64?,
    similarity: (UInt64) throws(Failure) -> Double?
  ) throws(Failure) -> Found? {
    var best = identical.map { Found(document: $0, similarity: 1) }
    for candidate in candidates.prefix(mostCompared) {
      if let best {
        if candidate.agreement < floor(below: best.similarity) { break }
        // Equals are not better unless they came earlier.
        if best.similarity == 1 && candidate.document >= best.document { continue }
      }
      guard let found = try similarity(candidate.document) else { continue }
      if let known = best {
        guard
          found > known.similarity || found == known.similarity && candidate.document < known.document
        else { continue }
      }
      best = Found(document: candidate.document, similarity: found)
    }
    return best
  }

  /// The most alike candidate by its sketch alone, the earliest of equals; nil if that is below the threshold.
  ///
  /// - Parameter candidates: ranked.
  package func estimate(of candidates: [Candidate], identical: UInt64?) -> Found? {
    if let identical { return Found(document: identical, similarity: 1) }
    guard let first = candidates.first else { return nil }
    let similarity = Double(first.agreement) / Double(plan.slots)
    return similarity >= plan.threshold ? Found(document: first.document, similarity: similarity) : nil
  }

  /// The fewest slots in which the sketch of a document agrees that is at least so similar: five standard errors below,
  /// and a little, since near 1 errors are not distributed normally.
  func floor(below similarity: Double) -> Int {
    if similarity == 1 { return plan.slots }
    let slots = Double(plan.slots)
    let error = (similarity * (1 - similarity) / slots).squareRoot()
    return Int(((similarity - 5 * error) * slots).rounded(.down)) - 4
  }
}
