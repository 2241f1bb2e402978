import Foundation
import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct AlignmentPageTests {
  private func page(_ samples: SampleAlignment...) -> String {
    let copies = samples.map { AlignmentPage.Copy(text: $0.copy, alignment: $0.alignment) }
    return String(decoding: AlignmentPage(original: samples[0].original, copies: copies).html, as: UTF8.self)
  }

  /// What stands between two strings, each time.
  private func contents(of page: String, from start: String, to end: String) -> [String] {
    page.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
  }

  @Test func thePolicyAllowsTheStyleAndTheScriptOfThePageOnly() throws {
    let page = page(.news)
    let policy = try #require(contents(of: page, from: "Security-Policy\" content=\"", to: "\">").first)
    let styles = contents(of: page, from: "<style>", to: "</style>")
    let scripts = contents(of: page, from: "<script>", to: "</script>")
    #expect(styles.count == 1 && scripts.count == 1)
    func hash(_ text: String) -> String { Base64.string(SHA256.digest(text.utf8)) }
    #expect(
      policy == "default-src 'none'; style-src 'sha256-\(hash(styles[0]))'; script-src 'sha256-\(hash(scripts[0]))'; "
        + "base-uri 'none'; form-action 'none'")
    #expect(!page.contains(" style=\"") && !page.contains("http:") && !page.contains("https:"))
  }

  @Test func hostileTextsAndNamesAreEscaped() {
    let page = page(.hostile, .hostile)
    #expect(contents(of: page, from: "<script", to: ">").count == 1)
    #expect(contents(of: page, from: "<style", to: ">").count == 1)
    for text in ["<img", "<!--", "<b>'", "onmouseover=\"", "onclick='", "<i>", "</title></style>"] {
      #expect(!page.contains(text), "\(text)")
    }
    #expect(page.contains("&lt;/title&gt;&lt;/style&gt;&lt;/script&gt;&lt;script&gt;"))
    let scalars = page.unicodeScalars
    #expect(!scalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) })
    #expect(page.contains("\u{FFFD}end"))
    let title = contents(of: page, from: "<title>", to: "</title>")[0]
    #expect(title == "2 copies of &quot;&gt;&lt;script&gt;injected = 1&lt;/script&gt; .txt")
  }

  @Test func everyCopyHasItsView() {
    var second = SampleAlignment.news
    second.copy = NamedText(name: "second.txt", bytes: second.copy.bytes)
    let page = page(.news, second)
    #expect(page.contains("id=\"c1\"") && page.contains("id=\"c2\""))
    #expect(page.contains("<a href=\"#c2\"><bdi>second.txt</bdi>"))
    #expect(!self.page(.news).contains("class=\"copies\""))
  }

  @Test func identifiersAreUniqueAndLinksLeadSomewhere() {
    let page = page(.news, .hostile)
    let identifiers = contents(of: page, from: " id=\"", to: "\"")
    #expect(Set(identifiers).count == identifiers.count)
    #expect(Set(contents(of: page, from: "href=\"#", to: "\"")).isSubset(of: identifiers))
  }

  @Test func theSameInputGivesTheSamePage() {
    #expect(page(.news) == page(.news))
  }

  @Test func thePageGrowsWithItsTextsOnly() {
    func size(_ count: Int) -> Int {
      let sentences = (0..<count).map { "Sentence \($0) says this and that, and then some." }
      let copy = sentences.indices.map {
        SampleAlignment.Sentence(text: sentences[$0], kind: .edited, sources: [$0], gap: $0 % 5 == 0 ? "\n\n" : " ")
      }
      return page(SampleAlignment(original: sentences, copy: copy)).utf8.count
    }
    let (small, large) = (size(500) - size(0), size(2000) - size(0))
    #expect(Double(large) / Double(small) < 4.3)
  }

  @Test func emptyTextsAndNoCopiesArePagesToo() {
    #expect(page(SampleAlignment(original: [], copy: [])).hasSuffix("</html>\n"))
    let none = AlignmentPage(original: NamedText(name: "o", bytes: []), copies: [])
    #expect(String(decoding: none.html, as: UTF8.self).contains("0 copies"))
  }
}
