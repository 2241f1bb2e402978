/// Decodes character references such as `&eacute;`, `&#233;` and `&#xE9;`.
///
/// The rules are those of the HTML standard: the longest name that matches, with or without its semicolon; in an
/// attribute, none without semicolon before a letter, a digit or an equals sign; numbers between 128 and 159 mean
/// windows-1252.
struct CharacterReferences {
  private let names: [UInt8]
  /// Where a name starts and ends in `names`, by its number.
  private let starts: [Int32]
  /// The UTF-8 of all names' scalars, and where each starts.
  private let values: [UInt8]
  private let valueStarts: [Int32]
  /// The numbers of the first name that starts with a byte, or a greater one.
  private let firsts: [Int32]

  static let shared = CharacterReferences()

  private init() {
    var names: [UInt8] = []
    var starts: [Int32] = []
    var values: [UInt8] = []
    var valueStarts: [Int32] = []
    var firsts = [Int32](repeating: 0, count: 129)
    let text = UnsafeBufferPointer(start: EntityTable.text.utf8Start, count: EntityTable.text.utf8CodeUnitCount)
    for entry in text.split(separator: UInt8(ascii: " ")) {
      let equals = entry.firstIndex(of: UInt8(ascii: "="))!
      for byte in Int(entry.first!) + 1..<129 { firsts[byte] += 1 }
      starts.append(Int32(names.count))
      names += entry[..<equals]
      valueStarts.append(Int32(values.count))
      for scalar in entry[(equals + 1)...].split(separator: UInt8(ascii: ",")) {
        UTF8Writing.append(UInt32(String(decoding: scalar, as: UTF8.self), radix: 16)!, to: &values)
      }
    }
    self.names = names
    self.starts = starts + [Int32(names.count)]
    self.values = values
    self.valueStarts = valueStarts + [Int32(values.count)]
    self.firsts = firsts
  }

  /// Decodes the reference whose ampersand is at `start`, appends what it stands for and returns where it ends; the
  /// ampersand itself where there is none.
  func decode(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, inAttribute: Bool, into bytes: inout [UInt8]
  ) -> Int {
    let next = start + 1
    if next < text.count {
      if text[next] == UInt8(ascii: "#") {
        if let end = decodeNumber(text, at: next + 1, into: &bytes) { return end }
      } else if let (number, end) = longestName(text, at: next) {
        let isWhole = text[end - 1] == UInt8(ascii: ";")
        let follower = end < text.count ? text[end] : 0
        let isAmbiguous = follower == UInt8(ascii: "=") || isAlphanumeric(follower)
        if isWhole || !(inAttribute && isAmbiguous) {
          bytes += values[Int(valueStarts[number])..<Int(valueStarts[number + 1])]
          return end
        }
      }
    }
    bytes.append(UInt8(ascii: "&"))
    return next
  }

  /// The longest name that the text starts with at a position, and where it ends.
  private func longestName(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (number: Int, end: Int)? {
    guard text[start] < 128 else { return nil }
    var low = Int(firsts[Int(text[start])])
    var high = Int(firsts[Int(text[start]) + 1])
    var best: (Int, Int)?
    var depth = 1
    while low < high {
      if nameLength(low) == depth { best = (low, start + depth) }
      guard start + depth < text.count else { break }
      let byte = Int(text[start + depth])
      low = firstName(in: low..<high, depth) { $0 >= byte }
      high = firstName(in: low..<high, depth) { $0 > byte }
      depth += 1
    }
    return best
  }

  private func nameLength(_ number: Int) -> Int { Int(starts[number + 1] - starts[number]) }

  /// The first name of a sorted run whose byte at `depth` (-1 behind its end) meets a condition.
  private func firstName(in run: Range<Int>, _ depth: Int, where isBehind: (Int) -> Bool) -> Int {
    var low = run.lowerBound
    var high = run.upperBound
    while low < high {
      let middle = (low + high) / 2
      let byte = nameLength(middle) > depth ? Int(names[Int(starts[middle]) + depth]) : -1
      if isBehind(byte) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool { byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 }

  /// Decodes the number behind `&#`; nil where there are no digits.
  private func decodeNumber(_ text: UnsafeBufferPointer<UInt8>, at start: Int, into bytes: inout [UInt8]) -> Int? {
    var position = start
    let isHexadecimal = position < text.count && text[position] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { position += 1 }
    let firstDigit = position
    var value: UInt32 = 0
    while position < text.count {
      let byte = text[position]
      let digit: UInt8
      if byte &- 48 < 10 {
        digit = byte - 48
      } else if isHexadecimal, (byte | 0x20) &- 97 < 6 {
        digit = (byte | 0x20) - 87
      } else {
        break
      }
      value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x110000)
      position += 1
    }
    guard position > firstDigit else { return nil }
    if position < text.count, text[position] == UInt8(ascii: ";") { position += 1 }
    if (0x80..<0xA0).contains(value) { value = UInt32(SingleByteTables.windows1252[Int(value) - 0x80]) }
    UTF8Writing.append(value == 0 ? 0xFFFD : value, to: &bytes)
    return position
  }

  /// A text with its references decoded.
  static func decoded(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var bytes: [UInt8] = []
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "&") {
        position = shared.decode(text, at: position, inAttribute: inAttribute, into: &bytes)
      } else {
        bytes.append(text[position])
        position += 1
      }
    }
    return bytes
  }
}
