import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct RecordSortTests {
  private func sorted<Record: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(_ records: [Record]) -> [Record] {
    let memory = UnsafeMutablePointer<Record>.allocate(capacity: 2 * records.count + 1)
    defer { memory.deallocate() }
    for (place, record) in records.enumerated() { memory[place] = record }
    RecordSort.sort(memory, count: records.count, scratch: memory + records.count)
    return Array(UnsafeBufferPointer(start: memory, count: records.count))
  }

  @Test(arguments: [0, 1, 2, 24, 25, 100, 3000, 40000])
  func recordsOfAnySpreadAreSorted(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let even = (0..<count).map { _ in generator.next() }
    let small = (0..<count).map { _ in generator.next() % 50 }
    let oneApart = (0..<count).map { $0 == count / 2 ? UInt64.max : generator.next() % 1000 }
    let shared = (0..<count).map { _ in 0x1234 << 48 | generator.next() % 2 << 40 | generator.next() % 300 }
    for records in [even, small, oneApart, shared, even.sorted(), even.sorted().reversed()] {
      #expect(sorted(records) == records.sorted())
      let wide = records.map { UInt128($0) << UInt128(generator.number(0...1) * 64) | UInt128(generator.next() % 7) }
      #expect(sorted(wide) == wide.sorted())
    }
  }
}
