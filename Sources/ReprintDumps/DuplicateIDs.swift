import Reprint

enum DuplicateIDs {
  /// The documents whose id hash an earlier document has, with the first that has it, in input order.
  ///
  /// - Complexity: O(n) expected time; 16 bytes a document of scratch memory.
  static func find(_ identifiers: [UInt64]) -> [(document: Int, first: Int)] {
    var seen: [UInt64] = identifiers.filter { $0 != 0 }
    guard seen.count > 1 else { return [] }
    let scratch = UnsafeMutablePointer<UInt64>.allocate(capacity: seen.count)
    defer { scratch.deallocate() }
    seen.withUnsafeMutableBufferPointer { UniformSort.sort($0.baseAddress!, count: $0.count, scratch: scratch) }
    var repeated: Set<UInt64> = []
    for index in 1..<seen.count where seen[index] == seen[index - 1] { repeated.insert(seen[index]) }
    guard !repeated.isEmpty else { return [] }
    var first: [UInt64: Int] = [:]
    var result: [(Int, Int)] = []
    for (document, identifier) in identifiers.enumerated() where repeated.contains(identifier) {
      if let earlier = first[identifier] { result.append((document, earlier)) } else { first[identifier] = document }
    }
    return result
  }

  /// The same for ids in a scratch file, each document and the first that has its id in the halves of a number.
  static func find(_ identifiers: SpillFile, _ run: BoundedRun) throws(DumpError) -> SortedRecords<UInt64> {
    let sorter = ExternalSorter<UInt128>(run.space, bytes: run.budget.sorter)
    let reader = SpillReader<UInt64>(identifiers)
    var document: UInt128 = 0
    while let identifier = try reader.next() {
      if identifier != 0 { try sorter.add(UInt128(identifier) << 64 | document) }
      document += 1
    }
    let found = ExternalSorter<UInt64>(run.space, bytes: run.budget.sorter)
    let sorted = try sorter.sorted()
    var first: UInt128?
    while let record = try sorted.next() {
      if let first, first >> 64 == record >> 64 {
        try found.add(UInt64(truncatingIfNeeded: record) << 32 | UInt64(truncatingIfNeeded: first))
      } else {
        first = record
      }
    }
    return try found.sorted()
  }
}
