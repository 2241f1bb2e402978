import Reprint
import Testing

@testable import ReprintReports

@Suite struct SyndicationGraphTests {
  /// The names of elements in the order of their tags, `/` before those that close one; nil if the text is no XML.
  private func tags(_ text: String) -> [String]? {
    var open: [String] = []
    var found: [String] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "<") {
      guard !rest[..<start].contains(">"), let end = rest[start...].firstIndex(of: ">") else { return nil }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") { continue }
      guard tag.count(where: { $0 == "\"" }).isMultiple(of: 2) else { return nil }
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter })
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return nil }
        found.append("/" + name)
      } else {
        found.append(name)
        if !tag.hasSuffix("/") { open.append(name) }
      }
    }
    return open.isEmpty ? found : nil
  }

  @Test func bothGraphsAreWellFormed() throws {
    let text = String(decoding: SyndicationGraph.bytes(SampleSyndication.found()), as: UTF8.self)
    let found = self.tags(text)
    let tags = try #require(found)
    #expect(tags.count { $0 == "graph" } == 2 && tags.count { $0 == "node" } == 4 && tags.count { $0 == "edge" } == 2)
    #expect(text.contains("<data key=\"n_label\">A &amp; &lt;Sons&gt;</data>"))
    #expect(text.contains("<edge source=\"o1\" target=\"o0\"><data key=\"e_weight\">1.0</data>"))
    #expect(text.contains("<edge source=\"s1p0\" target=\"s1p1\">"))
    #expect(!text.contains("<script>") && !text.contains("\u{1}"))
    let used = text.split(separator: "<data key=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(used.allSatisfy { text.contains("<key id=\"\($0)\"") })
  }

  @Test func whatXMLCanNotHaveIsReplaced() {
    #expect(SyndicationGraph.escaped("a<b>&\"\u{0}\u{1F}\u{FFFF}\r\t") == "a&lt;b&gt;&amp;&quot;���&#13;\t")
    #expect(tags(String(decoding: SyndicationGraph.bytes(Syndication(of: [])), as: UTF8.self)) != nil)
  }
}
