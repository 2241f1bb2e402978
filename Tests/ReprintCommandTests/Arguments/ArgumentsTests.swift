import ReprintTestSupport
import Testing

@testable import ReprintCommand

@Suite struct ArgumentsTests {
  private func parse(_ words: String..., for command: CommandDescription = .cluster) throws -> Arguments {
    try Arguments(words, for: command)
  }

  /// Why the words can't be understood.
  private func complaint(_ words: [String], for command: CommandDescription = .cluster) -> String? {
    do {
      _ = try Arguments(words, for: command)
      return nil
    } catch {
      #expect(error.command == command.name)
      return error.description
    }
  }

  @Test func operandsAndOptionsMix() throws {
    let arguments = try parse("a.jsonl", "-t", "0.5", "b", "--strict", "-", "c")
    #expect(arguments.operands == ["a.jsonl", "b", "-", "c"])
    #expect(arguments["threshold"] == "0.5")
    #expect(arguments.has("strict") && !arguments.has("quiet"))
    #expect(try parse().operands == [])
  }

  @Test func valuesAreAttachedOrFollow() throws {
    for words in [["--threshold", "0.7"], ["--threshold=0.7"], ["-t", "0.7"], ["-t0.7"], ["-t=0.7"]] {
      let arguments = try Arguments(words, for: .cluster)
      #expect(arguments["threshold"] == "0.7" && arguments.operands.isEmpty, "\(words)")
    }
    for words in [["--output", "-"], ["-o", "-"], ["-o-"], ["--output=-"]] {
      #expect(try Arguments(words, for: .cluster)["output"] == "-", "\(words)")
    }
    #expect(try parse("--id-field=a=b")["id-field"] == "a=b")
    #expect(try parse("--id-field=")["id-field"] == "")
    #expect(try parse("-o", "--strict")["output"] == "--strict", "a value is whatever follows")
    #expect(try !parse("-o", "--strict").has("strict"))
    #expect(try parse("--id-field", "")["id-field"] == "")
  }

  @Test func lettersJoin() throws {
    let arguments = try parse("-qt0.5", "-j", "2")
    #expect(arguments.has("quiet") && arguments["threshold"] == "0.5" && arguments["threads"] == "2")
    #expect(try parse("-qq").has("quiet"))
    #expect(try parse("-qo", "out")["output"] == "out")
  }

  @Test func theLastValueCounts() throws {
    #expect(try parse("-t", "0.5", "--threshold=0.9", "-t0.7")["threshold"] == "0.7")
  }

  @Test func twoDashesEndTheOptions() throws {
    let arguments = try parse("-q", "--", "-t", "--strict", "--", "x")
    #expect(arguments.operands == ["-t", "--strict", "--", "x"])
    #expect(arguments.has("quiet") && !arguments.has("strict") && arguments["threshold"] == nil)
  }

  @Test func helpIsShortByItsLetter() throws {
    #expect(try parse("-h").wantsShortHelp && parse("-h").has("help"))
    #expect(try parse("-qh").wantsShortHelp)
    #expect(try !parse("--help").wantsShortHelp && parse("--help").has("help"))
  }

  @Test func unknownOptions() {
    #expect(complaint(["--threshhold", "1"]) == "'cluster' has no option --threshhold; did you mean '--threshold'?")
    #expect(complaint(["--threshhold=1"]) == "'cluster' has no option --threshhold; did you mean '--threshold'?")
    #expect(complaint(["--zebra-crossing"]) == "'cluster' has no option --zebra-crossing")
    #expect(complaint(["-x"]) == "'cluster' has no option -x")
    #expect(complaint(["-qx"]) == "'cluster' has no option -x")
    #expect(complaint(["-é"]) == "'cluster' has no option -é")
    #expect(complaint(["---"]) != nil)
    #expect(complaint(["--removed", "x"]) == "'cluster' has no option --removed", "which only dedup has")
    #expect(complaint(["--removed", "x"], for: .dedup) == nil)
    #expect(complaint(["-f", "tsv"], for: .dedup) == "'dedup' has no option -f")
    #expect(complaint(["--Threshold", "1"]) == "'cluster' has no option --Threshold; did you mean '--threshold'?")
  }

  @Test func missingAndUnwantedValues() {
    #expect(complaint(["--threshold"]) == "--threshold needs a value: J")
    #expect(complaint(["a", "-t"]) == "-t needs a value: J")
    #expect(complaint(["--output"]) == "--output needs a value: FILE")
    #expect(complaint(["--output", ""]) == "--output is empty: FILE")
    #expect(complaint(["-o", "", "a"]) == "-o is empty: FILE")
    #expect(complaint(["--output="]) == "--output is empty: FILE")
    #expect(complaint(["a", ""]) == "the name of a file is empty")
    #expect(complaint(["--", ""]) == "the name of a file is empty")
    #expect(complaint(["--strict=yes"]) == "--strict takes no value")
    #expect(complaint(["--help=full"]) == "--help takes no value")
  }

  @Test func choices() throws {
    #expect(try parse("--keep", "oldest")["keep"] == "oldest")
    #expect(
      complaint(["--keep", "longets"])
        == "--keep can't be 'longets': it is one of longest, first, oldest, newest; did you mean 'longest'?")
    #expect(complaint(["--keep="]) == "--keep can't be '': it is one of longest, first, oldest, newest")
    #expect(complaint(["-f", "html"]) == "-f can't be 'html': it is one of text, ndjson, tsv")
    #expect(complaint(["--slots", "100"])?.hasPrefix("--slots can't be '100': it is one of 64, 128, 256") == true)
  }
}

@Suite struct NearMissTests {
  /// The edits between two words, by trying all of them (no part is edited twice).
  private func distance(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
    if x == y { return distance(a.dropLast(), b.dropLast()) }
    var least = 1 + min(distance(a.dropLast(), b), distance(a, b.dropLast()), distance(a.dropLast(), b.dropLast()))
    if a.count > 1, b.count > 1, x == b[b.endIndex - 2], y == a[a.endIndex - 2] {
      least = min(least, 1 + distance(a.dropLast(2), b.dropLast(2)))
    }
    return least
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1),
    ("abc", "ab", 1), ("ab", "abc", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3), ("cluster", "clutser", 1), ("é", "e\u{301}", 0), ("pairs", "dedup", 5),
  ]) func distances(a: String, b: String, expected: Int) {
    #expect(NearMiss.distance(a, b) == expected)
    #expect(NearMiss.distance(b, a) == expected)
  }

  @Test func distancesAreTheFewestEdits() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<400 {
      let words = (0..<2).map { _ in (0..<generator.number(0...5)).map { _ in generator.pick(Array("abc")) } }
      let expected = distance(words[0][...], words[1][...])
      #expect(NearMiss.distance(String(words[0]), String(words[1])) == expected, "\(words)")
    }
  }

  @Test func hintsNameTheNearestOfWhatIsNear() {
    let names = ["cluster", "dedup", "pairs", "help", "generate"]
    #expect(NearMiss.hint("clsuter", among: names) == "; did you mean 'cluster'?")
    #expect(NearMiss.hint("pair", among: names) == "; did you mean 'pairs'?")
    #expect(NearMiss.hint("dedupe", among: names) == "; did you mean 'dedup'?")
    #expect(NearMiss.hint("h", among: names) == "")
    #expect(NearMiss.hint("tree", among: names) == "")
    #expect(NearMiss.hint("", among: names) == "")
    #expect(NearMiss.hint("cluster", among: []) == "")
  }
}
