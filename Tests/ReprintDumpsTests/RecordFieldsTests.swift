import Testing

@testable import ReprintDumps

@Suite struct RecordFieldsTests {
  @Test func namesAreSplitAtDots() {
    var fields = RecordFields()
    fields.url = "meta.links.self"
    fields.title = "."
    let selector = FieldSelector(fields, only: [.id, .url, .title])
    #expect(selector.paths.map(\.field) == [.id, .url, .title])
    let components = selector.paths.map { $0.components.map { String(decoding: $0, as: UTF8.self) } }
    #expect(components == [["id"], ["meta", "links", "self"], ["", ""]])
  }

  @Test func everyFieldHasItsName() {
    let names = RecordField.allCases.map { RecordFields().name(of: $0) }
    #expect(
      names == ["id", "text", "url", "site", "author", "published", "title", "html", "canonical", "links", "reasons"])
  }
}
