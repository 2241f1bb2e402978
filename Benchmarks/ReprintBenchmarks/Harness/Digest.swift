/// Folds numbers into one in which a change of any of them, or of their order, shows.
struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ number: UInt64) {
    value = (value ^ number) &* 0x9E37_79B9_7F4A_7C15
    value ^= value &>> 29
  }

  @inline(__always)
  mutating func add(_ number: Int) { add(UInt64(truncatingIfNeeded: number)) }

  /// The count, the middle and the last of some hashes: enough to notice others, too little to cost time.
  @inline(__always)
  mutating func addSample(_ hashes: UnsafeBufferPointer<UInt64>) {
    add(hashes.count)
    guard !hashes.isEmpty else { return }
    add(hashes[hashes.count / 2])
    add(hashes[hashes.count - 1])
  }
}
