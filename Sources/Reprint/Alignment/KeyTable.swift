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

  /// The number of each of some keys, or -1.
  func numbers(of wanted: [UInt64]) -> [Int32] {
    let mask = mask
    return slots.withUnsafeBufferPointer { slots in
      keys.withUnsafeBufferPointer { keys in
        wanted.map { key in
          var slot = Int(truncatingIfNeeded: key) & mask
          while true {
            let number = slots[slot] &- 1
            if number < 0 || keys[Int(number)] == key { return number }
            slot = (slot &+ 1) & mask
          }
        }
      }
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

  /// Numbers some keys, one after the other.
  ///
  /// - Parameter numbers: room for the number of each.
  mutating func insert(_ new: UnsafeBufferPointer<UInt64>, numbers: UnsafeMutablePointer<Int32>) {
    while 2 * (keys.count + new.count) > slots.count { grow() }
    var count = keys.count
    keys.append(contentsOf: repeatElement(0, count: new.count))
    let mask = mask
    slots.withUnsafeMutableBufferPointer { slots in
      keys.withUnsafeMutableBufferPointer { keys in
        for place in new.indices {
          let key = new[place]
          var slot = Int(truncatingIfNeeded: key) & mask
          var entry = slots[slot]
          while entry != 0 && keys[Int(entry) &- 1] != key {
            slot = (slot &+ 1) & mask
            entry = slots[slot]
          }
          if entry == 0 {
            keys[count] = key
            count &+= 1
            entry = Int32(truncatingIfNeeded: count)
            slots[slot] = entry
          }
          numbers[place] = entry &- 1
        }
      }
    }
    keys.removeLast(keys.count - count)
  }

  /// Numbers some keys, one after the other, and returns the number of each.
  @discardableResult
  mutating func insert(_ new: [UInt64]) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: new.count) { numbers, count in
      count = new.count
      guard let base = numbers.baseAddress, count > 0 else { return }
      new.withUnsafeBufferPointer { insert($0, numbers: base) }
    }
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

  /// Where each term's entries start in ``entries``, and where they end; there is room for repeats between.
  private var starts: [Int32]
  private var ends: [Int32]
  private(set) var entries: [Entry]

  /// - Parameters:
  ///   - sequence: the terms of all sentences, in order.
  ///   - sentences: where each sentence starts among them; one more at the end.
  /// - Complexity: O(n + terms).
  init(terms: Int, of sequence: [Int32], sentences: [Int32]) {
    // Count, then place each behind those of its term, or on the last if that is of the same sentence.
    var starts = [Int32](repeating: 0, count: terms + 1)
    for term in sequence { starts[Int(term) + 1] += 1 }
    for term in 0..<terms { starts[term + 1] += starts[term] }
    var ends = starts
    var entries = [Entry](repeating: Entry(sentence: -1, count: 0), count: sequence.count)
    sequence.withUnsafeBufferPointer { sequence in
      starts.withUnsafeBufferPointer { starts in
        ends.withUnsafeMutableBufferPointer { ends in
          entries.withUnsafeMutableBufferPointer { entries in
            for sentence in 0..<max(0, sentences.count - 1) {
              for place in Int(sentences[sentence])..<Int(sentences[sentence + 1]) {
                let term = Int(sequence[place])
                let end = Int(ends[term])
                if end > Int(starts[term]), entries[end &- 1].sentence == Int32(truncatingIfNeeded: sentence) {
                  entries[end &- 1].count &+= 1
                } else {
                  entries[end] = Entry(sentence: Int32(truncatingIfNeeded: sentence), count: 1)
                  ends[term] = Int32(truncatingIfNeeded: end &+ 1)
                }
              }
            }
          }
        }
      }
    }
    (self.starts, self.ends, self.entries) = (starts, ends, entries)
  }

  /// Where a term's entries stand in ``entries``.
  @inline(__always)
  func range(of term: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[term]), Int(ends[term])))
  }

  /// How many sentences have a term.
  @inline(__always)
  func frequency(of term: Int) -> Int { Int(ends[term] &- starts[term]) }

  /// Calls `body` with each of a term's entries.
  @inline(__always)
  func forEach(_ term: Int, _ body: (Entry) -> Void) {
    let range = range(of: term)
    entries.withUnsafeBufferPointer { entries in
      for place in range { body(entries[place]) }
    }
  }
}
