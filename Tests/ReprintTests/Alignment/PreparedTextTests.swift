import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct PreparedTextTests {
  private func words(_ text: String, where isIncluded: (PreparedText.Word) -> Bool = { _ in true }) -> [String] {
    let bytes = Array(text.utf8)
    return AlignmentTexts.prepared(text).words.filter(isIncluded).map {
      String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }

  /// The marks of a text of one sentence: `,2` stands behind two words.
  private func marks(_ text: String) -> [String] {
    AlignmentTexts.prepared(text).marks.map { "\(Unicode.Scalar($0.kind))\($0.position)" }
  }

  @Test func wordsHaveTheirRanges() {
    #expect(
      words("The U.S. grew $14.3 billion in twenty-four days.") == [
        "The", "U", "S", "grew", "14.3 billion", "in", "twenty-four", "days",
      ])
    #expect(words("Öl kostet 3rd-party, naïve") == ["Öl", "kostet", "3rd", "party", "naïve"])
    #expect(words("") == [] && words(" .,! ") == [])
  }

  @Test func sentencesHaveTheirWordsAndMarks() {
    let text = AlignmentTexts.prepared("A headline\nOne, two: three. Four (five)?")
    #expect(text.sentences.map(\.words) == [0..<2, 2..<5, 5..<7])
    #expect(text.sentences.map(\.marks) == [0..<0, 0..<2, 2..<4])
    #expect(text.sentences.map(\.range) == [0..<10, 11..<27, 28..<40])
    #expect(text.sentences.map(\.isTerminated) == [false, true, true])
    #expect(text.sentences.map(\.isLine) == [true, false, false])
    #expect(text.words.count == 7)
  }

  @Test func equalKeysForTheSameStemAndNumber() {
    func key(_ word: String) -> UInt64 { AlignmentTexts.prepared(word).words[0].key }
    for (one, other) in [
      ("opened", "OPENING"), ("$14.3 billion", "14.3bn"), ("14,300 million", "14.3bn"), ("twenty-four", "24"),
      ("École", "école"), ("e\u{301}cole", "\u{E9}cole"), ("Совет", "совет"), ("dozen", "12"), ("3rd", "3"),
      ("1990s", "1990"),
    ] { #expect(key(one) == key(other), "\(one), \(other)") }
    for (one, other) in [
      ("open", "oven"), ("12", "13"), ("ecole", "école"), ("two", "twos"), ("10", "1.0"), ("x1", "x2"),
    ] {
      #expect(key(one) != key(other), "\(one), \(other)")
    }
  }

  @Test func numbersAndSmallOnes() {
    let text = "Two of 99 had 100 or 2.5 in B2 for a dozen at 14.3bn."
    #expect(words(text) { $0.isNumber } == ["Two", "99", "100", "2.5", "B2", "dozen", "14.3bn"])
    #expect(words(text) { $0.isSmallNumber } == ["Two", "99", "dozen"])
  }

  @Test func capitals() {
    #expect(
      words("The Émile of москва and Москва iPhone 3M ß Ω 北京.") { $0.isCapitalised } == ["The", "Émile", "Москва", "Ω"])
  }

  @Test(arguments: [
    "He said “one two three four” yes.", "He said \"one two three four\" yes.", "He said «one two three four» yes.",
    "He said « one two three four » yes.", "He said 「one two three four」 yes.", "He said „one two three four” yes.",
    "He said „one two three four“ yes.", "He said »one two three four«, yes.", "»one two three four«, he said.",
  ])
  func quotations(_ text: String) {
    #expect(words(text) { $0.isQuoted } == ["one", "two", "three", "four"])
  }

  @Test func quotationsThatGoOnAndShortOnes() {
    #expect(words("He said “one two three four five") { $0.isQuoted } == ["one", "two", "three", "four", "five"])
    #expect(words("one two three four,” he said") { $0.isQuoted } == ["one", "two", "three", "four"])
    #expect(words("„one two three four\" and “one two three five") { $0.isQuoted }.last == "five")
    #expect(words("The “Blue Bird” sank.") { $0.isQuoted } == [])
    #expect(
      words("“one two three,” he said, “four five six.”") { $0.isQuoted } == [
        "one", "two", "three", "four", "five", "six",
      ])
    #expect(words("It's the workers' and the council's own.") { $0.isQuoted } == [])
  }

  @Test func marksAndTheirPlaces() {
    #expect(marks("One, two; three: four") == [",1", ";2", ":3"])
    #expect(marks("One (two) — three – four - five") == ["(1", ")2", "-2", "-3", "-4"])
    #expect(marks("well-known, 1,150 and 3.5%") == [",2", "%5"])
    #expect(marks("It cost $5 or €6 or £7") == ["$2", "$4", "$6"])
    #expect(marks("“One” \"two\" «three»") == ["\"0", "\"1", "\"1", "\"2", "\"2", "\"3"])
    #expect(marks("一，二、三；四：五（六）").map { String($0.prefix(1)) } == [",", ",", ";", ":", "(", ")"])
    #expect(marks("One. … ! ? ' / &") == [])
  }

  @Test func randomTextsKeepTheirOrderAndRanges() {
    let memory = GuardedMemory(capacity: 1 << 14)
    for seed in 0..<300 as Range<UInt64> {
      var random = RandomText(seed: seed, .plain)
      var bytes = random.text(pieces: random.generator.number(0...60))
      if seed % 3 == 0 { bytes = Array(AlignmentTexts.random(&random.generator).utf8) }
      if seed % 3 == 1 { bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random.generator) } }
      let text = PreparedText(memory.placeAtEnd(bytes))
      let note = "seed \(seed): \(shown(bytes))"
      var (word, mark, end) = (0, 0, 0)
      for sentence in text.sentences {
        #expect(sentence.words.lowerBound == word && sentence.marks.lowerBound == mark, "\(note)")
        #expect(sentence.range.lowerBound >= end && sentence.range.upperBound <= bytes.count, "\(note)")
        (word, mark, end) = (sentence.words.upperBound, sentence.marks.upperBound, sentence.range.upperBound)
        var last = sentence.range.lowerBound
        for index in sentence.words {
          let word = text.words[index]
          #expect(word.start >= last && word.end > word.start && word.end <= end, "\(note)")
          last = word.start
        }
        for index in sentence.marks {
          #expect((0...sentence.words.count).contains(Int(text.marks[index].position)), "\(note)")
        }
        let positions = text.marks[sentence.marks].map(\.position)
        #expect(positions == positions.sorted(), "\(note)")
      }
      #expect(word == text.words.count && mark == text.marks.count, "\(note)")
    }
  }
}
