import Testing

@testable import Reprint

@Suite struct AlteredFactsTests {
  /// What a sentence states otherwise than its source: words of the copy, or in brackets those it lacks.
  private func altered(_ copy: String, _ source: String, isSpun: Bool = false) -> [String] {
    let (copyBytes, sourceBytes) = (Array(copy.utf8), Array(source.utf8))
    return copyBytes.withUnsafeBufferPointer { copyBuffer in
      sourceBytes.withUnsafeBufferPointer { sourceBuffer in
        let (copyText, sourceText) = (PreparedText(copyBuffer), PreparedText(sourceBuffer))
        precondition(copyText.sentences.count == 1 && sourceText.sentences.count == 1, "one sentence each")
        let matcher = WordMatcher(
          copy: copyText, copyBytes: copyBuffer, source: sourceText, sourceBytes: sourceBuffer, substitutes: [:])
        let (sentence, sources) = (copyText.sentences[0], [sourceText.sentences[0]])
        let verdict = ReuseJudge(matcher: matcher, isSpun: isSpun)
          .judge(sentence, sources: sources, [matcher.match(sentence, sources[0])])
        return verdict.alterations[0].map { alteration in
          if let range = alteration.copy { return String(decoding: copyBytes[range], as: UTF8.self) }
          return "[\(String(decoding: sourceBytes[alteration.original!], as: UTF8.self))]"
        }
      }
    }
  }

  @Test func otherNumbersAreAltered() {
    #expect(altered("The mill made 48 bells last year.", "The mill made 31 bells last year.") == ["48"])
    #expect(altered("It cost $540 million to build.", "It cost $450 million to build.") == ["540 million"])
    #expect(altered("The road is 110 kilometres long.", "The road is 190 kilometres long.") == ["110"])
    #expect(altered("The road is 110 miles long.", "The road is 110 kilometres long.") == [])
  }

  @Test func otherUnitsAreNot() {
    let source = "The site, 110 kilometres from Nairobi, took water at 310 degrees Celsius from 2,900 metres down."
    let copy = "The site, 68 miles from Nairobi, took water at 590 degrees Fahrenheit from 9,500 feet down."
    #expect(altered(copy, source) == [])
    let wrong = "The site, 98 miles from Nairobi, took water at 590 degrees Fahrenheit from 9,500 feet down."
    #expect(altered(wrong, source) == ["98"])
  }

  @Test func otherCurrenciesAreNot() {
    let source = "A note demanded 420 bitcoin, or about £34m, and gave the company six days to pay."
    #expect(
      altered("A note demanded 420 bitcoin, or about $45 million, and gave the company six days to pay.", source) == [])
    #expect(
      altered("A note demanded 420 bitcoin, or about £43m, and gave the company six days to pay.", source) == ["43m"])
    #expect(altered("His request for $US3.8 million was put off.", "His request for $3.8 million was put off.") == [])
  }

  @Test func timesOfDayAreReadInBothStyles() {
    let source = "It shut the terminal at 3.12am on Monday."
    #expect(altered("It shut the terminal at 3:12 a.m. on Monday.", source) == [])
    #expect(altered("It shut the terminal at 5:12 a.m. on Monday.", source) == ["5"])
  }

  @Test func negationsAreAltered() {
    #expect(altered("The council will fund the bridge.", "The council will not fund the bridge.") == ["[not]"])
    #expect(altered("The council will not fund the bridge.", "The council will fund the bridge.") == ["not"])
    #expect(altered("The council will now fund the bridge.", "The council will not fund the bridge.") == ["[not]"])
  }

  @Test func negationsThatMovedAreAltered() {
    let source = "Trawling is not permitted within 12 miles of it, and the ministry said that it would extend the ban."
    let copy = "Trawling is permitted within 12 miles of it, and the ministry said that it would not extend the ban."
    #expect(altered(copy, source) == ["[not]"])
    #expect(
      altered(
        "Her team took 38 samples with an arm, none of them larger than a nail, so as not to harm the animals.",
        "Her team took 38 samples with an arm, each no larger than a nail, so as not to harm the animals.") == [])
  }

  @Test func negationsInOtherWordsAreNot() {
    #expect(
      altered(
        "He said he declined to discuss the sale of the mill.", "He said he would not discuss the sale of the mill.")
        == [])
    #expect(altered("The judge was not persuaded by the mill.", "The judge was unpersuaded by the mill.") == [])
    #expect(
      altered(
        "Trawling is banned within 12 miles of the site.", "Trawling is not permitted within 12 miles of the site.")
        == [])
    #expect(altered("The case rests on law, not copyright.", "The case rests on law rather than copyright.") == [])
    #expect(altered("The firm did not comment on the case.", "The firm declined to comment on the case.") == [])
  }

  @Test func wordsWithTheStemOfANegationAreNone() {
    #expect(altered("A memo left on the screens gave them days.", "A note left on the screens gave them days.") == [])
  }

  @Test func aSpinnersWordMayMeanTheSame() {
    let source = "The copies of old invoices were kept without encryption."
    #expect(altered("The copies of old invoices were kept using encryption.", source) == ["[without]"])
    #expect(altered("The copies of old invoices were kept lacking encryption.", source, isSpun: true) == [])
    #expect(altered("The copies of old invoices were kept outside encryption.", source, isSpun: true) == [])
    #expect(altered("The copies of old invoices were kept encryption.", source, isSpun: true) == ["[without]"])
  }
}
