import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

/// A line that `reprint sketch` prints.
struct SketchLine: Decodable, Hashable {
  var id: String
  var line: Int?
  var byte: Int?
  var published: Double?
  var words: Int
  var hash: String
  var bands: [String]
  var sketch: Data
  var shingles: Data?
  var parameters: String

  private static func pairs(_ bytes: Data) -> [Data] {
    stride(from: 0, to: bytes.count, by: 2).map { bytes[$0..<$0 + 2] }
  }

  /// In how many slots two sketches agree.
  func agreement(_ other: SketchLine) -> Int {
    let slots = zip(Self.pairs(sketch), Self.pairs(other.sketch))
    return slots.count { $0 == $1 }
  }

  /// The Jaccard similarity of the shingles.
  func similarity(_ other: SketchLine) -> Double {
    func set(_ data: Data?) -> Set<Data> {
      let data = data ?? Data()
      return Set(stride(from: 0, to: data.count, by: 8).map { data[$0..<$0 + 8] })
    }
    let (a, b) = (set(shingles), set(other.shingles))
    return Double(a.intersection(b).count) / Double(a.union(b).count)
  }
}

@Suite struct SketchCommandTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func sketches(_ arguments: String..., input: Input = .nothing) throws -> [SketchLine] {
    let outcome = try workspace.run(["sketch"] + arguments, input: input)
    try #require(outcome.ending == .status(0), "\(outcome.errors)")
    return try decodeLines(outcome.output)
  }

  /// Words, hashes and sketches of a text are what they were when the version was given its number: where this fails,
  /// `SketchParameters.currentVersion` has to go up, lest old sketches are compared with new ones.
  @Test func aTextHasTheSketchThatItHadInThisVersion() throws {
    #expect(SketchParameters.currentVersion == 3)
    let text = "On 3 March the tramway in Łódź raised fares by 14.3 % — 路面電車 — \u{201C}for good\u{201D}, it said."
    try workspace.write("in.jsonl", record(["id": "a", "text": text]))
    let found = try #require(sketches("--shingles", "--slots", "64", "in.jsonl").first)
    #expect(found.words == 18)
    #expect(found.hash == "1882629e6e1e98c3")
    #expect(found.bands.first == "3baf78779a092e91")
    #expect(found.sketch.prefix(12).base64EncodedString() == "Zh+wnJyrD3n18iyg")
    #expect(found.shingles?.prefix(12).base64EncodedString() == "3x7yKpKKtw/O6uWb")
  }

  @Test func everyDocumentHasALineInInputOrder() throws {
    try workspace.write(
      "in.jsonl",
      record(["id": "b", "text": article(1), "published": "2025-08-21"]) + "\n" + record(["text": article(2)])
        + record(["id": "a", "text": "", "published": "yesterday"]))
    let found = try sketches("in.jsonl")
    #expect(found.map(\.id) == ["b", "in.jsonl:3", "a"])
    #expect(found.map(\.line) == [1, 3, 4])
    #expect(found.map(\.published) == [1_755_734_400, nil, nil])
    #expect(found.map(\.words) == [100, 100, 0])
    #expect(found.map(\.bands.count) == [21, 21, 0])
    #expect(found.allSatisfy { $0.sketch.count == 256 && $0.shingles == nil })
  }

  @Test func pagesOfArchivesHaveTheirBytes() throws {
    let found = try sketches(SourceTree.root + "/fixtures/archives")
    let archived = found.filter { $0.byte != nil }
    #expect(archived.count > 10 && archived.allSatisfy { $0.line == nil })
    #expect(archived.contains { $0.byte! > 0 })
  }

  @Test func threadsAndCutsMakeNoDifference() throws {
    let dump = GeneratedDump(seed: GeneratedDump.anySeed, documents: 1300, words: 20...60)
    let seed: Comment = "REPRINT_TEST_SEED=\(dump.seed)"
    try workspace.write("in.jsonl", dump.data)
    let expected = try workspace.run("sketch", "--shingles", "-j", "1", "in.jsonl")
    #expect(expected.lines.count == 1300, seed)
    #expect(expected.errors.contains("1,300 documents, sketched, "), seed)
    for threads in ["2", "7"] {
      try expectSame(workspace.run("sketch", "--shingles", "-j", threads, "in.jsonl").output, expected.output, seed)
    }
    var parts: [SketchLine] = []
    for (number, start) in stride(from: 0, to: dump.lines.count, by: 301).enumerated() {
      let lines = dump.lines[start..<min(start + 301, dump.lines.count)].joined()
      for var line in try sketches("--shingles", "-", input: .pipe(Data(lines.utf8))) {
        line.line! += 301 * number
        parts.append(line)
      }
    }
    #expect(try parts == decodeLines(expected.output), seed)
  }

  @Test func lessFurnitureIsTakenAwayByPagesAlone() throws {
    func words(_ furniture: String) throws -> Int {
      try sketches("--furniture", furniture, SourceTree.techNews).reduce(0) { $0 + $1.words }
    }
    let (auto, page, keep) = (try words("auto"), try words("page"), try words("keep"))
    #expect(auto < page && page == keep, "there are no pages of HTML in it")
    let html = SourceTree.root + "/fixtures/pages/html"
    let shown = try sketches("--furniture", "page", html).reduce(0) { $0 + $1.words }
    #expect(try shown < sketches("--furniture", "keep", html).reduce(0) { $0 + $1.words })
  }

  @Test func shinglesTellHowSimilarDocumentsAre() throws {
    let found = Dictionary(uniqueKeysWithValues: try sketches("--shingles", SourceTree.techNews).map { ($0.id, $0) })
    let pairs = try workspace.run("pairs", "-t", "0.3", SourceTree.techNews).pairs()
    #expect(pairs.count > 20)
    for pair in pairs {
      #expect(try #require(found[pair.a]).similarity(#require(found[pair.b])) == pair.similarity)
    }
  }

  @Test func badRecordsAreNamedAndLeftOut() throws {
    let good = record(["id": "a", "text": article(1)])
    try workspace.write("in.jsonl", good + "{\n" + record(["id": "c", "text": "x"]))
    let outcome = try workspace.run("sketch", "in.jsonl")
    #expect(outcome.ending == .status(0))
    #expect(outcome.errors.contains("in.jsonl:2: "))
    #expect(try decodeLines(outcome.output, as: SketchLine.self).map(\.line) == [1, 3])
    #expect(try workspace.run("sketch", "--strict", "in.jsonl").ending == .status(2))
  }
}
