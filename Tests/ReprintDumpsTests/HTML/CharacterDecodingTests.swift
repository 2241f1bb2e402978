import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct CharacterDecodingTests {
  private func encoding(_ bytes: [UInt8], header: String? = nil) throws -> CharacterEncoding {
    try bytes.withUnsafeBufferPointer { try CharacterDecoding.detect($0, headerCharset: header).encoding }
  }

  @Test func theOrderOfTheSources() throws {
    let meta = Array("<!-- <meta charset=koi8-r> --><meta charset='windows-1251'>".utf8)
    #expect(try encoding([0xEF, 0xBB, 0xBF] + meta, header: "koi8-r") == .utf8)
    #expect(try encoding(meta, header: " KOI8-R ") == .koi8R)
    #expect(try encoding(meta) == .windows1251)
    #expect(try encoding(meta, header: "no-such-charset") == .windows1251)
    #expect(try encoding([0xFF, 0xFE, 0x3C, 0]) == .utf16LittleEndian)
    #expect(try encoding([0, 0x3C, 0, 0x70]) == .utf16BigEndian)
    #expect(try encoding([0xC3, 0xA9]) == .utf8)
    #expect(try encoding([0xE9]) == .windows1252)
    #expect(try encoding(Array("<meta charset=utf-16>".utf8) + [0xE9]) == .utf8)
    #expect(
      try encoding(Array("<meta http-equiv=Content-Type content='text/html; charset=\"iso-8859-15\"'>".utf8)) == .iso15)
    #expect(try encoding(Array("<meta charset=gbk>é".utf8)) == .utf8)
    #expect(throws: UnsupportedCharset(label: "gbk")) { try encoding(Array("<meta charset=GBK>".utf8) + [0xC4]) }
  }

  @Test func wellFormedIsWhatTheLibraryTakes() {
    var generator = SeededGenerator(seed: 3)
    let pieces: [[UInt8]] = [
      Array("plain text ".utf8), Array("é".utf8), Array("語".utf8), Array("🦊".utf8), [0xED, 0xA0, 0x80], [0xC0, 0x80],
      [0xE0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0x80], [0xF0, 0x9F],
    ]
    for trial in 0..<3000 {
      let bytes = (0..<generator.number(0...6)).flatMap { _ in
        pieces[generator.number(0...(generator.chance(0.5) ? 3 : 9))]
      }
      let found = bytes.withUnsafeBufferPointer { CharacterDecoding.isWellFormed($0) }
      #expect(found == (String(validating: bytes, as: UTF8.self) != nil), "seed 3, trial \(trial): \(bytes)")
    }
  }

  @Test func malformedBytesBecomeReplacementCharacters() {
    func text(_ bytes: [UInt8], _ encoding: CharacterEncoding) -> String {
      String(decoding: bytes.withUnsafeBufferPointer { CharacterDecoding.decode($0, encoding) }, as: UTF8.self)
    }
    #expect(text([0x61, 0xFF, 0x62], .utf8) == "a\u{FFFD}b")
    #expect(text([0x61, 0, 0, 0xD8, 0x62, 0, 0x63], .utf16LittleEndian) == "a\u{FFFD}b\u{FFFD}")
    #expect(text([0x80, 0x93, 0x81, 0xE9], .windows1252) == "€“\u{81}é")
    #expect(text([0xA4], .iso15) == "€")
    #expect(text([0xF0, 0xD2], .koi8R) == "Пр")
  }
}
