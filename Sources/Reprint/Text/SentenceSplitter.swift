/// A sentence of a text, or what stands in its place: a headline, an item of a list or menu.
package struct TextSentence: Equatable, Sendable {
  /// UTF-8 bytes of the text: not empty, no white space at either end.
  package var range: Range<Int>
  /// The number of its paragraph, from 0.
  ///
  /// Blank lines part paragraphs, and so do the ends of lines that stand alone: headlines, items, lines that are
  /// paragraphs by their length.
  package var paragraph: Int
  /// Whether nothing but white space stands before it on its line.
  package var startsLine: Bool
  /// Whether nothing but white space stands behind it on its line.
  package var endsLine: Bool
  /// Whether it ends in a full stop, question mark or the like, and maybe closing quotes and brackets behind that.
  package var isTerminated: Bool

  package init(range: Range<Int>, paragraph: Int, startsLine: Bool, endsLine: Bool, isTerminated: Bool) {
    self.range = range
    self.paragraph = paragraph
    self.startsLine = startsLine
    self.endsLine = endsLine
    self.isTerminated = isTerminated
  }
}

/// Splits plain text into sentences: scraped pages, in any language.
///
/// The end of a line ends a sentence, unless the text is wrapped at a column (``HardWrap``). Within a line,
/// ``SentenceBoundary`` decides at each full stop, question mark and the like. A bullet or number alone on its line is
/// left out; everything else that is not white space is in exactly one sentence.
package enum SentenceSplitter {
  /// In bytes; a longer sentence is cut, at white space if there is some in the second half of what is allowed.
  package static let longestSentence = 4096

  /// Text that runs on for longer than this without any mark, in bytes, was written without marks, or had them taken
  /// out: it is cut into pieces of about a sentence's length.
  static let longestUnmarked = 600
  static let unmarkedPiece = 240

  /// The sentences of a text, in order.
  ///
  /// - Complexity: O(n), whatever the text is.
  package static func sentences(of text: UnsafeBufferPointer<UInt8>) -> [TextSentence] {
    guard let base = text.baseAddress, !text.isEmpty else { return [] }
    var pass = SentencePass(SentenceText(base, count: text.count))
    pass.run()
    return pass.sentences
  }
}

/// One run of the splitter over a text.
private struct SentencePass {
  let text: SentenceText
  var sentences: [TextSentence] = []
  /// Adjacent lines, none of them blank.
  private var block: [TextLine] = []
  private var paragraph = -1
  /// Whether the paragraph before is closed whatever follows.
  private var standsAlone = true

  init(_ text: SentenceText) { self.text = text }

  mutating func run() {
    var start = 0
    while start < text.count {
      let line = text.line(from: start)
      if line.isBlank { splitBlock() } else { block.append(line) }
      start = line.next
    }
    splitBlock()
  }

  private mutating func splitBlock() {
    guard !block.isEmpty else { return }
    standsAlone = true
    let joints = HardWrap.joints(of: block, in: text)
    var first = 0
    for index in block.indices where joints?[index] != true {
      split(block[first].content.lowerBound..<block[index].content.upperBound, isOneLine: first == index)
      first = index + 1
    }
    block.removeAll(keepingCapacity: true)
  }

  /// Splits a line, or the lines of a wrapped paragraph.
  private mutating func split(_ range: Range<Int>, isOneLine: Bool) {
    let mark = text.listMarkEnd(of: range)
    if mark == range.upperBound && isOneLine {
      standsAlone = true
      return
    }
    let isAlone =
      mark != nil || !text.isTerminated(before: range.upperBound, from: range.lowerBound)
      || isOneLine && HardWrap.columns(range, in: text) > HardWrap.widest
    if isAlone || standsAlone { paragraph += 1 }
    standsAlone = isAlone
    splitSentences(range)
  }

  private mutating func splitSentences(_ range: Range<Int>) {
    let boundary = SentenceBoundary(text: text, end: range.upperBound)
    var start = range.lowerBound
    var offset = start
    while true {
      offset = text.nextTerminatorByte(from: offset, to: range.upperBound)
      guard offset < range.upperBound else { break }
      guard let mark = boundary.terminators(at: offset) else {
        offset += 1
        continue
      }
      if mark.closed == range.upperBound { return append(start..<range.upperBound, isTerminated: true) }
      offset = mark.terminated
      if boundary.ends(start, with: mark) {
        append(start..<mark.closed, isTerminated: true)
        start = text.skipBlanks(from: mark.closed, to: range.upperBound)
        offset = start
      }
    }
    append(start..<range.upperBound, isTerminated: false)
  }

  /// Appends a sentence, in several if it is too long.
  private mutating func append(_ range: Range<Int>, isTerminated: Bool) {
    var start = range.lowerBound
    while true {
      let isUnmarked =
        range.upperBound - start > SentenceSplitter.longestUnmarked
        && isUnmarked(start..<start + SentenceSplitter.longestUnmarked)
      let most = isUnmarked ? SentenceSplitter.unmarkedPiece : SentenceSplitter.longestSentence
      guard range.upperBound - start > most else { break }
      let cut = cut(from: start, most)
      append(piece: start..<text.trimBlanks(before: cut, from: start), isTerminated: false)
      start = text.skipBlanks(from: cut, to: range.upperBound)
    }
    append(piece: start..<range.upperBound, isTerminated: isTerminated)
  }

  private mutating func append(piece: Range<Int>, isTerminated: Bool) {
    sentences.append(
      TextSentence(
        range: piece, paragraph: paragraph, startsLine: text.startsLine(piece.lowerBound),
        endsLine: text.endsLine(piece.upperBound), isTerminated: isTerminated))
  }

  /// Whether words stand there, and nothing else but hyphens and apostrophes.
  private func isUnmarked(_ range: Range<Int>) -> Bool {
    var blanks = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let decoded = text.scalar(at: offset)
      switch decoded.value {
      case 0x27, 0x2D, 0xAD, 0x2019: break
      default:
        if ScalarClass.isBlank(decoded.value) {
          blanks += 1
        } else if !ScalarClass.isWord(decoded.value) {
          return false
        }
      }
      offset += decoded.length
    }
    return blanks >= 8
  }

  /// Where to cut a sentence that is too long: behind the last white space that leaves at least half of what is
  /// allowed, else before the last scalar that is not all within it.
  private func cut(from start: Int, _ most: Int) -> Int {
    let limit = start + most
    var cut = limit
    while limit - cut < 3 && text[cut] & 0xC0 == 0x80 { cut -= 1 }
    if text[cut] & 0xC0 == 0x80 { cut = limit }  // stray bytes: any place will do
    var offset = cut
    while offset > start + most / 2 {
      let decoded = text.scalar(before: offset)
      if ScalarClass.isBlank(decoded.value) { return offset }
      offset -= decoded.length
    }
    return cut
  }
}
