import Reprint
import ReprintDumps

/// The shingle sets of a dump's documents, each different set once.
///
/// The shingles are those that the engine takes: same words, same width, same hashes. Nothing else here is the
/// engine's.
struct DistinctShingleSets {
  /// Each set's shingles, ascending.
  private(set) var shingles: [[UInt64]] = []
  /// The documents that have the set, in input order.
  private(set) var documents: [[UInt32]] = []

  init(_ dump: SketchedDump, shingleWords: Int) {
    var sketcher = DocumentSketcher(shingleWidth: shingleWords, slots: FastSimilaritySketch.slotCounts[0])
    var places: [[UInt64]: Int] = [:]
    for document in 0..<dump.report.documents {
      var set = Array(dump.shingles(of: document, with: &sketcher))
      set.sort()
      Self.removeRepeated(&set)
      if set.isEmpty { continue }  // a document without words is nobody's duplicate
      if let place = places[set] {
        documents[place].append(UInt32(document))
      } else {
        places[set] = shingles.count
        shingles.append(set)
        documents.append([UInt32(document)])
      }
    }
  }

  private static func removeRepeated(_ sorted: inout [UInt64]) {
    var kept = 0
    for index in sorted.indices where index == 0 || sorted[index] != sorted[index - 1] {
      sorted[kept] = sorted[index]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
  }
}
