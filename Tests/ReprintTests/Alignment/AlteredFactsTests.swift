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

  @Test func theSameFiguresInAnotherUnitAreAltered() {
    #expect(altered("The bank was fined $40,000 for it.", "The bank was fined €40,000 for it.") == ["40,000"])
    #expect(altered("The bank was fined US$40,000 for it.", "The bank was fined $40,000 for it.") == [])
    #expect(altered("The road is 3,000 metres long.", "The road is 3,000 kilometres long.") == ["3,000"])
    #expect(altered("The road is 110 miles long.", "The road is 110 kilometres long.") == ["110"])
    #expect(altered("The ship carried 300 tonnes of it.", "The ship carried 300 tons of it.") == [])
  }

  @Test func numbersOfAnotherKindAreNot() {
    #expect(
      altered("It is a $429 grey writing tablet with a pen.", "It is a 10.3-inch grey writing tablet with a pen.") == []
    )
    #expect(
      altered("Police came seven minutes after the alarm rang.", "Police came at 3.52 a.m. after the alarm rang.") == []
    )
    #expect(altered("The tour takes 2.5 hours by boat.", "The tour takes two and a half hours by boat.") == [])
    #expect(altered("It is home to 120 monks today.", "It is home to a hundred and twenty monks today.") == [])
  }

  @Test func contraryWordsInOnePlaceAreAltered() {
    #expect(altered("He won for the fourth time in May.", "He won for the third time in May.") == ["fourth"])
    #expect(altered("Costs rose by a quarter in May.", "Costs rose by a third in May.") == ["quarter"])
    #expect(altered("Fewer than 60 people came to it.", "More than 60 people came to it.") == ["Fewer"])
    #expect(altered("Profits at the mill fell", "Profits at the mill rose") == ["fell"])
    #expect(altered("Profits of the mill grew in May.", "Profits of the mill rose in May.") == [])
    // Not in the place of the other.
    #expect(altered("The first mill made bells in May.", "The mill made bells first in May.") == [])
  }

  @Test func contraryWordsBesideOtherEditsAreAltered() {
    let source = "Its fees have risen every year since the park was bought by the town."
    #expect(altered("Its fees have fallen each year since the park was bought by the town.", source) == ["fallen"])
    #expect(altered("Its fees have climbed each year since the park was bought by the town.", source) == [])
    #expect(
      altered("The gate was not uncommon in this part of town.", "The gate was quite common in this part of town.")
        == [])
    #expect(
      altered("The gate was uncommon in this part of town.", "The gate was common in this part of town.") == [
        "uncommon"
      ])
    #expect(altered("Nobody in the town wanted the park.", "Everybody in the town wanted the park.") == ["Nobody"])
  }

  @Test func spansAreAlteredBehindTheSameNumber() {
    let source = "The mill was closed for 30 minutes after the flood in May."
    #expect(altered("The mill was closed for 30 hours after the flood in May.", source) == ["hours"])
    #expect(altered("The mill was closed for half an hour after the flood in May.", source) == [])
  }

  @Test func negationsArePutInBetweenTheSameWords() {
    #expect(
      altered("The vehicle did not find the mooring in August.", "The vehicle found the mooring in August.") == ["not"])
    #expect(
      altered(
        "The mayor did not dispute the note when asked in June.", "The mayor confirmed the note when asked in June.")
        == [])
    #expect(
      altered("She said in May that the outcome would not change.", "She said in May that the result would stand.")
        == [])
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

  @Test func negationsAreNamedWhole() {
    #expect(
      altered("The council can’t fund the bridge in May.", "The council can fund the bridge in May.") == ["can’t"])
    #expect(
      altered("Dogs come with their owners to the park.", "Dogs come without their owners to the park.")
        == ["[without]"])
    #expect(
      altered("Dogs come without their owners to the park.", "Dogs come with their owners to the park.") == ["without"])
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

  @Test func aSpinnersWordInANumberIsNone() {
    let source = "I had a hundred and forty hectares ready on the farm."
    #expect(altered("I had a hundred additionally forty hectares ready on the farm.", source, isSpun: true) == [])
    #expect(altered("I had a hundred hectares ready on the farm.", source) == ["hundred"])
  }

  @Test func alteredFactsOfSpunSentencesAreFoundBetweenSubstitutes() {
    let paid = "Engineers of the firm said that repairs would cost at least 2.4 million pounds and take a year."
    let spun =
      "Technicians of the company stated that fixes might run to at smallest 24 million pounds and convey a year."
    #expect(altered(spun, paid) == [])
    #expect(altered(spun, paid, isSpun: true) == ["24 million"])
    let centre = "A new leisure centre is planned for the town, but work will not begin before spring."
    let hub = "A new recreation hub is projected for the town, but labour will commence before spring."
    #expect(altered(hub, centre, isSpun: true) == ["[not]"])
    let decision = "She told the meeting that the decision was painful but could not be put off any longer."
    let choice = "She informed the gathering that the choice was agonising but could be postponed further."
    #expect(altered(choice, decision, isSpun: true) == ["[not]"])
    #expect(
      altered(choice.replacing("could be", with: "could be unable to be"), decision, isSpun: true) == [])
    #expect(
      altered("The folk plan could not be wrecked in June.", "The people plan could be ruined in June.", isSpun: true)
        == ["not"])
  }

  @Test func aSpinnersExpressionsDenyNothing() {
    #expect(
      altered(
        "The areas are classed by the union as not tall of water.",
        "The districts are classed by the union as short of water.",
        isSpun: true) == [])
    #expect(
      altered(
        "Fixes might run to no fewer than 20 pounds in a year.", "Repairs would cost at least 20 pounds in a year.",
        isSpun: true) == [])
    #expect(
      altered(
        "Twenty and nine men came to the town of Orem.", "Twenty-nine men came to the town of Orem.", isSpun: true)
        == [])
  }

  @Test func aSpinnersWordMayMeanTheSame() {
    let source = "The copies of old invoices were kept without encryption."
    #expect(altered("The copies of old invoices were kept using encryption.", source) == ["[without]"])
    #expect(altered("The copies of old invoices were kept lacking encryption.", source, isSpun: true) == [])
    #expect(altered("The copies of old invoices were kept outside encryption.", source, isSpun: true) == [])
    #expect(altered("The copies of old invoices were kept encryption.", source, isSpun: true) == ["[without]"])
  }
}
