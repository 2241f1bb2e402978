import Foundation
import ReprintTestSupport
import Testing

/// Where copies come from, and that it makes no difference how they come.
@Suite struct AlignCopiesTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func contents(_ name: String) throws -> Data {
    try #require(FileManager.default.contents(atPath: SourceTree.page(name)))
  }

  private func text(_ name: String) throws -> String { String(decoding: try contents(name), as: UTF8.self) }

  /// Aligns copies that don't teach each other words: none of them is spun.
  private func align(_ operands: [String], input: Input = .nothing) throws -> [AlignLine] {
    let outcome = try workspace.run(["align", SourceTree.originalPage] + operands, input: input)
    #expect(outcome.ending == .status(0), "\(outcome.errors)")
    #expect(outcome.errors == "")
    return try outcome.alignments()
  }

  /// The lines of one of the example's pages, called otherwise.
  private func expected(_ page: String, as name: String) throws -> [AlignLine] {
    try align([SourceTree.page(page)]).map { line in
      var line = line
      line.copy = name
      return line
    }
  }

  @Test func copiesComeOutInTheOrderGivenUnderTheirIds() throws {
    let body = try text("verbatim")
    try workspace.write(
      "pages.jsonl",
      record(["id": "wire-7", "text": body]) + "\n" + record(["text": text("summary")])
        + "{\"text\":12}\n" + "{\"id\":42,\"text\":\(quoted(try text("independent")))}\n")
    try workspace.write("copy.txt", contents("summary"))
    let outcome = try workspace.run("align", SourceTree.originalPage, "pages.jsonl", "copy.txt")
    #expect(outcome.ending == .status(0))
    #expect(outcome.errors == "reprint: pages.jsonl:4: field \"text\" is a number, not a string (skipped)\n")
    let found = try outcome.alignments()
    #expect(
      try found == expected("verbatim", as: "wire-7") + expected("summary", as: "pages.jsonl:3")
        + expected("independent", as: "42") + expected("summary", as: "copy.txt"))
    let quiet = try workspace.run("align", "-q", SourceTree.originalPage, "pages.jsonl", "copy.txt")
    #expect(quiet.errors == "")
    expectSame(quiet.output, outcome.output)
  }

  @Test func fieldsMayHaveOtherNames() throws {
    try workspace.write(
      "pages.jsonl", "{\"meta\":{\"key\":\"a\"},\"body\":\(escaped(try text("summary")))}\n")
    let lines = try align(["pages.jsonl", "--text-field", "body", "--id-field", "meta.key"])
    #expect(try lines == expected("summary", as: "a"))
    let outcome = try workspace.run("align", SourceTree.originalPage, "pages.jsonl")
    #expect(outcome.ending == .status(2))
    #expect(outcome.errors == "reprint: pages.jsonl:1: no field \"text\"\n")
  }

  @Test func directoriesAreReadInTheOrderOfTheirNames() throws {
    try workspace.write("pages/b.txt", contents("summary"))
    try workspace.write("pages/a/z.md", contents("verbatim"))
    try workspace.write("pages/.hidden.txt", contents("paraphrase"))
    try workspace.write("pages/c.jsonl", record(["id": "c", "text": text("independent")]))
    #expect(
      try align(["pages"]) == expected("verbatim", as: "pages/a/z.md") + expected("summary", as: "pages/b.txt")
        + expected("independent", as: "c"))
  }

  @Test func standardInputIsACopyOrTheOriginal() throws {
    let page = try expected("summary", as: "-")
    #expect(try align(["-", "--input-format", "text"], input: .pipe(contents("summary"))) == page)
    #expect(try align(["-", "--input-format", "text"], input: .redirect(file: SourceTree.page("summary"))) == page)
    let records = Data(record(["id": "r", "text": try text("summary")]).utf8)
    #expect(try align(["-"], input: .pipe(records)) == expected("summary", as: "r"))
    let outcome = try workspace.run(
      "align", "-", SourceTree.page("summary"), "--input-format", "text", input: .pipe(contents("original")))
    #expect(try outcome.alignments() == expected("summary", as: SourceTree.page("summary")))
    let nothing = try workspace.run("align", SourceTree.originalPage, "-", input: .nothing)
    #expect(nothing.ending == .status(0) && nothing.output.isEmpty)
    #expect(nothing.errors == "reprint: -: there is no text in it\n")
    let guessing = try workspace.run("align", SourceTree.originalPage, "-", input: .pipe(contents("summary")))
    #expect(guessing.ending == .status(2))
    #expect(guessing.errors.contains("use --input-format"))
  }

  @Test(arguments: CompressedFormat.allCases.filter(\.isInstalled))
  func compressionMakesNoDifference(format: CompressedFormat) throws {
    try workspace.write("copy.txt", contents("summary"))
    try workspace.write("original.txt", contents("original"))
    #expect(try workspace.shell("\(format.rawValue) copy.txt original.txt").ending == .status(0))
    let outcome = try workspace.run(
      "align", "original.txt.\(format.suffix)", "copy.txt.\(format.suffix)", "-o", "out.ndjson.\(format.suffix)")
    #expect(outcome.ending == .status(0), "\(outcome.errors)")
    let lines = try workspace.shell("\(format.rawValue) -dc out.ndjson.\(format.suffix)").alignments()
    #expect(try lines == expected("summary", as: "copy.txt.\(format.suffix)"))
  }

  @Test(arguments: ["ndjson", "tsv", "text", "html"])
  func threadsMakeNoDifference(format: String) throws {
    let outputs = try ["1", "2", "7"].map { threads in
      let outcome = try workspace.run(
        "align", SourceTree.originalPage, SourceTree.pages, "--explain", "-f", format, "-j", threads, "--save-lexicon",
        "lexicon\(threads).ndjson")
      #expect(outcome.ending == .status(0))
      return outcome.output
    }
    #expect(outputs[0].count > 10_000)
    expectSame(outputs[1], outputs[0])
    expectSame(outputs[2], outputs[0])
    let lexicon = workspace.read("lexicon1.ndjson")
    #expect(lexicon?.isEmpty == false)
    expectSame(workspace.read("lexicon2.ndjson"), lexicon)
    expectSame(workspace.read("lexicon7.ndjson"), lexicon)
  }

  // MARK: Texts

  @Test func aTextIsItsOwnCopy() throws {
    try workspace.write("story.txt", contents("original"))
    let outcome = try workspace.run("align", "story.txt", "story.txt")
    let lines = try outcome.alignments()
    #expect(lines.count == 17)
    for line in lines {
      #expect(line.kind == "verbatim" && line.sources.first?.sentence == line.sentence)
      #expect(line.score > 0.9)
    }
    let read = try workspace.run("align", "story.txt", "story.txt", "-f", "text").text
    #expect(read.contains("100% of the copy's words come from the original, 100% of the original's words"))
  }

  static let german = """
    Das Hafenamt hat den Nordkai am Dienstag gesperrt, weil Taucher Risse im Fundament entdeckt haben. Die Reparatur \
    dauert nach Einschätzung der Ingenieure elf Wochen. Bis dahin legen die Fähren zu den Inseln am Fischmarkt ab. \
    Fahrkarten bleiben gültig, und Hunde reisen weiterhin kostenlos mit.
    """
  static let otherGerman = """
    Der Imkerverein zählt in diesem Frühjahr so viele Bienenvölker wie nie. Ein milder Winter half ihnen. Honig wird \
    trotzdem kaum billiger, sagt die Vorsitzende. Im Juni öffnet sie ihren Garten für Schulklassen.
    """
  static let japanese = """
    港湾局は火曜日、基礎にひび割れが見つかったため北埠頭を閉鎖した。修理には十一週間かかる見込みだ。\
    それまで島へのフェリーは魚市場から出る。切符はそのまま使える。
    """
  static let otherJapanese = """
    養蜂家の団体によると、今年の春はミツバチの群れが過去最多となった。暖かい冬が幸いした。\
    それでも蜂蜜の値段はほとんど下がらないという。六月には庭を児童に公開する。
    """

  /// Four sentences of Japanese share pairs of characters with any others: one is linked with a score of 0.502.
  @Test(arguments: [(german, otherGerman, 0), (japanese, otherJapanese, 1)])
  func otherLanguagesAreAligned(text: String, other: String, falsely: Int) throws {
    try workspace.write("text.txt", text)
    try workspace.write("other.txt", other)
    let same = try workspace.run("align", "text.txt", "text.txt").alignments()
    #expect(same.map(\.kind) == Array(repeating: "verbatim", count: 4))
    #expect(same.allSatisfy { $0.sources.first?.sentence == $0.sentence })
    let unrelated = try workspace.run("align", "text.txt", "other.txt").alignments()
    #expect(unrelated.count == 4)
    #expect(unrelated.count { !$0.sources.isEmpty } <= falsely, "\(unrelated)")
  }

  // MARK: Size

  /// Sentences of made-up words, no two alike.
  private func sentences(_ count: Int, seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let words = (0..<5000).map { number in
      "\(random.pick(["bra", "clo", "dri", "fle", "gru"]))\(random.pick(["man", "tel", "vos"]))\(number)"
    }
    return (0..<count).map { number in
      let body = (0..<random.number(8...16)).map { _ in random.pick(words) }.joined(separator: " ")
      return "The \(body) number \(number)."
    }.joined(separator: " ")
  }

  /// Peak memory of a run, in bytes, as its parent shell's children report it.
  private func peak(_ arguments: String) throws -> (outcome: Outcome, kilobytes: Int) {
    let outcome = try workspace.shell(
      "\"$REPRINT\" \(arguments) & wait_for=$!; peak=0; "
        + "while kill -0 $wait_for 2>/dev/null; do "
        + "now=$(sed -n 's/^VmHWM:[^0-9]*\\([0-9]*\\).*/\\1/p' /proc/$wait_for/status 2>/dev/null); "
        + "[ \"${now:-0}\" -gt $peak ] && peak=$now; sleep 0.05; done; wait $wait_for; status=$?; "
        + "echo $peak; exit $status")
    return (outcome, Int(outcome.lines.last ?? "") ?? 0)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"), "there is no /proc"))
  func longTextsTakeBoundedMemory() throws {
    let count = BuiltBinary.runsLargeTests ? 20_000 : BuiltBinary.isDebug ? 1500 : 4000
    try workspace.write("original.txt", sentences(count, seed: 1))
    try workspace.write("copy.txt", sentences(count - 100, seed: 1) + " " + sentences(100, seed: 2))
    let (outcome, kilobytes) = try peak("align original.txt copy.txt -o out.ndjson")
    #expect(outcome.ending == .status(0), "\(outcome.errors)")
    let lines = try decodeLines(#require(workspace.read("out.ndjson")), as: AlignLine.self)
    #expect(lines.count == count)
    let verbatim = lines.prefix(count - 100).count { $0.sources.first?.sentence == $0.sentence }
    #expect(verbatim >= (count - 100) * 97 / 100, "\(verbatim) of \(count - 100)")
    #expect(lines.suffix(100).count { !$0.sources.isEmpty } <= 10)
    #expect((1...300_000).contains(kilobytes), "\(kilobytes) KB")
  }
}
