import ReprintCorpora
import ReprintDumps

/// From pages of HTML to article text.
enum HTMLBenchmarks {
  static var cases: [BenchmarkCase] {
    let pages = Shared { HTMLCorpus.pages(count: 200) }
    return [
      BenchmarkCase("html/blocks", item: "page") { try work(pages.value()) { Array($0.text.suffix(200)) } },
      BenchmarkCase("html/article", item: "page") {
        try work(pages.value()) { Array($0.articleText.utf8.suffix(200)) }
      },
    ]
  }

  private static func work(_ pages: [[UInt8]], _ answer: @escaping (HTMLPage) -> [UInt8]) -> BenchmarkWork {
    BenchmarkWork(bytes: pages.reduce(0) { $0 + $1.count }, items: pages.count) {
      var digest = Digest()
      for page in pages {
        let read = try page.withUnsafeBufferPointer { try HTMLPage($0) }
        for byte in answer(read) { digest.add(Int(byte)) }
      }
      return digest.value
    }
  }
}

/// Made-up pages with the proportions of real ones: a fifth text, a quarter scripts, the rest tags and attributes.
enum HTMLCorpus {
  static func pages(count: Int) -> [[UInt8]] {
    var generator = SeededGenerator(seed: 11)
    return (0..<count).map { _ in page(&generator) }
  }

  private static let words = [
    "river", "council", "the", "of", "market", "and", "paper", "a", "reported", "engine", "to", "&eacute;tude",
    "winter", "in",
    "quarter", "light", "for", "network", "on", "harbour", "with", "price", "naïve", "was",
  ]

  private static func sentence(_ generator: inout SeededGenerator, _ length: Int) -> String {
    (0..<length).map { _ in words[Int(generator.next() % UInt64(words.count))] }.joined(separator: " ")
  }

  private static func links(_ generator: inout SeededGenerator, _ count: Int, _ name: String) -> String {
    (0..<count).map { number in
      "<li class=\"\(name)__item \(name)__item--\(number)\"><a class=\"\(name)__link\" data-track=\"click:\(number)\" "
        + "href=\"https://site.example/section/\(generator.next())\"><span class=\"label\">"
        + "\(sentence(&generator, 4))</span></a></li>\n"
    }.joined()
  }

  private static func page(_ generator: inout SeededGenerator) -> [UInt8] {
    var html = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>\(sentence(&generator, 7))</title>"
    html +=
      "<script>\(String(repeating: "window.config.push({\"a\":[1,2,3],\"b\":a<b});\n", count: 500))</script></head><body>"
    html += "<nav class=\"main-nav\"><ul>\(links(&generator, 60, "nav"))</ul></nav><main><article class=\"story\">"
    html += "<h1>\(sentence(&generator, 8))</h1><div class=\"story-body\">"
    for _ in 0..<40 {
      html +=
        "<p class=\"story-body__text\" data-id=\"\(generator.next())\">\(sentence(&generator, 60)) "
        + "<a href=\"/topic/\(generator.next())\">\(sentence(&generator, 3))</a> \(sentence(&generator, 20)).</p>\n"
      html +=
        "<figure class=\"media media--inline\"><img src=\"/i/\(generator.next()).jpg\" alt=\"\" width=\"640\" "
        + "srcset=\"/i/\(generator.next())-320.jpg 320w, /i/\(generator.next())-640.jpg 640w\"></figure>\n"
    }
    html += "</div></article></main><aside class=\"related\"><ul>\(links(&generator, 80, "related"))</ul></aside>"
    html += "<footer><ul>\(links(&generator, 60, "footer"))</ul></footer></body></html>"
    return Array(html.utf8)
  }
}
