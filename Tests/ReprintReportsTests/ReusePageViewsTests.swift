import Testing

@testable import Reprint
@testable import ReprintReports

@Suite struct ReusePageViewsTests {
  @Test func theOriginalIsStoredOnce() {
    let page = SampleReport.html(SampleReport.news)
    let originals = SampleReport.contents(of: page, from: "<template id=\"o1\">", to: "</template>")
    #expect(originals.count == 1)
    #expect(SampleReport.contents(of: originals[0], from: "<span class=\"s\">", to: "</span>").count == 11)
    #expect(page.components(separatedBy: "Talks began in Kyoto last November").count == 2)
    let views = SampleReport.contents(of: page, from: "<template id=\"t-c", to: "</template>")
    #expect(views.count == 6)
    for (index, view) in views.enumerated() {
      #expect(view.contains("<section class=\"view\" id=\"c\(index + 1)\"") && view.contains("data-from=\"o1\""))
    }
  }
}
