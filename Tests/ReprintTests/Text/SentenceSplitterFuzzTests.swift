import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

/// Any bytes are split into sentences, each of them once, in linear time.
struct SentenceSplitterFuzzTests {
  private func split(_ text: String) -> [TextSentence] {
    var text = text
    return text.withUTF8 { SentenceSplitter.sentences(of: $0) }
  }

  /// What is wrong with the sentences of a text, or nil; the memory around the text can't be read.
  private func problem(_ bytes: [UInt8], in memory: GuardedMemory) -> String? {
    let found = SentenceSplitter.sentences(of: memory.placeAtEnd(bytes))
    if found != SentenceSplitter.sentences(of: memory.placeAtStart(bytes)) { return "not the same at another place" }
    var end = 0
    var paragraph = 0
    for sentence in found {
      guard !sentence.range.isEmpty, sentence.range.lowerBound >= end, sentence.range.upperBound <= bytes.count else {
        return "a range out of order: \(sentence)"
      }
      if sentence.range.count > SentenceSplitter.longestSentence { return "too long: \(sentence)" }
      if sentence.paragraph < paragraph || sentence.paragraph > paragraph + 1 { return "paragraph of \(sentence)" }
      let left = String(decoding: bytes[end..<sentence.range.lowerBound], as: UTF8.self)
      if let problem = isOnlyMarks(left) { return problem }
      let text = String(decoding: bytes[sentence.range], as: UTF8.self).unicodeScalars
      if isBlank(text.first!) || isBlank(text.last!) { return "not trimmed: \(sentence)" }
      if String(decoding: bytes, as: UTF8.self).unicodeScalars.count
        != [bytes[..<sentence.range.lowerBound], bytes[sentence.range], bytes[sentence.range.upperBound...]]
        .map({ String(decoding: $0, as: UTF8.self).unicodeScalars.count }).reduce(0, +)
        && String(validating: bytes, as: UTF8.self) != nil
      {
        return "a scalar is cut: \(sentence)"
      }
      paragraph = sentence.paragraph
      end = sentence.range.upperBound
    }
    return isOnlyMarks(String(decoding: bytes[end...], as: UTF8.self))
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "\u{200B}\u{200E}\u{200F}\u{2060}\u{FEFF}".unicodeScalars.contains(scalar)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// What stands between sentences: lines of white space, or of one bullet or number.
  private func isOnlyMarks(_ text: String) -> String? {
    for line in text.unicodeScalars.split(whereSeparator: isBlank) {
      let mark = String(String.UnicodeScalarView(line))
      let isBullet = line.count == 1 && ScalarClass.isBullet(line.first!.value)
      guard isBullet || mark.wholeMatch(of: /[0-9]{1,3}\.|\(?([0-9]{1,3}|[A-Za-z])\)/) != nil else {
        return "left out: \(text)"
      }
    }
    return nil
  }

  @Test(arguments: 1...40)
  func coversRandomText(_ seed: Int) {
    let memory = GuardedMemory(capacity: 1 << 16)
    var random = RandomText(seed: UInt64(seed), .plain)
    for _ in 0..<20 {
      let bytes = random.text(pieces: random.generator.number(1...60))
      #expect(problem(bytes, in: memory) == nil)
    }
  }

  /// Pieces of sentences, put together at random.
  @Test(arguments: 1...40)
  func coversRandomSentences(_ seed: Int) {
    let pieces = [
      "word", "Word", "the", "The", "U.S", "Mr", "No", "5", "1", "p.m", "a", "B", "iPhone", "is", "中文", "と", "ไทย",
      "said", "z",
      ".", ".", ".", "!", "?", "…", "...", "。", "！", "।", ",", ":", ";", "\"", "'", "“", "”", "»", "«", "(", ")", "[",
      "]", "-", "—",
      " ", " ", " ", " ", " ", "\n", "\n", "\n\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{A0}", "\u{200B}", "\u{3000}",
      "\t", "•",
      "- ", "1. ", "\n-\n", "\n2.\n", "wrapped lines of about sixty bytes are what this is, say fifty\n",
    ]
    let memory = GuardedMemory(capacity: 1 << 16)
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<40 {
      let bytes = (0..<generator.number(0...80)).flatMap { _ in Array(generator.pick(pieces).utf8) }
      #expect(problem(bytes, in: memory) == nil)
    }
  }

  @Test
  func survivesAnyThreeBytes() {
    let memory = GuardedMemory(capacity: 1 << 12)
    let bytes: [UInt8] = [
      0x00, 0x0A, 0x0D, 0x20, 0x2D, 0x2E, 0x31, 0x41, 0x61, 0x22, 0x80, 0xA0, 0xBB, 0xC2, 0xE2, 0xE3, 0xEF, 0xF0, 0xFF,
    ]
    for first in bytes {
      for second in bytes {
        for third in bytes { #expect(problem([first, second, third], in: memory) == nil) }
      }
    }
  }

  @Test
  func cutsWhatIsTooLong() {
    let longest = SentenceSplitter.longestSentence
    #expect(split(String(repeating: "a", count: longest)).count == 1)
    #expect(split(String(repeating: "a", count: 3 * longest)).map(\.range.count) == [longest, longest, longest])
    #expect(split(String(repeating: "é", count: longest) + "x.").map(\.isTerminated) == [false, false, true])
    #expect(split("a" + String(repeating: "é", count: longest)).map(\.range.count) == [longest - 1, longest, 2])
    let words = split(String(repeating: "seven7, ", count: longest))
    #expect(words.allSatisfy { $0.range.count % 8 == 7 && $0.range.count > longest / 2 })
    #expect(words.allSatisfy { $0.paragraph == 0 })
  }

  /// Texts that a careless splitter goes over again and again: done in a moment, or never.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "a", ".", "......!!!! ", ". ", ".\"", "\"", "( ", "a. ( ", "! »", "a. - ", "A. B. ", "-\n", "a\n", "\r",
      "\u{2028} ", " ",
      "\u{FEFF}", ".[12]", "!” A. ", "»  ", "\u{E01}", "。", "1. ",
    ])
  func takesLinearTime(_ piece: String) {
    let text = "a. " + String(repeating: piece, count: 400_000 / piece.utf8.count) + "b."
    #expect(split(text).last?.range.upperBound == text.utf8.count)
  }
}
