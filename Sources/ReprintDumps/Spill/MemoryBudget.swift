/// Where the memory of a bounded run goes.
///
/// The parts are of one stage at a time, and add up to less than the bound: threads, their stacks and what the allocator
/// keeps come on top.
public struct MemoryBudget: Hashable, Sendable {
  /// The bound.
  public let bytes: Int
  let threads: Int

  /// The least that a run makes do with.
  public static let least = 64 << 20

  public init(bytes: Int, threads: Int) {
    self.bytes = bytes
    self.threads = max(1, threads)
  }

  /// Chunks that may wait for earlier ones to be done.
  var waitingChunks: Int { threads + 4 }
  /// For a sorter that works alone, or with one more whose records it takes or gives.
  var sorter: Int { bytes / 4 }
  /// For each band that is being searched: its keys, its pairs, and sketches of crowded buckets.
  var bandKeys: Int { bytes / 4 / threads }
  var bandPairs: Int { bytes / 8 / threads }
  var crowdedSketches: Int { bytes / 8 / threads }
  /// Sketches that candidates are joined with at a time.
  var joinedSketches: Int { bytes / 4 }
  /// Shingle sets that each thread may keep.
  var shingleSets: Int { bytes / 4 / threads }
  /// Candidates that are verified at a time, and what comes of them.
  var batchPairs: Int { max(64, min(1 << 18, bytes / 512)) }

  /// Bytes of scratch files a document: sketch, band keys, place, id and what tells copies; then the sorted keys of the
  /// bands that are being searched.
  public static func diskBytesPerDocument(slots: Int, bands: Int, threads: Int) -> Int {
    2 * slots + 8 * bands + 16 + 16 + 8 + 16 * min(bands, threads)
  }
}
