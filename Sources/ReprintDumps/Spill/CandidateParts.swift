import Reprint
import ReprintPlatform

/// The candidates of all bands in a scratch file, the parts of their graph one behind the other.
struct CandidateParts {
  static let candidatesName = "candidates"
  static let partsName = "parts"

  /// A record is the smallest document of a part, then the two of a pair, in 32 bits each; ascending, each pair once.
  let file: SpillFile

  /// Gathers what the bands found, or takes up what an earlier run gathered.
  ///
  /// - Complexity: O(pairs * log pairs) time; 4 bytes a document in a mapped scratch file.
  init(_ dump: BoundedDump, plan: BandPlan) throws(DumpError) {
    let run = dump.run
    guard !run.isDone(RunState.Stage.parts) else {
      file = try run.file(Self.partsName, recordSize: 16)
      return
    }
    let candidates = try Self.candidates(dump, plan)
    let sets = try MappedSets(count: dump.places.count, space: run.space)
    let pairs = SpillReader<UInt64>(candidates)
    while let pair = try pairs.next() { sets.union(UInt32(pair >> 32), UInt32(pair & 0xFFFF_FFFF)) }
    let sorter = ExternalSorter<UInt128>(run.space, bytes: run.budget.sorter)
    let again = SpillReader<UInt64>(candidates)
    while let pair = try again.next() {
      try sorter.add(UInt128(sets.find(UInt32(pair >> 32))) << 64 | UInt128(pair))
    }
    let writer = SpillWriter(try run.space.create(Self.partsName), recordSize: 16)
    let sorted = try sorter.sorted()
    var last: UInt128?
    while let record = try sorted.next() {
      if record != last { try writer.append(record) }
      last = record
    }
    file = try writer.endRun()
    try run.finish(RunState.Stage.parts, [Self.partsName: file])
  }

  /// The pairs of all bands whose sketches agree in enough slots, some of them more than once.
  private static func candidates(_ dump: BoundedDump, _ plan: BandPlan) throws(DumpError) -> SpillFile {
    let run = dump.run
    guard !run.isDone(RunState.Stage.candidates) else { return try run.file(candidatesName, recordSize: 8) }
    var open: [SpillFile] = []
    var near: [SpillFile] = []
    for band in 0..<plan.bands {
      open.append(try run.file(BandFiles.pairs(band), recordSize: 8))
      near.append(try run.file(BandFiles.near(band), recordSize: 8))
    }
    let writer = SpillWriter(try run.space.create(candidatesName), recordSize: 8)
    let merged = try SortedRecords<UInt64>(open)
    var last: UInt64?
    try SketchJoin(dump, plan: plan).join { () throws(DumpError) -> UInt64? in
      while let pair = try merged.next() {
        guard pair != last else { continue }
        last = pair
        return pair
      }
      return nil
    } deliver: { pair throws(DumpError) in
      try writer.append(pair)
    }
    let crowded = try SortedRecords<UInt64>(near)
    last = nil
    while let pair = try crowded.next() {
      if pair != last { try writer.append(pair) }
      last = pair
    }
    let file = try writer.endRun()
    try run.finish(RunState.Stage.candidates, [candidatesName: file])
    for band in 0..<plan.bands {
      run.remove(BandFiles.pairs(band))
      run.remove(BandFiles.near(band))
    }
    return file
  }
}

/// Union-find over documents in a mapped scratch file; the smallest member is the root.
struct MappedSets {
  private let mapping: SharedMapping
  private let parent: UnsafeMutablePointer<UInt32>

  init(count: Int, space: ScratchSpace) throws(DumpError) {
    let handle = try space.createNameless()
    let chunk = 1 << 16
    let numbers = UnsafeMutablePointer<UInt32>.allocate(capacity: chunk)
    defer { numbers.deallocate() }
    for start in stride(from: 0, to: count, by: chunk) {
      let end = min(start + chunk, count)
      for node in start..<end { numbers[node - start] = UInt32(node) }
      try handle.write(UnsafeRawBufferPointer(start: numbers, count: 4 * (end - start)), at: 4 * start)
    }
    do throws(SystemError) {
      mapping = try SharedMapping(handle.descriptor, count: 4 * count)
    } catch {
      throw DumpError(space.directory, "cannot map a scratch file: \(error)")
    }
    // Without documents nobody asks for a parent.
    parent = mapping.bytes.assumingMemoryBound(to: UInt32.self).baseAddress ?? numbers
  }

  func find(_ node: UInt32) -> UInt32 {
    var node = node
    while parent[Int(node)] != node {
      let next = parent[Int(parent[Int(node)])]
      // Pages that need no change stay as they are on disk.
      if parent[Int(node)] != next { parent[Int(node)] = next }
      node = next
    }
    return node
  }

  func union(_ a: UInt32, _ b: UInt32) {
    let (a, b) = (find(a), find(b))
    if a != b { parent[Int(max(a, b))] = min(a, b) }
  }
}
