/// A number as a text words it, with what stands around it: "more than nine million", "seven in ten", "2.300".
///
/// It serves to see whether two numbers of different values may say the same.
struct NumberWording {
  /// Bytes of the number as it is written, in lower case.
  private let written: [UInt8]
  private let value: Double?
  /// The words before it, the nearest first, and those behind it.
  private let before: [[UInt8]]
  private let behind: [[UInt8]]

  init(_ word: PreparedText.Word, in text: UnsafeBufferPointer<UInt8>) {
    written = ContrastWords.lowercased(text[word.range])
    before = Self.words(text[max(0, word.start - Self.reach)..<word.start].reversed()).map { $0.reversed() }
    behind = Self.words(text[word.end..<min(text.count, word.end + Self.reach)])
    let number = Measure.number(word, text)
    let isHalfDozen = written == Array("dozen".utf8) && before.starts(with: Self.halfA)
    value = isHalfDozen ? 6 : number
  }

  func maySay(_ other: NumberWording) -> Bool {
    if isGrouped(as: other) || other.isGrouped(as: self) || isDecade(of: other) || other.isDecade(of: self) {
      return true
    }
    guard let value, let theirs = other.value else { return false }
    return value == theirs || share ?? value == other.share ?? theirs || rounds(theirs) || other.rounds(value)
  }

  /// In per cent: seven in ten.
  private var share: Double? {
    guard let value, behind.count > 1, behind[0] == Array("in".utf8) || behind[0] == Array("of".utf8) else {
      return nil
    }
    return [Array("ten".utf8), Array("10".utf8)].contains(behind[1]) ? 10 * value : nil
  }

  /// Whether the same figures are parted into thousands by points or blanks: "41.300" and "41 300".
  private func isGrouped(as other: NumberWording) -> Bool {
    var digits = written
    for word in behind where word.count == 3 && word.allSatisfy({ 0x30...0x39 ~= $0 }) { digits += word }
    let theirs = other.written.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard theirs.count > 1, (1...3).contains(theirs[0].count), theirs.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return false
    }
    return digits.elementsEqual(theirs.joined())
  }

  /// Whether this is the decade of a year or of another way to write it: "80s" of "1980s".
  private func isDecade(of other: NumberWording) -> Bool {
    let (ours, theirs) = (digits, other.digits)
    return ours.count == 2 && theirs.count == 4 && theirs.suffix(2) == ours && other.written.last == UInt8(ascii: "s")
  }

  private var digits: ArraySlice<UInt8> { written.prefix { 0x30...0x39 ~= $0 } }

  /// Whether a number said with "more than" or "nearly" before it is another one, rounded.
  private func rounds(_ other: Double) -> Bool {
    guard let value, value > 0, let rounding = before.first.flatMap({ Self.rounding($0, before.dropFirst().first) })
    else { return false }
    let step = Self.step(of: value)
    return switch rounding {
    case .up: other <= value && other > value - step
    case .down: other >= value && other < value + step
    case .either: abs(other - value) <= step / 2
    }
  }

  /// What the last of a number's figures that is not nought counts: 100,000 in 2.3 million.
  private static func step(of value: Double) -> Double {
    var step = 1.0
    while step * 10 <= value, value.remainder(dividingBy: step * 10) == 0 { step *= 10 }
    return step
  }

  private enum Rounding { case up, down, either }

  /// What a word before a number, and the one before that, say of it.
  private static func rounding(_ word: [UInt8], _ before: [UInt8]?) -> Rounding? {
    let expression = before.map { String(decoding: $0 + [0x20] + word, as: UTF8.self) }
    return roundings[String(decoding: word, as: UTF8.self)] ?? expression.flatMap { roundings[$0] }
  }

  private static let roundings: [String: Rounding] = [
    "over": .down, "above": .down, "more than": .down, "at least": .down,
    "nearly": .up, "almost": .up, "under": .up, "below": .up, "less than": .up, "fewer than": .up, "at most": .up,
    "close to": .up, "up to": .up,
    "about": .either, "around": .either, "some": .either, "roughly": .either, "approximately": .either,
    "estimated": .either,
  ]

  private static let halfA = [Array("a".utf8), Array("half".utf8)]

  /// Bytes on either side that are looked at.
  private static let reach = 32

  /// The first two words, in the order of the bytes.
  private static func words(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
    ContrastWords.lowercased(Array(bytes)).split { !(0x61...0x7A ~= $0 || 0x30...0x39 ~= $0) }.prefix(2).map {
      Array($0)
    }
  }
}
