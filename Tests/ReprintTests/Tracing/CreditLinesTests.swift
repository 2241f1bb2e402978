import Testing

@testable import Reprint

@Suite struct CreditLinesTests {
  private func kept(_ text: String) -> String {
    var lines = CreditLines()
    Array(text.utf8).withUnsafeBufferPointer { _ = lines.add($0) }
    return String(decoding: lines.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "First published by The Harbour Post", "Source: harbourpost.example", "VIA THE HARBOUR POST", "Quelle: dpa",
    "© Copyright 2025 The Harbour Post", "By The Harbour Post", "Publié par Le Port",
    "Republished from The Harbour Post, with thanks.",
  ])
  func linesThatSayWhoPublishedAreKept(line: String) {
    #expect(kept("Menu\n\(line)\n\nHome") == line + "\n")
  }

  @Test(arguments: [
    "", "Home", "More from The Harbour Post", "The Harbour Post", "She told The Harbour Post that it was so.",
    "Subscribe to The Harbour Post for free", "harbourpost.example", "Powered by The Harbour Post",
    "This site is protected by reCAPTCHA and the Google Privacy Policy", "Photos copyright The Harbour Post",
  ])
  func otherNamesOfOutletsAreNot(line: String) {
    #expect(kept(line) == "")
  }

  @Test func longLinesAreTexts() {
    let credit = "Source: The Harbour Post. "
    #expect(!kept(String(repeating: credit, count: 400 / credit.utf8.count)).isEmpty)
    #expect(kept(String(repeating: credit, count: 400 / credit.utf8.count + 1)).isEmpty)
  }

  @Test func linesThatAreKnownStay() {
    var lines = CreditLines()
    lines.reset(to: Array("Source: A\n".utf8))
    let isCredit = Array("Via B".utf8).withUnsafeBufferPointer { lines.add($0) }
    let isOther = Array("B".utf8).withUnsafeBufferPointer { lines.add($0) }
    #expect(isCredit && !isOther)
    #expect(String(decoding: lines.bytes, as: UTF8.self) == "Source: A\nVia B\n")
    lines.reset(to: [])
    #expect(lines.bytes.isEmpty)
  }
}
