import Testing

@testable import ReprintReports

@Suite struct HTMLOutputTests {
  @Test(arguments: [
    ("plain é", "plain é"), ("<script>", "&lt;script&gt;"), ("</style>", "&lt;/style&gt;"),
    ("<!-- ]]>", "&lt;!-- ]]&gt;"),
    ("\" onmouseover='x'", "&quot; onmouseover=&#39;x&#39;"), ("&lt;", "&amp;lt;"),
  ])
  func escapes(text: String, escaped: String) {
    #expect(HTMLOutput.escaped(text) == escaped)
    let output = HTMLOutput()
    output.text(Array(text.utf8)[...])
    #expect(output.bytes == Array(escaped.utf8))
  }

  @Test func markupStandsAsItIs() {
    let output = HTMLOutput()
    output.markup("<p>")
    output.text("<")
    output.markup("</p>")
    #expect(String(decoding: output.bytes, as: UTF8.self) == "<p>&lt;</p>")
  }
}
