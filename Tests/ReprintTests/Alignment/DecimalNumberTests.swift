import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct DecimalNumberTests {
  private func float(_ text: String) -> Float? { Array(text.utf8).withUnsafeBufferPointer { DecimalNumber.float($0) } }

  private func check(_ text: String, _ name: String = "") {
    #expect(float(text)?.bitPattern == Float(text)?.bitPattern, "\(name) \(text.debugDescription)")
  }

  @Test(arguments: [
    "0", "-0", "0.0", "-0.0", "1", "-1", "0.4", "0.45", "-4.429", "00012", "15999999", "16777216", "16777217",
    "33554433", "0.0000000001", "0.00000000001", "0.1599999", "0.1600000", "1.192e-07", "1e5", "1e99", "-1e-99", "inf",
    "nan", "0x1p3", "", "-", "+1", "--1", "1-", ".", "-.", "5.", ".5", "-.5", "1.2.3", "1,5", "one", " 1", "1 ", "1\n",
    "é", "٣",
  ])
  func wordsAreReadAsTheStandardLibraryReadsThem(_ text: String) { check(text) }

  @Test func randomDecimalsAreReadAsTheStandardLibraryReadsThem() {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      for _ in 0..<2000 {
        var text = (0..<generator.number(1...12)).map { _ in String(generator.number(0...9)) }.joined()
        if generator.chance(0.8) {
          text.insert(".", at: text.index(text.startIndex, offsetBy: generator.number(0...text.count)))
        }
        check(generator.chance(0.5) ? "-" + text : text, "seed \(seed):")
      }
    }
  }

  @Test func theBuiltInWeightsAreReadAsTheStandardLibraryReadsThem() {
    for word in AlignmentWeights.text.split(whereSeparator: { $0 == " " || $0 == "\n" }) { check(String(word)) }
  }
}
