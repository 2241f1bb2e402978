import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct PageLinesTests {
  private func lines(_ text: String, isJSON: Bool = false) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      PageLines(buffer, isJSON: isJSON).lines.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
  }

  @Test func linesEndAtNewlines() {
    #expect(
      lines("Home | News\n\n  The harbour opened. \r\nShare\n") == ["Home | News", "The harbour opened.", "Share"])
    #expect(lines("one line") == ["one line"])
    #expect(lines("") == [])
    #expect(lines("\n \n\t\n") == [])
  }

  @Test func linesOfJSONStringsEndAtEscapes() {
    #expect(
      lines(#"Home\nThe \"harbour\" opened.\n\nA\\n stays"#, isJSON: true) == [
        "Home", #"The \"harbour\" opened."#, #"A\\n stays"#,
      ])
    #expect(lines(#"cut off \"#, isJSON: true) == [#"cut off \"#])
    #expect(lines(#"Home\nb"#, isJSON: false) == [#"Home\nb"#])
  }

  /// However a line is written, it counts as what it spells.
  @Test func escapesMakeNoDifference() {
    func hashes(_ text: String, isJSON: Bool) -> [[UInt64]] {
      let bytes = Array(text.utf8)
      return bytes.withUnsafeBufferPointer { buffer in
        PageLines(buffer, isJSON: isJSON).lines.map { [$0.hash, UInt64($0.length), UInt64($0.number)] }
      }
    }
    let plain = hashes("A \"quoted\" one – dash\r\n\n\tback\\slash / 😀\nplain", isJSON: false)
    #expect(plain.count == 3)
    #expect(hashes(#"A \"quoted\" one – dash\r\n\n\tback\\slash / 😀\nplain"#, isJSON: true) == plain)
    #expect(
      hashes(#"A \u0022quoted\" one \u2013 dash\r\n\n\tback\u005cslash \/ \ud83d\ude00\n\u0070lain"#, isJSON: true)
        == plain)
    #expect(hashes(#"\t\n\r\n \u0020"#, isJSON: true) == [])
  }

  @Test func equalLinesHaveEqualHashes() {
    let text = Array("Menu\nA first paragraph.\nMenu\nA first paragraph!".utf8)
    let hashes = text.withUnsafeBufferPointer { PageLines($0, isJSON: false).lines.map(\.hash) }
    #expect(hashes[0] == hashes[2])
    #expect(Set(hashes).count == 3)
  }

  /// Every byte of a line counts, wherever it stands.
  @Test func everyByteChangesTheHash() {
    for count in 1...40 {
      var bytes = [UInt8](repeating: 0x61, count: count)
      var hashes: Set<UInt64> = [bytes.withUnsafeBufferPointer { PageLines.hash($0) }]
      for place in 0..<count {
        bytes[place] = 0x62
        hashes.insert(bytes.withUnsafeBufferPointer { PageLines.hash($0) })
        bytes[place] = 0x61
      }
      #expect(hashes.count == count + 1)
    }
  }

  @Test func longLinesAreProse() {
    let text = Array(("Short\n" + String(repeating: "long ", count: 40)).utf8)
    #expect(text.withUnsafeBufferPointer { PageLines($0, isJSON: false).lines.map(\.isProse) } == [false, true])
  }
}
