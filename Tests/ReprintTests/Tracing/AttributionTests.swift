import Testing

@testable import Reprint

@Suite struct AttributionTests {
  private static let sentences = [
    "Mirrowell refused to pay the ransom that the Gannet gang demanded in August.",
    "The thieves then published 5,210 patient files on their leak site.",
    "Investigators traced the break-in to a help-desk contractor called Brightlatch.",
    "The firm's lawyer told The Harbour Post that letters to patients would go out soon.",
    "Regulators in Duluth opened an inquiry into how the company stored invoices.",
  ]

  private func attribution(_ page: String, _ change: (inout TracedArticle) -> Void = { _ in }) -> Attribution {
    let original = TracedOriginal(
      TracedArticle(
        id: "wire", text: Self.sentences.joined(separator: " "), url: "https://harbourpost.example/mirrowell",
        site: "The Harbour Post", author: "Imogen Dallaway"))
    var article = TracedArticle(id: "page", text: page)
    change(&article)
    return original.trace(of: article, PreparedCopy(article.text)).attribution
  }

  private static let copy = sentences.joined(separator: " ")

  @Test func theStrongestClassCountsAndAllEvidenceIsKept() {
    let found = attribution(
      Self.copy + "\n\nBy Imogen Dallaway\n\nAccording to The Harbour Post, this is so.\n\n"
        + "More at harbourpost.example/mirrowell today.\n")
    #expect(found.kind == .linked && found.isAttributed)
    // Each class is there, the strongest first.
    #expect(found.evidence.map(\.kind) == found.evidence.map(\.kind).sorted())
    #expect(Set(found.evidence.map(\.kind)) == [.linked, .named, .byline, .leaked])
  }

  @Test func threeOfEachClassAreKept() {
    let found = attribution(Self.copy) { page in
      page.links = (0..<9).map { "https://harbourpost.example/\($0)" }
    }
    #expect(found.evidence.count { $0.kind == .linked } == 3)
    #expect(found.evidence.filter { $0.kind == .linked }.map(\.text).first == "https://harbourpost.example/0")
    #expect(found.evidence.allSatisfy { $0.kind != .linked || $0.range == nil })
  }

  @Test func whatCameAlongWithCopiedWordsIsNoCredit() {
    #expect(attribution(Self.copy).kind == .leaked)
    #expect(!attribution(Self.copy).isAttributed)
    // Without the sentence that names the outlet there is nothing.
    let rest = Self.sentences[..<3] + Self.sentences[4...]
    #expect(attribution(rest.joined(separator: " ")).kind == .none)
    #expect(attribution(rest.joined(separator: " ")).evidence.isEmpty)
  }

  @Test func aNameThatAPageRewroteTheSentenceAroundIsCredit() {
    var sentences = Self.sentences
    sentences[3] = "Letters to patients are about to go out, a lawyer of the firm said to The Harbour Post."
    #expect(attribution(sentences.joined(separator: " ")).kind == .named)
  }

  @Test func canonicalAddressesAndLinksElsewhereAreToldApart() {
    let rest = (Self.sentences[..<3] + Self.sentences[4...]).joined(separator: " ")
    #expect(attribution(rest) { $0.canonical = "http://www.harbourpost.example/mirrowell/" }.kind == .canonical)
    #expect(attribution(rest) { $0.canonical = "https://other.example/harbourpost.example" }.kind == .none)
    #expect(attribution(rest) { $0.links = ["https://harbourpost.example.evil.example/x"] }.kind == .none)
    #expect(attribution(rest) { $0.links = ["javascript:harbourpost.example", "", "://", "https://"] }.kind == .none)
  }

  @Test func authorsOfThePageAreCredit() {
    #expect(attribution(Self.copy) { $0.author = "Imogen Dallaway" }.kind == .byline)
    #expect(attribution(Self.copy) { $0.author = "desk@harbourpost.example" }.kind == .named)
    let contacts = Self.copy + "\nWrite to desk@harbourpost.example."
    #expect(attribution(contacts).kind == attribution(Self.copy) { _ in }.kind)
    let named = attribution(Self.copy) { $0.author = "By Imogen Dallaway, for The Harbour Post" }
    #expect(named.kind == .named && named.evidence[0].range == nil && named.evidence[0].text.hasPrefix("By Imogen"))
    #expect(attribution(Self.copy) { $0.author = "Someone Else" }.kind == attribution(Self.copy) { _ in }.kind)
    #expect(attribution(Self.copy) { $0.author = "" }.kind == attribution(Self.copy) { _ in }.kind)
  }

  private static let silent = (sentences[..<3] + sentences[4...]).joined(separator: " ")

  @Test(arguments: [
    ("First published by The Harbour Post.", Attribution.Class.named), ("Source: harbourpost.example/x", .linked),
    ("Copyright 2025 TheHarbourPost.com", .named), ("Source: theharbour", .none),
    ("More from The Harbour Post\nSource: others", .none),
    ("Powered by The Harbour Post", .none), ("Site by Jo\nPowered by The Harbour Post", .none),
    ("By The Harbour Post", .named), ("The Harbour Post", .none), ("Source: The Gull Gazette", .none),
    ("Source: the post of a harbour", .none),
    ("Subscribe to the newsletter published by The Harbour Post", .leaked),
  ])
  func linesOutsideOfTheTextCountIfTheySayWhoPublished(lines: String, expected: Attribution.Class) {
    let found = attribution(Self.silent) { $0.creditLines = Array(lines.utf8) }
    #expect(found.kind == expected, "\(found)")
    #expect(found.evidence.allSatisfy { $0.range == nil })
  }

  @Test(arguments: [
    ("Home | The Harbour Post | Sport", Attribution.Class.none), ("Visit https://harbourpost.example/", .none),
    ("Source: The Harbour Post", .named), ("See https://harbourpost.example/mirrowell", .linked),
  ])
  func furnitureOfASiteCountsIfItSaysWhoPublished(line: String, expected: Attribution.Class) {
    let original = TracedOriginal(
      TracedArticle(
        id: "wire", text: Self.silent, url: "https://harbourpost.example/mirrowell", site: "The Harbour Post"))
    let page = TracedArticle(id: "page", text: line + "\n" + Self.silent)
    let furniture = [0..<line.utf8.count]
    let trace = original.trace(of: page, PreparedCopy(page.text), furniture: furniture)
    #expect(trace.attribution.kind == expected, "\(trace.attribution)")
  }

  @Test func theOriginalsOwnLineCopiedAlongIsNoCredit() {
    var original = TracedArticle(id: "o", text: Self.silent, site: "The Harbour Post")
    original.creditLines = Array("Menu by Jo\nPublished by The Harbour Post\n".utf8)
    let source = TracedOriginal(original)
    var page = TracedArticle(id: "p", text: Self.silent)
    page.creditLines = Array("Published by The Harbour Post\n".utf8)
    #expect(source.trace(of: page, PreparedCopy(page.text)).attribution.kind == .leaked)
    page.creditLines = Array("First published by The Harbour Post\n".utf8)
    #expect(source.trace(of: page, PreparedCopy(page.text)).attribution.kind == .named)
    #expect(source.credit.mayCredit(page, PlainWords(page.text)))
    // Where it is part of the page's text it is no credit either.
    let whole = TracedArticle(id: "p", text: Self.silent + "\nPublished by The Harbour Post\n")
    #expect(source.trace(of: whole, PreparedCopy(whole.text)).attribution.kind == .leaked)
    #expect(!source.credit.mayCredit(page.withoutContent, PlainWords(page.text)))
  }

  @Test func anOriginalThatSaysNothingOfItselfCannotBeCredited() {
    let original = TracedOriginal(TracedArticle(id: "o", text: Self.copy))
    let page = TracedArticle(id: "p", text: Self.copy + "\n\nAccording to The Harbour Post.")
    #expect(original.trace(of: page, PreparedCopy(page.text)).attribution.kind == .none)
  }

  @Test func classesAreOrderedByStrength() {
    #expect(Attribution.Class.allCases == [.linked, .canonical, .named, .byline, .leaked, .none])
    #expect(Attribution.Class.allCases == Attribution.Class.allCases.sorted())
    let attributed = Attribution.Class.allCases.filter { kind in
      Attribution([.init(kind: kind, text: "x", range: nil)]).isAttributed
    }
    #expect(attributed == [.linked, .canonical, .named])
    #expect(Attribution([]).kind == .none && !Attribution([]).isAttributed)
  }
}
