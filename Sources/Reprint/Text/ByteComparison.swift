/// Comparison of bytes in memory.
enum ByteComparison {
  /// How many bytes two stretches of `count` bytes start with in common.
  @inline(__always)
  static func commonPrefix(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, count: Int) -> Int {
    let (left, right) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    var place = 0
    while place &+ 16 <= count {
      let x = left.loadUnaligned(fromByteOffset: place, as: SIMD16<Int8>.self)
      let y = right.loadUnaligned(fromByteOffset: place, as: SIMD16<Int8>.self)
      let different = ~ByteMask.signs(ByteMask.lanes(x .== y)) & 0xFFFF
      if different != 0 { return place &+ different.trailingZeroBitCount }
      place &+= 16
    }
    while place < count && a[place] == b[place] { place &+= 1 }
    return place
  }
}
