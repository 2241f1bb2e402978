import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct NumberReaderTests {
  /// The number that a text starts with.
  private func read(_ text: String) -> NumberReader.Reading? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = Tokenizer()
      let tokens = tokenizer.tokens(of: bytes)
      return tokens.isEmpty ? nil : NumberReader.read(tokens, at: 0, in: bytes)
    }
  }

  @Test(arguments: [
    ("$14.3 billion", 14_300_000_000, 2), ("14.3bn", 14_300_000_000, 1), ("14,300 million", 14_300_000_000, 2),
    ("14.3-billion", 14_300_000_000, 2), ("1,150", 1150, 1), ("1150", 1150, 1), ("3rd", 3, 1), ("1990s", 1990, 1),
    ("0", 0, 1), ("007", 7, 1), ("2.5", 2.5, 1), ("twenty-four", 24, 2), ("Twenty-Four hours", 24, 2),
    ("twenty-one", 21, 2), ("twenty four", 20, 1), ("twenty-ten", 20, 1), ("thirteen-two", 13, 1), ("NINE", 9, 1),
    ("two hundred", 200, 2), ("two hundred thousand", 200_000, 3), ("five thousand and two", 5000, 2),
    ("ninety-nine million", 99_000_000, 3), ("dozen", 12, 1), ("310 m", 310, 1), ("310m", 310_000_000, 1),
    ("310 k", 310, 1), ("25km", 25, 1), ("25km thousand", 25, 1), ("5k", 5000, 1), ("7 tn", 7e12, 2), ("7tn", 7e12, 1),
    ("two and a half hours", 2.5, 4), ("two-and-a-half hours", 2.5, 4), ("2 and a half", 2.5, 4),
    ("two and a half million", 2_500_000, 5), ("two and a quarter", 2, 1), ("two and half", 2, 1),
    ("two hundred and twenty-four men", 224, 5), ("two hundred and twenty men", 220, 4),
    ("six hundred and one", 600, 2),
    ("two hundred and women", 200, 2), ("two hundred and fifty thousand", 250_000, 5),
    ("6  million", 6, 1), ("6, million", 6, 1), ("6\nmillion", 6, 1), ("6 millions", 6, 1), ("2 Million", 2_000_000, 2),
  ])
  func readsNotations(_ text: String, _ value: Double, _ tokens: Int) {
    #expect(read(text) == NumberReader.Reading(value: value, tokens: tokens))
  }

  @Test(arguments: [
    "one", "one million", "billion", "a dozen", "hundred", "second", "1.2.3", "B2", "k", "étage", "二", "Ten2",
  ])
  func readsNothingElse(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test func aHundredIsANumberBehindAnArticle() {
    func second(_ text: String) -> NumberReader.Reading? {
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        var tokenizer = Tokenizer()
        return NumberReader.read(tokenizer.tokens(of: bytes), at: 1, in: bytes)
      }
    }
    #expect(second("a hundred and twenty monks") == .init(value: 120, tokens: 3))
    #expect(second("A hundred monks") == .init(value: 100, tokens: 1))
    #expect(second("a hundred thousand") == .init(value: 100_000, tokens: 2))
    #expect(second("some hundred monks") == nil)
    #expect(second("a hundreds of") == nil)
    #expect(mayStart("Hundred"))
  }

  private func mayStart(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = Tokenizer()
      return tokenizer.tokens(of: bytes).first.map { NumberReader.mayStart($0, bytes) } ?? false
    }
  }

  @Test func whatReadsMayStart() {
    for text in ["0", "9", "two", "Three", "four", "six", "SEVEN", "eight", "nine", "ten", "dozen", "fifty", "eleven"] {
      #expect(read(text) != nil && mayStart(text), "\(text)")
    }
    for text in ["one", "the", "thirsty", "$", "elephants", "seventeenth"] { #expect(!mayStart(text), "\(text)") }
  }

  @Test func theSameAmountIsTheSameNumber() {
    for tenths in 1...999 {
      let amount = "\(tenths / 10).\(tenths % 10)"
      #expect(read("\(amount)k") == read("\(tenths * 100)"), "\(amount)k")
      for (scale, zeroes) in [("million", "00000"), ("bn", "00000000"), ("trillion", "00000000000")] {
        #expect(read("\(amount) \(scale)")?.value == read("\(tenths)\(zeroes)")?.value, "\(amount) \(scale)")
      }
      #expect(read("\(amount) billion")?.value == read("\(amount) thousand million")?.value, "\(amount) billion")
    }
  }

  @Test func hostileFiguresStayFinite() {
    var generator = SeededGenerator(seed: 5)
    var texts = [1, 23, 24, 25, 400, 5000].map { String(repeating: "9", count: $0) }
    texts += texts.map { $0 + "tn" } + texts.map { $0 + " trillion" }
    texts.append("5" + String(repeating: " trillion", count: 60))
    texts.append("ninety-nine" + String(repeating: "-hundred", count: 400))
    let pieces = [
      "9", "0", ".", ",", "tn", " trillion", "-", " ", "e", "99999999", "million", "inf", "nan", "é", "\u{301}", "x",
    ]
    for _ in 0..<1500 { texts.append((0..<generator.number(1...12)).map { _ in generator.pick(pieces) }.joined()) }
    for text in texts {
      guard let reading = read(text) else { continue }
      #expect(reading.value.isFinite && reading.value >= 0 && reading.tokens > 0, "\(text)")
    }
  }
}
