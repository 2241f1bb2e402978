import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct ExternalSorterTests {
  private let directory = TemporaryDirectory()

  private func sorted<Record: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    _ records: [Record], bytes: Int
  ) throws -> [Record] {
    let sorter = ExternalSorter<Record>(ScratchSpace(directory.path), bytes: bytes)
    for record in records { try sorter.add(record) }
    #expect(sorter.count == records.count)
    let stream = try sorter.sorted()
    var result: [Record] = []
    while let record = try stream.next() { result.append(record) }
    #expect(try stream.next() == nil)
    return result
  }

  /// The least memory holds 64 records and merges two runs at a time.
  @Test(arguments: [0, 1, 63, 64, 65, 129, 1000, 20_000])
  func anyNumberOfRunsIsMerged(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let narrow = (0..<count).map { _ in generator.next() % UInt64(count + 1) }
    let wide = (0..<count).map { _ in UInt128(generator.next()) << 64 | UInt128(generator.next()) }
    for bytes in [0, 4000, 1 << 20] {
      #expect(try sorted(narrow, bytes: bytes) == narrow.sorted())
      #expect(try sorted(wide, bytes: bytes) == wide.sorted())
    }
    #expect(directory.names.isEmpty, "scratch files have no names")
  }

  @Test func aDirectoryThatIsNotThereIsNamed() {
    let sorter = ExternalSorter<UInt64>(ScratchSpace(directory["nowhere"]), bytes: 0)
    let error = #expect(throws: DumpError.self) {
      for record in 0..<1000 { try sorter.add(UInt64(record)) }
    }
    #expect(error?.path == directory["nowhere"])
  }
}
