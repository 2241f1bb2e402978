/// A set of 64-bit keys, numbered: a small filter that answers no for nearly all others, and behind it a table.
///
/// Immutable once made, and read by many threads at once.
final class FeatureTable: @unchecked Sendable {
  private let filter: KeyFilter
  private let keys: UnsafeMutablePointer<UInt64>
  /// Number + 1 of the key in each slot, 0 where there is none.
  private let numbers: UnsafeMutablePointer<UInt32>
  private let mask: Int

  /// - Parameter features: different keys; the place of each is its number.
  /// - Complexity: O(n) expected; 32 bytes a key and less than twice that.
  init(_ features: [UInt64]) {
    var capacity = 64
    while capacity < 2 * features.count { capacity *= 2 }
    mask = capacity - 1
    keys = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    numbers = .allocate(capacity: capacity)
    numbers.initialize(repeating: 0, count: capacity)
    filter = KeyFilter(features)
    for (number, key) in features.enumerated() {
      var slot = Int(truncatingIfNeeded: key &>> 20) & mask
      while numbers[slot] != 0 { slot = (slot &+ 1) & mask }
      keys[slot] = key
      numbers[slot] = UInt32(number + 1)
    }
  }

  deinit {
    keys.deallocate()
    numbers.deallocate()
  }

  /// Whether the key may be in the set; false for certain when it is not.
  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool { filter.mayContain(key) }

  /// The number of a key, or -1.
  @inline(__always)
  func number(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key &>> 20) & mask
    while true {
      let number = numbers[slot]
      if number == 0 { return -1 }
      if keys[slot] == key { return Int(number) &- 1 }
      slot = (slot &+ 1) & mask
    }
  }
}
