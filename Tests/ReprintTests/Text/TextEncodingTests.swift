import Foundation
import ReprintTestSupport
import Testing

@testable import Reprint

@Suite struct TextEncodingTests {
  /// Decodes the first sequence by the standard library.
  private func first(_ bytes: [UInt8]) -> (value: UInt32, length: Int) {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    switch parser.parseScalar(from: &iterator) {
    case .valid(let encoded): return (Unicode.UTF8.decode(encoded).value, encoded.count)
    case .error(let length): return (DecodedScalar.invalid, length)
    case .emptyInput: return (0, 0)
    }
  }

  private func check(_ bytes: [UInt8]) -> Bool {
    let expected = first(bytes)
    let found = bytes.withUnsafeBufferPointer {
      UTF8Decoding.decodeMultibyte($0.baseAddress!, $0.baseAddress! + $0.count)
    }
    guard found.value == expected.value && found.length == expected.length else { return false }
    guard bytes.count >= 3 else { return true }
    let three = UTF8Decoding.threeBytes(UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16 | 0xA5 << 24)
    return three == (expected.length == 3 ? expected.value : DecodedScalar.invalid)
  }

  @Test func sequencesOfEveryLeadAndSecondByte() {
    for lead in UInt8(0x80)...0xFF {
      #expect(check([lead]), "\(lead)")
      for second in UInt8(0)...0xFF {
        for rest in [[], [0x80], [0x41], [0x80, 0x80], [0xBF, 0xBF], [0xBF, 0x41], [0x80, 0xC3]] as [[UInt8]] {
          guard check([lead, second] + rest) else {
            Issue.record("\([lead, second] + rest)")
            return
          }
        }
      }
    }
  }

  @Test func everyScalarDecodesToItself() {
    let step = 7
    for value in stride(from: UInt32(0x80), to: 0x110000, by: step) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let found = bytes.withUnsafeBufferPointer {
        PlainEncoding.decode($0.baseAddress!, $0.baseAddress! + $0.count)
      }
      guard found.value == value, found.length == bytes.count else {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
  }

  private func decode(_ content: String) -> String {
    Array(content.utf8).withUnsafeBufferPointer { JSONEscape.decode($0) }
  }

  @Test(arguments: [
    (#"plain"#, "plain"), ("", ""), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"), (#"\u00e9\u00E9"#, "éé"),
    (#"\ud83d\ude00"#, "😀"), (#"é\u65e5"#, "é日"), (#"\ud83d"#, "\u{FFFD}"), (#"\ude00x"#, "\u{FFFD}x"),
    (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), (#"\u12"#, "\u{FFFD}12"), (#"\u12g4"#, "\u{FFFD}12g4"),
    (#"a\"#, "a\u{FFFD}"),
    (#"\x"#, " "), (#"\u0000"#, "\0"),
  ]) func decodedEscapes(content: String, text: String) {
    #expect(decode(content) == text)
  }

  @Test func invalidBytesBecomeReplacementCharacters() {
    let content: [UInt8] = [0x61, 0xFF, 0x62, 0xE6, 0x97, 0x63]
    #expect(content.withUnsafeBufferPointer { JSONEscape.decode($0) } == "a\u{FFFD}b\u{FFFD}c")
    #expect(JSONEscape.decode(UnsafeBufferPointer(start: nil, count: 0)) == "")
  }

  @Test func validStringsDecodeAsFoundationDoes() throws {
    var random = RandomText(seed: 11, .json)
    for trial in 0..<500 {
      let text = String(
        decoding: random.text(pieces: 10).filter { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }, as: UTF8.self)
      let encoded = try JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed)
      let content = String(decoding: encoded.dropFirst().dropLast(), as: UTF8.self)
      #expect(decode(content) == text, "trial \(trial)")
    }
  }
}
