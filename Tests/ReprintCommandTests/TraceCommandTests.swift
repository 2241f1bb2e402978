import Foundation
import ReprintTestSupport
import Testing

@Suite struct TraceCommandTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private struct Line: Decodable {
    struct Credit: Decodable {
      var `class`: String
      var text: String?
      var start: Int?
      var end: Int?
    }

    var id: String
    var original: String
    var kind: String
    var coverage: Double
    var share: Double
    var words: Int
    var nearExact: Bool
    var attributed: Bool
    var attribution: Credit
    var direction: String
    var lagSeconds: Double?
    var kinds: [String: Int]
  }

  private func trace(_ arguments: String..., input: Input = .nothing) throws -> Outcome {
    try workspace.run(["trace"] + arguments, input: input)
  }

  private func lines(_ outcome: Outcome) throws -> [Line] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try outcome.lines.map { try decoder.decode(Line.self, from: Data($0.utf8)) }
  }

  @Test func pagesOfTheExampleAreFound() throws {
    let outcome = try trace(SourceTree.originalPage, SourceTree.pages)
    let found = try lines(outcome)
    let expected = ["paraphrase", "spun", "summary", "verbatim"].map(SourceTree.page)
    #expect(found.map(\.id) == expected, "\(outcome.errors)")
    #expect(found.first { $0.id == SourceTree.page("spun") }?.kind == "spun")
    let verbatim = try #require(found.last)
    #expect(verbatim.kind == "verbatim" && verbatim.nearExact && verbatim.coverage > 0.9)
    #expect(verbatim.kinds["verbatim", default: 0] > 100)
    #expect(outcome.errors.contains("1 original found again"))
  }

  /// What `fixtures/README.md` says of the pages.
  @Test func pagesOfEveryKindAreTold() throws {
    let outcome = try trace(SourceTree.tracedOriginal, SourceTree.tracedPages)
    let found = Dictionary(uniqueKeysWithValues: try lines(outcome).map { ($0.id, $0) })
    #expect(
      found.keys.sorted() == [
        "credit-in-furniture", "edited", "hostile-title", "mixed", "older", "paraphrase", "spun", "summary", "undated",
        "verbatim",
      ], "\(outcome.errors)")
    #expect(outcome.errors.contains("1 original found again"))
    let kinds = found.mapValues(\.kind)
    #expect(kinds["verbatim"] == "verbatim" && kinds["paraphrase"] == "paraphrase")
    #expect(found["verbatim"]?.nearExact == true && found["summary"]?.nearExact == false)
    let credited = found.values.filter(\.attributed).map(\.id).sorted()
    #expect(Set(credited).isSuperset(of: ["credit-in-furniture", "edited", "summary"]))
    #expect(found["edited"]?.attribution.text == "by The Ambleth Courier")
    #expect(found["credit-in-furniture"]?.attribution.class == "linked")
    #expect(found["older"]?.direction == "from_page" && found["older"]?.lagSeconds ?? 0 < 0)
    #expect(found["undated"]?.lagSeconds == nil && found["verbatim"]?.lagSeconds == 9600)
  }

  @Test func oddRecordsAreTracedAllTheSame() throws {
    let text = try #require(FileManager.default.contents(atPath: SourceTree.tracedOriginal))
    let record = try #require(JSONSerialization.jsonObject(with: text) as? [String: Any])
    let times = [
      "yesterday", "2025-13-45", "9999-12-31T23:59:59Z", "2025-10-08T06:30:00+14:00", "-1", "", "1e400", "12",
    ]
    let pages = try times.map { time -> String in
      var page = record
      page["id"] = "same"
      page["url"] = "https://elsewhere.example/1"
      page["published"] = time
      return String(decoding: try JSONSerialization.data(withJSONObject: page), as: UTF8.self)
    }
    try workspace.write("dump.jsonl", pages.joined(separator: "\n") + "\n")
    let found = try lines(trace(SourceTree.tracedOriginal, "dump.jsonl"))
    #expect(found.map(\.id) == times.map { _ in "same" })
    #expect(found.map(\.lagSeconds)[3] == -50_400.0)
    #expect(found.map(\.lagSeconds)[0] == nil && found.map(\.lagSeconds)[1] == nil)
  }

  @Test(arguments: ["One short sentence only.", "Two. Words.", "日本語。", "\u{FEFF}", "a"])
  func shortOriginalsCrashNothing(text: String) throws {
    try workspace.write("short.txt", text)
    let outcome = try trace("short.txt", SourceTree.tracedPages, "short.txt")
    #expect([.status(0), .status(2)].contains(outcome.ending), "\(outcome.errors)")
    #expect(outcome.output.isEmpty || text.count > 1)
  }

  @Test func theReportIsOnePageWithEveryCopy() throws {
    let outcome = try trace("-q", "-f", "html", "--min-coverage", "0.05", SourceTree.originalPage, SourceTree.pages)
    let page = String(decoding: outcome.output, as: UTF8.self)
    #expect(outcome.ending == .status(0) && outcome.errors == "")
    #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
    #expect(page.components(separatedBy: "<template id=\"t-c").count == 5)
    #expect(page.contains("<strong>4 of 6 pages</strong>") && page.contains("--min-coverage 0.05"))
  }

  @Test func theOutputDoesNotDependOnTheThreads() throws {
    for format in ["ndjson", "tsv", "text", "html"] {
      let one = try trace("-q", "-f", format, "-j", "1", SourceTree.originalPage, SourceTree.pages, SourceTree.techNews)
      let three = try trace(
        "-q", "-f", format, "-j", "3", SourceTree.originalPage, SourceTree.pages, SourceTree.techNews)
      #expect(one.ending == .status(0) && one.errors == "" && !one.output.isEmpty)
      #expect(one.output == three.output, "\(format)")
    }
  }

  @Test func filtersKeepWhatTheySay() throws {
    let all = try lines(trace(SourceTree.originalPage, SourceTree.pages))
    let near = try lines(trace("--near-exact", SourceTree.originalPage, SourceTree.pages))
    #expect(near.map(\.id) == all.filter { $0.coverage > 0.8 && $0.words > 125 }.map(\.id))
    #expect(near.count < all.count)
    let half = try lines(
      trace("--min-coverage", "0.9", "--min-words", "200", SourceTree.originalPage, SourceTree.pages))
    #expect(half.map(\.id) == all.filter { $0.coverage >= 0.9 && $0.words >= 200 }.map(\.id))
  }

  @Test func manyOriginalsAreTracedAtOnce() throws {
    try workspace.write("others.jsonl", #"{"id":"o","text":"Another article about kettles in Tromsø."}"# + "\n")
    let outcome = try trace("--original", "others.jsonl", "--original", SourceTree.originalPage, SourceTree.pages)
    let found = try lines(outcome)
    #expect(found.count == 4 && found.allSatisfy { $0.original == SourceTree.originalPage })
  }

  @Test func dumpsWithoutReuseGiveNothing() throws {
    try workspace.write("dump.jsonl", #"{"text":"Nothing of it."}"# + "\nnonsense\n")
    let outcome = try trace(SourceTree.originalPage, "dump.jsonl")
    #expect(outcome.ending == .status(0) && outcome.output.isEmpty)
    #expect(outcome.errors.contains("dump.jsonl:2: not a JSON object (skipped)"))
    #expect(try trace("-f", "text", SourceTree.originalPage, "dump.jsonl").text == "No page reuses the original.\n")
    #expect(try trace("--strict", SourceTree.originalPage, "dump.jsonl").ending == .status(2))
  }

  @Test(arguments: [
    ["empty.txt", "dump.jsonl"], ["two.jsonl", "dump.jsonl"], ["missing.txt", "dump.jsonl"],
    ["dump.jsonl", "missing.jsonl"], [], ["-", "-"], ["--min-coverage", "2", "dump.jsonl", "dump.jsonl"],
    ["--min-words", "-1", "dump.jsonl", "dump.jsonl"], ["-o", "dump.jsonl", "two.jsonl", "dump.jsonl"],
  ])
  func whatCannotBeDoneIsSaid(arguments: [String]) throws {
    try workspace.write("empty.txt", "")
    try workspace.write("two.jsonl", "{\"text\":\"a b\"}\n{\"text\":\"c d\"}\n")
    try workspace.write("dump.jsonl", "{\"text\":\"a b\"}\n")
    let outcome = try workspace.run(["trace"] + arguments)
    #expect(outcome.ending == .status(2) && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("reprint: "), "\(outcome.errors)")
  }
}
