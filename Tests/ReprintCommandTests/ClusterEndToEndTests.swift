import Foundation
import Testing

@Suite struct ClusterEndToEndTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  // MARK: The dump in fixtures

  struct Expected: Decodable {
    var threshold: Double
    var clusters: Set<[String]>
  }

  @Test(arguments: [0.8, 0.5])
  func clustersOfTheTechNewsDumpAreThoseWorkedOutByBruteForce(threshold: Double) throws {
    let file = try Data(contentsOf: URL(fileURLWithPath: SourceTree.expectedClusters))
    let expected = try #require(
      JSONDecoder().decode([Expected].self, from: file).first { $0.threshold == threshold })
    let outcome = try workspace.run("cluster", "-t", "\(threshold)", "--furniture", "keep", SourceTree.techNews)
    #expect(outcome.ending == .status(0))
    let clusters = try outcome.clusters()
    #expect(Set(clusters.map { $0.ids.sorted() }) == expected.clusters)
    #expect(clusters.count == expected.clusters.count)
    #expect(clusters.allSatisfy { $0.members.allSatisfy { $0.similarity >= threshold } })
    #expect(outcome.errors.contains("93 documents, \(expected.clusters.count) clusters"))
    // Without the furniture of its site a page that only that kept apart is a copy too.
    let found = try workspace.run("cluster", "-t", "\(threshold)", SourceTree.techNews).clusters().map {
      $0.ids.sorted()
    }
    #expect(Set(found).subtracting(expected.clusters) == (threshold == 0.8 ? [["n070", "n071"]] : []))
    #expect(expected.clusters.isSubset(of: found))
  }

  @Test func connectedLinkageJoinsAChainWhoseEndsAreUnlike() throws {
    let chain: Set = ["cumulant.v1", "cumulant.v2", "cumulant.v3"]
    let star = try workspace.run("cluster", SourceTree.techNews).clusters()
    #expect(star.filter { !chain.isDisjoint(with: $0.ids) }.map { Set($0.ids) } == [["cumulant.v2", "cumulant.v3"]])
    let connected = try workspace.run("cluster", "--linkage", "connected", SourceTree.techNews).clusters()
    let joined = connected.filter { !chain.isDisjoint(with: $0.ids) }
    #expect(joined.map { Set($0.ids) } == [chain])
    let members = try #require(joined.first).members
    #expect(
      members.contains { $0.similarity < 0.8 }, "the far end of the chain shows its own similarity to the kept one")
    #expect(
      Set(star.map { Set($0.ids) }).subtracting(connected.map { Set($0.ids) }) == [["cumulant.v2", "cumulant.v3"]])
  }

  // MARK: Formats

  @Test func ndjsonHasTheMembersThatWerePromised() throws {
    let outcome = try workspace.run("cluster", "-t", "0.5", SourceTree.techNews)
    let inputOrder = try decodeLines(
      Data(contentsOf: URL(fileURLWithPath: SourceTree.techNews)), as: [String: String?].self
    ).map { $0["id"]!! }
    var seen: Set<String> = []
    for (number, line) in outcome.lines.enumerated() {
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(Set(object.keys) == ["cluster", "keep", "size", "members"])
      for member in try #require(object["members"] as? [[String: Any]]) {
        #expect(Set(member.keys) == ["id", "similarity"])
      }
      #expect(object["cluster"] as? Int == number + 1)
    }
    let clusters = try outcome.clusters()
    for cluster in clusters {
      #expect(cluster.members.first == ClusterLine.Member(id: cluster.keep, similarity: 1))
      #expect(cluster.size == cluster.members.count)
      #expect(cluster.size >= 2)
      #expect(
        cluster.members.dropFirst().map(\.similarity) == cluster.members.dropFirst().map(\.similarity).sorted(by: >))
      #expect(seen.isDisjoint(with: cluster.ids), "no document is in two clusters")
      seen.formUnion(cluster.ids)
    }
    let places = clusters.map { inputOrder.firstIndex(of: $0.keep)! }
    #expect(places == places.sorted(), "clusters come in the input order of their kept documents")
  }

  @Test func tsvHasAHeaderAndALineForEachMember() throws {
    let clusters = try workspace.run("cluster", SourceTree.techNews).clusters()
    let outcome = try workspace.run("cluster", "-f", "tsv", SourceTree.techNews)
    var expected = ["cluster\tid\tkept\tsimilarity"]
    for cluster in clusters {
      expected += cluster.members.map { "\(cluster.cluster)\t\($0.id)\t\(cluster.keep)\t\($0.similarity)" }
    }
    #expect(outcome.lines == expected)
  }

  @Test func tabsLineBreaksAndQuotesInIdsSurviveInTSVAndNDJSON() throws {
    let id = "a\tb\nc\\d\"e"
    try workspace.write(
      "in.jsonl", record(["id": id, "text": article(1)]) + record(["id": "z", "text": article(1)]))
    let tsv = try workspace.run("cluster", "-f", "tsv", "in.jsonl")
    #expect(tsv.lines.dropFirst().first == "1\ta\\tb\\nc\\\\d\"e\ta\\tb\\nc\\\\d\"e\t1.0")
    let clusters = try workspace.run("cluster", "in.jsonl").clusters()
    #expect(clusters.map(\.ids) == [[id, "z"]])
  }

  @Test func textNamesEveryDocumentAndItsSimilarity() throws {
    try workspace.write(
      "in.jsonl",
      record(["id": "one", "site": "daily.example", "title": "A title", "text": article(1)])
        + record(["id": "two", "text": article(1, changing: [50])]) + record(["id": "three", "text": article(3)]))
    let outcome = try workspace.run("cluster", "-f", "text", "in.jsonl")
    #expect(outcome.text.contains("2 documents"))
    #expect(
      outcome.lines.contains { $0.contains("kept") && $0.contains("one") && $0.contains("daily.example · A title") })
    #expect(outcome.lines.contains { $0.contains("0.900") && $0.contains("two") }, "91 of 101 shingles, rounded down")
    #expect(!outcome.text.contains("three"))
  }

  @Test func textShowsNoControlCharactersOfATitle() throws {
    let title = "red \u{1B}[31mtext\u{7}"
    let lines = record(["id": "a", "title": title, "text": article(1)])
    try workspace.write("in.jsonl", lines + lines)
    let outcome = try workspace.run("cluster", "-f", "text", "in.jsonl")
    #expect(outcome.text.contains("red"))
    #expect(!outcome.output.contains(0x1B) && !outcome.output.contains(0x07))
  }

  // MARK: Which document is kept

  private static let dated: [(id: String, published: String?, words: Int)] = [
    ("m", "2025-03-01T09:30:00Z", 100),
    ("b", nil, 99),
    ("late", "2025-03-02", 98),
    ("early", "2025-03-01T10:00:00+02:00", 97),  // 08:00 UTC, though its hour is the highest of the day
    ("a", "yesterday", 96),
  ]

  @Test(arguments: [("longest", "m"), ("first", "a"), ("oldest", "early"), ("newest", "late")])
  func keepPoliciesLookAtLengthOrderAndDate(policy: String, kept: String) throws {
    var lines: [String] = []
    for (id, published, words) in Self.dated {
      let text = article(1, words: words)
      lines.append(
        published.map { record(["id": id, "published": $0, "text": text]) } ?? record(["id": id, "text": text]))
    }
    // The longest is last, so that it differs from the first.
    try workspace.write("in.jsonl", lines.reversed().joined())
    let clusters = try workspace.run("cluster", "--keep", policy, "in.jsonl").clusters()
    #expect(clusters.map(\.keep) == [kept])
    #expect(clusters.first?.size == 5)
  }

  @Test func datesMayHaveAnotherName() throws {
    try workspace.write(
      "in.jsonl",
      record(["id": "x", "meta": "", "date": "2025-03-02T00:00:00Z", "text": article(1)])
        + record(["id": "y", "meta": "", "date": "2025-03-01T00:00:00Z", "text": article(1)]))
    let clusters = try workspace.run("cluster", "--keep", "oldest", "--published-field", "date", "in.jsonl").clusters()
    #expect(clusters.map(\.keep) == ["y"])
  }

  @Test(arguments: ["longest", "oldest", "newest"])
  func tiesGoToTheSmallerIdInByteOrder(policy: String) throws {
    let published = "2025-03-01T00:00:00Z"
    let ids = ["b", "é", "a", "B", "c"]
    try workspace.write(
      "in.jsonl", ids.map { record(["id": $0, "published": published, "text": article(1)]) }.joined())
    let clusters = try workspace.run("cluster", "--keep", policy, "in.jsonl").clusters()
    #expect(clusters.map(\.keep) == ["B"])
    // The others are equally similar: they stay in input order.
    #expect(clusters.first?.ids == ["B", "b", "é", "a", "c"])
  }

  @Test func documentsWithoutADateAreTheLastChoice() throws {
    try workspace.write(
      "in.jsonl",
      record(["id": "a", "text": article(1, words: 120)])
        + record(["id": "z", "published": "2025-03-01T00:00:00Z", "text": article(1, words: 110)]))
    for policy in ["oldest", "newest"] {
      #expect(try workspace.run("cluster", "--keep", policy, "in.jsonl").clusters().map(\.keep) == ["z"])
    }
  }

  @Test func starClustersHoldOnlyWhatIsSimilarToTheKeptDocument() throws {
    // Each version changes two more words, far apart: neighbours share 86 of 106 shingles, the ends 76 of 116.
    let middle = article(1, changing: [10, 30])
    let far = article(1, changing: [10, 30, 50, 70])
    try workspace.write(
      "in.jsonl",
      record(["id": "a", "text": article(1)]) + record(["id": "b", "text": middle])
        + record(["id": "c", "text": far]))
    let star = try workspace.run("cluster", "in.jsonl").clusters()
    #expect(star.map(\.ids) == [["a", "b"]])
    let connected = try workspace.run("cluster", "--linkage", "connected", "in.jsonl").clusters()
    #expect(connected.map(\.ids) == [["a", "b", "c"]])
    #expect(connected.first?.members.map(\.similarity) == [1, 86.0 / 106.0, 76.0 / 116.0])
  }

  @Test func aThresholdOf1TakesCopiesOnly() throws {
    try workspace.write(
      "in.jsonl",
      record(["id": "a", "text": article(1, words: 400)])
        + record(["id": "b", "text": article(1, words: 400, changing: [7])])
        + record(["id": "c", "text": article(1, words: 400).uppercased()]))
    #expect(try workspace.run("cluster", "-t", "1", "in.jsonl").clusters().map(\.ids) == [["a", "c"]])
    #expect(try workspace.run("cluster", "-t", "0.9", "in.jsonl").clusters().map(\.ids) == [["a", "c", "b"]])
  }

  @Test func theWidthOfShinglesIsAnOption() throws {
    try workspace.write(
      "in.jsonl",
      record(["id": "a", "text": article(1)])
        + record(["id": "b", "text": article(1).split(separator: " ").reversed().joined(separator: " ")]))
    #expect(try workspace.run("cluster", "in.jsonl").output.isEmpty)
    #expect(try workspace.run("cluster", "-k", "1", "in.jsonl").clusters().map(\.ids) == [["a", "b"]])
  }

  // MARK: Short and empty documents

  @Test func documentsOfFewerThanFiveWordsAreComparedWhole() throws {
    try workspace.write(
      "in.jsonl",
      record(["id": "a", "text": "Read more here"]) + record(["id": "b", "text": "read MORE, here!"])
        + record(["id": "c", "text": "read more"]) + record(["id": "d", "text": "here more read"])
        + record(["id": "e", "text": "read more here and then go on reading"]))
    #expect(try workspace.run("cluster", "-t", "0.5", "in.jsonl").clusters().map(\.ids) == [["a", "b"]])
  }

  @Test func documentsWithoutAWordAreNobodysDuplicates() throws {
    try workspace.write(
      "in.jsonl", ["", "", "  \n ", "!!! — …", "\u{200B}"].map { record(["text": $0]) }.joined())
    let outcome = try workspace.run("cluster", "-t", "0.5", "in.jsonl")
    #expect(outcome.ending == .status(0))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("5 documents, 0 clusters, 0 removed"))
  }

  // MARK: Fields and ids

  @Test func fieldsMayBeNestedAndHaveOtherNames() throws {
    func line(_ url: String, _ text: String) -> String {
      "{\"text\": \"\(article(9))\", \"meta\": {\"lang\": [\"en\", {\"url\": \"no\"}], \"url\": \(quoted(url))}, "
        + "\"content\": {\"body\": \(quoted(text)), \"html\": \"<p>\"}, \"id\": \"same\"}\n"
    }
    try workspace.write(
      "in.jsonl",
      line("https://a.example/1", article(1)) + line("https://b.example/2", article(2))
        + line("https://c.example/3", article(1)))
    let outcome = try workspace.run("cluster", "--text-field", "content.body", "--id-field", "meta.url", "in.jsonl")
    #expect(try outcome.clusters().map(\.ids) == [["https://a.example/1", "https://c.example/3"]])
    #expect(!outcome.errors.contains("same"), "the field that is called id is not the id here")
  }

  @Test func idsDefaultToPathAndLine() throws {
    let text = record(["text": article(1)])
    try workspace.write("dump/b/two.jsonl", text)
    try workspace.write("dump/a.ndjson", text + "\n" + text + "not json\n" + text)
    try workspace.write("dump/page.txt", article(1))
    let outcome = try workspace.run("cluster", "--keep", "first", "dump", "-", input: .pipe(Data(text.utf8)))
    let ids = ["dump/a.ndjson:1", "dump/a.ndjson:3", "dump/a.ndjson:5", "dump/b/two.jsonl:1", "dump/page.txt", "-:1"]
    #expect(try outcome.clusters().map(\.ids) == [ids])
  }

  @Test func numbersAreIdsAsTheyAreWrittenAndNullIsNone() throws {
    try workspace.write(
      "in.jsonl", "{\"id\": 1.50, \"text\": \"\(article(1))\"}\n{\"id\": null, \"text\": \"\(article(1))\"}\n")
    let clusters = try workspace.run("cluster", "in.jsonl").clusters()
    #expect(clusters.map { Set($0.ids) } == [["1.50", "in.jsonl:2"]])
  }

  @Test func directoriesAreReadInTheOrderOfTheirNamesWithoutHiddenAndOtherFiles() throws {
    let text = article(1)
    for name in ["z.md", "B.txt", "a/2.txt", "a/10.txt", ".hidden.txt", "image.png", "notes.wat"] {
      try workspace.write("dump/\(name)", text)
    }
    let outcome = try workspace.run("cluster", "--keep", "first", "dump/")
    let ids = ["dump/B.txt", "dump/a/10.txt", "dump/a/2.txt", "dump/z.md"]
    #expect(try outcome.clusters().map(\.ids) == [ids])
    #expect(outcome.errors.contains("dump/image.png: not a kind of file that dumps are made of; 1 more like it"))
  }

  @Test func theFirstByteTellsTheFormatWhereTheNameDoesNot() throws {
    let line = record(["id": "a", "text": article(1)])
    try workspace.write("dump.dat", "\u{FEFF}\n " + line + line)
    #expect(try workspace.run("cluster", "dump.dat").clusters().map(\.size) == [2])
    try workspace.write("page.dat", article(1))
    let unknown = try workspace.run("cluster", "page.dat")
    #expect(unknown.ending == .status(2))
    #expect(unknown.errors.contains("page.dat: ") && unknown.errors.contains("--input-format"))
    let told = try workspace.run("cluster", "--input-format", "text", "page.dat")
    #expect(told.ending == .status(0))
    #expect(told.errors.contains("1 document,"))
  }

  // MARK: Escapes

  @Test func aTextSpelledWithEscapesIsTheSameText() throws {
    let text =
      "Café “naïve” said:\n\"C:\\temp\\new\" is not\ta path\u{2014}𝒜 𐐀𐐁 letters, 路面電車の架線を見守る ½ 3,000.5 km/h "
      + "ends in\nthe middle of a 𠀀𠀁𠀂 line and goes on for some more words until it stops"
    try workspace.write("raw.txt", text)
    let slashes = quoted(text).replacingOccurrences(of: "/", with: "\\/")
    try workspace.write(
      "in.jsonl",
      "{\"id\": \"escaped\", \"text\": \(escaped(text))}\n{\"id\": \"shortest\", \"text\": \(slashes)}\n"
        + "{\"id\": \"upper\", \"te\\u0078t\": \(escaped(text).uppercased().replacingOccurrences(of: "\\U", with: "\\u"))}\n"
    )
    let clusters = try workspace.run("cluster", "--keep", "first", "raw.txt", "in.jsonl").clusters()
    #expect(clusters.map(\.ids) == [["raw.txt", "escaped", "shortest", "upper"]])
    #expect(clusters.first?.members.allSatisfy { $0.similarity == 1 } == true)
  }

  @Test func escapesPartWordsAsWhatTheyStandForDoes() throws {
    // Were the n of \n read as a letter, or a pair's halves as two separators, these would not be equal.
    try workspace.write(
      "in.jsonl",
      "{\"id\": \"a\", \"text\": \"one\\ntwo\\tthree four\\\\five\\\"six x\\ud801\\udc00y seven\"}\n"
        + "{\"id\": \"b\", \"text\": \"one two three four five six x𐐀y seven\"}\n"
        + "{\"id\": \"c\", \"text\": \"one ntwo tthree four five six x y seven\"}\n")
    #expect(try workspace.run("cluster", "-t", "1", "in.jsonl").clusters().map(\.ids) == [["a", "b"]])
  }

  @Test func loneSurrogatesSeparateWordsAndAreCounted() throws {
    try workspace.write(
      "in.jsonl",
      "{\"id\": \"a\", \"text\": \"one \\ud800 two \\udc00\\ud801 three four five\"}\n"
        + "{\"id\": \"b\", \"text\": \"one two three four five\"}\n")
    let outcome = try workspace.run("cluster", "-t", "1", "in.jsonl")
    #expect(try outcome.clusters().map(\.ids) == [["a", "b"]])
    #expect(outcome.errors.contains("in.jsonl:1: 3 invalid UTF-8 sequences or escapes"))
  }

  @Test func outputEscapesWhatJSONMustAndKeepsTheRestAsItIs() throws {
    let id = "https://café.example/路?q=\"a\\b\"\n\u{1}𐐀"
    try workspace.write(
      "in.jsonl",
      "{\"id\": \(escaped(id)), \"text\": \"\(article(1))\"}\n{\"id\": \"z\", \"text\": \"\(article(1))\"}\n")
    let outcome = try workspace.run("cluster", "--keep", "first", "in.jsonl")
    #expect(try outcome.clusters().map(\.keep) == [id])
    #expect(outcome.text.contains("\"https://café.example/路?q=\\\"a\\\\b\\\"\\n\\u0001𐐀\""))
  }

  // MARK: Options of every search

  @Test func outputToAFileIsWhatStandardOutputWouldGet() throws {
    let printed = try workspace.run("cluster", SourceTree.techNews)
    try workspace.write("out.ndjson", "what was there before\n")
    chmod(workspace.path("out.ndjson"), 0o640)
    let outcome = try workspace.run("cluster", "-o", "out.ndjson", SourceTree.techNews)
    #expect(outcome.ending == .status(0))
    #expect(outcome.output.isEmpty)
    expectSame(workspace.read("out.ndjson"), printed.output)
    #expect(workspace.names == ["out.ndjson"])
    let attributes = try FileManager.default.attributesOfItem(atPath: workspace.path("out.ndjson"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    try expectSame(workspace.run("cluster", "-o", "-", SourceTree.techNews).output, printed.output)
  }

  @Test(arguments: [
    ["-qj2", "-t0.5", "-ftsv"], ["-q", "-j", "2", "-t", "0.5", "-f", "tsv"],
    ["--quiet", "--threads=2", "--threshold=0.5", "--format=tsv"], ["-j=2", "-t=0.5", "-f=tsv", "-q"],
  ])
  func optionsMayBeWrittenInAnyOfTheUsualWays(options: [String]) throws {
    let usual = try workspace.run("cluster", "--quiet", "--threshold", "0.5", "--format", "tsv", SourceTree.techNews)
    let outcome = try workspace.run(["cluster", SourceTree.techNews] + options)
    #expect(outcome.ending == .status(0))
    expectSame(outcome.output, usual.output)
    #expect(!outcome.output.isEmpty)
  }

  @Test func twoDashesEndTheOptions() throws {
    let line = record(["id": "a", "text": article(1)])
    try workspace.write("-t", line + line)
    #expect(try workspace.run("cluster", "--", "-t").clusters().map(\.size) == [2])
  }

  @Test func quietLeavesStandardErrorToErrors() throws {
    try workspace.write("in.jsonl", record(["id": "a", "text": "x"]) + "bad\n")
    #expect(try workspace.run("cluster", "-q", "in.jsonl").errors == "")
    #expect(try workspace.run("cluster", "-q", "nowhere.jsonl").errors != "")
  }

  @Test func theSummaryCountsDocumentsClustersAndWhatWasRemoved() throws {
    let copies = record(["id": "a", "text": article(1)]) + record(["id": "b", "text": article(1)])
    try workspace.write("in.jsonl", copies + record(["id": "c", "text": article(3)]) + "bad\n")
    let summary = try workspace.run("cluster", "in.jsonl").errors.split(separator: "\n").last
    #expect(summary?.hasPrefix("3 documents, 1 cluster, 1 removed, 1 skipped, ") == true)
    #expect(summary?.contains("MB/s") == true)
    #expect(summary?.contains("peak memory") == true)
  }

  @Test func statsShowTheTimeInEveryStage() throws {
    let errors = try workspace.run("cluster", "--stats", SourceTree.techNews).errors
    for stage in ["parse", "tokenise", "sketch", "bands", "verify", "other", "total"] {
      #expect(errors.split(separator: "\n").contains { $0.hasPrefix(stage) }, "\(stage)")
    }
  }

  @Test func explainShowsThePlanAndLeavesTheDumpAlone() throws {
    let outcome = try workspace.run("cluster", "--explain", "-t", "0.7", "-o", "out.ndjson", SourceTree.techNews)
    #expect(outcome.ending == .status(0))
    #expect(outcome.lines.contains { $0.hasPrefix("threshold") && $0.hasSuffix("0.7") })
    #expect(outcome.lines.contains { $0.hasPrefix("bands") && $0.contains("rows") })
    #expect(outcome.lines.count { $0.contains("%") } >= 20, "the curve")
    #expect(outcome.text.contains("for about 93 documents"))
    #expect(workspace.names.isEmpty)
    #expect(try workspace.run("cluster", "--explain").ending == .status(0), "no dump is needed")
  }
}
