/// The words of originals with how rare each is at most, and their rhythms: what a page has besides can be part of no
/// feature.
///
/// Filters that fit the cache answer for most words of most pages. Immutable once made, and read by many threads.
final class Vocabulary: @unchecked Sendable {
  private struct Slot {
    var key: UInt64
    var idf: Float
    /// Whether a word stands here.
    var isTaken: Bool
  }

  /// What a word counts that is in no original: no run with it is rare enough for any.
  static let absent: Float = -1000

  private let words: KeyFilter
  private let rhythms: KeyFilter
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int

  /// - Parameters:
  ///   - words: different ones, by their hashes.
  ///   - idfs: of each word the most that it may be, in nats.
  ///   - rhythms: the keys of the originals' rhythms.
  /// - Complexity: O(n) expected; 34 bytes a word and less than twice that.
  init(_ words: [UInt64], _ idfs: [Float], rhythms: [UInt64]) {
    var capacity = 64
    while capacity < 2 * words.count { capacity *= 2 }
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(key: 0, idf: 0, isTaken: false), count: capacity)
    self.words = KeyFilter(words)
    self.rhythms = KeyFilter(rhythms)
    for (word, idf) in zip(words, idfs) {
      var slot = Int(truncatingIfNeeded: word &>> 20) & mask
      while slots[slot].isTaken { slot = (slot &+ 1) & mask }
      slots[slot] = Slot(key: word, idf: idf, isTaken: true)
    }
  }

  deinit { slots.deallocate() }

  /// Whether an original may have a rhythm.
  @inline(__always)
  func mayHave(rhythm key: UInt64) -> Bool { rhythms.mayContain(key) }

  /// The most that the idf of a word is in any original; ``absent`` if none has it.
  @inline(__always)
  func idf(_ word: UInt64) -> Float {
    if _fastPath(!words.mayContain(word)) { return Self.absent }
    var slot = Int(truncatingIfNeeded: word &>> 20) & mask
    while slots[slot].isTaken {
      if slots[slot].key == word { return slots[slot].idf }
      slot = (slot &+ 1) & mask
    }
    return Self.absent
  }
}
