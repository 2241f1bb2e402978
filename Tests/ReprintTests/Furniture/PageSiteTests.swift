import Testing

@testable import Reprint

@Suite struct PageSiteTests {
  private let site = PageSite.hash(url: nil, site: "news.example")

  @Test(arguments: [
    "https://news.example/a", "http://www.news.example", "HTTPS://WWW.News.Example:8080/a?b#c",
    "ftp://u:p@news.example/",
    "https://news.example?q=http://other.example/",
  ])
  func theHostOfTheAddressCounts(url: String) {
    #expect(PageSite.hash(url: url, site: nil) == site)
    #expect(PageSite.hash(url: url, site: "Another Name") == site)
  }

  @Test func withoutAnAddressTheSiteCounts() {
    #expect(PageSite.hash(url: nil, site: " www.news.example ") == site)
    #expect(PageSite.hash(url: nil, site: "https://www.news.example/") == site)
    #expect(PageSite.hash(url: "/relative", site: "news.example") == site)
    #expect(PageSite.hash(url: nil, site: "other.example") != site)
    #expect(PageSite.hash(url: "https://a.news.example/", site: nil) != site)
  }

  @Test func withoutEitherThereIsNone() {
    for (url, name) in [(nil, nil), ("", ""), ("https://", "  "), ("no address", nil)] as [(String?, String?)] {
      #expect(PageSite.hash(url: url, site: name) == 0)
    }
  }
}
