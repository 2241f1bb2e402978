import Foundation
import ReprintTestSupport
import Testing

@testable import ReprintDumps

/// Pages of HTML for tests.
enum HTMLPages {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "fixtures/pages/html").path

  /// The names of the fixtures, without their extension.
  static let names = try! FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".html") }
    .map { String($0.dropLast(5)) }.sorted()

  static func bytes(_ name: String) -> [UInt8] { Array(FileManager.default.contents(atPath: "\(directory)/\(name)")!) }

  static func page(_ bytes: some Collection<UInt8>, charset: String? = nil, url: String? = nil) throws -> HTMLPage {
    try Array(bytes).withUnsafeBufferPointer { try HTMLPage($0, charset: charset, url: url) }
  }

  static func page(_ html: String) -> HTMLPage { try! page(Array(html.utf8)) }

  /// The lines of a page's blocks.
  static func lines(_ html: String) -> [String] {
    let page = page(html)
    return page.blocks.map { page.text(of: $0) }
  }

  /// A text's lines with white space collapsed, empty ones left out.
  static func normalized(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.split { $0.isWhitespace }.joined(separator: " ") }.filter { !$0.isEmpty }
  }
}

@Suite struct HTMLPageTests {
  @Test func fixturesArePlentiful() {
    #expect(HTMLPages.names.count >= 24)
  }

  @Test(arguments: HTMLPages.names) func articleTextIsWhatAPersonWouldCopy(name: String) throws {
    let page = try HTMLPages.page(HTMLPages.bytes("\(name).html"))
    let expected = String(decoding: HTMLPages.bytes("\(name).expected.txt"), as: UTF8.self)
    #expect(HTMLPages.normalized(page.articleText) == HTMLPages.normalized(expected))
  }

  private struct Metadata: Decodable, Equatable {
    var title, canonical, published, author, site, language: String?
  }

  @Test(arguments: HTMLPages.names) func metadataIsAsWritten(name: String) throws {
    let page = try HTMLPages.page(HTMLPages.bytes("\(name).html"))
    let expected = try JSONDecoder().decode(Metadata.self, from: Data(HTMLPages.bytes("\(name).expected.json")))
    let found = Metadata(
      title: page.title, canonical: page.canonicalURL, published: page.published, author: page.author,
      site: page.siteName, language: page.language)
    #expect(found == expected)
  }

  @Test func textIsInTheNamedEncodings() throws {
    let text = "<title>Größe</title><p>Žluťoučký kůň – Größe"
    let latin2 = text.unicodeScalars.map { scalar -> UInt8 in
      let table = CharacterEncoding.iso2.singleByteTable!
      return scalar.value < 128
        ? UInt8(scalar.value) : UInt8((table.firstIndex { UInt32($0) == scalar.value } ?? 0) + 128)
    }
    let page = try HTMLPages.page(latin2, charset: "ISO-8859-2")
    #expect(page.title == "Größe")
    #expect(page.text(of: page.blocks[0]).hasPrefix("Žluťoučký kůň"))
  }

  @Test func unsupportedCharsetsAreNamed() {
    let page = Array("<meta charset=Shift_JIS><p>".utf8) + [0x93, 0xFA, 0x96, 0x7B]
    #expect(throws: UnsupportedCharset(label: "shift_jis")) { try HTMLPages.page(page) }
  }

  @Test func linksAreResolvedAndPlaced() throws {
    let html = """
      <link rel=canonical href="https://a.example/news/1.html"><p>As <a href="/x?a=1&amp;b=2" rel="nofollow"> the Post
      </a> and <a href="y.html">others</a> said, <a href="//b.example/">b</a>.<p><a href="#top">Up</a>
      """
    let page = HTMLPages.page(html)
    #expect(
      page.links.map(\.target) == [
        "https://a.example/x?a=1&b=2", "https://a.example/news/y.html", "https://b.example/",
      ])
    #expect(page.links.map { String(decoding: page.text[$0.text], as: UTF8.self) } == ["the Post", "others", "b"])
    #expect(page.links.map(\.rel) == ["nofollow", "", ""])
    let (text, links) = page.lines(where: [true, false])
    #expect(String(decoding: text, as: UTF8.self) == "As the Post and others said, b.")
    #expect(links.map { String(decoding: text[$0.text], as: UTF8.self) } == ["the Post", "others", "b"])
    #expect(page.lines(where: [false, true]).links.isEmpty)
  }

  /// Whatever the bytes are, ranges stay inside the text and nothing crashes.
  @Test func damagedPagesAreRead() throws {
    let memory = GuardedMemory(capacity: 1 << 16)
    var generator = SeededGenerator(seed: 20_251_122)
    let pages = HTMLPages.names.map { HTMLPages.bytes("\($0).html") }
    for trial in 0..<400 {
      var bytes = generator.pick(pages)
      for _ in 0..<generator.number(1...40) {
        let index = generator.number(0...bytes.count - 1)
        switch generator.number(0...3) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[index] = generator.pick(Array("<>/\"'=&#;!- x".utf8))
        case 2: bytes.removeSubrange(index..<min(bytes.count, index + generator.number(1...30)))
        default: bytes.insert(contentsOf: bytes[..<min(bytes.count, generator.number(1...50))], at: index)
        }
        if bytes.isEmpty { bytes = [0x3C] }
      }
      guard let page = try? HTMLPage(memory.placeAtEnd(bytes)) else { continue }
      var end = 0
      for block in page.blocks {
        #expect(
          block.text.lowerBound >= end && block.text.upperBound <= page.text.count, "seed 20251122, trial \(trial)")
        #expect(block.container < page.structure.parents.count)
        end = block.text.upperBound
      }
      let (text, links) = page.lines(where: ArticleBlocks.kept(page))
      #expect(String(validating: text, as: UTF8.self) != nil, "seed 20251122, trial \(trial)")
      #expect(links.allSatisfy { $0.text.upperBound <= text.count })
    }
  }

  @Test(arguments: [
    String(repeating: "<", count: 1_000_000), String(repeating: "<div>", count: 300_000) + "deep",
    String(repeating: "<a <b='", count: 150_000), "<p class='" + String(repeating: "x ", count: 500_000) + "'>y",
    String(repeating: "<b><p>", count: 150_000), String(repeating: "</x>", count: 250_000),
    String(repeating: "<span>", count: 600) + String(repeating: "<div></div>", count: 100_000),
    String(repeating: "<script><!--<script></script>", count: 40_000), String(repeating: "<title>", count: 150_000),
    String(repeating: "<noscript>", count: 100_000), String(repeating: "<!--", count: 250_000),
    String(repeating: "<table><tr><td>", count: 70_000), String(repeating: "&", count: 1_000_000),
    String(repeating: "<aside><p>x", count: 90_000),
    "<script type='application/ld+json'>"
      + String(repeating: "[", count: 1_000_000), String(repeating: "<a href=x>y", count: 100_000),
    String(repeating: "<!>", count: 300_000), String(repeating: "<p>a<td>b", count: 100_000),
  ]) func hostilePagesTakeLinearTime(html: String) {
    // Quadratic time would not come back.
    _ = HTMLPages.page(html).articleText
  }
}
