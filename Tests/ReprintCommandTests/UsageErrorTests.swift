import Foundation
import ReprintTestSupport
import Testing

@Suite struct UsageErrorTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write("in.jsonl", record(["id": "a", "text": article(1)]))
  }

  /// A command line that can't be understood, and what is said of it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var words: [String]
    var message: String

    init(_ words: String..., message: String) {
      self.words = words
      self.message = message
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  static let mistakes = [
    Mistake("clsuter", "in.jsonl", message: "no command 'clsuter'; did you mean 'cluster'?"),
    Mistake("pair", "in.jsonl", message: "no command 'pair'; did you mean 'pairs'?"),
    Mistake("frobnicate", message: "no command 'frobnicate'\n"),
    Mistake("--verison", message: "no option '--verison'"),
    Mistake("help", "dedupe", message: "no command 'dedupe'; did you mean 'dedup'?"),
    Mistake("cluster", "--treshold", "0.5", message: "'cluster' has no option --treshold; did you mean '--threshold'?"),
    Mistake("cluster", "--thread=2", message: "'cluster' has no option --thread; did you mean '--threads'?"),
    Mistake("cluster", "--frobnicate", message: "'cluster' has no option --frobnicate\n"),
    Mistake("cluster", "-x", message: "'cluster' has no option -x\n"),
    Mistake("cluster", "-qx", message: "'cluster' has no option -x\n"),
    Mistake("cluster", "--removed", "r", message: "'cluster' has no option --removed"),
    Mistake("pairs", "--linkage", "star", message: "'pairs' has no option --linkage"),
    Mistake("dedup", "--format", "tsv", message: "'dedup' has no option --format"),
    Mistake("cluster", "in.jsonl", "--threshold", message: "--threshold needs a value: J\n"),
    Mistake("cluster", "in.jsonl", "-o", message: "-o needs a value: FILE\n"),
    Mistake("cluster", "--strict=yes", message: "--strict takes no value\n"),
    Mistake("cluster", "-t", "0", message: "--threshold is a number above 0 and at most 1, not '0'"),
    Mistake("cluster", "-t", "1.01", message: "--threshold is a number above 0 and at most 1, not '1.01'"),
    Mistake("cluster", "-t", "nan", message: "--threshold is a number above 0 and at most 1, not 'nan'"),
    Mistake("cluster", "-t", "80%", message: "--threshold is a number above 0 and at most 1, not '80%'"),
    Mistake("cluster", "--threshold=", message: "--threshold is a number above 0 and at most 1, not ''"),
    Mistake("cluster", "-t", "0.001", message: "128 slots find only "),
    Mistake("cluster", "-k", "0", message: "--shingle-words is a whole number from 1 to 1000, not '0'"),
    Mistake("cluster", "-k", "2.5", message: "--shingle-words is a whole number from 1 to 1000, not '2.5'"),
    Mistake("cluster", "-j", "0", message: "--threads is a whole number from 1 to 1024, not '0'"),
    Mistake("cluster", "-j", "-2", message: "--threads is a whole number from 1 to 1024, not '-2'"),
    Mistake("cluster", "-j", "99999999999999999999", message: "--threads is a whole number from 1 to 1024, not '99"),
    Mistake("cluster", "--slots", "100", message: "--slots can't be '100': it is one of 64, 128, 256\n"),
    Mistake("cluster", "--keep", "oldset", message: "one of longest, first, oldest, newest; did you mean 'oldest'?"),
    Mistake("cluster", "--linkage", "chain", message: "--linkage can't be 'chain': it is one of star, connected\n"),
    Mistake(
      "cluster", "-f", "ndjosn", message: "-f can't be 'ndjosn': it is one of text, ndjson, tsv; did you mean 'ndjson'?"
    ),
    Mistake(
      "cluster", "--input-format", "parquet",
      message: "--input-format can't be 'parquet': it is one of auto, jsonl, json, text, html, warc, csv, tsv"),
    Mistake("generate", message: "generate what? man, or completions and a shell"),
    Mistake("generate", "completions", message: "generate what? man, or completions and a shell"),
    Mistake("generate", "completions", "tcsh", message: "no completions for 'tcsh': there are bash, zsh, fish"),
    Mistake("generate", "completions", "zhs", message: "did you mean 'zsh'?"),
    Mistake("generate", "man", "man", message: "generate what?"),
  ]

  @Test(arguments: mistakes)
  func aMistakeIsNamedWithWhatMayHaveBeenMeant(mistake: Mistake) throws {
    let outcome = try workspace.run(mistake.words)
    #expect(outcome.ending == .status(2))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("reprint: "))
    let message = try #require(outcome.errors.split(separator: "\n").first)
    #expect("\(message)\n".contains(mistake.message), "\(message)")
    #expect(workspace.names == ["in.jsonl"])
  }

  @Test(arguments: [["cluster", "-t", "2"], ["dedup", "--nope"], ["pairs", "-f"]])
  func aMistakeTellsWhereHelpIs(words: [String]) throws {
    let outcome = try workspace.run(words)
    #expect(outcome.errors.hasSuffix("\nTry 'reprint \(words[0]) --help'.\n"))
    #expect(try workspace.run(words[0], "--help").ending == .status(0))
  }

  @Test func aMistakeIsFoundBeforeAnythingIsReadOrWritten() throws {
    let outcome = try workspace.run("dedup", "nowhere.jsonl", "-o", "out.jsonl", "-t", "7")
    #expect(outcome.errors.contains("--threshold"))
    #expect(!outcome.errors.contains("nowhere"))
  }

  @Test func withoutACommandThereIsAnOverviewAndAnError() throws {
    let outcome = try workspace.run()
    #expect(outcome.ending == .status(2))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Usage: reprint COMMAND"))
    #expect(outcome.errors.contains("no command given"))
  }

  @Test func theLastValueOfAnOptionCounts() throws {
    try workspace.write(
      "two.jsonl", record(["id": "a", "text": article(1)]) + record(["id": "b", "text": article(1)]))
    let outcome = try workspace.run("cluster", "-f", "text", "two.jsonl", "-f", "ndjson")
    #expect(try outcome.clusters().map(\.size) == [2])
  }
}
