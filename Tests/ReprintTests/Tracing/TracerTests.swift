import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct TracerTests {
  private static let sentences = AlignmentTexts.article
  private static let text = sentences.joined(separator: " ")

  private func tracer() -> Tracer {
    Tracer([
      TracedArticle(
        id: "wire", text: Self.text, url: "https://harbourpost.example/mirrowell", site: "The Harbour Post",
        author: "Imogen Dallaway")
    ])
  }

  private func trace(_ text: String, url: String? = nil) -> Trace? {
    tracer().traces(of: TracedArticle(id: "page", text: text, url: url)).first
  }

  @Test func eachOfManyVersionsIsFound() {
    let others = ["The council of Thornby met on Monday to vote on a budget that nobody had read."]
    let versions = (1...7).map { Self.sentences.prefix(1 + $0).joined(separator: " ") } + others
    let tracer = Tracer(versions.enumerated().map { TracedArticle(id: "v\($0.offset)", text: $0.element) })
    #expect(tracer.traces(of: TracedArticle(id: "page", text: Self.text)).map(\.original) == Array(0...6))
  }

  /// What a page puts in quotation marks it took where the original does not quote it.
  @Test(arguments: ["“”", "»«", "\"\"", "  "]) func quotedNarrativeIsReuse(marks: String) throws {
    let taken = Self.sentences[0...2].joined(separator: " ")
    let page = "It is one for the books. \(marks.first!)\(taken)\(marks.last!) So it goes on the coast these days."
    let found = try #require(self.trace(page), "\(marks)")
    #expect(found.verdict.sentences == 3)
    // What both quote is everybody's.
    #expect(self.trace("A former engineer spoke up. “We left the attic window open for nine years,” she said.") == nil)
  }

  @Test func copiesAreFoundWhole() throws {
    let found = self.trace("Home\nNews\n\n" + Self.text + "\n\nSubscribe to our newsletter")
    let trace = try #require(found)
    #expect(trace.verdict.kind == .verbatim)
    #expect(trace.verdict.coverage == Verdict.Part(words: 1, sentences: 1))
    #expect(trace.verdict.share == Verdict.Part(words: 1, sentences: 1))
    #expect(trace.verdict.sentences == Self.sentences.count)
    let words = Array(Self.text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "," && $0 != "-" })
    #expect(trace.verdict.longestRun >= words.count - 5 && trace.verdict.matchedWords >= words.count - 5)
    #expect(trace.verdict.confidence > 0.9)
    #expect(!trace.isOriginal)
    #expect(trace.attribution.kind == .leaked && !trace.attribution.isAttributed)
  }

  @Test func theOriginalIsRecognised() throws {
    #expect(trace(Self.text, url: "http://www.harbourpost.example/mirrowell/?utm=x")?.isOriginal == true)
    #expect(trace(Self.text, url: "https://other.example/mirrowell")?.isOriginal == false)
  }

  @Test func nothingIsTracedToNothing() {
    #expect(trace("") == nil)
    #expect(trace("   \n \u{0} ") == nil)
    #expect(trace("Weather in Duluth: rain, 18.4 degrees. Clinics are open.") == nil)
    #expect(Tracer([]).traces(of: TracedArticle(id: "a", text: Self.text)).isEmpty)
    #expect(Tracer([TracedArticle(id: "o", text: "")]).traces(of: TracedArticle(id: "a", text: Self.text)).isEmpty)
  }

  @Test(arguments: [
    ("According to The Harbour Post, this is so.", Attribution.Class.named, "According to The Harbour Post"),
    ("Source: Harbour Post", .named, "Source: Harbour Post"),
    ("Laut The Harbour Post stimmt das.", .named, "Laut The Harbour Post"),
    ("More at https://www.harbourpost.example/mirrowell today.", .linked, "harbourpost.example/mirrowell"),
    ("By Imogen Dallaway", .byline, "Imogen Dallaway"), ("Nothing to see.", .leaked, "told The Harbour Post"),
    ("Subscribe to the newsletter of The Harbour Post", .leaked, "newsletter of The Harbour Post"),
  ])
  func creditIsFound(line: String, kind: Attribution.Class, words: String) throws {
    let text = Self.text + "\n\n" + line + "\n"
    let attribution = try #require(trace(text)).attribution
    #expect(attribution.kind == kind, "\(attribution)")
    #expect(attribution.isAttributed == (kind <= .named))
    let evidence = try #require(attribution.evidence.first)
    if kind != .leaked { #expect(evidence.text == words) }
    let range = try #require(evidence.range)
    #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == evidence.text)
  }

  @Test func rewrittenCreditIsTheirOwn() throws {
    var sentences = Self.sentences
    sentences[5] =
      "“We left the attic window open for nine years,” one engineer said to the newspaper The Harbour Post."
    #expect(try #require(trace(sentences.joined(separator: " "))).attribution.kind == .named)
  }

  @Test func linksAndCanonicalAddressesCount() throws {
    var page = TracedArticle(id: "p", text: Self.sentences.dropLast(3).joined(separator: " "))
    page.links = ["https://harbourpost.example/other"]
    #expect(tracer().traces(of: page).first?.attribution.kind == .linked)
    page.links = ["https://elsewhere.example/"]
    page.canonical = "https://www.harbourpost.example/mirrowell"
    #expect(tracer().traces(of: page).first?.attribution.kind == .canonical)
  }

  @Test(arguments: [
    (0.0, 0.0, 3600.0, 0.0, Direction.Verdict.fromOriginal), (3600, 0, 0, 0, .fromPage),
    (0, 86_400, 3600, 0, .fromOriginal), (0, 0, 10, 0, .fromOriginal),
  ])
  func timesDecideWhereTheyAreFarApart(
    original: Double, slack: Double, page: Double, pageSlack: Double, expected: Direction.Verdict
  ) throws {
    var source = TracedArticle(id: "o", text: Self.text, site: "The Harbour Post")
    source.published = PublicationTime(seconds: 1_750_000_000 + original, slack: slack, text: "")
    var copy = TracedArticle(id: "p", text: Self.text)
    copy.published = PublicationTime(seconds: 1_750_000_000 + page, slack: pageSlack, text: "")
    let direction = try #require(Tracer([source]).traces(of: copy).first).direction
    #expect(direction.verdict == expected)
    // Not beside a mere date, on its day.
    #expect(direction.lag == (slack > 0 ? nil : page - original))
    // Where the clocks say nothing, the outlet's name in copied words does.
    let decides = abs(page - original) >= 300 && slack < 3600
    #expect(direction.reason == (decides ? .published : .selfMention))
  }

  /// The pass over the bytes finds the same in a text, however it is spelled.
  @Test(arguments: [1, 2, 3] as [UInt64]) func scoutsReadTextsAndJSONAlike(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let tracer = tracer()
    var plain = tracer.scout()
    var escaped = tracer.scout()
    var found = 0
    for _ in 0..<300 {
      let count = generator.number(0...8)
      let chosen = Self.sentences.shuffled(using: &generator).prefix(count)
      var text = chosen.joined(separator: generator.pick([" ", "\n"]))
      if generator.chance(0.3) { text += String(repeating: " filler, words", count: generator.number(0...900)) }
      text.withUTF8 { plain.look(plain: $0) }
      var json = JSONLine()
      json.open()
      json.member("t", text)
      json.close()
      let bytes = json.bytes
      bytes.withUnsafeBufferPointer { buffer in
        let base = buffer.baseAddress!
        let end = base + buffer.count
        let quote = escaped.look(jsonString: base + 6, end: end, readableEnd: end)
        #expect(quote.pointee == UInt8(ascii: "\""))
      }
      #expect(plain.candidates == escaped.candidates, "seed \(seed): \(text)")
      #expect(plain.wordCount == escaped.wordCount, "seed \(seed)")
      if !plain.candidates.isEmpty { found += 1 }
    }
    #expect(found > 100 && found < 300)
  }

  @Test func oneOfManyOriginalsIsPicked() {
    var generator = SeededGenerator(seed: 9)
    let others = (0..<200).map { number in
      let words = (0..<150).map { _ in "w\(generator.number(0...4000))x" }
      return TracedArticle(id: "\(number)", text: words.joined(separator: " ") + ".")
    }
    let tracer = Tracer(others + [TracedArticle(id: "wire", text: Self.text)])
    #expect(tracer.traces(of: TracedArticle(id: "p", text: Self.text)).map(\.original) == [200])
    #expect(tracer.traces(of: TracedArticle(id: "p", text: others[7].text)).map(\.original) == [7])
  }
}
