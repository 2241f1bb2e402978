import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct WordStemTests {
  private func stem(_ word: String) -> String {
    var bytes = Array(word.utf8)
    let count = bytes.withUnsafeMutableBufferPointer { WordStem.stem($0) }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// The same over strings.
  private func slowStem(_ word: String) -> String {
    guard word.utf8.count > 3, let first = word.utf8.first, first > 0x39 else { return word }
    let endings: [(String, String)] = [
      ("ational", "ate"), ("ations", ""), ("ation", ""), ("nesses", ""), ("ness", ""), ("ingly", ""), ("edly", ""),
      ("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("ers", ""), ("er", ""), ("ly", ""),
      ("es", ""), ("s", ""), ("e", ""),
    ]
    var result = word
    for (ending, replacement) in endings where word.hasSuffix(ending) && word != ending {
      let shorter = word.dropLast(ending.count) + replacement
      guard shorter.count >= 3, !(ending == "s" && word.hasSuffix("ss")) else { continue }
      result = String(shorter)
      break
    }
    let last = result.suffix(2)
    if result.count > 3, last.first == last.last, !["ll", "ss", "ee"].contains(last) { result.removeLast() }
    if result.count > 3, result.hasSuffix("i") { result = result.dropLast() + "y" }
    return result
  }

  @Test(arguments: [
    ["open", "opens", "opened", "opening", "openings", "opener", "openers"],
    ["stop", "stops", "stopped", "stopping"], ["tell", "tells", "telling"], ["city", "cities"],
    ["carry", "carries", "carried", "carrying", "carrier"], ["rate", "rates", "rated", "rating", "ratings"],
    ["quick", "quickly", "quickness"], ["organise", "organised", "organises", "organising"],
    ["report", "reports", "reported", "reportedly", "reporting"], ["agree", "agrees", "agreed"], ["dark", "darkness"],
    ["alarm", "alarming", "alarmingly"], ["form", "formation", "formations"], ["plan", "planned", "planner"],
  ])
  func formsOfAWordAreTheSame(_ forms: [String]) {
    for form in forms { #expect(stem(form) == stem(forms[0]), "\(form)") }
  }

  @Test(arguments: [
    ("policy", "police"), ("universe", "university"), ("import", "important"), ("company", "compare"),
    ("minister", "ministry"), ("state", "station"), ("ration", "rate"), ("string", "strings of"), ("bed", "bee"),
    ("wander", "wonder"), ("king", "kin"), ("thing", "thin"), ("used", "using2"), ("nation", "native"), ("sing", "sin"),
  ])
  func otherWordsStayApart(_ first: String, _ second: String) {
    #expect(stem(first) != stem(second))
  }

  @Test func shortWordsAndFiguresStayAsTheyAre() {
    for word in ["", "a", "is", "was", "bed", "the", "2020s", "1990s", "3rds"] { #expect(stem(word) == word) }
  }

  @Test(arguments: [
    "open", "stop", "tell", "city", "carry", "rat", "quick", "harbour", "report", "form", "plan", "storm", "pass",
    "class",
  ])
  func stemsOfTheTableStay(_ word: String) {
    #expect(stem(word) == word)
  }

  @Test func randomWordsStemAsSlowlyAndStayInBounds() {
    var generator = SeededGenerator(seed: 3)
    let memory = GuardedMemory(capacity: 64)
    let pieces = [
      "a", "b", "i", "ll", "ss", "ee", "tt", "st", "ational", "ation", "ations", "ness", "nesses", "ing", "ings",
      "ingly",
      "ed", "edly", "ied", "ies", "er", "ers", "ly", "es", "s", "e", "n", "7",
    ]
    for trial in 0..<4000 {
      let word = (0..<generator.number(0...5)).map { _ in generator.pick(pieces) }.joined()
      let found = stem(word)
      #expect(found == slowStem(word), "trial \(trial): \(word)")
      #expect(found.utf8.count >= min(3, word.utf8.count), "trial \(trial): \(word)")
      for placed in [memory.placeAtEnd(word.utf8), memory.placeAtStart(word.utf8)] {
        #expect(
          WordStem.stem(UnsafeMutableBufferPointer(mutating: placed)) == found.utf8.count, "trial \(trial): \(word)")
      }
      // Again and again, a stem comes to rest.
      var (last, next) = (found, stem(found))
      for _ in 0..<word.utf8.count where next != last { (last, next) = (next, stem(next)) }
      #expect(next == last, "trial \(trial): \(word)")
    }
  }

  @Test func stemsAreThoseOfTheWordInLowerCase() {
    var generator = SeededGenerator(seed: 5)
    let memory = GuardedMemory(capacity: 128)
    let pieces = ["Open", "ING", "s", "E", "7", "é", "Ation", "zzz", "Ness", "İ", "Harbour"]
    for trial in 0..<4000 {
      let word = (0..<generator.number(0...7)).map { _ in generator.pick(pieces) }.joined()
      let isASCII = word.utf8.allSatisfy { $0 < 0x80 } && word.utf8.count <= 24
      let folded = word.utf8.prefix(24).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
      let hasFigure = folded.contains { (0x30...0x39).contains($0) }
      let expected = isASCII && !hasFigure ? Array(stem(word.lowercased()).utf8) : folded
      for placed in [memory.placeAtEnd(word.utf8), memory.placeAtStart(word.utf8)] {
        WordStem.withStem(of: placed) { stem, isPlain, hasDigit in
          #expect(Array(stem) == expected && isPlain == isASCII && hasDigit == hasFigure, "trial \(trial): \(word)")
        }
      }
    }
  }

  // MARK: StemBytes

  private func bytes(_ text: [UInt8]) -> StemBytes { text.withUnsafeBufferPointer { StemBytes($0) } }

  @Test func softHyphensLeaveNoTrace() {
    func key(_ word: String) -> UInt64? { PreparedText.key(ofWord: word) }
    #expect(key("even\u{AD}ing") == key("evening") && key("evening") != nil)
    #expect(key("\u{AD}penal\u{AD}ties\u{AD}") == key("penalty"))
    #expect(key("Stra\u{AD}ße") == key("straße"))
    #expect(
      key("a\u{AD}" + String(repeating: "b", count: 22) + "\u{AD}c")
        == key("a" + String(repeating: "b", count: 22) + "c"))
  }

  @Test func commonPrefixesEqualALoop() {
    var generator = SeededGenerator(seed: 4)
    for trial in 0..<4000 {
      let first = (0..<generator.number(0...20)).map { _ in UInt8(generator.number(0...2)) }
      var second = first
      for _ in 0..<generator.number(0...2) where !second.isEmpty {
        second[generator.number(0...second.count - 1)] = UInt8(generator.number(0...255))
      }
      if generator.chance(0.5) { second = Array(second.prefix(generator.number(0...20))) }
      if generator.chance(0.2) { second += [0, 1, 2] }
      var shared = 0
      while shared < min(first.count, second.count, 16), first[shared] == second[shared] { shared += 1 }
      #expect(bytes(first).commonPrefix(bytes(second)) == shared, "trial \(trial): \(first), \(second)")
      #expect(bytes(second).commonPrefix(bytes(first)) == shared, "trial \(trial): \(first), \(second)")
    }
  }

  @Test func prefixesAreTheFirstFourBytes() {
    #expect(bytes([1, 2, 3, 4, 5]).prefix == 0x0403_0201)
    #expect(bytes([1, 2]).prefix == 0x0201)
    #expect(bytes(Array(repeating: 7, count: 400)).count == 255)
    #expect(bytes([]).count == 0)
  }
}
