import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct SpillFileTests {
  private let directory = TemporaryDirectory()
  private var space: ScratchSpace { ScratchSpace(directory.path, stateDirectory: directory.path) }

  private func write(_ records: Range<UInt64>, to name: String = "f") throws -> SpillFile {
    let writer = SpillWriter(try space.create(name), recordSize: 8)
    for record in records { try writer.append(record) }
    return try writer.endRun()
  }

  private func read(_ file: SpillFile, skipping: Int = 0, blocksAtOnce: Int = 4) throws -> [UInt64] {
    let reader = SpillReader<UInt64>(file, blocksAtOnce: blocksAtOnce)
    if skipping > 0 { try reader.skip(skipping) }
    var result: [UInt64] = []
    while let record = try reader.next() { result.append(record) }
    return result
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 50_000])
  func whatIsWrittenIsRead(count: Int) throws {
    let file = try write(0..<UInt64(count))
    #expect(file.count == count)
    for blocks in [1, 4] { #expect(try read(file, blocksAtOnce: blocks) == Array(0..<UInt64(count))) }
    for skipped in [1, 4095, 4096, 4097, 49_999] where skipped <= count {
      #expect(try read(file, skipping: skipped) == Array(UInt64(skipped)..<UInt64(count)))
    }
  }

  @Test func runsFollowEachOtherInAFile() throws {
    let writer = SpillWriter(try space.create("runs"), recordSize: 8)
    var runs: [SpillFile] = []
    for count in [10, 0, 5000, 1] {
      let records = (0..<count).map { UInt64($0) }
      try writer.append(records, count: count)
      runs.append(try writer.endRun())
    }
    #expect(runs.map(\.count) == [10, 0, 5000, 1])
    for run in runs { #expect(try read(run) == (0..<run.count).map { UInt64($0) }) }
  }

  /// What was written after the record goes away.
  @Test(arguments: [0, 1, 4096, 10_000])
  func aFileGoesOnWhereItWasRecorded(recorded: Int) throws {
    let tail: [UInt8]
    do {
      let writer = SpillWriter(try space.create("f"), recordSize: 8)
      for record in 0..<UInt64(recorded) { try writer.append(record) }
      try writer.flush()
      tail = writer.tail
      for _ in 0..<9000 { try writer.append(UInt64.max) }
      try writer.flush()
    }
    let writer = try SpillWriter(resuming: space.reopen("f"), recordSize: 8, count: recorded, tail: tail)
    for record in UInt64(recorded)..<20_000 { try writer.append(record) }
    #expect(try read(writer.endRun()) == Array(0..<20_000))
  }

  @Test func damageIsFoundWhereverItIs() throws {
    let file = try write(0..<9000)
    let sound = try #require(directory.read("f"))
    var generator = SeededGenerator(seed: 7)
    // What is behind the records of the last block is of no concern.
    let used = 2 * file.layout.blockSize + SpillLayout.headerSize + (9000 - 2 * 4096) * 8
    for _ in 0..<50 {
      var damaged = sound
      damaged[generator.number(0...used - 1)] ^= 1 << UInt8(generator.number(0...7))
      directory.write(damaged, to: "f")
      let other = SpillFile(handle: try space.reopen("f"), layout: file.layout, count: 9000)
      #expect(throws: DumpError.self) { try read(other) }
    }
    directory.write(sound, to: "f")
    #expect(try read(SpillFile(handle: try space.reopen("f"), layout: file.layout, count: 9000)).count == 9000)
    for count in [0, 15, 16, used - 1] {
      directory.write(sound[..<count], to: "f")
      let short = SpillFile(handle: try space.reopen("f"), layout: file.layout, count: 9000)
      let error = #expect(throws: DumpError.self) { try read(short) }
      #expect(error?.reason.hasPrefix("a scratch file is damaged: it ends before block ") == true)
    }
  }

  @Test func aBlockInAnotherPlaceOrFileIsFound() throws {
    let file = try write(0..<9000)
    let sound = try #require(directory.read("f"))
    let size = file.layout.blockSize
    directory.write(sound[size..<2 * size] + sound[..<size] + sound[(2 * size)...], to: "f")
    let swapped = SpillFile(handle: try space.reopen("f"), layout: file.layout, count: 9000)
    #expect(throws: DumpError.self) { try read(swapped) }
    directory.write(sound, to: "g")
    let other = SpillFile(handle: try space.reopen("g"), layout: file.layout, count: 9000)
    let error = #expect(throws: DumpError.self) { try read(other) }
    #expect(error?.description == "\(directory["g"]): a scratch file is damaged: block 0 is not what was written")
  }
}
