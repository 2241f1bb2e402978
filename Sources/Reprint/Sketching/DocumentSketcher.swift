/// Turns texts into sketches, one after the other: tokenise, shingle, sketch, nothing kept but the sketch.
///
/// Holds the scratch space of one thread; use one sketcher a thread.
package struct DocumentSketcher: ~Copyable {
  package let shingleWidth: Int
  package let slots: Int
  package var tokenizer = Tokenizer()
  private let wide: UnsafeMutableBufferPointer<UInt32>
  private var sortScratch = GrowableBuffer<UInt64>(capacity: 1024)

  /// - Precondition: `shingleWidth >= 1`; `slots` is 64, 128 or 256.
  package init(shingleWidth: Int, slots: Int) {
    self.shingleWidth = shingleWidth
    self.slots = slots
    wide = .allocate(capacity: slots)
    wide.initialize(repeating: 0)
  }

  deinit { wide.deallocate() }

  /// Sketches the text whose words the tokeniser has just hashed and appends it to `batch`.
  ///
  /// The word hashes are used up.
  package mutating func sketchWords(into batch: inout SketchBatch) {
    let words = tokenizer.hashes
    let count = Shingling.shingle(words, width: shingleWidth)
    let shingles = UnsafeBufferPointer(start: words.baseAddress, count: count)
    var fingerprint: UInt64 = 0
    for shingle in shingles { fingerprint = fingerprint &+ shingle }
    FastSimilaritySketch.sketch(shingles, into: wide)
    batch.append(slots: wide, wordCount: words.count, fingerprint: fingerprint)
  }

  /// Turns the word hashes that the tokeniser holds into the text's shingle set, appended to `arena`; returns its size.
  package mutating func shingleSet(appendingTo arena: inout ShingleArena) -> Range<Int> {
    let words = tokenizer.hashes
    let count = Shingling.shingle(words, width: shingleWidth)
    sortScratch.reserve(count)
    guard let shingles = words.baseAddress else { return arena.append(nil, count: 0) }
    let kept = ShingleSet.normalize(shingles, count: count, scratch: sortScratch.base)
    return arena.append(shingles, count: kept)
  }
}

/// Shingle sets in one piece of memory, by their ranges.
package struct ShingleArena: ~Copyable {
  private var buffer = GrowableBuffer<UInt64>(capacity: 4096)

  package init() {}

  package var count: Int { buffer.count }

  package mutating func removeAll() { buffer.removeAll() }

  package mutating func append(_ hashes: UnsafePointer<UInt64>?, count: Int) -> Range<Int> {
    let start = buffer.count
    buffer.reserve(to: start + count)
    if let hashes { (buffer.base + start).update(from: hashes, count: count) }
    buffer.setCount(start + count)
    return start..<start + count
  }

  /// The set at `range`; valid until the arena changes.
  package subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt64> {
    UnsafeBufferPointer(start: buffer.base + range.lowerBound, count: range.count)
  }
}
