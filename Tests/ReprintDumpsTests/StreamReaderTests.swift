import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct StreamReaderTests {
  private func format(
    _ bytes: [UInt8], atEnd: Bool, named: DumpFormat? = nil, compression: Compression? = nil, isRegular: Bool = false
  ) throws -> DumpFormat? {
    let file = DumpFile(
      path: "x", format: named, compression: compression, size: 0, isRegular: isRegular, identity: [])
    return try bytes.withUnsafeBufferPointer { try FormatDetection.format(of: $0, atEnd: atEnd, in: file) }
  }

  @Test func formatIsToldByTheFirstByteThatIsNotSpace() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for start in [[], mark, Array(" \t\r\n\n".utf8), mark + Array("\n".utf8)] {
      #expect(try format(start + Array("{\"a\":1}".utf8), atEnd: false) == nil, "not yet")
      #expect(try format(start + Array("{\"a\":1}\n".utf8), atEnd: false) == .jsonLines)
      #expect(try format(start + Array("[ \r\n".utf8), atEnd: false, named: .jsonLines) == .json)
      #expect(try format(start + Array("[]\n".utf8), atEnd: false, named: .jsonLines) == .jsonLines)
      #expect(try format(start + Array("[".utf8), atEnd: false, named: .jsonLines) == nil, "not yet")
      #expect(try format(start + Array("[".utf8), atEnd: true, named: .jsonLines) == .jsonLines)
      #expect(try format(start + Array("{\n".utf8), atEnd: false, named: .jsonLines) == .jsonLines)
      #expect(try format(start, atEnd: false) == nil, "not yet")
      #expect(try format(start, atEnd: true) == .jsonLines, "nothing is no text either")
      #expect(throws: DumpError.self) { try format(start + Array("word".utf8), atEnd: false) }
      #expect(try format(start + Array("[{}]".utf8), atEnd: true) == .json)
      #expect(try format(start + Array("{\n\"a\":1}".utf8), atEnd: true) == .json)
      #expect(try format(start + Array("{\n".utf8), atEnd: false) == .json)
      for line in ["{", "{\"a", "{\"a\n", "{\"a\":1}\n[", "{}\n{\n"] {
        #expect(try format(start + Array(line.utf8), atEnd: true) == .jsonLines, "\(line)")
      }
    }
    #expect(throws: DumpError.self) { try format([0xEF, 0xBB], atEnd: true) }
  }

  @Test func compressedBytesAreRefusedWhateverTheName() throws {
    #expect(try format(Array("word".utf8), atEnd: false, named: .csv) == .csv)
    #expect(try format(Array("BZh".utf8), atEnd: true, named: .text) == .text, "a text may begin so")
    let cases: [(compression: Compression?, isRegular: Bool, advice: String)] = [
      (nil, false, "decompress it first, as in gzip -dc FILE | reprint …"),
      (nil, true, "give it its ending .gz, or name it on the command line"),
      (.zstd, true, "it is compressed twice, and is read if it is so once"),
    ]
    for (compression, isRegular, advice) in cases {
      for name in [nil, DumpFormat.jsonLines] {
        #expect {
          try format(
            [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3], atEnd: false, named: name, compression: compression,
            isRegular: isRegular)
        } throws: {
          ($0 as? DumpError)?.description == "x: looks like gzip data: \(advice)"
        }
      }
    }
  }
}
