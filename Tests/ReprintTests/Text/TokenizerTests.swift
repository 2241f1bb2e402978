import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

/// Compares a tokeniser with ``ReferenceTokenizer``, on texts with unreadable memory around them.
struct TokenizerCheck: ~Copyable {
  private var tokenizer = Tokenizer()
  private var second = Tokenizer()
  private let reference = ReferenceTokenizer()
  private let memory = GuardedMemory(capacity: 1 << 16)
  private let quote = UInt8(ascii: "\"")
  /// The hash of every folded word met so far, and the other way round.
  private var hashes: [[UInt32]: UInt64] = [:]
  private var folded: [UInt64: [UInt32]] = [:]

  /// What is wrong with the reading of a plain text, or nil.
  ///
  /// - Parameter behind: readable bytes that do not belong to the text.
  mutating func plain(_ bytes: [UInt8], behind: [UInt8] = []) -> String? {
    let expected = reference.read(plain: bytes)
    for atEnd in [true, false] {
      let all = atEnd ? memory.placeAtEnd(bytes + behind) : memory.placeAtStart(bytes + behind)
      let text = UnsafeBufferPointer(rebasing: all[..<bytes.count])
      tokenizer.resetInvalidSequences()
      tokenizer.hashWords(plain: text, readableEnd: all.baseAddress! + all.count)
      if let problem = compare(expected) { return problem }
    }
    let tokens = tokenizer.tokens(of: memory.placeAtEnd(bytes))
    return compare(tokens, expected) ?? compareAlone(tokens, bytes, isJSON: false)
  }

  /// What is wrong with the reading of a JSON string's content, or nil.
  ///
  /// The content may hold a closing quote; if not, `behind` begins with one.
  mutating func json(_ content: [UInt8], behind: [UInt8] = [UInt8(ascii: "\"")]) -> String? {
    let expected = reference.read(jsonString: content + behind)
    for atEnd in [true, false] {
      let all = [quote] + content + behind
      let line = atEnd ? memory.placeAtEnd(all) : memory.placeAtStart(all)
      let start = line.baseAddress! + 1
      let end = line.baseAddress! + line.count
      tokenizer.resetInvalidSequences()
      let closing = tokenizer.hashWords(jsonString: start, end: end, readableEnd: end)
      if closing - start != expected.end { return "closing quote at \(closing - start), not \(expected.end)" }
      if let problem = compare(expected) { return problem }
    }
    let content = Array((content + behind)[..<expected.end])
    let tokens = tokenizer.tokens(ofJSONString: memory.placeAtEnd(content))
    return compare(tokens, expected) ?? compareAlone(tokens, content, isJSON: true)
  }

  /// Compares the hashes that the tokeniser holds.
  private mutating func compare(_ expected: ReferenceTokenizer.Reading) -> String? {
    let found = Array(tokenizer.hashes)
    guard found.count == expected.words.count else {
      return "\(found.count) words, not \(expected.words.map(\.text))"
    }
    for (hash, word) in zip(found, expected.words) {
      if let problem = compare(hash, word) { return problem }
    }
    if tokenizer.invalidSequences != expected.invalidSequences {
      return "\(tokenizer.invalidSequences) invalid sequences, not \(expected.invalidSequences)"
    }
    return nil
  }

  private mutating func compare(_ tokens: [Token], _ expected: ReferenceTokenizer.Reading) -> String? {
    if tokens.map(\.hash) != Array(tokenizer.hashes) { return "other hashes with ranges than without" }
    for (token, word) in zip(tokens, expected.words) where token.start..<token.end != word.range {
      return "'\(word.text)' at \(token.start)..<\(token.end), not \(word.range)"
    }
    return nil
  }

  /// Whether this is the one hash of the word: that of its folded UTF-8.
  private mutating func compare(_ hash: UInt64, _ word: ReferenceTokenizer.Word) -> String? {
    if hashes[word.folded] == nil {
      let bytes = Array(word.text.utf8)
      let own = (bytes + [UInt8](repeating: 0, count: 16)).withUnsafeBufferPointer {
        WordHash.hash($0.baseAddress!, count: bytes.count, lowercase: 0, rows: WordHash.rows)
      }
      // What folded once folds to itself.
      if bytes.withUnsafeBufferPointer({ second.tokens(of: $0) }).map(\.hash) != [own] {
        return "'\(word.text)' alone is another word, or several"
      }
      hashes[word.folded] = own
      if let other = folded.updateValue(word.folded, forKey: own) { return "'\(word.text)' has the hash of \(other)" }
    }
    return hashes[word.folded] == hash ? nil : "the hash of '\(word.text)' at \(word.range) is another's"
  }

  /// Each token's bytes by themselves spell the same word. (A scalar that folds to letters of two words, such as Thai
  /// SARA AM behind a Latin letter, gives the range both.)
  private mutating func compareAlone(_ tokens: [Token], _ bytes: [UInt8], isJSON: Bool) -> String? {
    for token in tokens {
      let own = bytes[token.start..<token.end].withUnsafeBufferPointer {
        isJSON ? second.tokens(ofJSONString: $0) : second.tokens(of: $0)
      }
      if !own.contains(where: { $0.hash == token.hash }) {
        return "\(token.start)..<\(token.end) alone is another word"
      }
      if own.count != 1 && bytes[token.start..<token.end].allSatisfy({ $0 < 0x80 }) && !isJSON {
        return "\(token.start)..<\(token.end) alone is several words"
      }
    }
    return nil
  }
}

/// A text as a failing test should show it.
func shown(_ bytes: [UInt8]) -> String {
  bytes.map { (0x20..<0x7F).contains($0) ? String(Unicode.Scalar($0)) : "<\(String($0, radix: 16))>" }.joined()
}

@Suite struct TokenizerTests {
  #if DEBUG
    static let trials = 2500
    static let offsetStep = 3
  #else
    static let trials = 100_000
    static let offsetStep = 1
  #endif

  // MARK: Random texts

  /// Runs random texts; `REPRINT_SEED` tries others than the usual.
  private func fuzz(_ kind: RandomText.Kind, _ check: (inout TokenizerCheck, [UInt8], inout RandomText) -> String?) {
    let first = ProcessInfo.processInfo.environment["REPRINT_SEED"].flatMap(UInt64.init) ?? 1
    var state = TokenizerCheck()
    var failures = 0
    for seed in first..<first + UInt64(Self.trials) {
      var random = RandomText(seed: seed, kind)
      let text = random.text(pieces: random.generator.number(0...(seed % 4 == 0 ? 60 : 14)))
      if kind == .json && hasPointBeforeEscapedDigit(text) { continue }
      if let problem = check(&state, text, &random) {
        Issue.record("seed \(seed): \(problem), in \(shown(text))")
        failures += 1
        if failures == 5 { return }
      }
    }
  }

  /// Whether a number goes on with an escaped digit right behind a point; see ``escapedDigitBehindAPoint()``.
  private func hasPointBeforeEscapedDigit(_ text: [UInt8]) -> Bool {
    text.indices.dropLast(7).contains { index in
      isDigit(text[index]) && isPoint(text[index + 1]) && text[(index + 2)...].starts(with: Array("\\u003".utf8))
        && isDigit(text[index + 7])
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private func isPoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }

  @Test func plainTextReadsAsTheDefinitionSays() {
    fuzz(.plain) { check, text, _ in check.plain(text) }
  }

  @Test func plainTextDoesNotReadWhatIsBehindIt() {
    fuzz(.plain) { check, text, random in
      // Letters and digits right behind the text would join its last word if they were looked at.
      let behind = random.text(pieces: 20)
      // See ``digitBehindAPointAtTheEnd()``.
      if let last = text.last, isPoint(last), let next = behind.first, isDigit(next) { return nil }
      return check.plain(text, behind: behind)
    }
  }

  @Test func jsonStringsReadAsTheDefinitionSays() {
    fuzz(.json) { check, text, _ in check.json(text) }
  }

  @Test func jsonStringsEndAtTheirQuote() {
    fuzz(.json) { check, text, random in
      check.json(text, behind: Array("\"".utf8) + random.text(pieces: 20))
    }
  }

  @Test func pointAtTheEndBeforeADigitBehindTheText() {
    var check = TokenizerCheck()
    let behind = Array(("2" + String(repeating: " trailing", count: 20)).utf8)
    for length in 40..<120 {
      let text = Array((String(repeating: "x ", count: length / 2) + "in 1.").utf8)
      #expect(check.plain(text, behind: behind) == nil)
    }
  }

  @Test func escapedDigitBehindAPoint() {
    var check = TokenizerCheck()
    for offset in 0..<100 {
      let text = Array((String(repeating: " ", count: offset) + "version 1.\\u0035 of it").utf8)
      let behind = Array(("\"" + String(repeating: " trailing", count: 20)).utf8)
      #expect(check.json(text, behind: behind) == nil)
    }
  }

  // MARK: Borders of blocks

  /// As many bytes of words and spaces as asked for, the same for the same seed.
  private func filler(_ count: Int, seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    switch seed % 3 {
    case 0: return [UInt8](repeating: UInt8(ascii: " "), count: count)
    case 1: return (0..<count).map { _ in generator.pick(Array("etaoinshr".utf8)) }
    default: return (0..<count).map { _ in generator.pick(Array("etaoin  shrdlu  . ,12".utf8)) }
    }
  }

  private func expectAtEveryOffset(_ pieces: [[UInt8]], json: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
    var check = TokenizerCheck()
    for (number, piece) in pieces.enumerated() {
      for offset in stride(from: number % Self.offsetStep, through: 130, by: Self.offsetStep) {
        let seed = UInt64(offset + number)
        for tail in [0, 30, 100] {
          let text = filler(offset, seed: seed) + piece + filler(tail, seed: seed &* 7)
          let problem = json ? check.json(text) : check.plain(text)
          if let problem {
            Issue.record("at \(offset), tail \(tail): \(problem), in \(shown(text))", sourceLocation: sourceLocation)
            return
          }
        }
      }
    }
  }

  @Test func wordsOfAnyLengthAtAnyOffset() {
    let lengths = [1, 2, 7, 8, 9, 15, 16, 17, 18, 24, 31, 32, 33, 48, 49, 63, 64, 65, 127, 128, 129, 300]
    let words = lengths.map { length in
      [0x20] + (0..<length).map { UInt8(ascii: "A") + UInt8($0 % 26) } + Array(" Ab".utf8)
    }
    expectAtEveryOffset(words, json: false)
    expectAtEveryOffset(words, json: true)
  }

  @Test func numbersAtAnyOffset() {
    let numbers = [
      " 1.5 ", " 1,234,567.89 ", "1.", ".5", " 1..5 ", "1.,5", "1.a", "a.1", "v1.2b", "1.2.3.4", " 12345678901234567.8",
      "1.\u{FF15}", "\u{661}.5", "1\u{AD}.5", "1.\u{AD}5",
    ]
    expectAtEveryOffset(numbers.map { Array($0.utf8) }, json: false)
    expectAtEveryOffset(numbers.map { Array($0.utf8) }, json: true)
  }

  @Test func charactersOfSeveralBytesAtAnyOffset() {
    let texts = [
      "é", "e\u{301}x", "naïve", "日本語", "日", "ไทยแลนด์", "한글", "\u{1112}\u{1161}\u{11AB}", "𝔘nicode", "co\u{AD}op",
      "a\u{200B}b",
      "“x”", "x—y", "ﬁn", "ガｶﾞ", "İx", "e\u{302}\u{323}", "\u{301}x", "a日b", "日ก", "\u{10FFFF}x",
    ]
    let broken: [[UInt8]] = [
      [0x61, 0xFF, 0x62], [0xE6, 0x97, 0x61], [0xE6, 0x97], [0xF0, 0x9F, 0x98, 0x61], [0xC0, 0xAF],
      [0xED, 0xA0, 0x80, 0x61],
      [0x80, 0x61], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F], [0xC3],
    ]
    expectAtEveryOffset(texts.map { Array($0.utf8) } + broken, json: false)
    expectAtEveryOffset(texts.map { Array($0.utf8) } + broken, json: true)
  }

  @Test func escapesAtAnyOffset() {
    let escapes = [
      #"\n"#, #"\nfar"#, #"\ttab"#, #"\bback"#, #"\fast"#, #"\run"#, #"\"quoted\""#, #"\\"#, #"\\\\"#, #"\\n"#,
      #"\\\n"#, #"\\\""#, #"\/x"#,
      #"\u00e9"#, #"caf\u00e9s"#, #"cafe\u0301s"#, #"\u0041bc"#, #"\u0022x"#, #"\u005cn"#, #"\ud83d\ude00x"#,
      #"\ud835\udd18x"#, #"\ud83dx"#, #"\ude00x"#,
      #"\ud83d\ud83d\ude00"#, #"\ud83d\n"#, #"\u12"#, #"\u12g4x"#, #"\u"#, #"\x41"#, #"\5"#, #"\5.5"#, #"\.5"#,
      #"1\.5"#, #"1\u002e5"#, #"\u0031.5"#, #"\é"#,
      #"\日本"#, #"\ "#, #"\'s"#, #"a\u00adb"#, #"\u65e5\u672c\u8a9e"#, #"日\u672c"#,
    ]
    expectAtEveryOffset(escapes.map { Array($0.utf8) }, json: true)
  }

  @Test func textsOfEveryLength() {
    var check = TokenizerCheck()
    let prose = Array("The quick brown fox, 12.5 years old and “über”-nimble, jumps over 3 lazy dogs. ".utf8)
    let text = prose + prose + prose
    for length in 0...200 {
      for start in stride(from: 0, to: 40, by: 4 * Self.offsetStep) {
        let part = Array(text[start..<start + length])
        #expect(check.plain(part) == nil, "\(length) bytes from \(start)")
        #expect(check.json(part) == nil, "\(length) bytes from \(start)")
      }
    }
  }

  @Test func closingQuoteAtEveryPosition() {
    var check = TokenizerCheck()
    let text = Array(
      (#"A line\nwith \"quotes\" and caf\u00e9s \\ backslashes, 3.5 of them, and so on until "#
        + #"the end of it, past 128 bytes, to see every block, \\\"too"#).utf8)
    for length in 0...text.count {
      for rest in ["\"", "\",\"id\":5}", "\"" + String(repeating: "x", count: 150)] {
        #expect(check.json(Array(text[..<length]), behind: Array(rest.utf8)) == nil, "\(length) bytes before \(rest)")
      }
    }
  }

  @Test func stringsWithoutAClosingQuoteEndWithTheLine() {
    var tokenizer = Tokenizer()
    let memory = GuardedMemory(capacity: 1 << 12)
    for length in 1...150 {
      for last in ["a", "\\", "\\\\", "\\\"", "\\u00", "\u{E9}", "1."] {
        let line = memory.placeAtEnd([UInt8](repeating: UInt8(ascii: "a"), count: length) + Array(last.utf8))
        let start = line.baseAddress! + 1
        let end = line.baseAddress! + line.count
        #expect(
          tokenizer.hashWords(jsonString: start, end: end, readableEnd: end) == end, "\(length) letters, then \(last)")
      }
    }
  }

  @Test func emptyTextsHaveNoWords() {
    var tokenizer = Tokenizer()
    tokenizer.hashWords(plain: UnsafeBufferPointer(start: nil, count: 0))
    #expect(tokenizer.hashes.isEmpty)
    [UInt8](" x".utf8).withUnsafeBufferPointer { tokenizer.hashWords(plain: $0) }
    #expect(tokenizer.hashes.count == 1)
    tokenizer.hashWords(plain: UnsafeBufferPointer(start: nil, count: 0))
    #expect(tokenizer.hashes.isEmpty, "of the text before, nothing is left")
    #expect(tokenizer.tokens(of: UnsafeBufferPointer(start: nil, count: 0)).isEmpty)
    #expect(tokenizer.tokens(ofJSONString: UnsafeBufferPointer(start: nil, count: 0)).isEmpty)
  }

  @Test func runsAndMarksBeyondTheRoomOfBuffers() {
    var check = TokenizerCheck()
    for count in [60, 63, 64, 65, 129, 1000] {
      let run = (0..<count).map { String(Unicode.Scalar(UInt32(0x4E00 + $0))!) }.joined()
      #expect(check.plain(Array(run.utf8)) == nil)
      #expect(check.json(Array(run.utf8)) == nil)
      let marks = (0..<count).map { "a\u{301}" + ($0 % 3 == 0 ? "\u{323}" : "") + ($0 % 5 == 0 ? "é\u{327}" : "") }
        .joined()
      #expect(check.plain(Array(marks.utf8)) == nil)
      #expect(check.json(Array(marks.utf8)) == nil)
    }
  }

  @Test func wordsBeyondTheRoomOfShortTexts() {
    var check = TokenizerCheck()
    // Many words to a byte: single letters, and pairs of a character that stands for two.
    for count in [1, 2, 3, 10, 11, 12, 13, 63, 64, 65, 500, 5000] {
      #expect(check.plain(Array(String(repeating: "a ", count: count).utf8)) == nil)
      #expect(check.plain(Array(String(repeating: "\u{309F}", count: count).utf8)) == nil)
      #expect(check.plain(Array(String(repeating: "a日", count: count).utf8)) == nil)
      #expect(check.json(Array(String(repeating: "a\\n", count: count).utf8)) == nil)
    }
  }

  @Test func invalidSequencesAreCountedUntilTheyAreReset() {
    var tokenizer = Tokenizer()
    let text: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x20, 0xE6, 0x97]
    text.withUnsafeBufferPointer { tokenizer.hashWords(plain: $0) }
    #expect(tokenizer.invalidSequences == 3)
    text.withUnsafeBufferPointer { tokenizer.hashWords(plain: $0) }
    #expect(tokenizer.invalidSequences == 6)
    tokenizer.resetInvalidSequences()
    #expect(tokenizer.invalidSequences == 0)
  }

  // MARK: What is the same word, and what is not

  private func words(_ text: String) -> [UInt64] {
    var tokenizer = Tokenizer()
    return Array(text.utf8).withUnsafeBufferPointer { tokenizer.tokens(of: $0) }.map(\.hash)
  }

  @Test(arguments: [
    [
      "Reprint", "reprint", "REPRINT", "rEPRINT", "\u{FF32}\u{FF45}\u{FF50}\u{FF52}\u{FF49}\u{FF4E}\u{FF54}",
      "re\u{AD}print", "re\u{200B}print", "re\u{2060}print", "re\u{FE0F}print",
    ],
    ["don't go", "don’t go", "don‘t go", "DON'T—GO", "“don't” go…", "don t\u{A0}go", "don\tt\r\ngo", "«don't», go!"],
    ["Straße", "STRASSE", "strasse", "STRAẞE"],
    ["ΟΔΥΣΣΕΥΣ", "οδυσσευς", "οδυσσευσ"],
    ["café", "cafe\u{301}", "CAFÉ", "CAFE\u{301}", "caf\u{E9}\u{AD}", "cafe\u{200D}\u{301}"],
    ["Việt", "Vie\u{302}\u{323}t", "Vie\u{323}\u{302}t", "Vi\u{EA}\u{323}t", "Vi\u{1EB9}\u{302}t", "VIỆT"],
    ["ガス", "ｶﾞｽ", "カ\u{3099}ス", "ｶ\u{3099}ス"],
    ["한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"],
    ["ﬁnd", "find", "FIND", "ＦＩＮＤ"],
    ["izmir", "IZMIR", "ızmır"],
    ["Ⅻ", "xii", "XII"],
    ["x²", "x2", "x₂", "x\u{FF12}"],
    ["Kelvin", "\u{212A}elvin"],
    ["Ångström", "\u{212B}ngstro\u{308}m"],
    ["ﷲ", "الله", "ال\u{640}له"],
    ["עברית\u{200F}", "עברית"],
    ["क़", "क\u{93C}"],
    ["12,345.67", "12,345.67.", "(12,345.67)"],
    ["日本語", "日\u{200B}本語", "日本\u{FE00}語"],
    ["金", "\u{F90A}"],
  ]) func spellingsOfOneText(spellings: [String]) {
    let first = words(spellings[0])
    #expect(!first.isEmpty)
    for spelling in spellings.dropFirst() { #expect(words(spelling) == first, "'\(spelling)' is '\(spellings[0])'") }
  }

  @Test func composedAndDecomposedDottedCapitalI() {
    #expect(words("İzmir") == words("I\u{307}zmir"))
  }

  @Test func differentWordsDiffer() {
    let texts = [
      "reprint", "reprints", "re print", "resume", "résumé", "1.5", "15", "1,5", "1 5", "2.5", "a", "b", "0", "o", "l",
      "ab", "ba", "日本", "本日", "か", "が",
      "カ", "한", "하", "ö", "o\u{338}", "ø", "oe", "œ", "e\u{323}\u{301}", "e\u{323}\u{302}", "e\u{301}\u{302}",
      "e\u{302}\u{301}",
      "क\u{301}\u{93E}", "क\u{93E}\u{301}", "ss", "s", "σ", "б",
      "aaaaaaaaaaaaaaaa",
      "aaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaa", String(repeating: "a", count: 32), String(repeating: "a", count: 33),
      "กขคง",
      "กขคจ", "กขค", "aaaaaaaaaaaaaaab", "baaaaaaaaaaaaaaa", "aaaaaaaabaaaaaaa",
    ]
    var seen: [[UInt64]: String] = [:]
    for text in texts {
      let own = words(text)
      #expect(!own.isEmpty)
      if let other = seen.updateValue(text, forKey: own) { Issue.record("'\(text)' is '\(other)'") }
    }
  }

  @Test func manyWordsHaveManyHashes() {
    var tokenizer = Tokenizer()
    let text = (0..<20_000).map { "w\($0) \($0) x\(String($0, radix: 36))yzzzzzzzzzzzz\($0)" }.joined(separator: " ")
    let hashes = Array(text.utf8).withUnsafeBufferPointer { tokenizer.tokens(of: $0) }.map(\.hash)
    #expect(hashes.count == 60_000)
    #expect(Set(hashes).count == 60_000)
  }

  @Test(arguments: [
    ("東京都", 2), ("東京", 1), ("東", 1), ("東京 都", 2), ("東京タワー", 4), ("ภาษาไทย", 4), ("ไทย", 1), ("ab東京", 2), ("3東京", 2),
    ("東。京", 2), ("한국어", 1),
    ("русский язык", 2), ("العربية", 1), ("e\u{301}\u{301}", 1), ("\u{301}", 0), ("😀", 0), ("…—“”", 0), ("\u{AD}", 0),
    ("snake_case", 2), ("C++", 1),
    ("a.b", 2), ("3.14.15", 1), ("3. 14", 2), ("U.S.A.", 3), ("user@example.com", 3),
  ]) func numberOfWords(text: String, count: Int) {
    #expect(words(text).count == count, "\(text)")
  }
}
