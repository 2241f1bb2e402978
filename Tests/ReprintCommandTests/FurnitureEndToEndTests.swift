import Foundation
import ReprintTestSupport
import Testing

/// Dumps of pages that stand in the templates of their sites.
@Suite struct FurnitureEndToEndTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// An article of the fixtures in the template of one of five sites.
  private struct Page {
    var id: String
    var site: Int
    var title: String
    var text: [String]

    private static let notice =
      "We use cookies to make this site work, to measure how it is used and to show you advertising that fits your "
      + "interests; read our policy to learn how to change your settings at any time, or leave them as they are."

    var before: [String] {
      switch site {
      case 0: ["Alpha News", "Home", "Technology", "Business", "Sign in"]
      case 1: ["Skip to content", "Beta | Phones | Laptops | Deals | Reviews | Podcasts", "Search"]
      case 2: ["Gamma Daily: all the news of the morning in five minutes", "Subscribe", "Today's paper", "Log in"]
      case 3: ["Delta", "Menu", "Trending now", "Follow us on every network there is"]
      default: ["EPSILON", Self.notice, "Accept all", "Reject all"]
      }
    }

    private var after: [String] {
      let sites = ["alpha", "beta", "gamma", "delta", "epsilon"]
      let name = sites[site]
      return [
        "More from \(name)", "Ten gadgets that \(name) readers use every single day of their lives",
        "The best budget phones you can buy right now, chosen by the editors of \(name)",
        "How to speed up an old laptop without spending any money on it, by the \(name) help desk",
        "Sign up for the newsletter of \(name) and never miss a story that everybody else will be talking about",
        "Terms of use of \(name)", "Privacy policy of \(name)",
        "Copyright 2025 \(name) Media. All rights reserved, including those for text and data mining.",
      ]
    }

    var url: String { "https://www.\(["alpha", "beta", "gamma", "delta", "epsilon"][site]).example/\(id)" }

    var line: String {
      record(["id": id, "url": url, "title": title, "text": (before + text + after).joined(separator: "\n")])
    }

    /// The same as a page whose markup says nothing of what is what.
    var html: String {
      func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      }
      let blocks = (before + text + after).map { "<p>\(escaped($0))</p>\n" }.joined()
      return "<!DOCTYPE html><html><head><meta charset=utf-8><title>\(escaped(title))</title>"
        + "<link rel=canonical href=\"\(url)\"></head><body><div>\(blocks)</div></body></html>"
    }
  }

  /// Articles of the fixtures that are long enough to be any, one after the other on another site.
  private func pages() throws -> [Page] {
    struct Record: Decodable {
      var id: String
      var title: String?
      var text: String
    }
    let data = try Data(contentsOf: URL(fileURLWithPath: SourceTree.techNews))
    let records = try decodeLines(data, as: Record.self).filter { $0.text.count > 400 }
    return records.enumerated().map { number, record in
      Page(
        id: record.id, site: number % 5, title: record.title ?? "", text: record.text.components(separatedBy: "\n"))
    }
  }

  private func groups(_ outcome: Outcome) throws -> Set<[String]> {
    Set(try outcome.clusters().map { $0.ids.sorted() })
  }

  @Test func templatesNeitherHideCopiesNorMakeThem() throws {
    let pages = try pages()
    #expect(pages.count >= 40)
    try workspace.write(
      "plain.jsonl", pages.map { record(["id": $0.id, "text": $0.text.joined(separator: "\n")]) }.joined())
    let expected = try groups(workspace.run("cluster", "plain.jsonl"))
    #expect(expected.count >= 8)
    try workspace.write("in.jsonl", pages.map(\.line).joined())
    #expect(try groups(workspace.run("cluster", "in.jsonl")) == expected)
    // With templates some copies are not found any more.
    let kept = try groups(workspace.run("cluster", "--furniture", "keep", "in.jsonl"))
    #expect(kept != expected && !expected.isSubset(of: kept))
  }

  @Test func pagesOfHTMLAreCleanedToo() throws {
    let pages = try pages()
    for page in pages { try workspace.write("pages/\(page.id).html", page.html) }
    try workspace.write(
      "plain.jsonl", pages.map { record(["id": $0.id, "text": $0.text.joined(separator: "\n")]) }.joined())
    let plain = try groups(workspace.run("cluster", "-t", "0.7", "plain.jsonl"))
    let expected = plain.map { $0.map { "pages/\($0).html" } }
    let found = try groups(workspace.run("cluster", "-t", "0.7", "pages"))
    #expect(Set(expected).isSubset(of: found))
    // What a page of HTML leaves out may bring two versions of a story closer, and never two stories.
    struct Label: Decodable { var story: String }
    let path = SourceTree.root + "/fixtures/expected/tech-news.labels.json"
    let labels = try JSONDecoder().decode(
      [String: Label].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    for cluster in found {
      let stories = cluster.map { labels[String($0.dropFirst("pages/".count).dropLast(".html".count))]?.story }
      #expect(Set(stories).count == 1 && stories[0] != nil, "\(cluster)")
    }
    let kept = try groups(workspace.run("cluster", "-t", "0.7", "--furniture", "keep", "pages"))
    #expect(!Set(expected).isSubset(of: kept))
  }

  /// Two short articles on one site, and one article on two sites.
  @Test func shortArticlesAreNoCopiesForTheirTemplate() throws {
    var pages: [Page] = []
    for number in 0..<6 {
      pages.append(Page(id: "short\(number)", site: 0, title: "T\(number)", text: [article(number, words: 20)]))
    }
    for site in 0..<5 {
      for number in 0..<4 {
        let text = [article(100 + 10 * site + number, words: 60)]
        pages.append(Page(id: "other\(site)\(number)", site: site, title: "O\(site)\(number)", text: text))
      }
      pages.append(Page(id: "same\(site)", site: site, title: "Same", text: [article(50, words: 40)]))
    }
    try workspace.write("in.jsonl", pages.map(\.line).joined())
    #expect(
      try groups(workspace.run("cluster", "in.jsonl")) == [(0..<5).map { "same\($0)" }])
    let kept = try groups(workspace.run("cluster", "-t", "0.5", "--furniture", "keep", "in.jsonl"))
    #expect(kept.contains { $0.contains("short0") && $0.contains("short1") })
    #expect(!kept.contains { $0.contains("same0") && $0.contains("same4") })
  }

  /// A site that puts the same notice under all that it takes, and another whose pages link to what they took.
  @Test func creditInFurnitureCounts() throws {
    var records: [String] = []
    for number in 0..<12 {
      let text = article(number, words: 120)
      let (wire, day) = ("https://harbourpost.example/\(number)", 1 + number % 9)
      let notice = number < 6 ? "First published by The Harbour Post." : "Imprint and contact"
      let link = number < 6 ? "<a href='\(wire)'>here</a>" : "<a href='https://harbourpost.example/'>partners</a>"
      records.append(
        record([
          "id": "w\(number)", "url": wire, "site": "The Harbour Post", "published": "2025-08-0\(day)", "text": text,
        ]))
      records.append(
        record([
          "id": "n\(number)", "url": "https://n.example/\(number)", "published": "2025-09-0\(day)",
          "text": "Home\n\(text)\n\(notice)",
        ]))
      records.append(
        record([
          "id": "l\(number)", "url": "https://l.example/\(number)", "published": "2025-09-0\(day)",
          "html": "<p>Home</p><article><p>\(text)</p></article><footer>\(link)</footer>",
        ]))
    }
    try workspace.write("dump.jsonl", records.joined())
    let outcome = try workspace.run("syndication", "-q", "-f", "csv", "dump.jsonl")
    let rows = outcome.text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let (id, credit) = (try #require(rows[0].firstIndex(of: "id")), try #require(rows[0].firstIndex(of: "attribution")))
    var found: [String: String] = [:]
    for row in rows.dropFirst() { found[String(row[id])] = String(row[credit]) }
    for number in 0..<12 {
      #expect(found["n\(number)"] == (number < 6 ? "named" : "none"), "n\(number)")
      #expect(found["l\(number)"] == (number < 6 ? "linked" : "none"), "l\(number)")
    }
  }

  @Test func everyWayToReadGivesTheSame() throws {
    let dump = try pages().map(\.line).joined()
    try workspace.write("in.jsonl", dump)
    let expected = try workspace.run("cluster", "-j", "1", "in.jsonl").output
    for arguments in [["-j", "2"], ["-j", "7"], ["--memory", "64M"]] {
      try expectSame(workspace.run(["cluster", "in.jsonl"] + arguments).output, expected, "\(arguments)")
    }
    try expectSame(workspace.run("cluster", "-", input: .pipe(Data(dump.utf8))).output, expected)
    guard CompressedFormat.gzip.isInstalled else { return }
    try workspace.shell("gzip -k in.jsonl")
    try expectSame(workspace.run("cluster", "in.jsonl.gz").output, expected)
    try expectSame(
      workspace.run("cluster", "--memory", "64M", "--scratch", workspace.directory, "--resume", "in.jsonl.gz").output,
      expected)
  }

  @Test func keptRecordsStayByteForByte() throws {
    let lines = try pages().map(\.line)
    try workspace.write("in.jsonl", "not a record\n" + lines.joined())
    let outcome = try workspace.run("dedup", "--removed", "removed.ndjson", "in.jsonl")
    #expect(outcome.errors.contains("in.jsonl:1: not a JSON object (skipped)"))
    let removed = Set(try decodeLines(try #require(workspace.read("removed.ndjson")), as: RemovedLine.self).map(\.id))
    #expect(removed.count > 8)
    let kept = zip(try pages(), lines).filter { !removed.contains($0.0.id) }.map(\.1)
    expectSame(outcome.output, Data(kept.joined().utf8))
    try expectSame(
      workspace.run("dedup", "-", input: .pipe(Data(lines.joined().utf8))).output, Data(kept.joined().utf8))
    try expectSame(workspace.run("dedup", "--memory", "64M", "in.jsonl").output, Data(kept.joined().utf8))
  }

  private struct Extracted: Decodable {
    struct Dropped: Decodable {
      var text: String
      var why: String
    }

    var id: String
    var url: String?
    var title: String?
    var text: String
    var dropped: [Dropped]
  }

  @Test func extractShowsWhatIsKeptAndDropped() throws {
    let pages = try pages()
    try workspace.write("in.jsonl", pages.map(\.line).joined())
    let outcome = try workspace.run("extract", "in.jsonl")
    #expect(outcome.ending == .status(0) && outcome.errors.contains("\(pages.count) documents, "))
    for (page, found) in zip(pages, try decodeLines(outcome.output, as: Extracted.self)) {
      #expect(found.id == page.id && found.url == page.url && found.title == page.title)
      let trimmed = page.text.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\r")) }
      // Some of the articles came with furniture of their own, such as "Sign in".
      let expected = trimmed.filter { line in !line.isEmpty && !found.dropped.contains { $0.text == line } }
      #expect(found.text == expected.joined(separator: "\n"), "\(page.id)")
      #expect(found.dropped.count < 18, "\(page.id)")
      #expect(found.dropped.count >= 11 && found.dropped.allSatisfy { $0.why == "site" })
    }
    let text = try workspace.run("extract", "-f", "text", "in.jsonl")
    #expect(text.lines.first == "== \(pages[0].id)" && text.lines.contains { $0.hasPrefix("- [site] ") })
    let kept = try decodeLines(workspace.run("extract", "--furniture", "keep", "in.jsonl").output, as: Extracted.self)
    #expect(kept.allSatisfy { $0.dropped.isEmpty } && kept[0].text.contains("Copyright 2025"))
    for threads in ["1", "2", "7"] {
      try expectSame(workspace.run("extract", "-j", threads, "in.jsonl").output, outcome.output)
    }
  }

  @Test func extractSaysWhatThePageSays() throws {
    let article =
      "<p>" + String(repeating: "The harbour opened again on Monday after a week of storms. ", count: 4) + "</p>"
    try workspace.write(
      "a.html", "<nav><a href=/>Home</a></nav><article><h1>Harbour</h1>\(article)</article><footer>Imprint</footer>")
    let lines = try decodeLines(workspace.run("extract", "a.html").output, as: Extracted.self)
    #expect(lines.count == 1 && lines[0].text.hasPrefix("Harbour\nThe harbour opened"))
    #expect(lines[0].dropped.map { "\($0.why) \($0.text)" } == ["navigation Home", "footer Imprint"])
  }

  @Test func furnitureOfASiteIsNoReuse() throws {
    let box = "The harbour opened again on Monday after a week of storms, the port authority of Lull said."
    let other = "It was the longest closure of the port since the great flood of the year before last, it added."
    let story = [box, other] + (0..<4).map { "Sentence number \($0) tells of \(article($0, words: 12))." }
    try workspace.write("story.txt", story.joined(separator: "\n"))
    let copies = (0..<5).map { number in
      record([
        "id": "c\(number)", "url": "https://x.example/\(number)", "title": "T\(number)",
        "text": [box, article(40 + number, words: 50) + ".", article(60 + number, words: 50) + "."].joined(
          separator: "\n"),
      ])
    }
    try workspace.write("copies.jsonl", copies.joined())
    let kinds = { (mode: String) in
      try workspace.run("align", "--furniture", mode, "story.txt", "copies.jsonl").lines.map {
        try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
    }
    let auto = try kinds("auto").map { "\($0)" }
    let kept = try kinds("keep").map { "\($0)" }
    #expect(!auto.contains { $0.contains("verbatim") } && auto.contains { $0.contains("furniture") })
    #expect(kept.contains { $0.contains("verbatim") })
    // A page that has the whole story is traced, and the box on the others is not.
    let whole = record([
      "id": "whole", "url": "https://x.example/9", "title": "T9", "text": story.joined(separator: "\n"),
    ])
    try workspace.write("dump.jsonl", copies.joined() + whole)
    let traced = try workspace.run("trace", "-j", "2", "story.txt", "dump.jsonl")
    #expect(traced.lines.count == 1 && traced.text.contains("\"id\":\"whole\""))
    try expectSame(
      workspace.run("trace", "story.txt", "-", input: .pipe(Data((copies.joined() + whole).utf8))).output, traced.output
    )
  }
}
