/// A text as a page can show it, and where each byte of the text as given stands in it.
///
/// It is well-formed UTF-8 with U+FFFD for what was not, its lines end in line feeds, and it has no control characters
/// but those and tabs.
struct DisplayText {
  /// The text.
  let bytes: [UInt8]
  /// Whether some of it runs from right to left, or may.
  ///
  /// Browsers take several times as long for a text whose sentences are set apart for this.
  let isBidirectional: Bool
  /// For every byte of the text as given, and its end, an offset into ``bytes``, always that of a whole character.
  private let offsets: [UInt32]
  /// The same in UTF-16 code units, as scripts count.
  private let units: [UInt32]

  init(_ given: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(given.count)
    var offsets: [UInt32] = []
    var units: [UInt32] = []
    offsets.reserveCapacity(given.count + 1)
    units.reserveCapacity(given.count + 1)
    var unit: UInt32 = 0
    var isBidirectional = false
    var parser = UTF8.ForwardParser()
    var iterator = given.makeIterator()
    parsing: while true {
      let scalar: Unicode.Scalar
      let length: Int
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded): (scalar, length) = (UTF8.decode(encoded), encoded.count)
      case .error(let count): (scalar, length) = ("\u{FFFD}", count)
      case .emptyInput: break parsing
      }
      let end = offsets.count + length
      for _ in 0..<length {
        offsets.append(UInt32(bytes.count))
        units.append(unit)
      }
      let followsReturn = end < given.count && given[end] == 0x0A
      guard let shown = Self.shown(scalar), scalar != "\r" || !followsReturn else { continue }
      bytes += UTF8.encode(shown)!
      if shown.value >= 0x590, Self.mayTurn(shown) { isBidirectional = true }
      unit += shown.value > 0xFFFF ? 2 : 1
    }
    offsets.append(UInt32(bytes.count))
    units.append(unit)
    self.bytes = bytes
    self.isBidirectional = isBidirectional
    self.offsets = offsets
    self.units = units
  }

  /// A short text on one line, such as a name: also without what sets the direction of what follows it.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !TerminalText.isDirectionControl(scalar) {
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result.append(" ")
      default: if shown(scalar) != nil { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// Where a range of the text as given stands in ``bytes``.
  func range(_ given: Range<Int>) -> Range<Int> {
    let range = given.clamped(to: 0..<(offsets.count - 1))
    return Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])
  }

  /// Where a range of the text as given stands, in UTF-16 code units.
  func units(_ given: Range<Int>) -> Range<Int> {
    let range = given.clamped(to: 0..<(units.count - 1))
    return Int(units[range.lowerBound])..<Int(units[range.upperBound])
  }

  func string(_ given: Range<Int>) -> String { String(decoding: bytes[range(given)], as: UTF8.self) }

  /// Whether it is in one of the blocks of right-to-left scripts, or sets a direction.
  private static func mayTurn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFB1D...0xFDFF, 0xFE70...0xFEFF,
      0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A: scalar
    case 0x0D: "\n"
    case ..<0x20, 0x7F..<0xA0: nil
    default: scalar
    }
  }
}
