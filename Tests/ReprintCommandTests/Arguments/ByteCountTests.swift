import Testing

@testable import ReprintCommand

@Suite struct ByteCountTests {
  @Test(
    arguments: [
      ("0", 0), ("65536", 65536), ("7b", 7), ("512M", 512 << 20), ("512mib", 512 << 20), ("512MB", 512_000_000),
      ("1k", 1024), ("2KB", 2000), ("1.5G", 3 << 29), ("0.1G", 107_374_182), ("0.25kb", 250), ("2.999", 2),
      ("1T", 1 << 40), ("1.000000000001TB", 1_000_000_000_001), ("8191P", nil), ("", nil), ("G", nil), ("-1", nil),
      ("1G2", nil), (".5G", nil), ("1.G", nil), ("1..5G", nil), ("1,5G", nil), ("1.5.1G", nil), ("+1", nil),
      ("99999999999999999999G", nil), ("9223372036854775807", .max), ("9007199254740992K", nil), ("٣M", nil),
    ] as [(String, Int?)])
  func sizes(text: String, bytes: Int?) {
    #expect(ByteCount.parse(text) == bytes)
  }
}
