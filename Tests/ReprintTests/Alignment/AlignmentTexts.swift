import ReprintTestSupport

@testable import Reprint

/// Small texts to align, and what is made of them on the way.
enum AlignmentTexts {
  /// An article, a sentence each; the sixth is a quotation.
  static let article = [
    "Mirrowell refused to pay the ransom that the Gannet gang demanded in August.",
    "The thieves then published 5,210 patient files on their leak site.",
    "Investigators traced the break-in to a help-desk contractor called Brightlatch.",
    "An agent's password had never been cancelled after he resigned in March.",
    "Regulators in Duluth opened an inquiry into how the company stored invoices.",
    "“We left the attic window open for nine years,” a former engineer told The Harbour Post.",
    "Clinics in eleven states have begun to send letters to their patients.",
    "Shares of the billing firm fell by 18.4 percent before trading was halted.",
  ]

  static func prepared(_ text: String) -> PreparedText { prepared(Array(text.utf8)) }

  static func prepared(_ bytes: [UInt8]) -> PreparedText { bytes.withUnsafeBufferPointer { PreparedText($0) } }

  /// All sentences of a text.
  static func index(_ text: String) -> SentenceIndex {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let text = PreparedText(bytes)
      return SentenceIndex(text, bytes: bytes, sentences: Array(text.sentences.indices))
    }
  }

  /// The keys of each sentence's words.
  static func keys(_ index: SentenceIndex) -> [[UInt64]] {
    (0..<index.count).map { place in index.sentence(place).words.map { index.text.words[$0].key } }
  }

  private static let words = [
    "the", "of", "and", "a", "in", "to", "was", "said", "minister", "opened", "opening", "market", "markets",
    "marketed",
    "river", "factory", "factories", "workers", "strike", "reported", "quarter", "revenue", "profitable", "profit",
    "harbour", "harbours", "harbouring", "storm", "council", "not", "Marlow", "Ferrandis", "Ferrandi", "Okonkwo",
    "Tessaly", "12", "1,150", "$14.3 billion", "14.3bn", "twenty-four", "24", "3rd", "1990s", "7%", "covid19", "straße",
    "école", "реки", "совет",
  ]
  private static let separators = [
    " ", " ", " ", " ", " ", " ", ", ", ": ", " - ", "; ", " (", ") ", " “", "” ", " \"",
  ]

  /// A text of a few sentences over a small vocabulary, so that two have much in common.
  static func random(_ generator: inout SeededGenerator, sentences: ClosedRange<Int> = 0...7) -> String {
    var text = ""
    for _ in 0..<generator.number(sentences) {
      for word in 0..<generator.number(1...14) {
        if word > 0 { text += generator.pick(separators) }
        text += generator.pick(words)
      }
      text += generator.pick([". ", ". ", "! ", ".\n", "\n", "\n\n", ".” "])
    }
    return text
  }
}

extension Plane {
  /// All values, row by row.
  var values: [Float] { (0..<count).map { self[$0] } }
}

extension PlaneStack {
  /// One plane of random values.
  static func random(
    _ generator: inout SeededGenerator, planes: Int = 1, rows: Int, columns: Int, values: [Float]? = nil
  ) -> PlaneStack {
    let stack = PlaneStack(planes: planes, rows: rows, columns: columns)
    for pair in 0..<planes * rows * columns {
      stack[0][pair] = values.map { generator.pick($0) } ?? Float.random(in: 0...1, using: &generator)
    }
    return stack
  }
}
