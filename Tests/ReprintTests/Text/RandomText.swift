import ReprintTestSupport

/// Makes texts of everything that is hard about text, in random order.
struct RandomText {
  enum Kind: CaseIterable {
    case plain, json
  }

  var generator: SeededGenerator
  let kind: Kind

  init(seed: UInt64, _ kind: Kind) {
    generator = SeededGenerator(seed: seed)
    self.kind = kind
  }

  /// Scalars by what they are good for.
  private static let ranges: [ClosedRange<UInt32>] = [
    0x00...0x7F, 0xA0...0x24F, 0x300...0x36F, 0x370...0x3FF, 0x400...0x4FF, 0x5D0...0x5EA, 0x620...0x652,
    0x900...0x97F, 0xE01...0xE5B, 0xE81...0xEDF, 0x1000...0x1049, 0x1100...0x11FF, 0x1780...0x17DD, 0x1E00...0x1EFF,
    0x1F00...0x1FFF, 0x2000...0x206F, 0x2070...0x209C, 0x2100...0x218B, 0x2460...0x24FF, 0x3000...0x30FF,
    0x3131...0x318E, 0x3200...0x33FF, 0x4E00...0x4E40, 0xAC00...0xAC80, 0xD780...0xD7FB, 0xF900...0xFA20,
    0xFB00...0xFB06, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFF01...0xFF9F, 0x10400...0x1044F, 0x1D165...0x1D172,
    0x1D400...0x1D433, 0x1F600...0x1F64F, 0x20000...0x20020, 0xE0100...0xE0110, 0x10FFF0...0x10FFFF,
  ]

  /// Ignorable scalars, marks of many classes, and letters that fold to several.
  private static let odd: [UInt32] = [
    0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0F, 0x34F, 0x640, 0x301, 0x302, 0x323, 0x31B, 0x327, 0x3099,
    0x309A, 0x344, 0x345, 0x130, 0x131, 0xDF, 0x1E9E, 0x3C2, 0x3A3, 0xFB01, 0xFDFA, 0x309F, 0x30FF, 0xE33, 0xEB3,
    0xFF76, 0xFF9E, 0xFF9F, 0x1100, 0x1161, 0x11A8, 0x5B0, 0x5BC, 0x64B, 0x651, 0x93C, 0x1D15E, 0x2F800, 0x2019,
  ]

  mutating func text(pieces: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<pieces { bytes += piece() }
    return bytes
  }

  private mutating func piece() -> [UInt8] {
    switch generator.number(0...(kind == .json ? 21 : 14)) {
    case 0...2: return word(1...10)
    case 3: return word(14...18)
    case 4: return generator.chance(0.3) ? word(60...140) : word(30...34)
    case 5: return number()
    case 6, 7:
      return Array(generator.pick([" ", " ", ", ", ". ", " - ", ":", "\n", "(", ".", ",", "_", "/", "\u{0}"]).utf8)
    case 8: return encode(generator.pick(Self.odd))
    case 9, 10: return encode(scalar())
    case 11:
      let range = generator.pick(Self.ranges)
      return (0..<generator.number(2...9)).flatMap { _ in encode(UInt32.random(in: range, using: &generator)) }
    case 12: return (0..<generator.number(1...5)).flatMap { _ in encode(generator.pick(Self.odd)) }
    case 13: return generator.chance(0.5) ? invalid() : encode(scalar())
    case 14: return generator.chance(0.5) ? invalid() : word(1...4)
    case 15, 16: return Array(("\\" + generator.pick(["n", "\"", "\\", "/", "t", "r", "b", "f"])).utf8)
    case 17, 18: return escape(generator.chance(0.4) ? generator.pick(Self.odd) : scalar())
    case 19:
      return escape(generator.chance(0.5) ? UInt32(generator.number(0x20...0x7F)) : generator.pick([0x2E, 0x2C, 0x31]))
    case 20: return brokenEscape()
    default: return Array("\\".utf8) + (generator.chance(0.5) ? number() : encode(scalar()))
    }
  }

  private mutating func word(_ length: ClosedRange<Int>) -> [UInt8] {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    return (0..<generator.number(length)).map { _ in generator.pick(letters) }
  }

  private mutating func number() -> [UInt8] {
    let characters = Array("0123456789012345..,,".utf8)
    return (0..<generator.number(1...7)).map { _ in generator.pick(characters) }
  }

  private mutating func scalar() -> UInt32 { UInt32.random(in: generator.pick(Self.ranges), using: &generator) }

  private func encode(_ scalar: UInt32) -> [UInt8] {
    guard let scalar = Unicode.Scalar(scalar) else { return [] }
    // A bare quote or backslash is fine: the reference reads the same bytes.
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func invalid() -> [UInt8] {
    switch generator.number(0...5) {
    case 0: return (0..<generator.number(1...4)).map { _ in UInt8.random(in: 0x80...0xFF, using: &generator) }
    case 1: return encode(scalar()).dropLast()
    case 2:
      return generator.pick([
        [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0x80],
      ])
    case 3:
      return generator.pick([
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80], [0xFF],
      ])
    case 4: return Array(encode(generator.pick([0x4E2D, 0x1F600])).dropFirst())
    default: return encode(generator.pick([0x4E2D, 0x1F600])).dropLast() + encode(scalar())
    }
  }

  private mutating func escape(_ scalar: UInt32) -> [UInt8] {
    guard let scalar = Unicode.Scalar(scalar) else { return [] }
    return String(Character(scalar)).utf16.flatMap { unit in unitEscape(unit) }
  }

  private mutating func unitEscape(_ unit: UInt16) -> [UInt8] {
    let digits = String(unit, radix: 16, uppercase: generator.chance(0.5))
    return Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
  }

  private mutating func brokenEscape() -> [UInt8] {
    switch generator.number(0...4) {
    case 0: return unitEscape(UInt16.random(in: 0xD800...0xDFFF, using: &generator))
    case 1: return unitEscape(UInt16.random(in: 0xD800...0xDBFF, using: &generator)) + escape(scalar())
    case 2:
      return Array(generator.pick(["\\u", "\\u1", "\\u12", "\\u00e", "\\u+123", "\\uzzzz", "\\u12 4", "\\U0041"]).utf8)
    case 3: return Array(generator.pick(["\\x", "\\a", "\\5", "\\.", "\\ ", "\\,", "\\'", "\\0", "\\\u{1}"]).utf8)
    default: return [UInt8](repeating: 0x5C, count: generator.number(1...5))
    }
  }
}
