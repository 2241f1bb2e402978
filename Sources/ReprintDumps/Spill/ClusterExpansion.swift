/// Puts the copies of documents beside them, in what was found of those that stand for them.
struct ClusterExpansion {
  private let run: BoundedRun

  init(_ run: BoundedRun) { self.run = run }

  /// Records of removed documents: the kept one, the similarity such that more similar ones come first, the removed one.
  func clusters(links: SpillFile, copies: SpillFile) throws(DumpError) -> SortedRecords<UInt128> {
    let result = ExternalSorter<UInt128>(run.space, bytes: run.budget.sorter)
    func add(_ document: UInt32, _ kept: UInt32, _ similarity: UInt64) throws(DumpError) {
      if document != kept { try result.add(UInt128(kept) << 96 | UInt128(~similarity) << 32 | UInt128(document)) }
    }
    let sorted = try sort(links)
    let groups = CopyGroups(copies)
    while let link = try sorted.next() {
      let (document, kept) = Self.documents(link)
      // Groups that are like nothing else come before.
      while let (leader, group) = try groups.next(before: document) {
        for copy in group { try add(copy, leader, Self.same) }
      }
      try add(document, kept, UInt64(truncatingIfNeeded: link))
      for copy in try groups.group(of: document) { try add(copy, kept, UInt64(truncatingIfNeeded: link)) }
    }
    while let (leader, group) = try groups.next(before: nil) {
      for copy in group { try add(copy, leader, Self.same) }
    }
    return try result.sorted()
  }

  /// Records of pairs: the earlier document, the later one, their similarity.
  func pairs(links: SpillFile, copies: SpillFile) throws(DumpError) -> SortedRecords<UInt128> {
    let result = ExternalSorter<UInt128>(run.space, bytes: run.budget.sorter)
    func add(_ a: UInt32, _ b: UInt32, _ similarity: UInt64) throws(DumpError) {
      try result.add(UInt128(min(a, b)) << 96 | UInt128(max(a, b)) << 64 | UInt128(similarity))
    }
    // First with the copies of one document, and turned round; then with those of the other.
    let half = ExternalSorter<UInt128>(run.space, bytes: run.budget.sorter)
    let sorted = try sort(links)
    let firsts = CopyGroups(copies)
    while let link = try sorted.next() {
      let (a, b) = Self.documents(link)
      while try firsts.next(before: a) != nil {}
      let similarity = UInt128(UInt64(truncatingIfNeeded: link))
      for copy in try [a] + firsts.group(of: a) { try half.add(UInt128(b) << 96 | UInt128(copy) << 64 | similarity) }
    }
    let turned = try half.sorted()
    let seconds = CopyGroups(copies)
    while let link = try turned.next() {
      let (b, a) = Self.documents(link)
      while try seconds.next(before: b) != nil {}
      for copy in try [b] + seconds.group(of: b) { try add(a, copy, UInt64(truncatingIfNeeded: link)) }
    }
    let alone = CopyGroups(copies)
    while let (leader, group) = try alone.next(before: nil) {
      for (index, copy) in group.enumerated() {
        try add(leader, copy, Self.same)
        for other in group[(index + 1)...] { try add(copy, other, Self.same) }
      }
    }
    return try result.sorted()
  }

  private func sort(_ links: SpillFile) throws(DumpError) -> SortedRecords<UInt128> {
    let sorter = ExternalSorter<UInt128>(run.space, bytes: run.budget.sorter)
    let reader = SpillReader<UInt128>(links)
    while let link = try reader.next() { try sorter.add(link) }
    return try sorter.sorted()
  }

  private static let same = (1.0).bitPattern

  private static func documents(_ link: UInt128) -> (UInt32, UInt32) {
    (UInt32(truncatingIfNeeded: link >> 96), UInt32(truncatingIfNeeded: link >> 64))
  }
}

/// Goes through groups of copies in the order of their leaders.
private final class CopyGroups {
  private let reader: SpillReader<UInt64>
  private var ahead: UInt64?
  private var hasStarted = false
  private var leader: UInt32?
  private var group: [UInt32] = []

  init(_ copies: SpillFile) { reader = SpillReader(copies) }

  /// The next group whose leader comes before a document, or before the end; nil if there is none.
  func next(before document: UInt32?) throws(DumpError) -> (leader: UInt32, copies: [UInt32])? {
    if !hasStarted { ahead = try reader.next() }
    hasStarted = true
    guard let first = ahead else { return nil }
    let upcoming = UInt32(truncatingIfNeeded: first >> 32)
    if let document, upcoming >= document { return nil }
    group.removeAll(keepingCapacity: true)
    while let record = ahead, UInt32(truncatingIfNeeded: record >> 32) == upcoming {
      group.append(UInt32(truncatingIfNeeded: record))
      ahead = try reader.next()
    }
    leader = upcoming
    return (upcoming, group)
  }

  /// The copies of a document, where all groups before its own were taken; may be asked again for the same document.
  func group(of document: UInt32) throws(DumpError) -> [UInt32] {
    if leader == document { return group }
    guard document < .max, try next(before: document + 1) != nil, leader == document else { return [] }
    return group
  }
}
