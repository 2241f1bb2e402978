import Foundation
import ReprintTestSupport
import Testing

@Suite struct IndexCommandTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private struct Line: Decodable, Equatable {
    var id: String
    var duplicate: Bool
    var of: String?
    var similarity: Double?
    var estimated: Bool?
  }

  private func index(_ arguments: String..., input: Input = .nothing) throws -> Outcome {
    try workspace.run(["index"] + arguments, input: input)
  }

  /// Runs that must go well.
  @discardableResult
  private func done(_ arguments: String..., input: Input = .nothing) throws -> Outcome {
    let outcome = try workspace.run(["index"] + arguments, input: input)
    #expect(outcome.ending == .status(0), "\(arguments): \(outcome.errors)")
    return outcome
  }

  private func lines(_ outcome: Outcome) throws -> [Line] { try decodeLines(outcome.output) }

  /// Days of a scrape: new articles, and copies of those of earlier days.
  private func writeDays(_ count: Int) throws -> [String] {
    var names: [String] = []
    for day in 0..<count {
      var text = ""
      for page in 0..<12 {
        let number = page < 6 ? 100 * day + page : 100 * (day / 2) + page - 6
        let changed: Set<Int> = page % 3 == 0 ? [] : [day % 90, 95]
        text += record([
          "id": "\(day)-\(page)", "url": "https://h\(page).example/\(day)",
          "text": article(number, changing: changed, mark: "d\(day)"),
        ])
      }
      try workspace.write("day\(day).jsonl", text)
      names.append("day\(day).jsonl")
    }
    return names
  }

  @Test func dailyAddsAnswerAsOneBuild() throws {
    let days = try writeDays(12)
    for day in days { try done("add", "daily", day, "--furniture", "keep") }
    try workspace.run(["index", "add", "once", "--furniture", "keep"] + days)
    try workspace.run(["index", "add", "two", "--furniture", "keep"] + days.prefix(5))
    try workspace.run(["index", "add", "two"] + days.dropFirst(5))
    for format in ["ndjson", "tsv", "text"] {
      let expected = try workspace.run(["index", "query", "once", "-q", "-f", format] + days)
      #expect(expected.ending == .status(0) && expected.errors == "" && expected.lines.count >= 144)
      for (name, threads) in [("daily", "1"), ("daily", "3"), ("two", "2")] {
        let outcome = try workspace.run(["index", "query", name, "-q", "-f", format, "-j", threads] + days)
        expectSame(outcome.output, expected.output, "\(name) \(format)")
      }
    }
    for name in ["daily", "once", "two"] { try done("check", name) }
    let answers = try lines(workspace.run(["index", "query", "once"] + days))
    #expect(answers.allSatisfy { $0.duplicate && $0.similarity == 1 && $0.estimated == nil })
  }

  @Test func aQueryNamesTheMostSimilar() throws {
    try workspace.write(
      "seen.jsonl",
      record(["id": "a", "text": article(1)]) + record(["id": "b", "text": article(1, changing: [50])])
        + record(["id": "c", "text": article(2)]))
    try done("add", "seen", "seen.jsonl")
    try workspace.write(
      "asked.jsonl",
      record(["id": "x", "text": article(1, changing: [50, 99])]) + record(["id": "y", "text": article(3)])
        + record(["text": article(2)]))
    #expect(
      try lines(index("query", "seen", "asked.jsonl")) == [
        Line(id: "x", duplicate: true, of: "b", similarity: 95.0 / 97), Line(id: "y", duplicate: false),
        Line(id: "asked.jsonl:3", duplicate: true, of: "c", similarity: 1),
      ])
    #expect(
      try index("query", "seen", "asked.jsonl", "-f", "tsv").text
        == "id\tduplicate\tof\tsimilarity\testimated\nx\ttrue\tb\t\(95.0 / 97)\tfalse\ny\tfalse\t\t\t\n"
        + "asked.jsonl:3\ttrue\tc\t1.0\tfalse\n")
    #expect(try index("query", "seen", "asked.jsonl", "-f", "text").lines[1] == "new    y")
    let piped = try done("query", "seen", input: .pipe(Data(record(["id": "p", "text": article(2)]).utf8)))
    #expect(try lines(piped).first?.of == "c")
  }

  @Test func withoutTextsAnswersAreEstimates() throws {
    let days = try writeDays(3)
    try done("add", "seen", days[0], days[1], "--texts", "drop")
    let found = try lines(index("query", "seen", days[2]))
    #expect(found.contains { $0.estimated == true } && found.allSatisfy { !$0.duplicate || $0.similarity! >= 0.8 })
    let refused = try index("trace", "seen", days[2])
    #expect(refused.ending == .status(2) && refused.errors.contains("keeps no texts"))
    #expect(try done("check", "seen").errors.contains("sound"))
  }

  @Test func dedupWritesWhatIsNewAndAddsIt() throws {
    let days = try writeDays(6)
    var written = Data()
    for day in days {
      let outcome = try done("dedup", "seen", day, "-o", "new.jsonl", "--removed", "gone.ndjson", "--add")
      #expect(outcome.output.isEmpty)
      let new = try #require(workspace.read("new.jsonl"))
      // Byte for byte, in order.
      var rest = try #require(workspace.text(day)).split(separator: "\n")[...]
      for line in String(decoding: new, as: UTF8.self).split(separator: "\n") {
        let place = try #require(rest.firstIndex(of: line))
        rest = rest[(place + 1)...]
      }
      let gone: [RemovedLine] = try decodeLines(try #require(workspace.read("gone.ndjson")))
      #expect(new.split(separator: 0x0A).count + gone.count == 12)
      written += new
    }
    // The same as over all days at once, the first of each group.
    for (number, day) in days.enumerated() { try workspace.write("all/\(number)\(day)", workspace.read(day)!) }
    try workspace.write("nothing.jsonl", record(["text": "an unrelated line"]))
    try done("add", "other", "nothing.jsonl")
    try done("dedup", "other", "all", "-o", "once.jsonl")
    expectSame(written, workspace.read("once.jsonl"))
    let again = try done("dedup", "seen", "all")
    #expect(again.output.isEmpty)
    let stat = try done("stat", "seen").text
    #expect(stat.contains("\"documents\":\(written.split(separator: 0x0A).count),"))
    try done("check", "seen")
  }

  @Test func aFailingOutputLeavesTheIndexAsItWas() throws {
    let days = try writeDays(2)
    try done("add", "seen", days[0])
    try FileManager.default.createDirectory(atPath: workspace.path("full"), withIntermediateDirectories: true)
    let outcome = try index("dedup", "seen", days[1], "-o", "full", "--add")
    #expect(outcome.ending == .status(2))
    #expect(try done("stat", "seen").text.contains("\"documents\":12,"))
  }

  @Test func traceFindsWhatWasKept() throws {
    try done("add", "seen", SourceTree.techNews, SourceTree.pages, "--furniture", "keep")
    let kept = try done("trace", "seen", SourceTree.originalPage)
    let dump = try workspace.run(
      "trace", SourceTree.originalPage, SourceTree.techNews, SourceTree.pages, "--furniture", "keep")
    expectSame(kept.output, dump.output)
    #expect(kept.lines.count > 8)
    #expect(try done("trace", "seen", SourceTree.originalPage, "-f", "html").text.hasPrefix("<!doctype html>"))
    #expect(try done("trace", "seen", SourceTree.originalPage, "--near-exact").lines.count < kept.lines.count)
    expectSame(try done("trace", "seen", SourceTree.originalPage, "-j", "3").output, kept.output)
  }

  @Test func filesOfAnIndexAreNoOutput() throws {
    let days = try writeDays(2)
    try done("add", "seen", days[0])
    for name in ["manifest", "lock", "000001.segment", "000050.texts", "manifest.new"] {
      for words in [["query", "-o"], ["dedup", "-o"], ["dedup", "-o", "new.jsonl", "--removed"]] {
        let outcome = try workspace.run(["index", words[0], "seen", days[1]] + words.dropFirst() + ["seen/\(name)"])
        #expect(outcome.ending == .status(2) && outcome.errors.contains("\(name): is a file of an index"), "\(words)")
      }
      #expect(try workspace.run(["cluster", days[1], "-o", "seen/\(name)"]).ending == .status(2))
    }
    try done("check", "seen")
    #expect(try done("dedup", "seen", days[1], "-o", "lock").output.isEmpty)
  }

  @Test func whatNeverGotADocumentTakesOtherOptions() throws {
    let days = try writeDays(1)
    try workspace.write("empty.jsonl", "")
    try done("add", "seen", "empty.jsonl")
    try done("add", "seen", days[0], "-t", "0.5")
    #expect(try done("stat", "seen", "-f", "tsv").lines.contains("threshold\t0.5"))
    #expect(try index("add", "seen", days[0], "-t", "0.6").ending == .status(2))
    #expect(try index("add", "-", days[0]).ending == .status(2))
  }

  @Test func anAddThatFailsMakesNoIndex() throws {
    let days = try writeDays(1)
    #expect(try index("add", "seen", "missing.jsonl").ending == .status(2))
    try workspace.write("broken.jsonl", "{\n")
    for word in [["add", "seen", "broken.jsonl"], ["dedup", "seen", "broken.jsonl", "--add", "-o", "new.jsonl"]] {
      #expect(try workspace.run(["index"] + word + ["--strict"]).ending == .status(2))
      #expect(try workspace.shell("ls -d seen new.jsonl").output.isEmpty, "\(word)")
    }
    // A directory that was there stays.
    try workspace.shell("mkdir seen")
    #expect(try index("add", "seen", "missing.jsonl").ending == .status(2))
    #expect(try workspace.shell("ls seen").output.isEmpty)
    // One that waited for it makes it anew.
    let first = try workspace.start(["index", "add", "seen", "-", "--strict"], input: .openPipe)
    let padding = record(["id": "long", "text": article(7, words: 20_000)])
    try first.feed(Data(padding.utf8))
    let second = try workspace.start(["index", "add", "seen", days[0]])
    try second.waitForErrors(containing: "waiting for it")
    try first.feed(Data("{\n".utf8))
    first.closeInput()
    #expect(try first.finish().ending == .status(2))
    #expect(try second.finish().ending == .status(0))
    #expect(try done("stat", "seen").text.contains("\"documents\":12,"))
    try done("check", "seen")
  }

  @Test func estimatesSayThatTheyAre() throws {
    let days = try writeDays(2)
    try done("add", "seen", days[0], "--texts", "drop")
    try done("dedup", "seen", days[1], "-o", "new.jsonl", "--removed", "removed.ndjson")
    let removed = try String(decoding: #require(workspace.read("removed.ndjson")), as: UTF8.self).split(separator: "\n")
    #expect(removed.contains { $0.hasSuffix("\"estimated\":true}") })
  }

  @Test func removedDocumentsAreForgotten() throws {
    let days = try writeDays(2)
    try done("add", "seen", days[0], "--furniture", "keep")
    try workspace.write("gone.txt", "0-1\r\n\n0-2\nnever\n")
    let outcome = try index("remove", "seen", "0-0", "--ids", "gone.txt")
    #expect(outcome.ending == .status(2))
    #expect(
      outcome.errors
        == "reprint: no document 'never' in the index\n3 documents removed\nreprint: seen: has no document of 1 id\n")
    let answers = try lines(index("query", "seen", days[0]))
    #expect(Set(answers.compactMap(\.of)).isDisjoint(with: ["0-0", "0-1", "0-2"]))
    #expect(try done("stat", "seen", "-f", "tsv").lines.contains("removed\t3"))
    try done("check", "seen")
    #expect(try done("add", "seen", days[0]).errors.contains("3 added, 9 there before"))
  }

  @Test func optionsAreFixedWhenTheIndexIsMade() throws {
    let days = try writeDays(1)
    try done("add", "seen", days[0], "-t", "0.7", "-k", "4", "--slots", "64", "--furniture", "keep")
    try done("add", "seen", days[0], "-t", "0.7", "-k", "4", "--slots", "64")
    let different = [["-t", "0.8"], ["-k", "5"], ["--slots", "128"], ["--furniture", "auto"], ["--texts", "drop"]]
    for options in different {
      for word in ["add", "query", "dedup"] {
        let outcome = try workspace.run(["index", word, "seen", days[0]] + options)
        #expect(outcome.ending == .status(2) && outcome.output.isEmpty, "\(options)")
        #expect(outcome.errors.hasPrefix("reprint: seen: was made with --"), "\(outcome.errors)")
      }
    }
    #expect(try done("stat", "seen").text.contains("\"threshold\":0.7,\"shingle_words\":4,\"slots\":64"))
  }

  @Test func aSecondWriterWaitsOrFails() throws {
    let days = try writeDays(2)
    try done("add", "seen", days[0])
    let first = try workspace.start(["index", "add", "seen", "-"], input: .openPipe)
    // More than a pipe holds: when that is written, the program reads, and has the lock.
    let padding = record(["id": "long", "text": article(7, words: 20_000)])
    try first.feed(Data(padding.utf8))
    let refused = try index("add", "seen", days[1], "--no-wait")
    #expect(refused.ending == .status(2))
    #expect(refused.errors == "reprint: seen: is being written to by another run\n")
    #expect(try done("query", "seen", days[0]).lines.count == 12)
    let second = try workspace.start(["index", "add", "seen", days[1]])
    try second.waitForErrors(containing: "another run is writing to the index; waiting for it")
    first.closeInput()
    #expect(try first.finish().ending == .status(0))
    let outcome = try second.finish()
    #expect(outcome.ending == .status(0))
    #expect(try done("stat", "seen").text.contains("\"documents\":25,"))
  }

  @Test func aDamagedIndexIsNamedByCheck() throws {
    try done("add", "seen", try writeDays(1)[0])
    let name = "seen/000001.segment"
    var bytes = try #require(workspace.read(name))
    bytes[bytes.count / 2] ^= 4
    try workspace.write(name, bytes)
    let outcome = try index("check", "seen")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors.contains("reprint: seen/000001.segment:byte "))
    #expect(outcome.errors.hasSuffix("reprint: seen: is damaged in 1 place\n"))
  }

  @Test(.enabled(if: Workspace.isBound, "needs setpriv to give up the rights of root"))
  func aReadOnlyIndexCanBeAsked() throws {
    let day = try writeDays(1)[0]
    try done("add", "seen", day)
    chmod(workspace.path("seen/lock"), 0o444)
    chmod(workspace.path("seen"), 0o555)
    defer { chmod(workspace.path("seen"), 0o755) }
    for word in ["query", "dedup", "check", "stat"] {
      let files = ["check", "stat"].contains(word) ? [] : [day]
      #expect(try workspace.runBound(["index", word, "seen"] + files).ending == .status(0), "\(word)")
    }
    for word in ["add", "remove"] {
      let outcome = try workspace.runBound(["index", word, "seen", day])
      #expect(outcome.ending == .status(2) && outcome.errors.contains("cannot be locked: permission denied"))
    }
  }

  @Test(arguments: [
    [], ["ad", "x"], ["add"], ["add", ""], ["stat", "x", "y"], ["remove", "x"], ["trace", "x"],
    ["stat", "x", "--threshold", "0.5"], ["query", "x", "y", "--add"], ["check", "x", "-o", "z"],
    ["query", "x", "y", "-f", "html"], ["query", "missing", "-"], ["add", "x", "missing.jsonl"],
    ["query", "x", "y", "--texts", "none"], ["remove", "missing", "id"], ["check", "missing"],
  ])
  func whatCannotBeDoneIsSaid(arguments: [String]) throws {
    let outcome = try workspace.run(["index"] + arguments)
    #expect(outcome.ending == .status(2) && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("reprint: "), "\(outcome.errors)")
  }
}
