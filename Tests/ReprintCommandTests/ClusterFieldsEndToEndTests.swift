import Foundation
import ReprintTestSupport
import Testing

@Suite struct ClusterFieldsEndToEndTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  // MARK: Fields and ids

  @Test func fieldsMayBeNestedAndHaveOtherNames() throws {
    func line(_ url: String, _ text: String) -> String {
      "{\"text\": \"\(article(9))\", \"meta\": {\"lang\": [\"en\", {\"url\": \"no\"}], \"url\": \(quoted(url))}, "
        + "\"content\": {\"body\": \(quoted(text)), \"html\": \"<p>\"}, \"id\": \"same\"}\n"
    }
    try workspace.write(
      "in.jsonl",
      line("https://a.example/1", article(1)) + line("https://b.example/2", article(2))
        + line("https://c.example/3", article(1)))
    let outcome = try workspace.run("cluster", "--text-field", "content.body", "--id-field", "meta.url", "in.jsonl")
    #expect(try outcome.clusters().map(\.ids) == [["https://a.example/1", "https://c.example/3"]])
    #expect(!outcome.errors.contains("same"), "the field that is called id is not the id here")
  }

  @Test func idsDefaultToPathAndLine() throws {
    let text = record(["text": article(1)])
    try workspace.write("dump/b/two.jsonl", text)
    try workspace.write("dump/a.ndjson", text + "\n" + text + "not json\n" + text)
    try workspace.write("dump/page.txt", article(1))
    let outcome = try workspace.run("cluster", "--keep", "first", "dump", "-", input: .pipe(Data(text.utf8)))
    let ids = ["dump/a.ndjson:1", "dump/a.ndjson:3", "dump/a.ndjson:5", "dump/b/two.jsonl:1", "dump/page.txt", "-:1"]
    #expect(try outcome.clusters().map(\.ids) == [ids])
  }

  @Test func numbersAreIdsAsTheyAreWrittenAndNullIsNone() throws {
    try workspace.write(
      "in.jsonl", "{\"id\": 1.50, \"text\": \"\(article(1))\"}\n{\"id\": null, \"text\": \"\(article(1))\"}\n")
    let clusters = try workspace.run("cluster", "in.jsonl").clusters()
    #expect(clusters.map { Set($0.ids) } == [["1.50", "in.jsonl:2"]])
  }

  @Test func directoriesAreReadInTheOrderOfTheirNamesWithoutHiddenAndOtherFiles() throws {
    let text = article(1)
    for name in ["z.md", "B.txt", "a/2.txt", "a/10.txt", ".hidden.txt", "image.png", "notes.wat"] {
      try workspace.write("dump/\(name)", text)
    }
    let outcome = try workspace.run("cluster", "--keep", "first", "dump/")
    let ids = ["dump/B.txt", "dump/a/10.txt", "dump/a/2.txt", "dump/z.md"]
    #expect(try outcome.clusters().map(\.ids) == [ids])
    #expect(outcome.errors.contains("dump/image.png: not a kind of file that dumps are made of; 1 more like it"))
  }

  @Test func theFirstByteTellsTheFormatWhereTheNameDoesNot() throws {
    let line = record(["id": "a", "text": article(1)])
    try workspace.write("dump.dat", "\u{FEFF}\n " + line + line)
    #expect(try workspace.run("cluster", "dump.dat").clusters().map(\.size) == [2])
    try workspace.write("page.dat", article(1))
    let unknown = try workspace.run("cluster", "page.dat")
    #expect(unknown.ending == .status(2))
    #expect(unknown.errors.contains("page.dat: ") && unknown.errors.contains("--input-format"))
    let told = try workspace.run("cluster", "--input-format", "text", "page.dat")
    #expect(told.ending == .status(0))
    #expect(told.errors.contains("1 document,"))
  }

  // MARK: Escapes

  @Test func aTextSpelledWithEscapesIsTheSameText() throws {
    let text =
      "Café “naïve” said:\n\"C:\\temp\\new\" is not\ta path\u{2014}𝒜 𐐀𐐁 letters, 路面電車の架線を見守る ½ 3,000.5 km/h "
      + "ends in\nthe middle of a 𠀀𠀁𠀂 line and goes on for some more words until it stops"
    try workspace.write("raw.txt", text)
    let slashes = quoted(text).replacingOccurrences(of: "/", with: "\\/")
    try workspace.write(
      "in.jsonl",
      "{\"id\": \"escaped\", \"text\": \(escaped(text))}\n{\"id\": \"shortest\", \"text\": \(slashes)}\n"
        + "{\"id\": \"upper\", \"te\\u0078t\": \(escaped(text).uppercased().replacingOccurrences(of: "\\U", with: "\\u"))}\n"
    )
    let clusters = try workspace.run("cluster", "--keep", "first", "raw.txt", "in.jsonl").clusters()
    #expect(clusters.map(\.ids) == [["raw.txt", "escaped", "shortest", "upper"]])
    #expect(clusters.first?.members.allSatisfy { $0.similarity == 1 } == true)
  }

  @Test func escapesPartWordsAsWhatTheyStandForDoes() throws {
    // Were the n of \n read as a letter, or a pair's halves as two separators, these would not be equal.
    try workspace.write(
      "in.jsonl",
      "{\"id\": \"a\", \"text\": \"one\\ntwo\\tthree four\\\\five\\\"six x\\ud801\\udc00y seven\"}\n"
        + "{\"id\": \"b\", \"text\": \"one two three four five six x𐐀y seven\"}\n"
        + "{\"id\": \"c\", \"text\": \"one ntwo tthree four five six x y seven\"}\n")
    #expect(try workspace.run("cluster", "-t", "1", "in.jsonl").clusters().map(\.ids) == [["a", "b"]])
  }

  @Test func loneSurrogatesSeparateWordsAndAreCounted() throws {
    try workspace.write(
      "in.jsonl",
      "{\"id\": \"a\", \"text\": \"one \\ud800 two \\udc00\\ud801 three four five\"}\n"
        + "{\"id\": \"b\", \"text\": \"one two three four five\"}\n")
    let outcome = try workspace.run("cluster", "-t", "1", "in.jsonl")
    #expect(try outcome.clusters().map(\.ids) == [["a", "b"]])
    #expect(outcome.errors.contains("in.jsonl:1: 3 invalid UTF-8 sequences or escapes"))
  }

  @Test func outputEscapesWhatJSONMustAndKeepsTheRestAsItIs() throws {
    let id = "https://café.example/路?q=\"a\\b\"\n\u{1}𐐀"
    try workspace.write(
      "in.jsonl",
      "{\"id\": \(escaped(id)), \"text\": \"\(article(1))\"}\n{\"id\": \"z\", \"text\": \"\(article(1))\"}\n")
    let outcome = try workspace.run("cluster", "--keep", "first", "in.jsonl")
    #expect(try outcome.clusters().map(\.keep) == [id])
    #expect(outcome.text.contains("\"https://café.example/路?q=\\\"a\\\\b\\\"\\n\\u0001𐐀\""))
  }
}
