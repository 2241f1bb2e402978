import ReprintTestSupport
import Testing

@testable import ReprintDumps

@Suite struct KeyTableTests {
  private let directory = TemporaryDirectory()

  private func table(_ entries: [UInt64]) throws -> KeyTable {
    let shape = KeyTable.Shape(count: entries.count)
    let writer = try IndexFileWriter(1, kind: .segment, in: directory.path)
    var sorted = entries.sorted()
    let start = writer.offset
    try sorted.withUnsafeMutableBufferPointer { try writer.append($0.baseAddress!, count: $0.count) }
    try writer.endSection(from: start)
    let fences = writer.offset
    try writer.append(sorted.withUnsafeBufferPointer { KeyTable.fences(of: $0.baseAddress!, shape) })
    try writer.endSection(from: fences)
    let file = try IndexFile(writer.finish(), kind: .segment, in: directory.path)
    return KeyTable(file: file, shape: shape, fences: fences, entries: start)
  }

  /// Keys all over, or most of them one: against looking at every entry.
  @Test(arguments: [1, 16, 17, 3000], [0, 0.9])
  func rowsAreFoundByTheirKeys(count: Int, skew: Double) throws {
    let seed: UInt64 = 81
    print("keys of seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let crowded = UInt32(truncatingIfNeeded: generator.next())
    let keys = (0..<count).map { _ in
      generator.chance(skew) ? crowded : UInt32(generator.number(0...count)) &* 0x9E37_79B9
    }
    let table = try table(keys.enumerated().map { UInt64($0.element) << 32 | UInt64($0.offset) })
    for key in Set(keys).union([0, .max, crowded, crowded &+ 1, 0x8000_0000]) {
      var found: [Int] = []
      try table.forEachRow(key) { row in
        found.append(row)
        return true
      }
      #expect(found == keys.indices.filter { keys[$0] == key })
    }
    var seen = 0
    try table.forEachRow(keys[0]) { _ in
      seen += 1
      return false
    }
    #expect(seen == 1)
  }
}
