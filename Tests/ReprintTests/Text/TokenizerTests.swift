import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct TokenizerTests {
  #if DEBUG
    static let trials = 2500
  #else
    static let trials = 100_000
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
