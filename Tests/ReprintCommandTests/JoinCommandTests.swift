import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct JoinCommandTests {
  let workspace: Workspace
  private let dump = GeneratedDump(seed: GeneratedDump.anySeed, documents: 400, words: 30...150)
  private var seed: Comment { "REPRINT_TEST_SEED=\(dump.seed)" }

  init() throws { workspace = try Workspace() }

  /// Runs `reprint` and returns what it prints; fails if it does.
  private func output(_ arguments: [String], input: Input = .nothing) throws -> Data {
    let outcome = try workspace.run(arguments, input: input)
    try #require(outcome.ending == .status(0), "\(arguments): \(outcome.errors)")
    return outcome.output
  }

  private func sketches(_ arguments: String...) throws -> [SketchLine] {
    try decodeLines(output(["sketch"] + arguments))
  }

  // MARK: Exact

  static let searches: [[String]] = [
    [], ["-t", "0.5"], ["-t", "1"], ["--keep", "first"], ["--keep", "oldest"], ["--keep", "newest"],
    ["--linkage", "connected", "-t", "0.6"], ["-f", "tsv"],
  ]

  @Test(arguments: searches)
  func withShinglesTheClustersAreThoseOfCluster(search: [String]) throws {
    for dump in [SourceTree.techNews, SourceTree.root + "/fixtures/archives"] {
      let threshold = search.contains("-t") ? Array(search[search.firstIndex(of: "-t")!...].prefix(2)) : []
      let sketched = try output(["sketch", "--shingles", dump] + threshold)
      let expected = try output(["cluster", dump] + search)
      try expectSame(output(["join"] + search, input: .pipe(sketched)), expected)
    }
  }

  @Test func withShinglesGeneratedClustersAndPairsAreThoseOfTheOtherCommands() throws {
    try workspace.write("in.jsonl", dump.data)
    try workspace.write("sketches.ndjson", output(["sketch", "--shingles", "-t", "0.6", "in.jsonl"]))
    for threads in ["1", "3"] {
      let clusters = try output(["join", "-j", threads, "sketches.ndjson"])
      try expectSame(clusters, output(["cluster", "-t", "0.6", "in.jsonl"]), seed)
      try expectSame(
        output(["join", "--pairs", "-j", threads, "sketches.ndjson"]), output(["pairs", "-t", "0.6", "in.jsonl"]), seed)
      #expect(try decodeLines(clusters, as: ClusterLine.self).count > 20, seed)
    }
    // The threshold is asked for anew.
    try expectSame(
      output(["join", "-t", "0.85", "sketches.ndjson"]), output(["cluster", "-t", "0.85", "in.jsonl"]), seed)
  }

  @Test func crowdedBucketsAreSearchedAsInADump() throws {
    let template = (0..<100).map { "t\($0)" }.joined(separator: " ")
    let pages = (0..<1200).map { number in
      record(["id": "p\(number)", "text": "\(template) \(article(number % 1100, words: 20))"])
    }
    try workspace.write("in.jsonl", pages.joined())
    try workspace.write("sketches.ndjson", output(["sketch", "--shingles", "in.jsonl"]))
    let stats = try workspace.run("cluster", "--stats", "in.jsonl")
    #expect(!stats.errors.contains("hot buckets 0"), "the test needs some")
    try expectSame(output(["join", "sketches.ndjson"]), stats.output)
  }

  // MARK: Order

  @Test func withOrderIdTheOrderOfFilesMakesNoDifference() throws {
    let count = dump.lines.count
    for part in 0..<4 {
      try workspace.write("part.jsonl", dump.lines[part * count / 4..<(part + 1) * count / 4].joined())
      try workspace.write("s\(part).ndjson", output(["sketch", "part.jsonl"]))
    }
    for command in [["join"], ["join", "--pairs"], ["join", "--linkage", "connected"]] {
      let expected = try output(command + ["--order", "id", "s0.ndjson", "s1.ndjson", "s2.ndjson", "s3.ndjson"])
      #expect(!expected.isEmpty, seed)
      for order in [[3, 1, 0, 2], [2, 3, 1, 0]] {
        let files = order.map { "s\($0).ndjson" }
        try expectSame(output(command + ["--order", "id"] + files), expected, seed)
      }
    }
    let shuffled = try output(["join", "s3.ndjson", "s1.ndjson", "s0.ndjson", "s2.ndjson"])
    func members(_ data: Data) throws -> Set<Set<ClusterLine.Member>> {
      Set(try decodeLines(data, as: ClusterLine.self).map { Set($0.members) })
    }
    let usual = try output(["join", "s0.ndjson", "s1.ndjson", "s2.ndjson", "s3.ndjson"])
    #expect(try members(shuffled) == members(usual), seed)
  }

  @Test func orderIdIsNotForTheFirst() throws {
    let outcome = try workspace.run("join", "--order", "id", "--keep", "first", "-")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.contains("--keep first goes by the order of the input, so --order id can't"))
  }

  // MARK: Estimates

  @Test func withoutShinglesSimilaritiesAreSharesOfEqualSlotsAndSayso() throws {
    try workspace.write("in.jsonl", dump.data)
    let sketches = try sketches("in.jsonl").filter { $0.words > 0 }
    try workspace.write("sketches.ndjson", output(["sketch", "in.jsonl"]))
    var expected: [Set<String>: Double] = [:]
    for (i, a) in sketches.enumerated() {
      for b in sketches[(i + 1)...] {
        let estimate = Double(a.agreement(b)) / 128
        if estimate >= 0.8, !Set(a.bands).isDisjoint(with: b.bands) { expected[[a.id, b.id]] = estimate }
      }
    }
    let outcome = try workspace.run("join", "--pairs", "sketches.ndjson")
    #expect(outcome.errors.contains("similarities are estimates"))
    let pairs = try outcome.pairs()
    #expect(pairs.count == expected.count && pairs.count > 20, seed)
    for pair in pairs { #expect(expected[[pair.a, pair.b]] == pair.similarity, seed) }
    #expect(outcome.lines.allSatisfy { $0.hasSuffix(",\"estimated\":true}") })

    let clusters = try workspace.run("join", "sketches.ndjson")
    #expect(clusters.lines.allSatisfy { $0.hasSuffix(",\"estimated\":true}") })
    for cluster in try clusters.clusters() {
      for member in cluster.members.dropFirst() {
        #expect(expected[[cluster.keep, member.id]] == member.similarity, seed)
      }
    }
    #expect(try workspace.run("join", "-f", "tsv", "sketches.ndjson").lines[0].hasSuffix("\tsimilarity\testimated"))
  }

  // MARK: Bad input

  @Test func badLinesAreNamedAndPassedOver() throws {
    try workspace.write("in.jsonl", dump.data)
    let sketched = try output(["sketch", "--shingles", "in.jsonl"])
    try workspace.write("good.ndjson", sketched)
    try workspace.write("bad.ndjson", Data("{\"id\":\"x\"}\nnothing\n".utf8) + sketched + Data("{\"id\":\"cut".utf8))
    let outcome = try workspace.run("join", "bad.ndjson")
    #expect(outcome.ending == .status(0))
    #expect(outcome.errors.contains("reprint: bad.ndjson:1: not a sketch (skipped)"))
    #expect(outcome.errors.contains("reprint: bad.ndjson:2: not a JSON object (skipped)"))
    #expect(outcome.errors.contains("bad.ndjson:\(dump.lines.count + 3): "))
    try expectSame(outcome.output, output(["join", "good.ndjson"]), seed)
    let strict = try workspace.run("join", "--strict", "bad.ndjson")
    #expect(strict.ending == .status(2) && strict.output.isEmpty)
    #expect(strict.errors.hasPrefix("reprint: bad.ndjson:1: not a sketch"))
  }

  @Test func aDumpIsNoSketches() throws {
    let outcome = try workspace.run("join", SourceTree.techNews)
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.contains(":1: not a sketch (skipped)"))
    #expect(outcome.errors.contains("none of the records can be read"))
  }

  @Test func nothingIsNoClusters() throws {
    let outcome = try workspace.run("join", input: .pipe(Data()))
    #expect(outcome.ending == .status(0) && outcome.output.isEmpty)
  }

  @Test func otherParametersAreRefused() throws {
    try workspace.write("in.jsonl", dump.data)
    try workspace.write("a.ndjson", output(["sketch", "in.jsonl"]))
    for (options, named) in [
      (["--slots", "64"], ("slots=64", "slots=128")), (["-k", "3"], ("shingle-words=3", "shingle-words=5")),
      (["-t", "0.7"], ("threshold=0.7", "threshold=0.8")),
      (["--furniture", "keep"], ("furniture=keep", "furniture=auto")),
    ] {
      try workspace.write("b.ndjson", output(["sketch"] + options + ["in.jsonl"]))
      let outcome = try workspace.run("join", "a.ndjson", "b.ndjson")
      #expect(outcome.ending == .status(2) && outcome.output.isEmpty)
      #expect(
        outcome.errors.contains(
          "b.ndjson:1: a sketch made with \(named.0), and the one at a.ndjson:1 with \(named.1)"), "\(outcome.errors)")
    }
    try workspace.write("b.ndjson", output(["sketch", "--slots", "64", "in.jsonl"]))
    let loose = try workspace.run("join", "-t", "0.05", "b.ndjson")
    #expect(loose.ending == .status(2))
    #expect(loose.errors.contains("sketches of 64 slots find only"))
  }
}
