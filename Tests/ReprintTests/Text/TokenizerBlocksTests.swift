import ReprintTestSupport
import Testing

@testable import Reprint

/// Texts that end, and words that stand, anywhere in a block of 64 bytes.
@Suite struct TokenizerBlocksTests {
  #if DEBUG
    static let offsetStep = 3
  #else
    static let offsetStep = 1
  #endif

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

  /// Runs of bytes that are no word, one, or several, one behind the other and between plain ones.
  @Test func runsOfOtherThanOneWordOneBehindAnother() {
    var check = TokenizerCheck()
    var generator = SeededGenerator(seed: 3)
    let runs = [
      "—", "a’b", "“c”", "é", "d", "…", "e—f—g", "日本語", "h\u{301}", "\u{FFFD}", "seventeenletters1",
    ]
    for _ in 0..<300 {
      let few = (0..<3).map { _ in generator.pick(runs) }
      let text = (0..<generator.number(1...60)).map { _ in generator.pick(few) }.joined(separator: " ")
      let problem = check.plain(Array(text.utf8)) ?? check.json(Array(text.utf8))
      guard problem == nil else {
        Issue.record("\(problem!), in \(text)")
        return
      }
    }
  }

  /// From the first ill-formed sequence on, blocks look out for others.
  @Test func textsOfAnyBytes() {
    var check = TokenizerCheck()
    var generator = SeededGenerator(seed: 5)
    let leads: [UInt8] = [0xC1, 0xC2, 0xDF, 0xE0, 0xE6, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF]
    for trial in 0..<600 {
      let text = (0..<generator.number(1...260)).map { _ in
        switch generator.number(0...(trial % 3 + 2)) {
        case 0: generator.pick(leads)
        case 1: UInt8(generator.number(0x80...0xBF))
        case 2: UInt8(generator.number(0...0xFF))
        default: generator.pick(Array("ab 1.".utf8))
        }
      }
      let problem = check.plain(text) ?? check.json(text)
      guard problem == nil else {
        Issue.record("trial \(trial): \(problem!), in \(shown(text))")
        return
      }
    }
  }

  @Test func straysAreIllFormedBytes() {
    var generator = SeededGenerator(seed: 6)
    var found = 0
    for _ in 0..<2000 {
      let bytes = (0..<72).map { _ in UInt8(generator.number(0x60...0xFF)) }
      let strays = bytes.withUnsafeBufferPointer { ByteBlock.strays(at: $0.baseAddress!) }
      found += strays.nonzeroBitCount
      var position = 0
      bytes.withUnsafeBufferPointer { bytes in
        while position < 64 {
          let decoded = PlainEncoding.decode(bytes.baseAddress! + position, bytes.baseAddress! + bytes.count)
          let isStray = strays >> UInt64(position) & 1 == 1
          if isStray { #expect(decoded.value == DecodedScalar.invalid && decoded.length == 1) }
          for inner in position + 1..<max(position + 1, min(64, position + decoded.length)) {
            #expect(strays >> UInt64(inner) & 1 == 0)
          }
          position += decoded.length
        }
      }
    }
    #expect(found > 2000 * 30, "most are")
  }

  @Test func endsOfMarkedRunsAreFound() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<3000 {
      let runs = generator.next() | (generator.number(0...1) == 0 ? generator.next() : 0)
      let marks = runs & generator.next() & generator.next() & generator.next()
      var expected: UInt64 = 0
      var isMarked = false
      for bit in 0..<64 as Range<UInt64> {
        if runs >> bit & 1 == 1 {
          isMarked = isMarked || marks >> bit & 1 == 1
        } else {
          if isMarked { expected |= 1 << bit }
          isMarked = false
        }
      }
      let ends = ~runs & runs << 1
      #expect(ByteBlock.ends(of: runs, ends, with: marks) == expected)
      let long = (0..<48).reduce(0 as UInt64) { long, bit in
        runs >> UInt64(bit) & 0x1FFFF == 0x1FFFF ? long | 1 << UInt64(bit) : long
      }
      #expect(ByteBlock.startsOfSeventeen(runs) == long)
    }
    #expect(ByteBlock.startsOfSeventeen(0x3FFFF << 40) == 3 << 40)
    #expect(ByteBlock.startsOfSeventeen(0xFFFF << 48) == 0)
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
}
