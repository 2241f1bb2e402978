import Reprint
import ReprintCorpora
import ReprintDumps
import ReprintPlatform
import ReprintTestSupport
import Testing

/// How much work a search is, counted rather than timed: the same on every machine.
///
/// The limits are somewhat above what was counted when they were set; see the README of the benchmarks.
@Suite struct SearchCostTests {
  /// What was found in a planted dump, and what it cost.
  private struct Cost {
    var documents: Int
    var pairs: Int
    var exactPairs: Int
    var statistics: NearDuplicateSearch.Statistics
  }

  private static func cost(documents: Int, planted: Int, threshold: Double = 0.8) throws -> Cost {
    var corpusOptions = PlantedCorpus.Options()
    corpusOptions.documents = documents
    corpusOptions.planted = planted
    corpusOptions.words = 80
    let corpus = PlantedCorpus(corpusOptions)
    let directory = TemporaryDirectory()
    var bytes: [UInt8] = []
    for document in 0..<corpus.count { corpus.appendRecord(document, to: &bytes) }
    let path = directory.write(bytes, to: "planted.jsonl")
    var options = SketchedDump.ReadOptions()
    options.clustering.threshold = threshold
    let dump = try SketchedDump.read([path], options: options)
    var statistics = NearDuplicateSearch.Statistics()
    let pairs = NearDuplicateSearch(dump.table, source: dump, options: options.clustering).pairs(&statistics)
    return Cost(
      documents: documents, pairs: pairs.count, exactPairs: pairs.count { $0.similarity == 1 }, statistics: statistics)
  }

  /// Candidates that are no pairs cost an exact comparison each.
  @Test func fewCandidatesAreComparedInVain() throws {
    let cost = try Self.cost(documents: 4000, planted: 40)
    #expect(cost.pairs > 1000)
    #expect(cost.statistics.hotBuckets == 0)
    #expect(Double(cost.statistics.candidates) / Double(cost.documents) < 0.3)
    // Copies that are alike word by word are never compared.
    #expect(cost.statistics.verified <= cost.statistics.candidates)
    #expect(Double(cost.statistics.verified) / Double(cost.pairs) < 0.4)
  }

  /// Where nothing was copied, next to nothing is compared: stock phrases make candidates of the shortest texts only.
  @Test func whereNothingIsCopiedNothingIsCompared() throws {
    let cost = try Self.cost(documents: 4000, planted: 0)
    #expect(cost.pairs < 4)
    #expect(cost.statistics.candidates < 20)
  }

  /// Candidates grow with the documents, not with their square.
  @Test func candidatesGrowWithTheDocuments() throws {
    let small = try Self.cost(documents: 1500, planted: 40)
    let large = try Self.cost(documents: 6000, planted: 40)
    let growth = Double(large.statistics.candidates) / Double(small.statistics.candidates)
    #expect(growth > 2 && growth < 8)
  }
}
