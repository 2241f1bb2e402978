/// Sorts more records than memory holds: in runs, which scratch files keep, and then by merging.
///
/// What fits into memory stays there. Not for several threads at once.
final class ExternalSorter<Record: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
  private let space: ScratchSpace
  private let capacity: Int
  private var records: UnsafeMutablePointer<Record>?
  private var used = 0
  private var writer: SpillWriter?
  private var runs: [SpillFile] = []
  /// Records so far.
  private(set) var count = 0

  /// - Parameter bytes: memory to use.
  init(_ space: ScratchSpace, bytes: Int) {
    self.space = space
    // Sorting takes as much again as the records do.
    capacity = max(64, bytes / MemoryLayout<Record>.stride / 2)
  }

  deinit { records?.deallocate() }

  @inline(__always)
  func add(_ record: Record) throws(DumpError) {
    if _slowPath(records == nil) { records = .allocate(capacity: 2 * capacity) }
    if _slowPath(used == capacity) { try spill() }
    records![used] = record
    used &+= 1
    count &+= 1
  }

  private func spill() throws(DumpError) {
    guard let records, used > 0 else { return }
    RecordSort.sort(records, count: used, scratch: records + capacity)
    let writer: SpillWriter
    if let open = self.writer {
      writer = open
    } else {
      writer = SpillWriter(try space.createNameless(), recordSize: MemoryLayout<Record>.stride)
      self.writer = writer
    }
    try writer.append(UnsafeRawPointer(records), count: used)
    runs.append(try writer.endRun())
    used = 0
  }

  /// All records in ascending order; the sorter is used up.
  func sorted() throws(DumpError) -> SortedRecords<Record> {
    if runs.isEmpty {
      guard let records else { return SortedRecords() }
      RecordSort.sort(records, count: used, scratch: records + capacity)
      self.records = nil
      return SortedRecords(memory: records, count: used)
    }
    try spill()
    records?.deallocate()
    records = nil
    writer = nil
    // As many runs at a time as have a block each in memory.
    let most = max(2, 2 * capacity * MemoryLayout<Record>.stride / runs[0].layout.blockSize)
    var first = 0
    while runs.count - first > most {
      let writer = SpillWriter(try space.createNameless(), recordSize: MemoryLayout<Record>.stride)
      let merged = try SortedRecords<Record>(Array(runs[first..<first + most]))
      while let record = try merged.next() { try writer.append(record) }
      runs.append(try writer.endRun())
      first += most
    }
    defer { runs = [] }
    return try SortedRecords(Array(runs[first...]))
  }
}

/// Records in ascending order, one at a time, from memory or merged from sorted runs.
final class SortedRecords<Record: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
  private let memory: UnsafeMutablePointer<Record>?
  private let count: Int
  private var place = 0
  private var readers: [SpillReader<Record>] = []
  /// The next record of each reader that has one, as a heap with the smallest on top.
  private var heap: [(record: Record, reader: Int)] = []

  init() {
    memory = nil
    count = 0
  }

  /// - Parameter memory: sorted records; it is freed with this.
  init(memory: UnsafeMutablePointer<Record>, count: Int) {
    self.memory = memory
    self.count = count
  }

  init(_ runs: [SpillFile]) throws(DumpError) {
    memory = nil
    count = 0
    readers = runs.map { SpillReader($0, blocksAtOnce: 1) }
    for (index, reader) in readers.enumerated() {
      if let record = try reader.next() { heap.append((record, index)) }
    }
    heap.sort { $0.record < $1.record }
  }

  deinit { memory?.deallocate() }

  @inline(__always)
  func next() throws(DumpError) -> Record? {
    if let memory {
      guard place < count else { return nil }
      defer { place &+= 1 }
      return memory[place]
    }
    return try nextMerged()
  }

  private func nextMerged() throws(DumpError) -> Record? {
    guard let top = heap.first else { return nil }
    if let record = try readers[top.reader].next() {
      heap[0].record = record
    } else {
      heap[0] = heap[heap.count - 1]
      heap.removeLast()
    }
    sink()
    return top.record
  }

  private func sink() {
    let size = heap.count
    var place = 0
    while true {
      var child = 2 &* place &+ 1
      guard child < size else { return }
      if child &+ 1 < size && heap[child &+ 1].record < heap[child].record { child &+= 1 }
      guard heap[child].record < heap[place].record else { return }
      heap.swapAt(place, child)
      place = child
    }
  }
}
