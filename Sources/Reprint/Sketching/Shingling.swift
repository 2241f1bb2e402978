/// Word shingles: every run of `width` words in a row, as a 64-bit hash.
package enum Shingling {
  /// The usual width for news text: shorter shingles make common phrases look like copying, longer ones miss edited
  /// copies.
  package static let defaultWidth = 5

  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Replaces the hashes of a text's words by those of its shingles, in place, and returns how many there are.
  ///
  /// A text of fewer words than a shingle is one shingle, of all its words; an empty text has none. The hash is a
  /// rolling polynomial mod 2^64, then mixed by a multiplication with itself.
  ///
  /// - Precondition: `width >= 1`.
  /// - Complexity: O(`words.count`) time, no memory.
  package static func shingle(_ words: UnsafeMutableBufferPointer<UInt64>, width: Int) -> Int {
    shingle(words, width: width) { _ in }
  }

  /// The same; each shingle is also handed to `take`.
  @inline(__always)
  static func shingle(_ words: UnsafeMutableBufferPointer<UInt64>, width: Int, _ take: (UInt64) -> Void) -> Int {
    precondition(width >= 1, "a shingle has at least one word")
    guard let hashes = words.baseAddress, !words.isEmpty else { return 0 }
    let count = words.count
    // Always with a factor more than the polynomial has: the next word needs it there, and what is mixed is better for it.
    var rolling: UInt64 = 0
    let first = min(width, count)
    for index in 0..<first { rolling = (rolling &+ hashes[index]) &* multiplier }
    // The shingle that starts at a word takes the word's place, so that word is read before it is overwritten.
    var leaving = hashes[0]
    let isShort = count < width
    let shingle = mix(isShort ? rolling ^ Mix.fold(UInt64(count), Mix.c) : rolling)
    hashes[0] = shingle
    take(shingle)
    if isShort { return 1 }
    var power: UInt64 = 1
    for _ in 0..<width { power = power &* multiplier }
    for index in width..<max(width, count) {
      rolling = (rolling &+ (hashes[index] &- leaving &* power)) &* multiplier
      let start = index &- width &+ 1
      leaving = hashes[start]
      let shingle = mix(rolling)
      hashes[start] = shingle
      take(shingle)
    }
    return count - width + 1
  }

  @inline(__always)
  private static func mix(_ rolling: UInt64) -> UInt64 { Mix.fold(rolling, rolling ^ Mix.b) }
}
