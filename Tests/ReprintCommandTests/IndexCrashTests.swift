import Foundation
import ReprintTestSupport
import Testing

/// Runs that are killed while they write to an index.
@Suite struct IndexCrashTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private struct Line: Decodable {
    var id: String
    var duplicate: Bool
    var of: String?
    var similarity: Double?
  }

  /// A dump of articles whose ids begin with a number.
  private func dump(_ number: Int, _ count: Int) -> String {
    (0..<count).map { record(["id": "\(number)-\($0)", "text": article(1000 * number + $0)]) }.joined()
  }

  private func expectHeld(_ dumps: [Int], added: Set<Int>, _ comment: Comment) throws {
    let check = try workspace.run("index", "check", "seen")
    #expect(check.ending == .status(0), "\(comment): \(check.errors)")
    guard !dumps.isEmpty else { return }
    let asked = try workspace.run(
      ["index", "query", "seen", "-q", "--furniture", "keep"] + dumps.map { "\($0).jsonl" })
    #expect(asked.ending == .status(0), "\(comment): \(asked.errors)")
    var found: [Int: Set<Bool>] = [:]
    for line in try decodeLines(asked.output, as: Line.self) {
      let number = Int(line.id.split(separator: "-")[0])!
      found[number, default: []].insert(line.duplicate)
      if line.duplicate { #expect(line.of == line.id && line.similarity == 1, "\(comment)") }
    }
    for number in dumps {
      // All of a dump or none, and all if that was reported.
      #expect(found[number]?.count == 1, "\(comment): dump \(number)")
      if added.contains(number) { #expect(found[number] == [true], "\(comment): dump \(number)") }
    }
  }

  @Test func whatWasReportedAsAddedIsThereAfterAKill() throws {
    let kills = BuiltBinary.runsLargeTests ? 50 : 8
    let seed: UInt64 = 2026
    print("kills of seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    var dumps: [Int] = []
    var added: Set<Int> = []
    // How long an add takes that nobody kills.
    var longest = 0.2
    var killed = 0
    var number = 0
    while killed < kills {
      number += 1
      try workspace.write("\(number).jsonl", dump(number, generator.number(1...40)))
      dumps.append(number)
      let started = ContinuousClock.now
      let run = try workspace.start(["index", "add", "seen", "\(number).jsonl", "--furniture", "keep"])
      let isToBeKilled = number % 4 != 0
      if isToBeKilled {
        usleep(UInt32(generator.number(0...1000)) * UInt32(longest * 1100))
        run.send(SIGKILL)
      }
      let outcome = try run.finish()
      if outcome.ending == .status(0) {
        added.insert(number)
        let duration = started.duration(to: .now)
        if !isToBeKilled { longest = max(0.02, Double(duration.components.attoseconds) / 1e18) }
      } else {
        #expect(outcome.ending == .signal(SIGKILL), "\(outcome.errors)")
        killed += 1
        guard !added.isEmpty else { continue }
        try expectHeld(dumps, added: added, "after kill \(killed)")
      }
    }
    #expect(!added.isEmpty)
    // What the killed runs left is cleared away.
    try workspace.write("last.jsonl", dump(0, 3))
    #expect(try workspace.run("index", "add", "seen", "last.jsonl").ending == .status(0))
    let check = try workspace.run("index", "check", "seen")
    #expect(check.ending == .status(0) && !check.errors.contains("no part of the index"), "\(check.errors)")
  }
}
