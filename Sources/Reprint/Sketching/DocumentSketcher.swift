/// Turns texts into sketches, one after the other: tokenise, shingle, sketch, nothing kept but the sketch.
///
/// Holds the scratch space of one thread; use one sketcher a thread.
package struct DocumentSketcher: ~Copyable {
  package let shingleWidth: Int
  package let slots: Int
  package var tokenizer = Tokenizer()
  private let wide: UnsafeMutableBufferPointer<UInt32>

  /// - Precondition: `shingleWidth >= 1`; `slots` is 64, 128 or 256.
  package init(shingleWidth: Int, slots: Int) {
    self.shingleWidth = shingleWidth
    self.slots = slots
    wide = .allocate(capacity: slots)
    wide.initialize(repeating: 0)
  }

  deinit { wide.deallocate() }

  /// Sketches the text whose words the tokeniser has just hashed, appends it to `batch` and returns its shingles.
  ///
  /// The word hashes are used up; the shingles are valid until the sketcher is used again.
  @discardableResult
  package mutating func sketchWords(into batch: inout SketchBatch) -> UnsafeBufferPointer<UInt64> {
    let words = tokenizer.hashes
    var fingerprint: UInt64 = 0
    let shingles = FastSimilaritySketch.sketch(into: wide) { take in
      let count = Shingling.shingle(words, width: shingleWidth) { shingle in
        fingerprint = fingerprint &+ shingle
        take(shingle)
      }
      return UnsafeBufferPointer(start: words.baseAddress, count: count)
    }
    batch.append(slots: wide, wordCount: words.count, fingerprint: fingerprint)
    return shingles
  }

  /// Holds shingles made earlier, as if they had just been made.
  package mutating func holding(_ shingles: [UInt64]) -> UnsafeBufferPointer<UInt64> {
    tokenizer.replaceHashes(with: shingles)
    return UnsafeBufferPointer(tokenizer.hashes)
  }

  /// Turns the word hashes that the tokeniser holds into the text's shingles.
  package mutating func shingleWords() -> UnsafeBufferPointer<UInt64> {
    let words = tokenizer.hashes
    return UnsafeBufferPointer(start: words.baseAddress, count: Shingling.shingle(words, width: shingleWidth))
  }
}
