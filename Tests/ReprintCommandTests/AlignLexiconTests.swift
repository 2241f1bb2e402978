import Foundation
import ReprintGold
import ReprintTestSupport
import Testing

/// Words that a spinner put for others: learned, printed, saved and used again; and weights from a file.
@Suite struct AlignLexiconTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// A story, and two halves of a page that a spinner made of it with one table.
  private func writeSpunStory() throws -> HardSpinner.Result {
    let story = try GoldStory(path: "\(SourceTree.stories)/s12.json")
    var options = HardSpinner.Options()
    options.dropped = 0
    options.moved = 0
    let spun = HardSpinner(seed: 3, options: options).spin(story)
    try workspace.write("original.txt", Data(GoldLayout(story.original).bytes))
    try workspace.write("page.txt", Data(GoldLayout(spun.page).bytes))
    let part = spun.page.sentences.filter { $0.from[0].isMultiple(of: 2) }
    try workspace.write("part.txt", part.map(\.text).joined(separator: "\n") + "\n")
    return spun
  }

  /// How many of the fifteen lines of `part.txt` are linked to the sentence they were made from.
  private func right(_ options: String...) throws -> Int {
    let outcome = try workspace.run(["align", "original.txt", "part.txt"] + options)
    #expect(outcome.ending == .status(0), "\(outcome.errors)")
    let bytes = try #require(workspace.read("part.txt"))
    let right = try outcome.alignments().compactMap { line -> Int? in
      let number = bytes.prefix(line.start).count { $0 == UInt8(ascii: "\n") }
      return line.sources.contains { $0.sentence == number * 2 } ? number : nil
    }
    return Set(right).count
  }

  @Test func theLexiconIsWhatTheSpinnerDid() throws {
    let spun = try writeSpunStory()
    let outcome = try workspace.run("align", "original.txt", "page.txt", "--lexicon")
    #expect(outcome.ending == .status(0))
    #expect(outcome.errors == "")
    let entries = try outcome.lexicon()
    #expect(entries.count > 30)
    let often = entries.filter { $0.count >= 3 }
    #expect(often.count >= 8)
    let right = often.count { spun.table[$0.original] == $0.copy }
    #expect(right * 10 >= often.count * 9, "\(often)")
    #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.count >= $1.count })
    #expect(entries.allSatisfy { $0.count > 0 && $0.confidence > 0 && $0.confidence <= 1 })

    let table = try workspace.run("align", "original.txt", "page.txt", "--lexicon", "-f", "tsv").lines
    #expect(table.first == "copy\toriginal\tcount\tconfidence")
    #expect(table.count == entries.count + 1)
    #expect(table[1].hasPrefix("\(entries[0].copy)\t\(entries[0].original)\t\(entries[0].count)\t"))
    let text = try workspace.run("align", "original.txt", "page.txt", "--lexicon", "-f", "text").lines
    #expect(text.count == entries.count)
    #expect(text[0].hasPrefix("\(entries[0].copy) = \(entries[0].original), \(entries[0].count) times, confidence 0."))
  }

  @Test func aSavedLexiconHelpsWithOtherPagesOfTheSpinner() throws {
    _ = try writeSpunStory()
    let saving = try workspace.run(
      "align", "original.txt", "page.txt", "--save-lexicon", "lexicon.ndjson", "-o", "out.ndjson")
    #expect(saving.ending == .status(0))
    #expect(saving.output.isEmpty)
    let printed = try workspace.run("align", "original.txt", "page.txt", "--lexicon")
    expectSame(workspace.read("lexicon.ndjson"), printed.output)
    let alone = try right()
    let helped = try right("--load-lexicon", "lexicon.ndjson")
    #expect(helped >= alone, "\(helped), without the lexicon \(alone)")
    #expect(helped >= 14, "\(helped)")
    // What was loaded is saved again, with what was learned.
    let again = try workspace.run(
      "align", "original.txt", "part.txt", "--load-lexicon", "lexicon.ndjson", "--save-lexicon", "lexicon.ndjson")
    #expect(again.ending == .status(0))
    let before = Set(try printed.lexicon().map(\.copy))
    let after = try decodeLines(#require(workspace.read("lexicon.ndjson")), as: LexiconLine.self)
    #expect(Set(after.map(\.copy)).isSuperset(of: before))
  }

  @Test func whereNothingWasReplacedTheLexiconIsEmpty() throws {
    let operands = ["align", SourceTree.originalPage, SourceTree.page("verbatim"), "--lexicon"]
    let outcome = try workspace.run(operands)
    #expect(outcome.ending == .status(0))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "reprint: no substitutions were found\n")
    #expect(try workspace.run(operands + ["-q"]).errors == "")
    #expect(try workspace.run(operands + ["-f", "tsv"]).text == "copy\toriginal\tcount\tconfidence\n")
    // An empty lexicon can be loaded like any other.
    let saving = try workspace.run(
      "align", SourceTree.originalPage, SourceTree.page("verbatim"), "--save-lexicon", "empty.ndjson", "-o", "a.ndjson")
    #expect(saving.errors == "reprint: no substitutions were found\n")
    #expect(workspace.read("empty.ndjson")?.isEmpty == true)
    let loaded = try workspace.run(
      "align", SourceTree.originalPage, SourceTree.page("verbatim"), "--load-lexicon", "empty.ndjson")
    #expect(loaded.ending == .status(0), "\(loaded.errors)")
    expectSame(loaded.output, workspace.read("a.ndjson"))
  }

  @Test(arguments: [
    ("words", "not a JSON object"), ("{\"copy\":\"nan\"}", "no lexicon entry: \"copy\" and \"original\" are words"),
    (
      "{\"copy\":\"nan\",\"original\":\"the\",\"count\":0,\"confidence\":0.5}",
      "no lexicon entry: \"count\" is a whole number, \"confidence\" above 0 and at most 1"
    ),
    (
      "{\"copy\":\"nan\",\"original\":\"the\",\"count\":3,\"confidence\":1.5}",
      "no lexicon entry: \"count\" is a whole number, \"confidence\" above 0 and at most 1"
    ),
  ])
  func aLineThatIsNoEntryEndsTheRun(line: String, reason: String) throws {
    let good = "{\"copy\":\"nan\",\"original\":\"the\",\"count\":41,\"confidence\":0.98}\n"
    try workspace.write("lexicon.ndjson", good + "\n" + line + "\n")
    let outcome = try workspace.run(
      "align", SourceTree.originalPage, SourceTree.page("spun"), "--load-lexicon", "lexicon.ndjson", "-o", "out")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: lexicon.ndjson:3: \(reason)\n")
    #expect(workspace.names == ["lexicon.ndjson"])
  }

  // MARK: Weights

  @Test func weightsComeFromAFile() throws {
    // Whatever shares half of its words is a link.
    try workspace.write("weights.txt", "links 0.5 0.9\npass -4\ncopyShare 8\n")
    let outcome = try workspace.run(
      "align", SourceTree.originalPage, SourceTree.page("verbatim"), "--weights", "weights.txt")
    #expect(outcome.ending == .status(0), "\(outcome.errors)")
    let verbatim = try outcome.alignments().filter { $0.kind == "verbatim" }
    #expect(verbatim.count >= 16)
    #expect(verbatim.allSatisfy { abs($0.score - 0.982) < 0.001 }, "1 / (1 + exp(-4))")
    // Nothing is.
    try workspace.write("weights.txt", "links 0.5 0.9\npass -9\n")
    let none = try workspace.run(
      "align", SourceTree.originalPage, SourceTree.page("verbatim"), "--weights", "weights.txt")
    #expect(try none.alignments().allSatisfy { $0.sources.isEmpty })
  }

  @Test(arguments: [
    ("", 1, "expected \"links\" and two probabilities"),
    ("links 0.5\n", 1, "expected \"links\" and two probabilities"),
    ("links 0.5 0.5\n", 3, "no weights"),
    ("links 0.5 0.5\ncopyShare 1\n", 2, "expected \"pass\" and a number"),
    ("links 0.5 0.5\npass x\n", 2, "\"x\" is no number"),
    ("links 0.5 0.5\npass -4\nfrobnication 1\n", 3, "there is no feature \"frobnication\""),
    ("links 0.5 0.5\npass -4\ncopyShare nan\n", 3, "\"nan\" is no number"),
    ("links 0.5 0.5\npass -4\ntree\ncopyShare 0.4\n= 1\n", 6, "the tree ends too early"),
  ])
  func weightsThatAreNoneAreNamedByFileLineAndReason(text: String, line: Int, reason: String) throws {
    try workspace.write("weights.txt", text)
    let outcome = try workspace.run(
      "align", SourceTree.originalPage, SourceTree.page("verbatim"), "--weights", "weights.txt", "-o", "out.ndjson")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: weights.txt:\(line): \(reason)\n")
    #expect(workspace.names == ["weights.txt"])
  }
}
