import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct WARCFramingTests {
  /// A stretch of an archive: a record with its block, or bytes that are none.
  private struct Piece: Equatable {
    var range: Range<Int>
    var block: Range<Int>?
  }

  private func pieces(_ bytes: [UInt8]) -> [Piece] {
    bytes.withUnsafeBufferPointer { bytes in
      var pieces: [Piece] = []
      var position = 0
      while true {
        switch WARCFraming.next(bytes, from: position, atEnd: true) {
        case .record(let record):
          pieces.append(Piece(range: record.start..<record.blockEnd, block: record.headerEnd..<record.blockEnd))
          position = record.end
        case .malformed(let range, _):
          pieces.append(Piece(range: range, block: nil))
          position = range.upperBound
        case .end: return pieces
        case .garbage, .incomplete:
          Issue.record("not at the end of all bytes")
          return pieces
        }
      }
    }
  }

  /// The same from the definition: line by line, with strings.
  private func slowPieces(_ bytes: [UInt8]) -> [Piece] {
    let version = Array("WARC/1.".utf8)
    func isVersion(_ at: Int) -> Bool { at < bytes.count && bytes[at...].starts(with: version) }
    func isFollowedByField(_ at: Int) -> Bool {
      ["\r\nWARC-", "\nWARC-"].contains { bytes.dropFirst(at + 8).starts(with: Array($0.utf8)) }
    }
    func nextStart(_ from: Int) -> Int {
      (max(1, from)..<max(1, from, bytes.count)).first {
        isVersion($0) && (bytes[$0 - 1] == 0x0A || isFollowedByField($0))
      } ?? bytes.count
    }
    func skipNewlines(_ from: Int) -> Int { bytes[from...].firstIndex { $0 != 0x0D && $0 != 0x0A } ?? bytes.count }
    func trimmed(_ bytes: some Sequence<UInt8>) -> String {
      func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0D].contains(byte) }
      let rest = Array(bytes.drop(while: isSpace))
      return String(decoding: rest.reversed().drop(while: isSpace).reversed(), as: UTF8.self)
    }
    var pieces: [Piece] = []
    var position = 0
    while true {
      let start = skipNewlines(position)
      if start == bytes.count { return pieces }
      var headerEnd: Int?
      var length: Int?
      var hasLength = false
      if isVersion(start) {
        var line = start
        while let newline = bytes[line...].firstIndex(of: 0x0A) {
          if line > start && isVersion(line) { break }
          var content = Array(bytes[line..<newline])
          if content.last == 0x0D { content.removeLast() }
          if content.isEmpty {
            headerEnd = newline + 1
            break
          }
          let cut = line + content.count - 8
          if cut > line && isVersion(cut) && isFollowedByField(cut) { break }
          let colon = content.firstIndex(of: UInt8(ascii: ":"))
          if line > start, content[0] != 0x0D, let colon, !hasLength,
            trimmed(content[..<colon]).lowercased() == "content-length"
          {
            hasLength = true
            let digits = trimmed(content[(colon + 1)...])
            length = digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
          }
          line = newline + 1
        }
      }
      guard let headerEnd else {
        let end = nextStart(start + 1)
        pieces.append(Piece(range: start..<end))
        position = end
        continue
      }
      if let length, length <= WARCFraming.longestBlock, headerEnd + length <= bytes.count {
        let end = headerEnd + length
        let next = skipNewlines(end)
        let rest = bytes[end...]
        let isSeparated = rest.starts(with: Array("\r\n\r\n".utf8)) || rest.starts(with: Array("\n\n".utf8))
        if next == bytes.count || isVersion(next) || isSeparated && nextStart(headerEnd) >= end {
          pieces.append(Piece(range: start..<end, block: headerEnd..<end))
          position = next
          continue
        }
      }
      let end = nextStart(headerEnd)
      pieces.append(Piece(range: start..<end))
      position = end
    }
  }

  @Test func wholeRecordsAreFoundWhereTheyStand() {
    for seed in 0..<30 as Range<UInt64> {
      let records = ArchiveBuilder.mixed(seed: seed, count: 12)
      let found = pieces(records.flatMap(\.self))
      #expect(found.count == records.count, "seed \(seed)")
      #expect(found.allSatisfy { $0.block != nil }, "seed \(seed)")
      var start = 0
      for (piece, record) in zip(found, records) {
        #expect(piece.range.lowerBound == start, "seed \(seed)")
        start += record.count
      }
    }
  }

  @Test func damagedArchivesAreReadAsTheDefinitionSays() {
    for seed in 0..<600 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var bytes = ArchiveBuilder.mixed(seed: seed, count: generator.number(1...8)).flatMap(\.self)
      for _ in 0..<generator.number(1...6) where !bytes.isEmpty {
        let index = generator.number(0...bytes.count - 1)
        switch generator.number(0...4) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(generator.pick([0x0A, 0x0D, 0x39, 0x3A]), at: index)
        case 3: bytes.insert(contentsOf: Array("\nWARC/1.1\r\n".utf8), at: index)
        default: bytes.removeSubrange(index..<min(bytes.count, index + generator.number(1...80)))
        }
      }
      #expect(pieces(bytes) == slowPieces(bytes), "seed \(seed)")
    }
  }

  @Test func truncationCostsTheLastRecordOnly() {
    let records = ArchiveBuilder.mixed(seed: 7, count: 5)
    let whole = records.flatMap(\.self)
    let all = pieces(whole)
    for count in 0...whole.count {
      let found = pieces(Array(whole[..<count]))
      let intact = all.filter { $0.range.upperBound <= count }
      #expect(Array(found.prefix(intact.count)) == intact, "cut at \(count)")
      #expect(found.count <= intact.count + 1 && found.dropFirst(intact.count).allSatisfy { $0.block == nil })
    }
  }

  @Test func aFlippedByteCostsNoOtherRecord() {
    let records = (0..<6).map { ArchiveBuilder.text("http://a.example/\($0)", "some text \($0)") }
    let whole = records.flatMap(\.self)
    let all = pieces(whole)
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 0x40
      let found = pieces(bytes)
      let own = all.firstIndex { index < $0.range.upperBound + 4 }!
      #expect(Array(found.prefix(own)) == Array(all[..<own]), "byte \(index)")
      #expect(found.suffix(all.count - own - 1).elementsEqual(all[(own + 1)...]), "byte \(index)")
    }
  }

  /// As where a file that was cut short stands before another.
  @Test func aRecordCutShortCostsNoOther() {
    let records = (0..<3).map { ArchiveBuilder.text("http://a.example/\($0)", "text \($0), WARC/1.0 and more") }
    let all = pieces(records.flatMap(\.self))
    for count in 1..<records[1].count {
      let found = pieces(records[0] + records[1][..<count] + records[2])
      let shift = records[1].count - count
      #expect(found.first == all[0], "cut at \(count)")
      #expect(found.last?.range.lowerBound == all[2].range.lowerBound - shift, "cut at \(count)")
      #expect(found.last?.block?.count == all[2].block?.count, "cut at \(count)")
      #expect(found.count == 3, "cut at \(count)")
    }
  }

  private func problems(_ bytes: [UInt8]) -> [String] {
    bytes.withUnsafeBufferPointer { bytes in
      var reasons: [String] = []
      var position = 0
      while true {
        switch WARCFraming.next(bytes, from: position, atEnd: true) {
        case .record(let record): position = record.end
        case .malformed(let range, let reason):
          reasons.append("\(range.lowerBound) \(reason)")
          position = range.upperBound
        default: return reasons
        }
      }
    }
  }

  @Test func whatIsWrongIsNamed() {
    let good = ArchiveBuilder.text("http://a.example/", "text")
    let block = Array("some block".utf8)
    func bad(_ length: String) -> [UInt8] { ArchiveBuilder.record("response", length: length, block) }
    #expect(problems(Array("junk\n".utf8) + good) == ["0 no WARC record starts here"])
    #expect(problems(good + bad("x") + good) == ["\(good.count) a record without a valid Content-Length"])
    #expect(problems(bad("-5") + good) == ["0 a record without a valid Content-Length"])
    #expect(problems(bad("9223372036854775808") + good) == ["0 a record without a valid Content-Length"])
    #expect(
      problems(bad("9223372036854775807") + good)
        == ["0 a record of 9223372036854775807 bytes; the most that is read is 268435456"])
    for length in ["9", "15", "2000"] {
      #expect(
        problems(bad(length) + good)
          == ["0 a record with a wrong Content-Length: none follows behind its \(length) bytes"])
    }
    #expect(problems(good + bad("50").dropLast(4)) == ["\(good.count) a record cut short: 10 of 50 bytes are there"])
    #expect(problems(Array("WARC/1.0\r\nWARC-Type: x\r\n".utf8) + good) == ["0 a header without an end"])
    let long = Array("WARC/1.0\r\nX: ".utf8) + [UInt8](repeating: 0x61, count: WARCFraming.longestHeader)
    #expect(problems(long + Array("\r\n\r\n".utf8) + good) == ["0 a header without an end"])
    #expect(problems([UInt8](repeating: 0x0A, count: 100)).isEmpty)
    #expect(problems([]).isEmpty)
  }
}
