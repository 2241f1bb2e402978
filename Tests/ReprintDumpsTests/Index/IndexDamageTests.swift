import Foundation
import Reprint
import ReprintTestSupport
import Testing

@testable import ReprintDumps

/// What becomes of an index of which something is damaged, missing or not its own.
@Suite struct IndexDamageTests {
  private let directory = TemporaryDirectory()
  private let questions: [String]
  private let answers: [DocumentIndex.Match?]

  /// An index of several segments, with removed documents.
  init() throws {
    var articles = IndexArticles(seed: 21)
    articles.grow(90)
    for add in 0..<10 {
      try DocumentIndex.add(Array(articles.all[9 * add..<9 * add + 9]), to: directory["index"])
    }
    try DocumentIndex.remove(["a3", "a50", "a80"], from: directory["index"])
    questions = articles.questions(12)
    let index = try DocumentIndex(directory["index"])
    answers = try questions.map { try index.match($0) }
    #expect(answers.contains { $0 != nil })
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: directory["index"]).sorted() }
  }

  private func path(_ name: String) -> String { directory["index/\(name)"] }

  /// What a check finds, in words.
  private func problems() -> [String] {
    do {
      return try IndexCheck(directory["index"]).problems.map { "\($0)" }
    } catch {
      return ["\(error)"]
    }
  }

  /// Expects every answer to be the right one or an error.
  private func expectNoWrongAnswer(_ comment: String) {
    guard let index = try? DocumentIndex(directory["index"]) else { return }
    for (text, answer) in zip(questions, answers) {
      do {
        #expect(try index.match(text) == answer, "\(comment)")
      } catch {
        #expect(error.path.hasPrefix(directory["index"]), "\(error)")
      }
    }
  }

  @Test func aFlippedBitIsFoundAndGivesNoWrongAnswer() throws {
    #expect(problems() == [])
    let files = try names.filter { $0 != "lock" }
    #expect(Set(files.map { $0.split(separator: ".").last.map(String.init) }).count == 4)
    let seed: UInt64 = 77
    print("flips of seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for flip in 0..<200 {
      // The small files too, each in its turn.
      let name = files[flip % files.count]
      let bytes = try #require(directory.read("index/\(name)"))
      var damaged = bytes
      let place = generator.number(0...bytes.count - 1)
      damaged[place] ^= 1 << UInt8(generator.number(0...7))
      directory.write(damaged, to: "index/\(name)")
      let found = problems()
      #expect(!found.isEmpty, "\(name) byte \(place)")
      #expect(found.allSatisfy { $0.contains(name) || $0.contains("manifest") }, "\(name) byte \(place): \(found)")
      expectNoWrongAnswer("\(name) byte \(place)")
      directory.write(bytes, to: "index/\(name)")
    }
    #expect(problems() == [])
  }

  @Test func filesThatAreCutShortEmptyOrMissingAreNamed() throws {
    for name in try names where name != "lock" {
      let bytes = try #require(directory.read("index/\(name)"))
      for replacement in [[], Array(bytes.dropLast()), Array(bytes.prefix(bytes.count / 2)), bytes + [0]] as [[UInt8]] {
        directory.write(replacement, to: "index/\(name)")
        #expect(problems().contains { $0.contains(name) }, "\(name) of \(replacement.count) bytes")
        #expect(throws: DumpError.self, "\(name)") { try DocumentIndex(directory["index"]) }
      }
      try FileManager.default.removeItem(atPath: path(name))
      #expect(throws: DumpError.self) { try DocumentIndex(directory["index"]) }
      #expect(problems().contains { name == "manifest" || $0.contains(name) })
      directory.write(bytes, to: "index/\(name)")
    }
    expectNoWrongAnswer("restored")
    #expect(problems() == [])
  }

  @Test func filesInEachOthersPlacesAreNoticed() throws {
    let segments = try names.filter { $0.hasSuffix("segment") }
    let (first, second) = (try #require(segments.first), try #require(segments.last))
    let bytes = try #require(directory.read("index/\(first)"))
    directory.write(try #require(directory.read("index/\(second)")), to: "index/\(first)")
    #expect(throws: DumpError.self) { try DocumentIndex(directory["index"]) }
    directory.write(bytes, to: "index/\(first)")
    expectNoWrongAnswer("restored")
  }

  @Test func anotherVersionIsRefused() throws {
    let manifest = try #require(directory.read("index/manifest"))
    let text = String(decoding: manifest, as: UTF8.self)
    let version = IndexManifest.version
    let other = text.replacingOccurrences(of: "reprint index \(version)", with: "reprint index \(version + 1)")
    directory.write(other, to: "index/manifest")
    let message = "is of version '\(version + 1)'; this reprint reads version \(version)"
    #expect(problems().first?.contains(message) == true)
    directory.write(manifest, to: "index/manifest")
    let name = try #require(names.first { $0.hasSuffix("segment") })
    var bytes = try #require(directory.read("index/\(name)"))
    bytes[8] = 2
    directory.write(bytes, to: "index/\(name)")
    #expect(problems().contains { $0.contains("version 2") })
  }

  @Test(arguments: [
    "", "\n", "reprint index \(IndexManifest.version)\n", "nonsense",
    "reprint index \(IndexManifest.version)\nthreshold 0.8\nchecksum 0\n",
  ])
  func manifestsThatAreNoneAreRefused(text: String) throws {
    directory.write(text, to: "index/manifest")
    #expect(throws: DumpError.self) { try DocumentIndex(directory["index"]) }
    #expect(throws: DumpError.self) { try DocumentIndex.add([], to: directory["index"]) }
  }

  @Test func whatIsNotTheIndexsOwnStays() throws {
    directory.write("mine", to: "index/notes.txt")
    directory.write("left", to: "index/999999.segment")
    directory.write("left", to: "index/manifest.new")
    #expect(problems() == [])
    #expect(try IndexCheck(directory["index"]).unlisted == ["999999.segment", "manifest.new", "notes.txt"])
    try DocumentIndex.add([TracedArticle(id: "new", text: "Something else entirely.")], to: directory["index"])
    let now = try names
    #expect(now.contains("notes.txt") && !now.contains("999999.segment") && !now.contains("manifest.new"))
    expectNoWrongAnswer("with other files")
  }

  @Test func directoriesThatAreNoIndexAreLeftAlone() throws {
    directory.write("mine", to: "other/notes.txt")
    for name in ["other", "other/notes.txt", "nowhere/deeper"] {
      #expect(throws: DumpError.self) { try DocumentIndex(directory[name]) }
      #expect(throws: DumpError.self) { try DocumentIndex.add([], to: directory[name]) }
      #expect(throws: DumpError.self) { try IndexCheck(directory[name]) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory["other"]) == ["notes.txt"])
    // An empty directory, and one in which a run was killed that was to make an index.
    try FileManager.default.createDirectory(atPath: directory["empty"], withIntermediateDirectories: true)
    directory.write("", to: "begun/lock")
    directory.write("reprint ind", to: "begun/manifest.new")
    for name in ["empty", "begun"] {
      #expect(throws: DumpError.self) { try DocumentIndex(directory[name]) }
      try DocumentIndex.add([], to: directory[name])
      #expect(try DocumentIndex(directory[name]).count == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory[name]).sorted() == ["lock", "manifest"])
    }
  }

  @Test func aSecondWriterIsRefusedOrWaits() throws {
    let writer = try IndexWriter(directory["index"], creating: nil) { false }
    #expect(throws: DumpError.self) { try DocumentIndex.add([], to: directory["index"], waits: false) }
    // Whoever asks does not wait.
    expectNoWrongAnswer("while another writes")
    withExtendedLifetime(writer) {}
  }
}
