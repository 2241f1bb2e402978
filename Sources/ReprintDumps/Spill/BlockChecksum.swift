/// Checksums of blocks of scratch files: they tell a damaged block from a sound one, and are no defence against malice.
enum BlockChecksum {
  /// The checksum of `bytes`, which depends on the seed too.
  ///
  /// - Complexity: O(n): two multiplications every 32 bytes.
  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    var (first, second) = (seed ^ 0xA076_1D64_78BD_642F, seed &+ 0xE703_7ED1_A0B4_28DB)
    var place = 0
    while bytes.count &- place >= 32 {
      first = fold(load(bytes, place) ^ 0x8EBC_6AF0_9C88_C6E3, load(bytes, place &+ 8) ^ first)
      second = fold(load(bytes, place &+ 16) ^ 0x5899_65CC_7537_4CC3, load(bytes, place &+ 24) ^ second)
      place &+= 32
    }
    while place < bytes.count {
      first = fold(UInt64(bytes[place]) ^ 0x1D8E_4E27_C47D_124F, first ^ second)
      place &+= 1
    }
    return fold(first ^ UInt64(bytes.count), second ^ 0xEB44_ACCA_B455_D165)
  }

  @inline(__always)
  private static func load(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// Both halves of the product, folded together; never fixed at zero by one factor alone.
  @inline(__always)
  private static func fold(_ x: UInt64, _ y: UInt64) -> UInt64 {
    let product = x.multipliedFullWidth(by: y)
    return product.high ^ product.low ^ x &+ y
  }
}
