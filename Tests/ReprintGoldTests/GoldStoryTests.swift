import ReprintGold
import ReprintTestSupport
import Testing

@Suite struct GoldStoryTests {
  @Test func allStoriesAreRead() throws {
    let stories = try GoldStory.read(directory: Fixtures.alignment + "/stories")
    #expect(stories.map(\.id) == ["s02", "s07", "s10", "s11", "s12", "s13", "s14", "s15", "s16"])
    for story in stories {
      #expect(Set(story.derived.map(\.kind)) == Set(GoldPage.Kind.allCases), "\(story.id)")
      #expect(story.hardNegatives.count == 6, "\(story.id)")
    }
    let sentences = stories.flatMap(\.derived).flatMap(\.sentences)
    #expect(sentences.count == 2144)
    #expect(sentences.count { !$0.from.isEmpty } == 1364)
    let story = stories[0]
    #expect(story.original.outlet == "The Breakwater Ledger")
    #expect(story.derived[1].attributed)
    #expect(story.derived[1].sentences[0].role == .headline)
    #expect(story.derived[6].sentences.compactMap(\.otherSource).map(\.from) == [[0, 1], [0, 3]])
    #expect(stories[2].derived.compactMap(\.lang).sorted() == ["es", "ja"])
  }

  private static let sentence = #"{"text": "A.", "from": [0], "how": "edited"}"#

  private func message(_ content: String) -> String? {
    let directory = TemporaryDirectory()
    let path = directory.write(content, to: "story.json")
    do {
      _ = try GoldStory(path: path)
      return nil
    } catch {
      let message = error.description
      #expect(message.hasPrefix(path + ": "))
      return String(message.dropFirst(path.count + 2))
    }
  }

  private func story(_ sentence: String = Self.sentence, kind: String = "spun", original: String = #""A.""#) -> String {
    #"{"id": "x", "original": {"outlet": "o", "url": "u", "published": "p", "title": "t", "sentences": ["#
      + original + #"]}, "derived": [{"id": "x-d1", "outlet": "o", "url": "u", "published": "p", "kind": ""#
      + kind + #"", "attributed": false, "sentences": ["# + sentence + #"]}], "hard_negatives": []}"#
  }

  @Test func errorsNameTheFileAndThePlace() {
    #expect(message(story()) == nil)
    let place = "derived[0].sentences[0]"
    #expect(message(story(#"{"from": [0], "how": "edited"}"#)) == "\(place).text: missing")
    #expect(message(story(#"{"text": "A.", "from": 0, "how": "edited"}"#))?.hasPrefix("\(place).from: not of") == true)
    #expect(message(story(#"{"text": "A.", "from": [0], "how": "odd"}"#))?.hasPrefix("\(place).how: ") == true)
    #expect(message(story(kind: "odd"))?.hasPrefix("derived[0].kind: ") == true)
    #expect(message("{") != nil)
    #expect(message("") != nil)
  }

  @Test func storiesThatMakeNoSenseAreRefused() {
    let place = "x-d1, sentence 0"
    #expect(
      message(story(#"{"text": "A.", "from": [1], "how": "spun"}"#)) == "\(place): the original has no sentence 1")
    #expect(
      message(story(#"{"text": "A.", "from": [-1], "how": "spun"}"#)) == "\(place): the original has no sentence -1")
    #expect(message(story(#"{"text": "A.", "from": [], "how": "spun"}"#)) == "\(place): spun from []")
    #expect(message(story(#"{"text": "A.", "from": [0], "how": "none"}"#)) == "\(place): none from [0]")
    #expect(message(story(#"{"text": "", "from": [0], "how": "spun"}"#)) == "\(place): no text")
    #expect(message(story(original: "")) == "original: no sentences")
    #expect(message(story(original: #""A.", """#)) == "original.sentences[1]: no text")
  }

  @Test func whatIsNotThereIsSaid() {
    let directory = TemporaryDirectory()
    #expect(throws: GoldError.unreadable(path: directory["none.json"])) {
      try GoldStory(path: directory["none.json"])
    }
    #expect(throws: GoldError.unreadable(path: directory["none"])) {
      try GoldStory.read(directory: directory["none"])
    }
    directory.write("", to: "notes.txt")
    #expect(throws: GoldError.empty(path: directory.path)) { try GoldStory.read(directory: directory.path) }
  }
}
