import ReprintPlatform
import ReprintReports
import Testing

@testable import ReprintCommand

@Suite struct CommonArgumentsTests {
  private func parse(_ words: String...) throws -> Arguments { try Arguments(words, for: .trace) }

  @Test func numbersAreWholeAndInRange() throws {
    #expect(try parse().number("threads", 1...9, .trace) == nil)
    #expect(try parse("--threads", "9").number("threads", 1...9, .trace) == 9)
    for word in ["0", "10", "1.5", "", "x", "99999999999999999999"] {
      let arguments = try parse("--threads", word)
      #expect {
        try arguments.number("threads", 1...9, .trace)
      } throws: {
        guard let error = $0 as? UsageError else { return false }
        return error.description == "--threads is a whole number from 1 to 9, not '\(word)'"
          && error.command == CommandDescription.trace.name
      }
    }
  }

  @Test func threadsAreAllProcessorsUnlessItIsSaid() throws {
    #expect(try parse().threads(.trace) == Machine.availableProcessors)
    #expect(try parse("--threads", "3").threads(.trace) == 3)
  }

  @Test func filesGetLinesOfJSONUnlessAnotherFormatIsAskedFor() throws {
    func format(_ words: String...) throws -> PrintedFormat<OutputFormat> {
      try Arguments(words, for: .trace).format(text: .text, ndjson: .ndjson)
    }
    guard case .lines(.ndjson) = try format("-o", "file") else { return #expect(Bool(false), "lines of JSON") }
    guard case .lines(.tsv) = try format("-f", "tsv") else { return #expect(Bool(false), "tsv") }
    guard case .page = try format("-f", "html", "-o", "file") else { return #expect(Bool(false), "a page") }
  }

  @Test func namedDumpsAreRead() throws {
    #expect(try parse().dumps(["a", "-"], .trace) == ["a", "-"])
    // What tests read is no terminal, unless somebody runs them by hand.
    if !Terminal(0).isTerminal { #expect(try parse().dumps([], .trace) == ["-"]) }
  }
}
