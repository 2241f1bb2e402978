import Reprint

/// Where a document's record stands in its chunk, and how long the text is, as a scratch file keeps it.
struct CatalogEntry: BitwiseCopyable, Sendable {
  var offset: UInt32
  var length: UInt32
  /// From 0, in the chunk.
  var line: UInt32
  var words: UInt32
}

/// What scratch files take of one chunk, by columns: made by a worker, written in input order.
struct SpilledChunk: Sendable {
  var sketches: [UInt16] = []
  var catalog: [CatalogEntry] = []
  /// Equal for equal texts: the fingerprint in the upper half, a hash of all else in the next 32 bits.
  var texts: [UInt128] = []
  var identifiers: [UInt64] = []
  /// Hashes of the sketches' bands, one band behind the other.
  var bands: [UInt64] = []

  var count: Int { catalog.count }

  /// Takes what is to be kept out of a chunk.
  init(_ chunk: inout SketchedChunk, plan: BandPlan) {
    let batch = chunk.batch
    let count = batch.count
    let slots = batch.slots
    catalog.reserveCapacity(count)
    texts.reserveCapacity(count)
    bands = [UInt64](repeating: 0, count: count * plan.bands)
    for index in 0..<count {
      let line = chunk.chunk.lines.map { $0[index] } ?? UInt32(truncatingIfNeeded: index)
      catalog.append(
        CatalogEntry(
          offset: chunk.offsets[index], length: chunk.lengths[index], line: line, words: batch.wordCounts[index]))
    }
    batch.values.withUnsafeBufferPointer { values in
      bands.withUnsafeMutableBufferPointer { bands in
        for index in 0..<count {
          let row = values.baseAddress! + index * slots
          plan.keys(row, into: bands.baseAddress! + index, stride: count)
          let hash = BlockChecksum.of(
            UnsafeRawBufferPointer(start: row, count: 2 * slots), seed: UInt64(batch.wordCounts[index]))
          texts.append(UInt128(batch.fingerprints[index]) << 64 | UInt128(hash >> 32) << 32)
        }
      }
    }
    sketches = batch.values
    identifiers = chunk.identifiers
    chunk.batch = SketchBatch(slots: slots)
    chunk.chunk.lines = nil
    chunk.identifiers = []
    chunk.offsets = []
  }
}
