import Reprint

/// Finds the documents of a dump that an index has not seen, and of those that are alike the first.
///
/// A document is passed over if the index has one like it, or if the dump has one before that was not passed over.
package struct UnseenDocuments: Sendable {
  /// A document that was passed over.
  package struct Removal: Sendable {
    package var document: Int
    package var kept: String
    package var similarity: Double
    /// Whether the similarity was estimated from sketches.
    package var isEstimated = false
  }

  /// Which documents are new, ascending.
  package private(set) var unseen: [Int] = []
  /// The others, ascending.
  package private(set) var removals: [Removal] = []

  /// - Parameter answers: what the index has for each document.
  package init(of dump: SketchedDump, answers: [IndexAnswer?], _ options: IndexOptions) {
    let table = dump.table
    let search = NearestSearch(options.bandPlan)
    let floor = search.plan.agreementFloor
    var sketcher = DocumentSketcher(shingleWidth: options.shingleWords, slots: options.slots)
    var comparer = ShingleComparer(bytes: 64 << 20)
    var buckets = SketchBuckets(search)
    var texts: [TextIdentity: Int] = [:]

    for (document, answer) in answers.enumerated() {
      if let answer {
        removals.append(
          Removal(
            document: document, kept: answer.id, similarity: answer.similarity, isEstimated: answer.isEstimated))
        continue
      }
      guard table.wordCounts[document] > 0 else {
        unseen.append(document)
        continue
      }
      let row = table.row(document)
      let text = TextIdentity(
        fingerprint: table.fingerprints[document], words: table.wordCounts[document], sketch: row, slots: table.slots)
      var candidates: [NearestSearch.Candidate] = []
      for other in buckets.sharing(row) {
        let agreement = table.agreement(row, table.row(Int(other)))
        if agreement >= floor {
          candidates.append(NearestSearch.Candidate(document: UInt64(other), agreement: agreement))
        }
      }
      search.rank(&candidates)
      let best = search.best(of: candidates, identical: texts[text].map { UInt64($0) }) { other in
        comparer.similarity(UInt64(document), other, atLeast: options.threshold) { key in
          dump.shingles(of: Int(key), with: &sketcher)
        }
      }
      if let best {
        removals.append(
          Removal(document: document, kept: dump.name(of: Int(best.document)), similarity: best.similarity))
      } else {
        unseen.append(document)
        texts[text] = document
        buckets.add(UInt32(document), sketch: row)
      }
    }
  }
}
