import Testing

@testable import Reprint

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://www.Harbour-Post.example/News/a/?x=1#top", "harbour-post.example/News/a"),
    ("//m.a.example", "a.example"), ("a.example/b", "a.example/b"), ("http://amp.a.example/b//", "a.example/b"),
    ("", ""), ("http", "http"), ("https://a.example/httpd/http-status", "a.example/httpd/http-status"),
  ])
  func addressesAreComparedByHostAndPath(_ address: String, _ expected: String) {
    #expect(WebAddress.withoutScheme(address) == expected)
  }

  @Test(arguments: [
    "https://web.archive.org/web/20250821100000/https://www.a-b.example/c/d?e",
    "https://web.archive.org/web/20250821100000id_/http:/a-b.example/c/d",
    "http://archive.ph/2025.08.21-100000/https://A-b.example/c/d/",
    "https://www-a--b-example.cdn.ampproject.org/c/s/www.a-b.example/c/d",
    "https://a--b-example.cdn.ampproject.org/v/a-b.example/c/d", "https://www.google.com/amp/s/amp.a-b.example/c/d",
    "https://www-a--b-example.translate.goog/c/d?_x_tr_sl=en&_x_tr_tl=de",
    "https://web.archive.org/web/2025/https://www.google.com/amp/s/a-b.example/c/d",
    "http://web.archive.org/web/20250821/www.a-b.example/c/d",
    "https://web.archive.org/web/20250821/https%3A%2F%2Fa-b.example%2Fc/d",
    "https://archive.ph/HTTPS://me@a-b.example./c/d", "https://cdn.ampproject.org/wp/s/a-b.example/c/d",
    "https://web.archive.org/web/20250821/https%3a%2f%2fa-b.example%2fc%2fd",
    "https://www.google.co.uk/amp/a-b.example/c/d",
    "https://google.de/amp/s/www.a-b.example/c/d?x", "https://google.com.au/amp/a-b.example/c/d",
    "https://translate.google.com/translate?hl=en&sl=de&u=https%3A%2F%2Fwww.a-b.example%2Fc%2Fd%3Fe&prev=search",
    "https://translate.google.fr/website?u=http://a-b.example/c/d#top",
    "http://webcache.googleusercontent.com/search?q=cache:AbC-eF_h1234:https://www.a-b.example/c/d+some+words&cd=1",
    "https://webcache.googleusercontent.com/search?client=x&q=cache%3Ahttps%3A%2F%2Fa-b.example%2Fc%2Fd%20words",
    "http://webcache.googleusercontent.com/search?q=cache:a-b.example/c/d",
  ])
  func aCopyInACacheHasTheAddressOfThePage(_ address: String) {
    #expect(WebAddress.withoutScheme(address) == "a-b.example/c/d")
    #expect(WebAddress.host(address) == "a-b.example")
    #expect(WebAddress.keeper(address) != nil)
  }

  /// Whoever copies could else pass for another.
  @Test(arguments: [
    ("https://thief.example/go/https://www.post.example/news", "thief.example"),
    ("https://web.archive.org.thief.example/web/2025/https://post.example/", "web.archive.org.thief.example"),
    ("https://archive.ph/http://x", "archive.ph"),
    ("https://web.archive.org/web/2025/https://..//x", "web.archive.org"),
    ("https://www.google.com/amp/s", "google.com"), ("https://google.com/amp/story", "google.com"),
    ("https://x.cdn.ampproject.org/c/s/", "x.cdn.ampproject.org"), ("https://a-.translate.goog/", "a-.translate.goog"),
    ("https://me@www.post.example/x", "post.example"), ("https://post.example./x", "post.example"),
    ("https://google.thief.example/amp/post.example/x", "google.thief.example"),
    ("https://google.co.thief/amp/post.example/x", "google.co.thief"),
    ("https://translate.google.thief/?u=http://post.example/x", "translate.google.thief"),
    ("https://translate.google.com/?u=x", "translate.google.com"),
    ("https://translate.google.com/?sl=en", "translate.google.com"),
    ("https://thief.example/translate?u=https://post.example/x", "thief.example"),
    ("https://webcache.googleusercontent.com/search?q=post.example", "webcache.googleusercontent.com"),
    ("https://webcache.googleusercontent.com/search?q=cache:", "webcache.googleusercontent.com"),
  ])
  func otherHostsKeepTheirPages(_ address: String, _ expected: String) {
    #expect(WebAddress.host(address) == expected)
    #expect(WebAddress.keeper(address) == nil)
  }

  @Test(arguments: [
    ("https://web.archive.org/about", "web.archive.org"), ("https://www.google.com/search", "google.com"),
    ("https://translate.goog/x", "translate.goog"), ("a.example:8080/x", "a.example"), ("no host", nil), ("", nil),
    ("mail@a.example", nil), ("localhost/x", nil),
  ])
  func hostsAreNames(_ address: String, _ expected: String?) {
    #expect(WebAddress.host(address) == expected)
    #expect(WebAddress.keeper(address) == nil)
  }

  @Test func hostsAreNoLongerThanNamesCanBe() {
    let label = String(repeating: "a", count: 249)
    #expect(WebAddress.host("https://\(label).com/x") == "\(label).com")
    #expect(WebAddress.host("https://\(label)a.com/x") == nil)
  }

  @Test(arguments: [
    ("https://www.harbourpost.co.uk/x", "harbourpost"), ("news.harbourpost.com", "harbourpost"),
    ("https://jane.substack.com/p/1", "jane"), ("http://HARBOUR.example:80/", "harbour"),
    ("//m.harbour.example", "harbour"),
  ])
  func hostsHaveStems(address: String, stem: String) throws {
    #expect(WebAddress.stem(ofHost: try #require(WebAddress.host(address))) == stem)
  }

  @Test(arguments: [
    ("https://a.example", true), ("https://a.example/", true), ("https://a.example/?p=/x/y", true),
    ("https://a.example/#/x", true), ("https://a.example/x", false), ("https://a.example//x", false), ("", true),
  ])
  func frontPagesAreTold(address: String, isFront: Bool) {
    #expect(WebAddress.isFrontPage(address) == isFront)
  }
}
