import Reprint
import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import ReprintDumps

/// With a bound, however tight, the same is found as without.
@Suite struct BoundedSearchTests {
  private let directory = TemporaryDirectory()

  /// Buckets that are crowded with few documents.
  private static let limits: CandidateSearch.Limits = {
    var limits = CandidateSearch.Limits()
    limits.hotBucket = 45
    limits.comparisons = 0
    limits.representatives = 6
    return limits
  }()

  /// Stories with copies and near-copies, and pages of templates that differ in a few words.
  private func lines(seed: UInt64, stories: Int, templatePages: [Int]) -> [String] {
    var generator = SeededGenerator(seed: seed)
    func words(_ count: Int) -> [String] { (0..<count).map { _ in "w\(generator.number(0...4000))" } }
    func edited(_ words: [String], _ changes: Int) -> [String] {
      var words = words
      for _ in 0..<changes where !words.isEmpty {
        words[generator.number(0...words.count - 1)] = "x\(generator.next() % 999)"
      }
      return words
    }
    var texts: [[String]] = [[], ["one"], ["one"], ["two", "three"]]
    for _ in 0..<stories {
      let story = words(generator.number(30...120))
      texts.append(story)
      for _ in 0..<generator.number(0...4) { texts.append(edited(story, generator.number(0...3))) }
    }
    for count in templatePages {
      let template = words(80)
      for _ in 0..<count { texts.append(edited(template, generator.number(0...3)) + words(generator.number(0...12))) }
    }
    texts.shuffle(using: &generator)
    return texts.enumerated().map { number, text in
      let id = generator.chance(0.9) ? "\"id\": \"d\(generator.number(0...texts.count))\", " : ""
      let date = generator.chance(0.6) ? "\"published\": \"2025-03-\(generator.number(10...28))\", " : ""
      return "{\(id)\(date)\"text\": \"\(text.joined(separator: " "))\"}\n"
    }
  }

  private func options(_ clustering: ClusteringOptions, bytes: Int?) -> SketchedDump.ReadOptions {
    var options = SketchedDump.ReadOptions()
    options.clustering = clustering
    options.memory = bytes.map { MemoryBound(bytes: $0, scratchDirectory: directory.path) }
    return options
  }

  private func clusters(_ paths: [String], _ clustering: ClusteringOptions, bytes: Int?) throws -> [String] {
    let dump = try SketchedDump.read(paths, options: options(clustering, bytes: bytes))
    var statistics = NearDuplicateSearch.Statistics()
    let found: FoundClusters
    if let search = BoundedSearch(dump, options: clustering, limits: Self.limits) {
      found = try search.clusters(&statistics)
    } else {
      #expect(bytes == nil)
      let search = NearDuplicateSearch(dump.table, source: dump, options: clustering, limits: Self.limits)
      found = FoundClusters(search.clusters(&statistics))
    }
    var result = ["\(dump.report.problems)", "\(statistics.hotBuckets) \(statistics.cappedBuckets)"]
    while let cluster = try found.next() {
      result.append("\(dump.name(of: Int(cluster.kept))) \(cluster.removed.map { "\($0.document) \($0.similarity)" })")
    }
    return result
  }

  private func pairs(_ paths: [String], _ clustering: ClusteringOptions, bytes: Int?) throws -> [String] {
    let dump = try SketchedDump.read(paths, options: options(clustering, bytes: bytes))
    var statistics = NearDuplicateSearch.Statistics()
    let found: FoundPairs
    if let search = BoundedSearch(dump, options: clustering, limits: Self.limits) {
      found = try search.pairs(&statistics)
    } else {
      let search = NearDuplicateSearch(dump.table, source: dump, options: clustering, limits: Self.limits)
      found = FoundPairs(search.pairs(&statistics))
    }
    var result: [String] = []
    while let pair = try found.next() { result.append("\(pair.a) \(pair.b) \(pair.similarity)") }
    return result
  }

  /// From bounds that hold a few records to one that holds all.
  private static let bounds = [1, 200_000, 64 << 20]

  @Test(arguments: [(Linkage.star, KeepPolicy.longest, 0.8), (.star, .oldest, 0.5), (.connected, .first, 0.8)])
  func clustersAreTheSame(linkage: Linkage, keep: KeepPolicy, threshold: Double) throws {
    let seed: UInt64 = 42
    let all = lines(seed: seed, stories: 60, templatePages: [20, 40, 70, 200])
    let paths = [
      directory.write(all[..<100].joined(), to: "a.jsonl"),
      directory.write("[]\n" + all[100...].joined(), to: "b.jsonl"),
    ]
    var clustering = ClusteringOptions()
    (clustering.linkage, clustering.keep, clustering.threshold) = (linkage, keep, threshold)
    let expected = try clusters(paths, clustering, bytes: nil)
    #expect(expected.count > 30, "seed \(seed)")
    #expect(expected[1] != "0 0", "there are crowded buckets; seed \(seed)")
    for bytes in Self.bounds {
      for threads in [1, 3] {
        clustering.threads = threads
        let found = try clusters(paths, clustering, bytes: bytes)
        #expect(found == expected, "\(bytes) bytes, \(threads) threads, seed \(seed)")
      }
    }
    #expect(directory.names == ["a.jsonl", "b.jsonl"])
  }

  @Test(arguments: [0.8, 0.5])
  func pairsAreTheSame(threshold: Double) throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    let path = directory.write(lines(seed: seed, stories: 50, templatePages: [30, 100]).joined(), to: "a.jsonl")
    var clustering = ClusteringOptions()
    clustering.threshold = threshold
    let expected = try pairs([path], clustering, bytes: nil)
    #expect(expected.count > 100, "seed \(seed)")
    for bytes in Self.bounds {
      let found = try pairs([path], clustering, bytes: bytes)
      #expect(found == expected, "\(bytes) bytes, seed \(seed)")
    }
  }

  @Test func smallDumpsAreNoException() throws {
    let text = "{\"text\": \"one two three four five six seven\"}\n"
    for content in ["", "\n", "{\"text\": \"\"}\n", text, text + text] {
      let path = directory.write(content, to: "a.jsonl")
      let expected = try clusters([path], ClusteringOptions(), bytes: nil)
      #expect(try clusters([path], ClusteringOptions(), bytes: 1) == expected)
      #expect(try pairs([path], ClusteringOptions(), bytes: 1) == pairs([path], ClusteringOptions(), bytes: nil))
    }
  }

  @Test func removedDocumentsComeInInputOrder() throws {
    let path = directory.write(lines(seed: 3, stories: 30, templatePages: []).joined(), to: "a.jsonl")
    let dump = try SketchedDump.read([path], options: options(ClusteringOptions(), bytes: 1))
    let search = try #require(BoundedSearch(dump, options: ClusteringOptions()))
    var statistics = NearDuplicateSearch.Statistics()
    var expected: [UInt32: UInt32] = [:]
    let found = try search.clusters(&statistics)
    while let cluster = try found.next() { for member in cluster.removed { expected[member.document] = cluster.kept } }
    let (removals, clusters, removed) = try search.removals(of: search.clusters(&statistics))
    var documents: [UInt32] = []
    while let removal = try removals.next() {
      documents.append(removal.member.document)
      #expect(expected[removal.member.document] == removal.kept)
    }
    #expect(documents == expected.keys.sorted())
    #expect(removed == documents.count && clusters == Set(expected.values).count)
    #expect(removed > 10)
  }
}
