import Testing

@testable import ReprintDumps

@Suite struct RecordFieldsTests {
  @Test func namesAreSplitAtDots() {
    var fields = RecordFields()
    fields.url = "meta.links.self"
    fields.title = "."
    let selector = FieldSelector(fields, only: [.id, .url, .title])
    #expect(selector.paths.map(\.field) == [.id, .url, .title])
    func matches(_ key: String, _ path: Int, at depth: Int) -> Bool {
      var key = key
      return key.withUTF8 { selector.matches($0, path, at: depth) }
    }
    let keys = [["id"], ["meta", "links", "self"], ["", ""]]
    for (path, keys) in keys.enumerated() {
      for (depth, key) in keys.enumerated() {
        #expect(matches(key, path, at: depth) && !matches(key + "s", path, at: depth))
        #expect(selector.ends(path, at: depth) == (depth == keys.count - 1))
      }
    }
    #expect(matches(#"\u0069d"#, 0, at: 0) && !matches("url", 0, at: 0) && selector.textPaths == 0)
    #expect(FieldSelector(fields, only: [.id, .text, .title]).textPaths == 0b10)
  }

  @Test func everyFieldHasItsName() {
    let names = RecordField.allCases.map { RecordFields().name(of: $0) }
    #expect(
      names == [
        "id", "text", "url", "site", "author", "published", "title", "html", "canonical", "links", "reasons",
        "credit_lines",
      ])
  }
}
