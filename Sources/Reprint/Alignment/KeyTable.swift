/// Numbers 64-bit keys in the order in which they first come.
///
/// Keys are hashes already, so their low bits pick the slot; open addressing, at most half full.
struct KeyTable: Sendable {
  private(set) var keys: [UInt64] = []
  /// Number + 1 of the key in each slot, 0 where there is none.
  private var slots: [Int32]
  private var mask: Int

  init(expected: Int = 16) {
    var capacity = 16
    while capacity < 2 * expected { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    mask = capacity - 1
  }

  var count: Int { keys.count }

  /// The number of a key, or -1.
  @inline(__always)
  func number(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while true {
      let entry = Int(slots[slot])
      if entry == 0 { return -1 }
      if keys[entry &- 1] == key { return entry &- 1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// The number of a key, a new one if it was never seen.
  @inline(__always)
  mutating func insert(_ key: UInt64) -> Int {
    let known = number(of: key)
    if known >= 0 { return known }
    if 2 * (keys.count + 1) > slots.count { grow() }
    keys.append(key)
    place(key, number: keys.count)
    return keys.count - 1
  }

  private mutating func place(_ key: UInt64, number: Int) {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 { slot = (slot &+ 1) & mask }
    slots[slot] = Int32(number)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    mask = slots.count - 1
    for (index, key) in keys.enumerated() { place(key, number: index + 1) }
  }
}

/// For each of a number of terms, the sentences that have it, in order, and how often.
struct Postings: Sendable {
  struct Entry: Sendable {
    var sentence: Int32
    var count: Int32
  }

  /// Where each term's entries start; one more at the end.
  private var starts: [Int32]
  private(set) var entries: [Entry]

  /// - Parameter occurrences: terms with the sentence they stand in, the sentences in order.
  /// - Complexity: O(n + terms).
  init(terms: Int, occurrences: [(term: Int32, sentence: Int32)]) {
    // Count, place, then fold repeats within a sentence.
    var ends = [Int32](repeating: 0, count: terms + 1)
    for occurrence in occurrences { ends[Int(occurrence.term) + 1] += 1 }
    for term in 0..<terms { ends[term + 1] += ends[term] }
    var next = ends
    var placed = [Int32](repeating: 0, count: occurrences.count)
    for occurrence in occurrences {
      placed[Int(next[Int(occurrence.term)])] = occurrence.sentence
      next[Int(occurrence.term)] += 1
    }
    entries = []
    entries.reserveCapacity(placed.count)
    starts = [0]
    starts.reserveCapacity(terms + 1)
    for term in 0..<terms {
      let first = entries.count
      for place in Int(ends[term])..<Int(ends[term + 1]) {
        if entries.count > first, entries[entries.count - 1].sentence == placed[place] {
          entries[entries.count - 1].count += 1
        } else {
          entries.append(Entry(sentence: placed[place], count: 1))
        }
      }
      starts.append(Int32(entries.count))
    }
  }

  /// Where a term's entries stand in ``entries``.
  @inline(__always)
  func range(of term: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[term]), Int(starts[term &+ 1])))
  }

  /// How many sentences have a term.
  @inline(__always)
  func frequency(of term: Int) -> Int { Int(starts[term &+ 1] &- starts[term]) }
}
