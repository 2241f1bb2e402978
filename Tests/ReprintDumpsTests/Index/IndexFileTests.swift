import Foundation
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct IndexFileTests {
  private let directory = TemporaryDirectory()

  /// Writes sections of so many bytes.
  private func write(_ sizes: [Int], as number: Int = 7) throws -> (entry: IndexFile.Entry, data: [[UInt8]]) {
    var generator = SeededGenerator(seed: 61)
    let writer = try IndexFileWriter(number, kind: .texts, in: directory.path)
    var data: [[UInt8]] = []
    for size in sizes {
      let bytes = (0..<size).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      let start = writer.offset
      // In pieces of all sizes.
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(generator.number(1...9000))
        try writer.append(Array(piece))
        rest.removeFirst(piece.count)
      }
      try writer.endSection(from: start)
      data.append(bytes)
    }
    writer.values = [1, 2, .max]
    return (try writer.finish(), data)
  }

  @Test(arguments: [[], [0], [1], [4096, 0, 4097], [300_000, 5, 4095], [3_000_000]])
  func whatWasWrittenIsRead(sizes: [Int]) throws {
    let (entry, data) = try write(sizes)
    let file = try IndexFile(entry, kind: .texts, in: directory.path)
    #expect(file.header.sections.map(\.length) == sizes)
    #expect(file.header.values.prefix(3) == [1, 2, .max])
    #expect(file.header.sections.allSatisfy { $0.offset % IndexFileHeader.blockSize == 0 })
    for (section, bytes) in data.enumerated() {
      #expect(try Array(file.bytes(0..<bytes.count, of: section)) == bytes)
      #expect(throws: DumpError.self) { try file.bytes(0..<bytes.count + 1, of: section) }
    }
    #expect(file.damage() == [])
    #expect(throws: DumpError.self) { try file.bytes(0..<8) }
    #expect(throws: DumpError.self) { try file.bytes(entry.size..<entry.size + 1) }
  }

  @Test func onlyTheDamagedBlockIsAnError() throws {
    let (entry, data) = try write([100_000])
    let name = "000007.texts"
    var bytes = try #require(directory.read(name))
    bytes[3 * 4096 + 17] ^= 0x20
    directory.write(bytes, to: name)
    let file = try IndexFile(entry, kind: .texts, in: directory.path)
    #expect(try Array(file.bytes(0..<2 * 4096, of: 0)) == Array(data[0][..<8192]))
    #expect(throws: DumpError(directory[name], offset: 3 * 4096, "the block is not what was written")) {
      try file.bytes(8191..<8193, of: 0)
    }
    #expect(file.damage().map(\.offset) == [3 * 4096])
  }

  @Test func blocksThatChangedPlacesAreNoticed() throws {
    let (entry, _) = try write([20_000])
    var bytes = try #require(directory.read("000007.texts"))
    for index in 4096..<8192 { bytes.swapAt(index, index + 4096) }
    directory.write(bytes, to: "000007.texts")
    #expect(try IndexFile(entry, kind: .texts, in: directory.path).damage().count == 2)
  }

  @Test func anUnfinishedFileGoesAway() throws {
    do {
      let writer = try IndexFileWriter(9, kind: .segment, in: directory.path)
      try writer.append([UInt8](repeating: 1, count: 1 << 20))
      #expect(directory.names == ["000009.segment"])
      withExtendedLifetime(writer) {}
    }
    #expect(directory.names == [])
  }

  @Test func otherKindsAndByteOrdersAreRefused() throws {
    let (entry, _) = try write([10])
    try FileManager.default.copyItem(atPath: directory["000007.texts"], toPath: directory["000007.segment"])
    #expect(throws: DumpError.self) { try IndexFile(entry, kind: .segment, in: directory.path) }
    var bytes = try #require(directory.read("000007.texts"))
    bytes.replaceSubrange(12..<16, with: bytes[12..<16].reversed())
    directory.write(bytes, to: "000007.texts")
    #expect(throws: DumpError(directory["000007.texts"], offset: 12, "has another byte order than an index has")) {
      try IndexFile(entry, kind: .texts, in: directory.path)
    }
  }
}
