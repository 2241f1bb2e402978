/// What a word is, with no thought of speed: decodes a text to scalars first, folds them one at a time by
/// ``UnicodeTableGenerator``, and only then looks for words.
///
/// A word is a longest run of letters, digits and marks. Ignorable scalars leave no trace, also not between a letter
/// and its mark. `.` or `,` directly between two ASCII digits belongs to the number. Marks stand in canonical order;
/// one with nothing before it is dropped. A run of letters of a script without spaces gives its overlapping pairs
/// (Han, Kana) or fours (Thai and its neighbours); a shorter run is one word.
final class ReferenceTokenizer {
  struct Word: Hashable {
    /// The folded word.
    var folded: [UInt32]
    /// Its bytes in the text.
    var range: Range<Int>

    var text: String { String(String.UnicodeScalarView(folded.compactMap { Unicode.Scalar($0) })) }
  }

  struct Reading {
    var words: [Word] = []
    var invalidSequences = 0
    /// Where the text ends: at the closing quote of a JSON string, else behind the last byte.
    var end = 0
  }

  /// A scalar of the text, or nil for bytes that spell none.
  private struct Element {
    var scalar: UInt32?
    var range: Range<Int>
  }

  func read(plain bytes: [UInt8]) -> Reading {
    var reading = read(decode(bytes, from: 0))
    reading.end = bytes.count
    return reading
  }

  /// Reads the content of a JSON string up to its closing quote, or all of it if it has none.
  func read(jsonString bytes: [UInt8]) -> Reading {
    let (elements, end) = decodeJSON(bytes)
    var reading = read(elements)
    reading.end = end
    return reading
  }

  // MARK: Decoding

  private func decode(_ bytes: some Collection<UInt8>, from start: Int) -> [Element] {
    var elements: [Element] = []
    var position = start
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let end = position + encoded.count
        elements.append(Element(scalar: Unicode.UTF8.decode(encoded).value, range: position..<end))
        position = end
      case .error(let length):
        elements.append(Element(scalar: nil, range: position..<position + length))
        position += length
      case .emptyInput: return elements
      }
    }
  }

  private func decodeJSON(_ bytes: [UInt8]) -> ([Element], end: Int) {
    var elements: [Element] = []
    var position = 0
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        let element = decodeEscape(bytes, at: position)
        elements.append(element)
        position = element.range.upperBound
      } else {
        let run = bytes[position...].prefix { $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"") }
        elements += decode(run, from: position)
        position += run.count
      }
    }
    return (elements, position)
  }

  /// RFC 8259, section 7.
  ///
  /// What JSON does not know is white space; a backslash that escapes nothing, a `\u` without its four digits and half
  /// a surrogate pair spell no scalar.
  private func decodeEscape(_ bytes: [UInt8], at start: Int) -> Element {
    func element(_ scalar: UInt32?, _ length: Int) -> Element { Element(scalar: scalar, range: start..<start + length) }
    guard start + 1 < bytes.count, bytes[start + 1] < 0x80 else { return element(nil, 1) }
    switch Unicode.Scalar(bytes[start + 1]) {
    case "u":
      guard let unit = codeUnit(bytes, at: start) else { return element(nil, 2) }
      if !(0xD800...0xDFFF).contains(unit) { return element(unit, 6) }
      if unit < 0xDC00, let low = codeUnit(bytes, at: start + 6), (0xDC00...0xDFFF).contains(low) {
        return element(0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00), 12)
      }
      return element(nil, 6)
    case "\"": return element(0x22, 2)
    case "\\": return element(0x5C, 2)
    case "/": return element(0x2F, 2)
    case "b": return element(0x08, 2)
    case "f": return element(0x0C, 2)
    case "n": return element(0x0A, 2)
    case "r": return element(0x0D, 2)
    case "t": return element(0x09, 2)
    default: return element(0x20, 2)
    }
  }

  private func codeUnit(_ bytes: [UInt8], at start: Int) -> UInt32? {
    guard start + 6 <= bytes.count else { return nil }
    let text = String(decoding: bytes[start..<start + 6], as: UTF8.self)
    guard text.hasPrefix("\\u") else { return nil }
    let digits = text.dropFirst(2)
    guard digits.utf8.count == 4, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    return UInt32(digits, radix: 16)
  }

  // MARK: Words

  private typealias Kind = UnicodeTableGenerator.Kind

  /// A folded letter with its marks, and the bytes they stand in.
  private struct Letter {
    var scalar: UInt32
    var marks: [UInt32] = []
    var range: Range<Int>
  }

  private func read(_ elements: [Element]) -> Reading {
    var reading = Reading()
    var kind = Kind.separator
    var letters: [Letter] = []

    func finish() {
      reading.words += words(letters, kind)
      letters = []
      kind = .separator
    }

    for (index, element) in elements.enumerated() {
      guard let scalar = element.scalar else {
        reading.invalidSequences += 1
        finish()
        continue
      }
      let isPoint = (scalar == 0x2E || scalar == 0x2C) && isDigit(elements, index - 1) && isDigit(elements, index + 1)
      for (folded, own) in isPoint ? [(scalar, Kind.word)] : fold(scalar) {
        switch own {
        case .separator: finish()
        case .mark:
          guard let last = letters.indices.last else { continue }
          letters[last].marks.append(folded)
          letters[last].range = letters[last].range.lowerBound..<element.range.upperBound
        default:
          if own != kind { finish() }
          kind = own
          letters.append(Letter(scalar: folded, range: element.range))
        }
      }
    }
    finish()
    return reading
  }

  private func words(_ letters: [Letter], _ kind: Kind) -> [Word] {
    if letters.isEmpty { return [] }
    let width = kind == .bigram ? 2 : kind == .tetragram ? 4 : letters.count
    return (0...max(0, letters.count - width)).map { first in
      let part = letters[first..<min(first + width, letters.count)]
      let folded = part.flatMap { [$0.scalar] + inCanonicalOrder($0.marks) }
      return Word(folded: folded, range: part.first!.range.lowerBound..<part.last!.range.upperBound)
    }
  }

  /// Exchanges neighbours until no mark stands behind one of a higher class; a mark of class 0 stays where it is
  /// (Unicode, section 3.11, D109).
  private func inCanonicalOrder(_ marks: [UInt32]) -> [UInt32] {
    var marks = marks
    var isDone = false
    while !isDone {
      isDone = true
      for index in marks.indices.dropFirst() {
        let (left, right) = (combiningClass(marks[index - 1]), combiningClass(marks[index]))
        if right > 0 && left > right {
          marks.swapAt(index - 1, index)
          isDone = false
        }
      }
    }
    return marks
  }

  private func combiningClass(_ scalar: UInt32) -> UInt8 {
    Unicode.Scalar(scalar)!.properties.canonicalCombiningClass.rawValue
  }

  private func isDigit(_ elements: [Element], _ index: Int) -> Bool {
    elements.indices.contains(index) && elements[index].scalar.map { (0x30...0x39).contains($0) } ?? false
  }

  // MARK: Folding

  private let generator = UnicodeTableGenerator()
  private var foldings: [UInt32: [(UInt32, Kind)]] = [:]

  /// The scalars that stand for one, with what each of them is; a separator is `[(_, .separator)]`.
  private func fold(_ scalar: UInt32) -> [(UInt32, Kind)] {
    if let known = foldings[scalar] { return known }
    let folding = generator.folding(of: scalar)
    let result: [(UInt32, Kind)]
    switch folding.kind {
    case .separator: result = [(scalar, .separator)]
    case .ignorable: result = []
    case .hangulSyllable:
      let letters = String(Unicode.Scalar(scalar)!).decomposedStringWithCanonicalMapping.unicodeScalars
      result = letters.map { ($0.value, .word) }
    default: result = folding.scalars.map { ($0, generator.plainKind(Unicode.Scalar($0)!)) }
    }
    foldings[scalar] = result
    return result
  }
}
