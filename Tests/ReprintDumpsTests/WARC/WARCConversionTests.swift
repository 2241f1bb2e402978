import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct WARCConversionTests {
  private func convert(_ records: [[UInt8]]) -> ConvertedChunk {
    var part = ConvertedChunk()
    records.flatMap(\.self).withUnsafeBufferPointer { bytes in
      #expect(WARCConversion.convert(bytes, from: 0, into: &part) == bytes.count)
    }
    return part
  }

  private func lines(_ part: ConvertedChunk) -> [String] {
    String(decoding: part.lines.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func pagesAndTextsBecomeDocuments() {
    let part = convert([
      ArchiveBuilder.text("http://Host.example:80/a", "a \"text\"\n"),
      ArchiveBuilder.response("<http://b.example/>", Array("plain".utf8)),
      ArchiveBuilder.response("http://c.example/", type: "TEXT/HTML;charset=UTF-8", Array("<title>T</title>html".utf8)),
      ArchiveBuilder.record("resource", uri: "file:x", contentType: "text/plain", date: nil, Array("res".utf8)),
      ArchiveBuilder.response("http://d.example/", status: "206 Partial", type: nil, Array(" <p>no type".utf8)),
    ])
    #expect(part.problems.list.isEmpty && part.passedOver.isEmpty)
    let date = #""published":"2025-08-21T10:00:00Z""#
    #expect(
      lines(part) == [
        #"{"url":"http://Host.example:80/a","site":"host.example",\#(date),"text":"a \"text\"\n"}"#,
        #"{"url":"http://b.example/","site":"b.example",\#(date),"text":"plain"}"#,
        #"{"url":"http://c.example/","site":"c.example",\#(date),"title":"T","text":"html"}"#,
        #"{"url":"file:x","text":"res"}"#,
        #"{"url":"http://d.example/","site":"d.example",\#(date),"text":"no type"}"#,
      ])
  }

  @Test func everyOtherRecordIsCounted() {
    let part = convert([
      ArchiveBuilder.record("warcinfo", Array("x".utf8)), ArchiveBuilder.record("request", []),
      ArchiveBuilder.record("revisit", []), ArchiveBuilder.record("metadata", []),
      ArchiveBuilder.record("continuation", []), ArchiveBuilder.record("odd", []),
      ArchiveBuilder.record("response", uri: "dns:x", contentType: "text/dns", Array("x 1 IN A".utf8)),
      ArchiveBuilder.response("http://a.example/", status: "301 Moved", []),
      ArchiveBuilder.response("http://a.example/", status: "404 None", []),
      ArchiveBuilder.response("http://a.example/", type: "image/png", [1]),
      ArchiveBuilder.response("http://a.example/", type: "text/css", []),
      ArchiveBuilder.response("http://a.example/", type: "x-odd", []),
      ArchiveBuilder.response("http://a.example/", type: nil, Array("no markup".utf8)),
      ArchiveBuilder.text("http://a.example/", "text"),
    ])
    #expect(
      part.passedOver == [
        "warcinfo": 1, "request": 1, "revisit": 1, "metadata": 1, "continuation": 1, "of an unknown type": 1,
        "not HTTP": 1, "status 3xx": 1, "status 4xx": 1, "image": 1, "text": 1, "of an unknown media type": 2,
      ])
    #expect(part.companions.count == 1 && part.starts.count == 1 && part.problems.list.isEmpty)
  }

  @Test func whatCannotBeReadIsNamedByItsByte() {
    let records = [
      ArchiveBuilder.record("response", uri: "http://a.example/", Array("<html>no status".utf8)),
      ArchiveBuilder.text("http://a.example/", "text"),
      Array("WARC/1.1\r\nContent-Length: 0\r\n\r\n\r\n\r\n".utf8),
      ArchiveBuilder.response("http://a.example/", headers: ["Content-Encoding: br"], [0, 1, 2]),
      Array("junk".utf8),
    ]
    let part = convert(records)
    let starts = records.indices.map { records[..<$0].reduce(0) { $0 + $1.count } }
    #expect(part.problems.list.map(\.place) == [starts[0], starts[2], starts[3], starts[4]])
    #expect(
      part.problems.list.map(\.reason) == [
        "a response without an HTTP status line", "a record without a WARC-Type",
        "a body with the content encoding br, which can't be read", "no WARC record starts here",
      ])
    #expect(part.places == [UInt32(starts[1])])
  }

  @Test func largeTextsAreHandedOnInParts() {
    let text = String(repeating: "words ", count: 1 << 20)
    let records = (0..<5).flatMap { ArchiveBuilder.text("http://a.example/\($0)", text) }
    let buffer = ByteBuffer(count: records.count)
    _ = buffer.bytes.update(from: records)
    let chunk = DumpChunk(
      file: 0, format: .warc, storage: .buffer(buffer), offset: 0, count: records.count, position: 77)
    var converter = ChunkConverter(chunk, fields: RecordFields())
    var counts: [Int] = []
    while let part = converter.next() { counts.append(part.starts.count) }
    #expect(counts == [3, 2])
  }

  @Test(
    arguments: [
      ("http://a.example/x", "a.example"), ("https://A.Example:8080", "a.example"),
      ("http://user:pw@a.example/x", "a.example"), ("http://[::1]:80/", "[::1]"), ("mailto:x@y", nil), ("", nil),
      ("http://", nil), ("x://h?q", "h"),
    ] as [(String, String?)]) func hostsAreFoundInAddresses(address: String, host: String?)
  {
    #expect(WARCConversion.host(address) == host)
  }

  @Test func mediaTypesAreReadWithTheirCharset() {
    #expect(MediaType("Text/HTML; Charset=\"utf-8\"; x=y").name == "text/html")
    #expect(MediaType("Text/HTML; a=b; Charset=\"utf-8\"").charset == "utf-8")
    #expect(MediaType(nil).name == "" && MediaType(";charset=x").charset == nil)
    #expect(MediaType("image/png").kind == "image" && MediaType("x").kind == "of an unknown media type")
  }

  @Test func randomBytesDoNoHarm() {
    for seed in 0..<200 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var bytes = ArchiveBuilder.mixed(seed: seed, count: 6).flatMap(\.self)
      for _ in 0..<20 { bytes[generator.number(0...bytes.count - 1)] = UInt8.random(in: 0...255, using: &generator) }
      let part = convert([bytes])
      #expect(part.starts.count == lines(part).count, "seed \(seed)")
    }
  }
}
