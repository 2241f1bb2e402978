import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct HTTPMessageTests {
  /// The decoded body of a message, and the remark on it.
  private func body(_ headers: [String], _ body: [UInt8], newline: String = "\r\n") throws -> (
    bytes: [UInt8], remark: String?
  ) {
    let head = (["HTTP/1.1 200 OK"] + headers).map { $0 + newline }.joined() + newline
    return try (Array(head.utf8) + body).withUnsafeBufferPointer { bytes in
      let message = try #require(HTTPMessage(bytes))
      let (body, remark) = try message.body()
      return (body.withBytes { Array($0) }, remark)
    }
  }

  private func reason(_ headers: [String], _ stored: [UInt8]) -> String? {
    do {
      _ = try body(headers, stored)
      return nil
    } catch {
      return (error as? MalformedRecord)?.reason
    }
  }

  @Test func statusLinesAreRead() {
    func status(_ text: String) -> Int? { Array(text.utf8).withUnsafeBufferPointer { HTTPMessage($0)?.status } }
    #expect(status("HTTP/1.1 200 OK\r\n\r\n") == 200)
    #expect(status("HTTP/1.0 404 Not Found\n\n") == 404)
    #expect(status("HTTP/2 204\r\n\r\n") == 204)
    #expect(status("HTTP/1.1 200") == 200)
    for none in ["", "HTTP/1.1", "HTTP/1.1 ok", "HTTP/1.1 99999999999999999999 x", "<html>", "http/1.1 200 OK"] {
      #expect(status(none) == nil, "\(none)")
    }
  }

  @Test func bodiesStartBehindTheEmptyLine() throws {
    #expect(try body(["A: b"], Array("x\r\n\r\ny".utf8)).bytes == Array("x\r\n\r\ny".utf8))
    #expect(try body(["A: b"], Array("x".utf8), newline: "\n").bytes == Array("x".utf8))
    #expect(try body([], []).bytes == [])
  }

  private static let chunked = ["Transfer-Encoding: Chunked"]

  @Test func chunksArePutTogetherHoweverTheyAreCut() throws {
    for seed in 0..<100 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let bytes = (0..<generator.number(0...400)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let sizes = (0..<generator.number(0...8)).map { _ in generator.number(1...120) }
      let stored = ArchiveBuilder.chunked(bytes, sizes: sizes)
      let whole = try body(Self.chunked, stored)
      #expect(whole.bytes == bytes && whole.remark == nil, "seed \(seed)")
      // Cut anywhere, what is there comes out, as soon as the first size is.
      let cut = generator.number(0...stored.count - 1)
      let part = try body(Self.chunked, Array(stored[..<cut]))
      let isUntouched = part.bytes == Array(stored[..<cut])
      #expect(isUntouched || bytes.starts(with: part.bytes), "seed \(seed)")
    }
  }

  @Test func bodiesThatWereTakenOutOfTheirChunksStayAsTheyAre() throws {
    for text in ["<p>Hello", "5\r\nhello, world\r\n", "", "-1\r\nx", "\r\n"] {
      #expect(try body(Self.chunked, Array(text.utf8)).bytes == Array(text.utf8), "\(text)")
    }
  }

  @Test func chunksThatLieAboutTheirSizeAreCutShort() throws {
    for size in ["FFFFFFFFFFFFFFFF", "8000000000000000", "ffffffffffffffffffffffff", "7fffffffffffffff"] {
      let found = try body(Self.chunked, Array("3\r\nabc\r\n\(size)\r\nrest".utf8))
      #expect(found.bytes == Array("abcrest".utf8), "\(size)")
      #expect(found.remark == "the chunks of the body break off")
    }
    #expect(try body(Self.chunked, Array("3\r\nabc\r\nzz".utf8)).bytes == Array("abc".utf8))
    #expect(
      try body(Self.chunked, Array("3\nabc\n2 ;x=\"y\"\nde\n0\nTrailer: x\n\n".utf8)).bytes == Array("abcde".utf8))
  }

  /// A zlib or raw stream of stored blocks: deflate data that needs no compressor.
  private func stored(_ bytes: [UInt8], zlib: Bool) -> [UInt8] {
    var result: [UInt8] = zlib ? [0x78, 0x01] : []
    var position = 0
    repeat {
      let count = min(1000, bytes.count - position)
      let isLast: UInt8 = position + count == bytes.count ? 1 : 0
      result += [isLast, UInt8(count & 255), UInt8(count >> 8), ~UInt8(count & 255), ~UInt8(count >> 8)]
      result += bytes[position..<position + count]
      position += count
    } while position < bytes.count
    guard zlib else { return result }
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    let sum = b << 16 | a
    return result + [UInt8(sum >> 24), UInt8(sum >> 16 & 255), UInt8(sum >> 8 & 255), UInt8(sum & 255)]
  }

  private static let text = Array(String(repeating: "<p>Some text of a page. ", count: 200).utf8)

  @Test(.enabled(if: Inflater.isAvailable, "libz is installed"), arguments: [true, false])
  func deflatedBodiesAreInflated(zlib: Bool) throws {
    let packed = stored(Self.text, zlib: zlib)
    #expect(try body(["Content-Encoding: deflate"], packed).bytes == Self.text)
    let both = ["Content-Encoding: Deflate", "Transfer-Encoding: chunked"]
    #expect(try body(both, ArchiveBuilder.chunked(packed, sizes: [7, 900])).bytes == Self.text)
    let cut = try body(["Content-Encoding: deflate"], Array(packed[..<2000]))
    #expect(Self.text.starts(with: cut.bytes) && cut.bytes.count > 1500)
    #expect(cut.remark == "the deflate data of the body breaks off")
  }

  @Test(.enabled(if: Inflater.isAvailable && Program.path("gzip") != nil, "libz and gzip are installed"))
  func gzippedBodiesAreUnpacked() throws {
    let directory = TemporaryDirectory()
    let packed = try Program.run("gzip", ["-nc", directory.write(Self.text, to: "a")])
    for name in ["gzip", "x-gzip", "GZIP"] {
      #expect(try body(["Content-Encoding: \(name)"], packed).bytes == Self.text)
    }
    #expect(try body(["Content-Encoding: gzip"], packed + packed).bytes == Self.text + Self.text, "two members")
    #expect(try body(["Content-Encoding: gzip"], packed + [0, 0, 0]).bytes == Self.text, "padding")
    let twice = try Program.run("gzip", ["-nc", directory.write(packed, to: "b")])
    #expect(try body(["Content-Encoding: gzip, gzip"], twice).bytes == Self.text)
    for count in [2, 10, 20, packed.count - 5] {
      let cut = try body(["Content-Encoding: gzip"], Array(packed[..<count]))
      #expect(Self.text.starts(with: cut.bytes) && cut.remark != nil, "\(count)")
    }
    for index in packed.indices.dropFirst(2) {
      var damaged = packed
      damaged[index] ^= 0x5A
      _ = try? body(["Content-Encoding: gzip"], damaged)
    }
    var damaged = packed
    damaged[packed.count - 6] ^= 1
    #expect(reason(["Content-Encoding: gzip"], damaged) == "a body whose gzip data is damaged")
  }

  @Test(.enabled(if: Inflater.isAvailable && Program.path("gzip") != nil, "libz and gzip are installed"))
  func bombsAreNotUnpacked() throws {
    let directory = TemporaryDirectory()
    let zeros = directory.write([UInt8](repeating: 0, count: HTTPMessage.largestBody + 1), to: "zeros")
    let bomb = try Program.run("gzip", ["-9nc", zeros])
    #expect(bomb.count < 100_000)
    #expect(reason(["Content-Encoding: gzip"], bomb) == "a body that unpacks to more than 64 MiB")
    let allowed = directory.write([UInt8](repeating: 0, count: HTTPMessage.largestBody), to: "allowed")
    let packed = try Program.run("gzip", ["-9nc", allowed])
    #expect(try body(["Content-Encoding: gzip"], packed).bytes.count == HTTPMessage.largestBody)
  }

  @Test func codingsThatTheBytesDoNotBearOutArePassedOver() throws {
    for coding in ["gzip", "x-gzip", "deflate", "br", "zstd", "identity", "gzip, br"] {
      let text = Array("<html><p>Text that was stored decoded.".utf8)
      #expect(try body(["Content-Encoding: \(coding)"], text).bytes == text, "\(coding)")
    }
    #expect(
      reason(["Content-Encoding: br"], [0x1B, 0x3A, 0, 0xF8])
        == "a body with the content encoding br, which can't be read")
    #expect(reason(["Content-Encoding: \(String(repeating: "x", count: 500))"], [1])!.count < 100)
  }
}
