import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct ChunkCutterTests {
  /// Everything that is read from the chunks of a stream that arrives in pieces of random sizes.
  private func readInPieces(
    _ bytes: [UInt8], _ format: DumpFormat, size: Int, seed: UInt64?, mostPassedOver: Int? = nil
  ) throws -> (lines: [UInt8], problems: [String]) {
    var generator = SeededGenerator(seed: seed ?? 0)
    var cutter = ChunkCutter(format, path: "x", fields: RecordFields())
    if let mostPassedOver { cutter.mostPassedOver = mostPassedOver }
    var lines: [UInt8] = []
    var problems: [String] = []
    var start = 0
    var line = 0
    var arrived = seed == nil ? bytes.count : 0
    while start < bytes.count {
      let atEnd = arrived == bytes.count
      // As in a stream, nothing before the chunk can be seen.
      let cut = try bytes[start..<arrived].withUnsafeBufferPointer { seen throws(DumpError) in
        seen.isEmpty
          ? nil
          : try cutter.cut(seen, from: 0, size: size, atEnd: atEnd)
      }
      guard let cut else {
        #expect(!atEnd)
        arrived = min(bytes.count, arrived + generator.number(1...3 * size))
        continue
      }
      #expect(cut.end > 0)
      let buffer = ByteBuffer(count: cut.end)
      _ = buffer.bytes.update(from: bytes[start..<start + cut.end])
      let chunk = DumpChunk(
        file: 0, format: format, storage: .buffer(buffer), offset: 0, count: cut.end, position: start,
        opening: cutter.opening)
      var converter = ChunkConverter(chunk, fields: RecordFields())
      while let part = converter.next() {
        lines += part.lines.bytes
        let place = format.hasBytePlaces ? start : line
        problems += part.problems.list.map { "\($0.place + place) \($0.reason)" }
        line += part.lineCount
      }
      start += cut.end
      if cut.isBeforeGarbage {
        start = bytes.withUnsafeBufferPointer { WARCFraming.nextStart($0, from: start) } ?? bytes.count
      }
      arrived = max(arrived, start)
    }
    return (lines, problems)
  }

  /// A chunk does not grow with the bad records in it, and what stands behind them is read.
  @Test func badRecordsAreCutOffWhereTheyAreMany() throws {
    let page = ArchiveBuilder.mixed(seed: 1, count: 20).flatMap(\.self)
    let bad = Array("WARC/1.0\r\nContent-Length: x\r\n\r\nnone\r\n\r\n".utf8)
    let bytes = Array(repeating: bad, count: 100).flatMap(\.self) + page
    let expected = try readInPieces(bytes, .warc, size: 1 << 30, seed: nil)
    #expect(expected.problems.count >= 100 && !expected.lines.isEmpty)
    for size in [50, 1 << 20] {
      let found = try readInPieces(bytes, .warc, size: size, seed: nil, mostPassedOver: 500)
      #expect(found.lines == expected.lines && found.problems == expected.problems)
      var cutter = ChunkCutter(.warc, path: "x", fields: RecordFields())
      cutter.mostPassedOver = 500
      let cut = try bytes.withUnsafeBufferPointer { try cutter.cut($0, from: 0, size: size, atEnd: true) }
      #expect(try #require(cut).end < 1000)
    }
  }

  private func damaged(_ bytes: [UInt8], _ generator: inout SeededGenerator, with insertions: [[UInt8]]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<generator.number(0...5) {
      let index = generator.number(0...bytes.count - 1)
      if generator.chance(0.5) {
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      } else {
        bytes.insert(contentsOf: generator.pick(insertions), at: index)
      }
    }
    return bytes
  }

  @Test func archivesReadTheSameHoweverTheyAreCut() throws {
    for seed in 0..<200 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let whole = ArchiveBuilder.mixed(seed: seed, count: 20).flatMap(\.self)
      let insertions = ["\nWARC/1.0\r\n", "\r\n\r\n", "9", String(repeating: "junk\n", count: 200)].map {
        Array($0.utf8)
      }
      let bytes = damaged(whole, &generator, with: insertions)
      let expected = try readInPieces(bytes, .warc, size: 1 << 30, seed: nil)
      for size in [1, 50, 300, 2000] {
        let mapped = try readInPieces(bytes, .warc, size: size, seed: nil)
        #expect(mapped.lines == expected.lines && mapped.problems == expected.problems, "seed \(seed), size \(size)")
        let stream = try readInPieces(bytes, .warc, size: size, seed: seed)
        #expect(stream.lines == expected.lines && stream.problems == expected.problems, "seed \(seed), size \(size)")
      }
    }
  }

  @Test(arguments: [DumpFormat.csv, .tsv]) func tablesReadTheSameHoweverTheyAreCut(format: DumpFormat) throws {
    for seed in 0..<200 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let table = RandomTable(&generator, delimiter: format.delimiter!, columns: ["id", "text", "url"])
      guard let headerEnd = table.bytes.firstIndex(of: 0x0A) else { continue }
      let header = table.bytes[...headerEnd]
      let rows = Array(table.bytes[header.endIndex...]) + Array("\n".utf8)
      let bytes =
        Array(header) + damaged(rows, &generator, with: ["\"", "\"\n", "\r\n", "\"\"", ","].map { Array($0.utf8) })
      let expected = try readInPieces(bytes, format, size: 1 << 30, seed: nil)
      for size in [1, 50, 300, 2000] {
        let mapped = try readInPieces(bytes, format, size: size, seed: nil)
        #expect(mapped.lines == expected.lines && mapped.problems == expected.problems, "seed \(seed), size \(size)")
        let stream = try readInPieces(bytes, format, size: size, seed: seed)
        #expect(stream.lines == expected.lines && stream.problems == expected.problems, "seed \(seed), size \(size)")
      }
    }
  }

  @Test func objectsOfJSONReadTheSameHoweverTheyAreCut() throws {
    for seed in 0..<200 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let space = generator.pick(["", " ", "\n", "\n  "])
      let objects = (0..<generator.number(1...20)).map { number in
        "{\(space)\"id\":\(number),\(space)\"text\":\"\(generator.pick(["a", "}", "\\\"", "ü b", "[{"]))\"\(space)}"
      }
      let whole = Array("[\(space)\(objects.joined(separator: ",\(space)"))]\n".utf8)
      let insertions = ["\"", "\n", "{", "}", "\n{", "x\n", "null,"].map { Array($0.utf8) }
      let bytes = seed < 20 ? whole : damaged(whole, &generator, with: insertions)
      let expected = try readInPieces(bytes, .json, size: 1 << 30, seed: nil)
      if seed < 20 { #expect(expected.lines.count { $0 == 0x0A } == objects.count && expected.problems.isEmpty) }
      for size in [1, 50, 300, 2000] {
        let mapped = try readInPieces(bytes, .json, size: size, seed: nil)
        #expect(mapped.lines == expected.lines, "seed \(seed), size \(size)")
        #expect(mapped.problems == expected.problems, "seed \(seed), size \(size)")
        let stream = try readInPieces(bytes, .json, size: size, seed: seed)
        #expect(stream.lines == expected.lines && stream.problems == expected.problems, "seed \(seed), size \(size)")
      }
    }
  }

  @Test func tablesWithoutTextsAreRefused() {
    var cutter = ChunkCutter(.csv, path: "a.csv", fields: RecordFields())
    let bytes = Array("\u{FEFF}Id,\"the \"\"body\"\"\"\n1,x\n".utf8)
    let error = #expect(throws: DumpError.self) {
      try bytes.withUnsafeBufferPointer { bytes throws(DumpError) in
        try cutter.cut(bytes, from: 0, size: 10, atEnd: true)
      }
    }
    #expect(
      error?.description
        == "a.csv:1: there is no column \"text\" or \"html\"; there are: \"Id\", \"the \"body\"\"")
  }
}
