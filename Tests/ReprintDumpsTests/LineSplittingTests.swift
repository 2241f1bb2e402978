import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct LineSplittingTests {
  @Test func linesAreSplitBehindTheirNewlines() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let bytes = (0..<generator.number(0...30)).map { _ in generator.pick(Array("ab\n\r".utf8)) }
      bytes.withUnsafeBufferPointer { buffer in
        for position in 0...bytes.count + 1 {
          let next = bytes.indices.contains(position) ? bytes[position...].firstIndex(of: 0x0A) : nil
          #expect(LineSplitting.endOfLine(buffer, from: position) == (next ?? bytes.count - 1) + 1)
        }
      }
    }
  }

  /// The lines of a chunk, found by splitting a string.
  private func expected(_ text: String) -> [(line: String, number: Int, position: Int)] {
    var position = 0
    var found: [(String, Int, Int)] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.contains(where: { !" \t\r".contains($0) }) { found.append((String(line), number, position)) }
      position += line.utf8.count + 1
    }
    return found
  }

  @Test func linesOfAChunkAreThoseThatAreNotBlank() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<500 {
      // Not "\r\n" in a row, which is one character of a string.
      let text = (0..<generator.number(0...20)).map { _ in generator.pick(["a", "{", " ", "\t", "\n", "\n"]) }.joined()
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { buffer in
        var lines = ChunkLines(buffer, isStart: generator.chance(0.5))
        var found: [(line: String, number: Int, position: Int)] = []
        while let line = lines.next() {
          found.append((String(decoding: line.bytes, as: UTF8.self), line.number, line.position))
        }
        let expected = expected(text)
        #expect(found.elementsEqual(expected, by: ==), "\(text.debugDescription)")
        let newlines = bytes.count { $0 == 0x0A }
        #expect(lines.count == newlines + (bytes.isEmpty || bytes.last == 0x0A ? 0 : 1))
        #expect(lines.next() == nil)
      }
    }
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstLine() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a\n".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      var first = ChunkLines(buffer, isStart: true)
      #expect(first.next()?.position == 3 && first.next() == nil && first.count == 1)
      var later = ChunkLines(buffer, isStart: false)
      #expect(later.next()?.position == 0)
    }
  }
}
