import Testing

@testable import ReprintCommand

@Suite struct IndexPlanTests {
  private func plan(_ words: String...) throws -> IndexPlan {
    try IndexPlan(Arguments(words, for: .index), .index)
  }

  @Test func wordsAreUnderstood() throws {
    let add = try plan("add", "seen", "a.jsonl", "b", "-t", "0.7", "--texts", "drop", "--no-wait")
    #expect(add.word == .add && add.directory == "seen" && add.search.inputs == ["a.jsonl", "b"])
    #expect(add.options.threshold == 0.7 && !add.options.keepsTexts && !add.waits && !add.adds)
    let dedup = try plan("dedup", "seen", "-", "--add", "-o", "out", "--removed", "gone")
    #expect(dedup.adds && dedup.waits && dedup.search.output == "out" && dedup.search.removed == "gone")
    let remove = try plan("remove", "seen", "x", "y", "--ids", "file")
    #expect(remove.operands == ["x", "y"] && remove.idFile == "file" && remove.search.inputs == [])
    let trace = try plan("trace", "seen", "story.txt", "--near-exact", "-f", "html")
    #expect(trace.operands == ["story.txt"] && trace.filter.isNearExact)
    guard case .page = trace.traceFormat else { return #expect(Bool(false), "not a page") }
  }

  /// Every option is one of some word, and of no word that has no use for it.
  @Test func optionsBelongToWords() throws {
    let all = CommandDescription.index.options.filter { !["threads", "quiet", "help"].contains($0.name) }
    let operands: [IndexPlan.Word: [String]] = [.stat: [], .check: []]
    for option in all {
      let value = option.choices.first ?? ["threshold": "0.8", "min-coverage": "0.5"][option.name] ?? "7"
      let words = IndexPlan.Word.allCases.filter { word in
        let given = option.placeholder == nil ? ["--\(option.name)"] : ["--\(option.name)", value]
        let line = [word.rawValue, "dir"] + (operands[word] ?? ["x"]) + given
        guard let arguments = try? Arguments(line, for: .index) else { return false }
        return (try? IndexPlan(arguments, .index)) != nil
      }
      #expect(!words.isEmpty && words.count < 6, "\(option.name): \(words)")
    }
  }
}
