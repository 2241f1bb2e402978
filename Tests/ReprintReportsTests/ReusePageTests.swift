import Foundation
import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ReusePageTests {
  private func contents(of page: String, from start: String, to end: String) -> [String] {
    SampleReport.contents(of: page, from: start, to: end)
  }

  @Test func thePolicyAllowsTheStyleAndTheScriptOfThePageOnly() throws {
    let page = SampleReport.html(SampleReport.news)
    let policy = try #require(contents(of: page, from: "Security-Policy\" content=\"", to: "\">").first)
    let styles = contents(of: page, from: "<style>", to: "</style>")
    let scripts = contents(of: page, from: "<script>", to: "</script>")
    #expect(styles.count == 1 && scripts.count == 1)
    func hash(_ text: String) -> String { Base64.string(SHA256.digest(text.utf8)) }
    #expect(
      policy == "default-src 'none'; style-src 'sha256-\(hash(styles[0]))'; script-src 'sha256-\(hash(scripts[0]))'; "
        + "base-uri 'none'; form-action 'none'")
    #expect(!page.contains(" style=\""))
  }

  @Test func nothingIsLoadedFromOutside() {
    let page = SampleReport.html(SampleReport.news)
    for word in [
      " src=", "srcset", "<link", "<img", "<iframe", "url(", "@import", "fetch(", "XMLHttpRequest", "import(",
    ] {
      #expect(!page.contains(word), "\(word)")
    }
    // Addresses are where links lead, and nothing else.
    let links = contents(of: page, from: "<a class=\"out\" rel=\"noopener noreferrer nofollow\" href=\"", to: "\"")
    #expect(links.count == 7 && links.allSatisfy { $0.hasPrefix("https://") })
    #expect(page.components(separatedBy: "https:").count == links.count + 1 && !page.contains("http:"))
  }

  @Test func hostilePagesAreEscaped() {
    let page = SampleReport.html(SampleReport.hostile)
    #expect(contents(of: page, from: "<script", to: ">").count == 1)
    #expect(contents(of: page, from: "<style", to: ">").count == 1)
    for text in ["<img", "<!--", "<b>'", "onmouseover=\"", "onclick=\"", "<i>nan", "</title></style>", "href=\"java"] {
      #expect(!page.contains(text), "\(text)")
    }
    let hrefs = contents(of: page, from: "href=\"", to: "\"").filter { !$0.hasPrefix("#") }
    #expect(hrefs == ["HTTPS://X.example/?a=&#39;&amp;b=&lt;"])
    let scalars = page.unicodeScalars
    #expect(!scalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) })
    let names = contents(of: page, from: "<bdi lang=\"\">", to: "</bdi>")
    #expect(!names.isEmpty && !names.contains { $0.contains("\u{202E}") || $0.contains("\u{2028}") })
  }

  @Test func identifiersAreUnique() {
    let page = SampleReport.html(SampleReport.news)
    let identifiers = contents(of: page, from: " id=\"", to: "\"")
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test func theSameInputGivesTheSamePage() {
    #expect(ReusePage(SampleReport.news).html == ReusePage(SampleReport.news).html)
    #expect(ReusePage(SampleReport.hostile).html == ReusePage(SampleReport.hostile).html)
  }

  @Test func noCopyAndOneCopyArePagesToo() {
    let none = SampleReport.html(SampleReport.report([], originals: [SampleReport.original]))
    #expect(none.contains("<strong>None of 212 pages</strong> reuses this article.") && none.hasSuffix("</html>\n"))
    #expect(!none.contains("<table class=\"list\">") && !none.contains("<svg role"))
    let sample = SampleAlignment.news
    let copy = SampleReport.Copy(page: SampleReport.article("p", sample.copy.bytes), alignment: sample.alignment)
    let one = SampleReport.html(SampleReport.report([copy], originals: [TracedArticle(id: "o.txt", text: "")]))
    #expect(one.contains("<strong>1 of 212 pages</strong>") && one.contains("id=\"r1\"") && !one.contains("id=\"r2\""))
    #expect(one.contains("<h1><bdi lang=\"\">o.txt</bdi></h1>") && !one.contains("class=\"timeline\""))
  }

  @Test func severalOriginals() {
    var report = ReuseReport(.originals, sources: [SampleReport.original, SampleReport.original])
    report.basis.pages = 3
    #expect(SampleReport.html(report).contains("<h1>Who took these 2 originals</h1>"))
  }

  @Test func fiveHundredPagesFitAndMoreAreLeftOut() {
    let page = SampleReport.html(SampleReport.large(620))
    #expect(contents(of: page, from: "<template id=\"t-c", to: "\"").count == 500)
    #expect(contents(of: page, from: "<template id=\"o", to: "\"").count == 1)
    #expect(page.contains("620 copies were found; this page shows the 500"))
    #expect(page.contains("--min-coverage"))
    #expect(page.utf8.count < 14_000_000, "\(page.utf8.count)")
    #expect(!SampleReport.html(SampleReport.news).contains("class=\"notice\""))
  }
}
