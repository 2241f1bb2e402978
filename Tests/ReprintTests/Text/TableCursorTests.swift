import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct TableCursorTests {
  private func words(_ text: UnsafeBufferPointer<UInt8>) -> [[String]] {
    var cursor = TableCursor(text)
    var lines: [[String]] = []
    repeat {
      var line: [String] = []
      while let word = cursor.nextWord() { line.append(String(decoding: word, as: UTF8.self)) }
      let word = cursor.nextWord()
      #expect(word == nil)
      lines.append(line)
    } while cursor.nextLine()
    let (hasMore, word) = (cursor.nextLine(), cursor.nextWord())
    #expect(!hasMore && word == nil)
    return lines
  }

  @Test func wordsAreThoseOfASplit() {
    let memory = GuardedMemory(capacity: 64)
    for seed in 0..<400 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = (0..<generator.number(0...24)).map { _ in generator.pick(["a", "bc", "é", " ", "\n", "\r"]) }.joined()
      let expected = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
        line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      }
      #expect(words(memory.placeAtEnd(text.utf8)) == expected, "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test func aLineMayBeLeftEarly() {
    Array("one two\nthree".utf8).withUnsafeBufferPointer { text in
      var cursor = TableCursor(text)
      let (first, hasMore, second) = (cursor.nextWord(), cursor.nextLine(), cursor.nextWord())
      #expect(first?.spells("one") == true && hasMore && second?.spells("three") == true)
    }
  }

  @Test func aWordSpellsItselfAlone() {
    Array("tree".utf8).withUnsafeBufferPointer { word in
      #expect(word.spells("tree"))
      for other in ["", "tre", "trees", "treE"] as [StaticString] { #expect(!word.spells(other)) }
    }
    #expect(!UnsafeBufferPointer<UInt8>(start: nil, count: 0).spells("a"))
  }
}
