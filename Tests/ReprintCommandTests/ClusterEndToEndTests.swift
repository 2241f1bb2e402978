import Foundation
import ReprintTestSupport
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
    #expect(outcome.errors.contains("5 documents, 0 clusters, 0 near-duplicates"))
  }
}
