import Reprint
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct FurnitureFilterTests {
  private func furniture(_ lines: String = "Said \"so\"\nSaid 'so'") -> SiteFurniture {
    var furniture = SiteFurniture()
    for number in 0..<5 {
      let text = Array("Menu\nArticle \(number)\n\(lines)".utf8)
      furniture.add(
        text.withUnsafeBufferPointer { PageLines($0, isJSON: false) },
        site: PageSite.hash(url: nil, site: "x.example"), title: UInt64(number + 1))
    }
    return furniture
  }

  private func clean(
    _ text: String, _ found: SiteFurniture? = nil, fields: RecordFields = RecordFields()
  ) -> ConvertedChunk? {
    let buffer = ByteBuffer(count: max(1, text.utf8.count))
    _ = buffer.bytes.update(from: text.utf8)
    var filter = FurnitureFilter(found ?? furniture(), fields)
    return filter.clean(
      DumpChunk(file: 0, format: .jsonLines, storage: .buffer(buffer), offset: 0, count: text.utf8.count))
  }

  @Test func whatHasNoFurnitureIsLeftAsItIs() {
    for text in [
      "", "\n\n", "no record", #"{"site":"y.example","text":"Menu\nNews"}"#, #"{"text":"Menu\nNews"}"#,
      #"{"site":"x.example","text":"News"}"#,
    ] { #expect(clean(text) == nil, "\(text)") }
  }

  @Test func linesGoAndTheRestStays() throws {
    let text = """
      {"url":"https:\\/\\/www.X.example\\/1","id":7,"text":"Menu\\n A \\u0022b\\u0022\\nSaid \\"so\\"","author":null}

      nonsense
      {"id":{},"text":"Menu"}
      {"id":"b","text":"Menu\\nother"}
      """
    let part = try #require(clean(text))
    #expect(
      String(decoding: part.lines.bytes, as: UTF8.self) == """
        {"id":7,"url":"https:\\/\\/www.X.example\\/1","author":null,"text":"A \\u0022b\\u0022"}
        {"id":"b","text":"Menu\\nother"}

        """)
    #expect(part.places == [0, 4] && part.lineCount == 5)
    #expect(part.problems.list.map(\.place) == [2, 3])
    #expect(part.problems.list.map(\.reason) == ["not a JSON object", "the id is an object, not a string"])
    let given = Array(text.utf8)
    let kept = zip(part.starts, part.lengths).map { start, length in
      String(decoding: given[Int(start)..<Int(start + length)], as: UTF8.self)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(kept == [lines[0], lines[4]])
  }

  @Test func whatMayGiveCreditIsSetAside() throws {
    let article = String(repeating: "The harbour opened again on Monday after a week of storms. ", count: 4)
    let page =
      "<article><p>\(article)</p><p>Menu</p></article><footer>By <a href='https://gull.example/a/b'>Jo</a></footer>"
    let line = #"{"site":"x.example","links":["l"],"text":"News\nSource: \u0022The Gull\"\nMenu"}"#
    let chunk = #"{"site":"x.example","html":"\#(page)","links":["m"]}"# + "\n" + line
    let part = try #require(clean(chunk, furniture("Source: \"The Gull\"")))
    let lines = String(decoding: part.lines.bytes, as: UTF8.self).split(separator: "\n")
    let end = #""links":["m","https://gull.example/a/b"],"credit_lines":"By Jo\n"}"#
    #expect(lines[0].hasSuffix(end), "\(lines[0])")
    #expect(
      lines[1] == #"{"site":"x.example","text":"News","links":["l"],"credit_lines":"Source: \"The Gull\"\n"}"#,
      "\(lines[1])")
  }

  @Test func fieldsMayHaveOtherNames() throws {
    var fields = RecordFields()
    (fields.text, fields.site, fields.id) = ("content.body", "content.outlet", "key")
    let part = try #require(
      clean(#"{"key":"k","content":{"outlet":"x.example","body":"News\nMenu"},"id":"no"}"#, fields: fields))
    #expect(
      String(decoding: part.lines.bytes, as: UTF8.self) == #"{"id":"k","site":"x.example","text":"News"}"# + "\n")
  }

  @Test func pagesInRecordsLoseTheirsToo() throws {
    let article = String(repeating: "The harbour opened again on Monday after a week of storms. ", count: 4)
    let page = "<article><p>\(article)</p><p>Said 'so'</p></article>"
    let part = try #require(clean("{\"site\":\"x.example\",\"html\":\"\(page)\"}"))
    let line = String(decoding: part.lines.bytes, as: UTF8.self)
    #expect(line.contains("The harbour opened") && !line.contains("Said") && !line.contains("<p>"))
  }
}
