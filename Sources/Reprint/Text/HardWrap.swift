/// Which line breaks of a block of adjacent lines are only white space, because the text was wrapped at a column.
///
/// A block is taken for wrapped where no line is wider than ``widest`` columns, most lines are full (the next one's
/// first word would not have fitted), and lines go on in lower case. Then a break is white space behind a full line, or
/// before a line that goes on in lower case. Lists of names, headlines and menu items have none of that.
struct HardWrap {
  /// Wider lines are paragraphs of their own.
  static let widest = 100
  /// Narrower columns are menus and verse.
  static let narrowest = 40

  private let text: SentenceText
  private let lines: [TextLine]
  private let width: Int

  /// How a line starts, if it were to go on with the line before.
  private enum Start {
    case lower, upper, uncased, other
  }

  /// For each line whether it goes on in the next; nil where none does.
  static func joints(of lines: [TextLine], in text: SentenceText) -> [Bool]? {
    guard lines.count > 1 else { return nil }
    var width = 0
    for line in lines {
      width = max(width, columns(line.start..<line.content.upperBound, in: text))
      if width > widest { return nil }
    }
    guard width >= narrowest else { return nil }
    let wrap = HardWrap(text: text, lines: lines, width: width)
    guard wrap.isWrapped else { return nil }
    return lines.indices.map { $0 + 1 < lines.count && wrap.joins($0) }
  }

  /// How wide a line is, indentation and all; more than ``widest`` if it is far beyond.
  static func columns(_ range: Range<Int>, in text: SentenceText) -> Int {
    guard range.count <= 4 * widest else { return .max }
    var columns = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let decoded = text.scalar(at: offset)
      columns += ScalarClass.isWide(decoded.value) ? 2 : 1
      offset += decoded.length
    }
    return columns
  }

  /// Whether the lines without a terminator end where the width ends, and the text goes on behind them.
  private var isWrapped: Bool {
    var (open, full, lower, upper, uncased) = (0, 0, 0, 0, 0)
    for index in 0..<lines.count - 1 where !isTerminated(index) && !isItem(index + 1) && !isLoneMark(index) {
      open += 1
      guard isFull(index) else { continue }
      full += 1
      switch start(of: index + 1) {
      case .lower: lower += 1
      case .upper: upper += 1
      case .uncased: uncased += 1
      case .other: break
      }
    }
    guard full * 10 >= open * 6 else { return false }
    return lower > 0 && 2 * lower >= upper || uncased > 1 && upper == 0 && full == open
  }

  private func joins(_ index: Int) -> Bool {
    if isItem(index + 1) || isLoneMark(index) { return false }
    return isFull(index) || !isTerminated(index) && start(of: index + 1) == .lower
  }

  private func isItem(_ index: Int) -> Bool {
    guard let mark = text.listMarkEnd(of: lines[index].content) else { return false }
    // A dash may as well stand between two words of a sentence.
    guard ScalarClass.isDash(text.scalar(at: lines[index].content.lowerBound).value) else { return true }
    let rest = text.skipBlanks(from: mark, to: lines[index].content.upperBound)
    return rest == lines[index].content.upperBound || !ScalarClass.isLower(text.scalar(at: rest).value)
  }

  private func isLoneMark(_ index: Int) -> Bool {
    text.listMarkEnd(of: lines[index].content) == lines[index].content.upperBound
  }

  private func isTerminated(_ index: Int) -> Bool {
    text.isTerminated(before: lines[index].content.upperBound, from: lines[index].content.lowerBound)
  }

  /// Whether the first word of the next line would not have fitted.
  private func isFull(_ index: Int) -> Bool {
    let line = Self.columns(lines[index].start..<lines[index].content.upperBound, in: text)
    let next = lines[index + 1].content
    let first = text.scalar(at: next.lowerBound)
    if ScalarClass.isWide(first.value) { return line + 2 > width }
    var end = next.lowerBound
    while end < next.upperBound {
      let decoded = text.scalar(at: end)
      if ScalarClass.isBlank(decoded.value) { break }
      end += decoded.length
    }
    return line + 1 + Self.columns(next.lowerBound..<end, in: text) > width
  }

  private func start(of index: Int) -> Start {
    let content = lines[index].content
    let first = text.scalar(at: content.lowerBound).value
    if ScalarClass.isLower(first) { return isPlainWord(content) ? .lower : .other }
    if ScalarClass.isUpper(first) { return .upper }
    let isUncased = ScalarClass.isWord(first) && !ScalarClass.isDigit(first)
    return isUncased && !ScalarClass.partsPhrasesBySpaces(first) ? .uncased : .other
  }

  /// Whether the first word is neither an address nor a name such as `iPhone`.
  private func isPlainWord(_ content: Range<Int>) -> Bool {
    var offset = content.lowerBound
    while offset < content.upperBound {
      let decoded = text.scalar(at: offset)
      if ScalarClass.isBlank(decoded.value) { return true }
      let next = offset + decoded.length
      switch decoded.value {
      case 0x40, 0x2F, 0x41...0x5A: return false  // @ / A-Z
      case 0x2E where next < content.upperBound && ScalarClass.isWord(text.scalar(at: next).value): return false
      default: offset = next
      }
    }
    return true
  }
}
