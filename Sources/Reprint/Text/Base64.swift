/// Base64 with padding, in the usual alphabet (RFC 4648, section 4).
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// The value of each character; 0xFF where it has none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  /// Appends the characters that stand for some bytes.
  package static func append(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    output.reserveCapacity(output.count + (bytes.count + 2) / 3 * 4)
    var position = 0
    while position < bytes.count {
      let left = bytes.count - position
      var group = UInt32(bytes[position]) << 16
      if left > 1 { group |= UInt32(bytes[position + 1]) << 8 }
      if left > 2 { group |= UInt32(bytes[position + 2]) }
      output.append(alphabet[Int(group >> 18)])
      output.append(alphabet[Int(group >> 12 & 63)])
      output.append(left > 1 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
      output.append(left > 2 ? alphabet[Int(group & 63)] : UInt8(ascii: "="))
      position += 3
    }
  }

  /// The characters that stand for some bytes.
  package static func string(_ bytes: [UInt8]) -> String {
    var characters: [UInt8] = []
    bytes.withUnsafeBytes { append($0, to: &characters) }
    return String(decoding: characters, as: UTF8.self)
  }

  /// Replaces `output` by the bytes that some characters stand for; false if they are not Base64.
  ///
  /// Bits left over in the last character must be zero, so that there is one spelling only.
  package static func decode(_ characters: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Bool {
    output.removeAll(keepingCapacity: true)
    guard characters.count % 4 == 0 else { return false }
    var padding = 0
    while padding < 2, padding < characters.count, characters[characters.count - 1 - padding] == UInt8(ascii: "=") {
      padding += 1
    }
    let end = characters.count - padding
    var group: UInt32 = 0
    for index in 0..<end {
      let value = values[Int(characters[index])]
      guard value != 0xFF else { return false }
      group = group << 6 | UInt32(value)
      guard index % 4 == 3 else { continue }
      output.append(UInt8(truncatingIfNeeded: group >> 16))
      output.append(UInt8(truncatingIfNeeded: group >> 8))
      output.append(UInt8(truncatingIfNeeded: group))
      group = 0
    }
    switch padding {
    case 1:
      guard group & 3 == 0 else { return false }
      output.append(UInt8(truncatingIfNeeded: group >> 10))
      output.append(UInt8(truncatingIfNeeded: group >> 2))
    case 2:
      guard group & 15 == 0 else { return false }
      output.append(UInt8(truncatingIfNeeded: group >> 4))
    default: break
    }
    return true
  }
}
