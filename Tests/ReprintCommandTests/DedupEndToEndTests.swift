import Foundation
import ReprintTestSupport
import Testing

@Suite struct DedupEndToEndTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  // MARK: Bytes

  /// Records of odd spelling, and whether each is kept.
  private static let odd: [(line: String, isKept: Bool)] = [
    ("{\"id\":\"first\",\"text\":\"\(article(1))\"}\r\n", true),
    ("  {\t\"text\" :  \"\(article(2))\" , \"extra\" : [1, {\"x\": \"}\\\\\"}, null], \"id\":\"spaced\" }  \r\n", true),
    ("{\"id\":\"copy\",\"text\":\"\(article(1).uppercased())\"}\r\n", false),
    ("{\"text\":\"\(article(1))\",\"id\":\"twice\",\"text\":\"\(article(3))\",\"n\":1e400}\n", true),
    ("{\"id\":\"esc\\u0061ped\",\"text\":\(escaped(article(4))),\"emoji\":\"😀\\ud83d\\ude00\"}\n", true),
    ("{\"id\":\"unescaped\",\"text\":\"\(article(4))\"}\n", false),
    ("{\"text\":\"\"}\n", true),
    ("{\"text\":\"\"}\n", true),
    ("{\"id\":\"last\",\"text\":\"\(article(5))\"}", true),
  ]

  @Test func keptRecordsComeOutByteForByteInInputOrder() throws {
    try workspace.write("in.jsonl", Self.odd.map(\.line).joined())
    let outcome = try workspace.run("dedup", "--keep", "first", "in.jsonl")
    #expect(outcome.ending == .status(0))
    let expected = Self.odd.filter(\.isKept).map(\.line).joined() + "\n"
    #expect(outcome.text == expected, "only the newline that the last line lacked is added")
    #expect(outcome.errors.contains("9 documents, 2 clusters, 2 removed"))
  }

  @Test func throughAPipeAndCompressedTheyAreTheSameBytes() throws {
    let dump = Data(Self.odd.map(\.line).joined().utf8)
    try workspace.write("in.jsonl", dump)
    let expected = try workspace.run("dedup", "--keep", "first", "in.jsonl").output
    try expectSame(workspace.run("dedup", "--keep", "first", "-", input: .pipe(dump)).output, expected)
    #expect(try workspace.shell("gzip in.jsonl").ending == .status(0))
    try expectSame(workspace.run("dedup", "--keep", "first", "in.jsonl.gz").output, expected)
  }

  @Test func bytesThatAreNoTextSurvive() throws {
    var dump = Data("{\"id\":\"a\",\"text\":\"one two \u{FFFD} three\",\"raw\":\"".utf8)
    dump += [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80]
    dump += Data("\"}\n{\"id\":\"b\",\"text\":\"".utf8) + [0xC0, 0xAF] + Data(" other words\"}\n".utf8)
    try workspace.write("in.jsonl", dump)
    try expectSame(workspace.run("dedup", "in.jsonl").output, dump)
  }

  @Test func aTextFileBecomesALineWithItsIdAndText() throws {
    let text = "A \"quoted\" title\n\n\tC:\\path — 路面\u{1}\r\n"
    try workspace.write("pages/a.txt", text)
    try workspace.write("pages/b.md", article(2))
    let outcome = try workspace.run("dedup", "pages")
    struct Page: Decodable, Equatable {
      var id: String
      var text: String
    }
    #expect(
      try decodeLines(outcome.output) == [
        Page(id: "pages/a.txt", text: text), Page(id: "pages/b.md", text: article(2)),
      ])
  }

  // MARK: What was removed

  @Test func theMappingNamesEveryRemovedDocumentTheKeptOneAndHowSimilarItIs() throws {
    try workspace.write(
      "in.jsonl",
      record(["id": "edit", "text": article(1, words: 99, changing: [50])])
        + record(["id": "other", "text": article(2)])
        + record(["id": "long", "text": article(1)]) + record(["id": "copy", "text": article(1)])
        + record(["text": article(2)]))
    let outcome = try workspace.run("dedup", "in.jsonl", "--removed", "removed.ndjson", "-o", "kept.jsonl")
    #expect(outcome.output.isEmpty)
    let removed = try decodeLines(#require(workspace.read("removed.ndjson")), as: RemovedLine.self)
    #expect(
      removed == [
        RemovedLine(id: "edit", kept: "copy", similarity: 90.0 / 101.0),
        RemovedLine(id: "other", kept: "in.jsonl:5", similarity: 1),
        RemovedLine(id: "long", kept: "copy", similarity: 1),
      ])
    for line in try #require(workspace.text("removed.ndjson")).split(separator: "\n") {
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(Set(object.keys) == ["id", "kept", "similarity"])
    }
    #expect(workspace.names == ["in.jsonl", "kept.jsonl", "removed.ndjson"])
  }

  @Test(arguments: ["star", "connected"])
  func keptAndRemovedTogetherAreTheDumpAndAgreeWithCluster(linkage: String) throws {
    let dump = SourceTree.techNews
    try workspace.run(
      "dedup", "-t", "0.5", "--linkage", linkage, dump, "-o", "kept.jsonl", "--removed", "removed.ndjson")
    let kept = try decodeLines(#require(workspace.read("kept.jsonl")), as: [String: String?].self).map { $0["id"]!! }
    let removed = try decodeLines(#require(workspace.read("removed.ndjson")), as: RemovedLine.self)
    let all = try decodeLines(Data(contentsOf: URL(fileURLWithPath: dump)), as: [String: String?].self).map {
      $0["id"]!!
    }
    #expect(kept == all.filter { id in !removed.contains { $0.id == id } })
    #expect(removed.map(\.id) == all.filter { id in removed.contains { $0.id == id } }, "in input order")
    #expect(removed.allSatisfy { kept.contains($0.kept) })
    let clusters = try workspace.run("cluster", "-t", "0.5", "--linkage", linkage, dump).clusters()
    let expected = clusters.flatMap { cluster in
      cluster.members.dropFirst().map { RemovedLine(id: $0.id, kept: cluster.keep, similarity: $0.similarity) }
    }
    #expect(Set(removed) == Set(expected))
  }

  @Test func exactlyOneOfEachGroupOfCopiesIsKept() throws {
    let dump = GeneratedDump(seed: GeneratedDump.anySeed, documents: 150, words: 30...60, isPlain: true)
    try workspace.write("in.jsonl", dump.data)
    let outcome = try workspace.run("dedup", "-t", "1", "in.jsonl")
    let kept = try decodeLines(outcome.output, as: [String: String].self).map { dump.words[$0["id"]!]! }
    let texts = Set(dump.words.values.filter { !$0.isEmpty })
    #expect(kept.count { !$0.isEmpty } == texts.count, "seed \(dump.seed)")
    #expect(Set(kept.filter { !$0.isEmpty }) == texts, "seed \(dump.seed)")
    #expect(kept.count(where: \.isEmpty) == dump.words.values.count(where: \.isEmpty), "seed \(dump.seed)")
  }

  // MARK: Compression

  @Test(.enabled(if: CompressedFormat.gzip.isInstalled, "gzip is not installed"))
  func gzipInAndOut() throws { try roundTrip(.gzip) }

  @Test(.enabled(if: CompressedFormat.zstd.isInstalled, "zstd is not installed"))
  func zstdInAndOut() throws { try roundTrip(.zstd) }

  @Test(.enabled(if: CompressedFormat.xz.isInstalled, "xz is not installed"))
  func xzInAndOut() throws { try roundTrip(.xz) }

  @Test(.enabled(if: CompressedFormat.bzip2.isInstalled, "bzip2 is not installed"))
  func bzip2InAndOut() throws { try roundTrip(.bzip2) }

  /// A compressed dump gives a compressed one of the same records, which is read back and has no duplicates left.
  private func roundTrip(_ format: CompressedFormat) throws {
    let program = format.rawValue
    let suffix = format.suffix
    let expected = try workspace.run("dedup", SourceTree.techNews).output
    #expect(try workspace.shell("\(program) -c '\(SourceTree.techNews)' > in.jsonl.\(suffix)").ending == .status(0))
    let outcome = try workspace.run(
      "dedup", "in.jsonl.\(suffix)", "-o", "out.jsonl.\(suffix)", "--removed", "removed.ndjson.\(suffix)")
    #expect(outcome.ending == .status(0))
    #expect(outcome.output.isEmpty)
    #expect(workspace.names == ["in.jsonl.\(suffix)", "out.jsonl.\(suffix)", "removed.ndjson.\(suffix)"])
    #expect(workspace.read("out.jsonl.\(suffix)")?.starts(with: expected.prefix(8)) == false, "it is compressed")
    try expectSame(workspace.shell("\(program) -dc < out.jsonl.\(suffix)").output, expected)
    let removed = try workspace.shell("\(program) -dc < removed.ndjson.\(suffix)").output
    #expect(try decodeLines(removed, as: RemovedLine.self).count == 18)

    let again = try workspace.run("dedup", "out.jsonl.\(suffix)", "--removed", "removed.ndjson")
    expectSame(again.output, expected)
    expectSame(workspace.read("removed.ndjson"), Data())
  }

  // MARK: Two outputs

  @Test(arguments: [
    ["-o", "same.jsonl", "--removed", "same.jsonl"], ["--removed", "-"], ["-o", "-", "--removed", "-"],
  ])
  func keptAndRemovedDocumentsDontGoToOnePlace(outputs: [String]) throws {
    let outcome = try workspace.run(["dedup", SourceTree.techNews] + outputs)
    #expect(outcome.ending == .status(2))
    let isStandardOutput = outputs == ["--removed", "-"]
    let reason = isStandardOutput ? "both go to standard output" : "--removed and --output are the same"
    #expect(outcome.errors.contains(reason))
    #expect(outcome.output.isEmpty)
    #expect(workspace.names.isEmpty)
  }

  @Test func onePlaceUnderTwoNamesIsOnePlace() throws {
    let outcome = try workspace.run("dedup", SourceTree.techNews, "-o", "same.jsonl", "--removed", "./same.jsonl")
    #expect(outcome.ending == .status(2))
    #expect(workspace.names.isEmpty)
  }
}
