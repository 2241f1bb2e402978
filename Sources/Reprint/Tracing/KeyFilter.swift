/// A small filter before a set of 64-bit keys: says no to nearly all others, and never wrongly.
///
/// 16 to 32 bits a key in blocks of 64, of which a key sets two. Immutable once made, and read by many threads at once.
final class KeyFilter: @unchecked Sendable {
  private let blocks: UnsafeMutablePointer<UInt64>
  private let shift: UInt64

  /// - Parameter keys: whose top and bottom bits are spread evenly.
  init(_ keys: some Collection<UInt64>) {
    var count = 16
    while count < (keys.count + 1) / 2 { count *= 2 }
    shift = UInt64(64 - count.trailingZeroBitCount)
    blocks = .allocate(capacity: count)
    blocks.initialize(repeating: 0, count: count)
    for key in keys { blocks[Int(truncatingIfNeeded: key &>> shift)] |= Self.bits(key) }
  }

  deinit { blocks.deallocate() }

  @inline(__always)
  private static func bits(_ key: UInt64) -> UInt64 { 1 &<< (key & 63) | 1 &<< (key &>> 6 & 63) }

  /// Whether the key may be in the set; false for certain when it is not.
  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool {
    let bits = Self.bits(key)
    return blocks[Int(truncatingIfNeeded: key &>> shift)] & bits == bits
  }
}
