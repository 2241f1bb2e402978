import Testing

@testable import Reprint

@Suite struct OutletNamesTests {
  private func names(site: String? = nil, url: String? = nil, author: String? = nil) -> OutletNames {
    OutletNames(TracedArticle(id: "", text: "", url: url, site: site, author: author))
  }

  /// What a text has of the names, as it is written there.
  private func mentions(_ names: OutletNames, _ text: String) -> [String] {
    let words = OriginalWords(Array(text.utf8))
    return names.mentions(words.tokens, words.bytes).map { words.string(words.bytes(of: $0.words)) }
  }

  @Test(arguments: [
    ("told The Harbour Post on Friday", ["Harbour Post"]), ("told THE HARBOUR POST.", ["HARBOUR POST"]),
    ("HarbourPost.com has it", ["HarbourPost"]), ("the harbour, post-war", []), ("Harbour\nPost", []),
    ("The Harbour Posts", []), ("", []), ("write to tips@harbourpost.com", []), ("via @harbourpost", ["harbourpost"]),
  ])
  func caseAndSpacesMakeNoDifference(text: String, expected: [String]) {
    #expect(mentions(names(site: "The Harbour Post"), text) == expected)
    #expect(mentions(names(url: "https://www.harbourpost.example/a"), text) == expected)
    #expect(mentions(names(site: "harbourpost.example"), text) == expected)
  }

  @Test func ampersandsAreWords() {
    let outlet = names(site: "Bench & Solder", url: "https://benchandsolder.example/x")
    for text in ["Bench & Solder", "Bench and Solder", "bench&solder", "BenchAndSolder"] {
      #expect(mentions(outlet, "as \(text) wrote") == [text])
    }
  }

  @Test func commonWordsNeedACapital() {
    #expect(mentions(names(site: "Time"), "in time, Time wrote") == ["Time"])
  }

  @Test func agenciesAreKnownByTheirLetters() {
    #expect(mentions(names(site: "AP"), "an ap, an Ap, PARIS (AP) - it") == ["AP"])
    #expect(mentions(names(site: "dpa"), "dpa and DPA") == ["dpa", "DPA"])
    #expect(mentions(names(site: "AFP"), "Afp, AFP") == ["AFP"])
    #expect(mentions(names(site: "it"), "it is") == [])
    #expect(mentions(names(site: "time", url: "https://time.example/a"), "for time, by Time") == ["Time"])
  }

  @Test func accentsMakeNoDifferenceInCapitals() {
    #expect(mentions(names(site: "El País"), "dice EL PAÍS hoy") == ["EL PAÍS"])
    #expect(mentions(names(site: "LIBÉRATION"), "selon Libération") == ["Libération"])
  }

  /// Whether a mention is no more than words.
  private func isCommon(_ names: OutletNames, _ text: String) -> [Bool] {
    let words = OriginalWords(Array(text.utf8))
    return names.mentions(words.tokens, words.bytes).map(\.isCommonWord)
  }

  @Test func namesInSmallLettersAreWords() {
    let sun = names(url: "https://www.thesun.example/a")
    #expect(isCommon(sun, "The sun rose.") == [true])
    #expect(isCommon(sun, "The Sun wrote.") == [false])
    #expect(isCommon(sun, "thesun wrote.") == [false])
    let post = names(site: "The Port Landing Post")
    #expect(isCommon(post, "The Port Landing post office and the Port Landing Post") == [true, false])
  }

  @Test func authorsMayBeAgencies() {
    #expect(names(site: "AFP").credit(inAuthor: "AFP") == .named)
    #expect(names(site: "dpa").credit(inAuthor: "dpa") == .named)
    #expect(names(site: "AP").credit(inAuthor: "By AP") == .named)
    #expect(names(site: "Time").credit(inAuthor: "Jo Time") == nil)
  }

  @Test func namesOfNothingAreNowhere() {
    #expect(mentions(names(), "anything") == [])
    #expect(mentions(names(site: "", url: "nonsense"), "anything") == [])
    #expect(mentions(names(site: "??", url: "https://"), "?? anything") == [])
  }

  @Test(arguments: [
    ("see https://www.harbourpost.example/a/b?c=1.", ["harbourpost.example/a/b?c=1"]),
    ("HarbourPost.example said", ["HarbourPost.example"]), ("at notharbourpost.example", []),
    ("x@harbourpost.example", []), ("harbourpost.example.org", []), ("harbourpost.examples", []),
    ("harbourpost.example", ["harbourpost.example"]),
  ])
  func addressesAreWhole(text: String, expected: [String]) {
    let outlet = names(url: "https://harbourpost.example/story")
    let bytes = Array(text.utf8)
    #expect(outlet.addresses(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }

  @Test func authorsHaveSeveralNames() {
    let words = OriginalWords(Array("By Imogen Dallaway. Imogen wrote.".utf8))
    #expect(names(author: "Imogen Dallaway").bylines(words.tokens, words.bytes) == [1..<3])
    #expect(names(author: "Imogen").bylines(words.tokens, words.bytes).isEmpty)
  }
}
