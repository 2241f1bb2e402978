/// Documents with the same shingles, found without comparing pairs.
///
/// Copies of one text are one group, of which only the preferred document goes on to be compared: a hundred thousand
/// copies cost as much as one. Same means the same multiset of shingles: equal word counts, fingerprints and sketches.
struct IdenticalDocuments {
  /// The preferred document of each group, ascending; empty documents are in no group.
  private(set) var leaders: [UInt32] = []
  /// The groups of two or more, by index in `leaders`: all members, the leader first.
  private(set) var members: [Int: [UInt32]] = [:]

  /// - Complexity: O(n) expected time and 17 bytes a document of scratch memory.
  init(_ table: SketchTable, order: KeepOrder) {
    let count = table.count
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * count + 2)
    defer { keys.deallocate() }
    var distinct = 0
    // The upper half of a key is the upper half of the fingerprint; the lower half is the document.
    for document in 0..<count where table.wordCounts[document] > 0 {
      keys[distinct] = table.fingerprints[document] & 0xFFFF_FFFF_0000_0000 | UInt64(document)
      distinct += 1
    }
    UniformSort.sort(keys, count: distinct, scratch: keys + count + 1)
    var isLeader = [Bool](repeating: false, count: count)
    var leaderCount = 0
    var groups: [UInt32: [UInt32]] = [:]
    var start = 0
    while start < distinct {
      var end = start + 1
      while end < distinct && keys[end] &>> 32 == keys[start] &>> 32 { end += 1 }
      if end - start == 1 {
        isLeader[Int(UInt32(truncatingIfNeeded: keys[start]))] = true
        leaderCount += 1
      } else {
        let alike = (start..<end).map { UInt32(truncatingIfNeeded: keys[$0]) }
        for group in Self.split(alike, table) {
          let preferred = group.count == 1 ? group : order.sorted(group)
          isLeader[Int(preferred[0])] = true
          leaderCount += 1
          if group.count > 1 { groups[preferred[0]] = preferred }
        }
      }
      start = end
    }
    leaders.reserveCapacity(leaderCount)
    for document in 0..<count where isLeader[document] { leaders.append(UInt32(document)) }
    if !groups.isEmpty {
      for (index, leader) in leaders.enumerated() {
        if let group = groups[leader] { members[index] = group }
      }
    }
  }

  /// Splits documents whose fingerprints may be equal into groups whose texts are.
  private static func split(_ documents: [UInt32], _ table: SketchTable) -> [[UInt32]] {
    var groups: [[UInt32]] = []
    for document in documents {
      let place = groups.firstIndex { isSame(Int($0[0]), Int(document), table) }
      if let place { groups[place].append(document) } else { groups.append([document]) }
    }
    return groups
  }

  private static func isSame(_ a: Int, _ b: Int, _ table: SketchTable) -> Bool {
    table.wordCounts[a] == table.wordCounts[b] && table.fingerprints[a] == table.fingerprints[b]
      && table.agreement(table.row(a), table.row(b)) == table.slots
  }
}
