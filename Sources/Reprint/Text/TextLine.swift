/// A line of a text, in byte offsets.
struct TextLine {
  /// Where the line starts, white space and all.
  var start: Int
  /// What is not white space at its ends; empty in a blank line.
  var content: Range<Int>
  /// Where the next line starts.
  var next: Int

  var isBlank: Bool { content.isEmpty }
}

extension SentenceText {
  /// The line that starts at `start`.
  func line(from start: Int) -> TextLine {
    var end = start
    var length = 0
    while true {
      end = nextLineBreakByte(from: end)
      guard end < count else { break }
      length = lineBreakLength(at: end)
      if length > 0 { break }
      end += 1
    }
    let first = skipBlanks(from: start, to: end)
    return TextLine(start: start, content: first..<trimBlanks(before: end, from: first), next: end + length)
  }

  private func lineBreakLength(at offset: Int) -> Int {
    if base[offset] == 0x0D && offset + 1 < count && base[offset + 1] == 0x0A { return 2 }
    let decoded = scalar(at: offset)
    return ScalarClass.isLineBreak(decoded.value) ? decoded.length : 0
  }

  /// The end of the bullet, number or letter that marks a line as an item of a list, or nil if it is none.
  func listMarkEnd(of line: Range<Int>) -> Int? {
    let first = scalar(at: line.lowerBound)
    let behindFirst = line.lowerBound + first.length
    if ScalarClass.isBullet(first.value) {
      return isBlankOrEnd(behindFirst, line) || first.value > 0x2014 && first.value < 0x3000 ? behindFirst : nil
    }
    var offset = first.value == 0x28 ? behindFirst : line.lowerBound  // (1) or 1.
    let label = offset
    while offset < line.upperBound && offset - label < 3 && ScalarClass.isDigit(UInt32(base[offset])) { offset += 1 }
    let isNumber = offset > label
    if !isNumber && offset < line.upperBound && base[offset] | 0x20 &- 0x61 < 26 { offset += 1 }
    guard offset > label, offset < line.upperBound else { return nil }
    let isDotted = base[offset] == UInt8(ascii: ".") && isNumber && label == line.lowerBound
    guard isDotted || base[offset] == UInt8(ascii: ")"), isBlankOrEnd(offset + 1, line) else { return nil }
    return offset + 1
  }

  private func isBlankOrEnd(_ offset: Int, _ line: Range<Int>) -> Bool {
    offset >= line.upperBound || ScalarClass.isBlank(scalar(at: offset).value)
  }
}
