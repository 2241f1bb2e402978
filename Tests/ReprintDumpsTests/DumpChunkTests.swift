import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct DumpChunkTests {
  @Test func scratchFilesGiveBackWhatTheyWereGiven() throws {
    let scratch = try ScratchFile()
    var generator = SeededGenerator(seed: 1)
    var stored: [(bytes: [UInt8], mapping: Mapping)] = []
    for size in [1, 100, Mapping.pageSize, Mapping.pageSize + 1, 100_000, 3] {
      let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
      stored.append((bytes, try bytes.withUnsafeBytes { raw throws(DumpError) in try scratch.store(raw) }))
    }
    for (bytes, mapping) in stored { #expect(Array(mapping.bytes) == bytes) }
  }

  @Test func chunksAreAPartOfTheirStorage() {
    let buffer = ByteBuffer(count: 10)
    _ = buffer.bytes.update(from: 0..<10)
    let chunk = DumpChunk(file: 0, format: .jsonLines, storage: .buffer(buffer), offset: 3, count: 4)
    #expect(Array(chunk.bytes) == [3, 4, 5, 6])
    #expect(chunk.readableEnd == UnsafePointer(buffer.bytes.baseAddress! + 10))
  }

  @Test func buffersKeepWhatIsUsedWhenTheyGrow() {
    let buffer = ByteBuffer(count: 4)
    _ = buffer.bytes.update(from: [1, 2, 3, 4])
    buffer.grow(to: 1000, keeping: 3)
    #expect(buffer.bytes.count == 1000)
    #expect(Array(buffer.bytes[..<3]) == [1, 2, 3])
  }
}
