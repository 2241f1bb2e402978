/// 64-bit mixing: every output bit depends on every input bit.
///
/// Weak mixing biases sketches (Dahlgaard, Knudsen and Thorup, "Practical Hash Functions for Similarity Estimation and
/// Dimensionality Reduction", 2017, arXiv 1711.08797).
enum Mix {
  static let a: UInt64 = 0xA076_1D64_78BD_642F
  static let b: UInt64 = 0xE703_7ED1_A0B4_28DB
  static let c: UInt64 = 0x8EBC_6AF0_9C88_C6E3

  /// Both halves of the 128-bit product, folded together.
  @inline(__always)
  static func fold(_ x: UInt64, _ y: UInt64) -> UInt64 {
    let product = x.multipliedFullWidth(by: y)
    return product.high ^ product.low
  }

  /// A bijection of the 64-bit integers: different inputs never collide.
  @inline(__always)
  static func finalize(_ value: UInt64) -> UInt64 {
    var x = value
    x ^= x &>> 32
    x = x &* 0xD6E8_FEB8_6659_FD93
    x ^= x &>> 32
    x = x &* 0xD6E8_FEB8_6659_FD93
    x ^= x &>> 32
    return x
  }
}

/// Hashes of words, from their normalised UTF-8.
enum WordHash {
  /// Turns A-Z to a-z and leaves a-z, 0-9, `.` and `,` as they are, eight bytes at a time.
  static let asciiLowercase: UInt64 = 0x2020_2020_2020_2020

  /// What hashing a word of 0 to 16 bytes needs beside its bytes; row 17 stands for longer ones.
  struct Row {
    /// Keep the word's bytes of a 16-byte load.
    var lowMask: UInt64
    var highMask: UInt64
    /// A constant and the length, mixed in with the high bytes; with the low ones it is ``Mix/a``.
    var highSeed: UInt64
    /// The top bit is set where the length is more than 16.
    var tooLong: UInt64
  }

  nonisolated(unsafe) static let rows: UnsafePointer<Row> = {
    let rows = UnsafeMutablePointer<Row>.allocate(capacity: 18)
    for count in 0...17 {
      let lowMask: UInt64 = count >= 8 ? .max : (1 << UInt64(8 * count)) - 1
      let highMask: UInt64 = count <= 8 ? 0 : count >= 16 ? .max : (1 << UInt64(8 * (count - 8))) - 1
      (rows + count).initialize(
        to: Row(
          lowMask: lowMask, highMask: highMask, highSeed: Mix.b ^ UInt64(count),
          tooLong: count > 16 ? 1 << 63 : 0))
    }
    return UnsafePointer(rows)
  }()

  @inline(__always)
  static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The hash of up to 16 bytes that are folded already.
  @inline(__always)
  static func hash(short bytes: UnsafePointer<UInt8>, count: Int, rows: UnsafePointer<Row>) -> UInt64 {
    let row = rows + count
    return Mix.fold(
      load(bytes) & row.pointee.lowMask ^ Mix.a,
      load(bytes + 8) & row.pointee.highMask ^ row.pointee.highSeed)
  }

  /// The hash of `count` bytes, each or-ed with `lowercase` (``asciiLowercase``, or 0 for bytes already folded).
  ///
  /// - Precondition: 16 bytes past the last are readable.
  /// - Complexity: O(`count`): one multiplication every 16 bytes.
  static func hash(_ bytes: UnsafePointer<UInt8>, count: Int, lowercase: UInt64, rows: UnsafePointer<Row>) -> UInt64 {
    var bytes = bytes
    var left = count
    var seed: UInt64 = 0
    while left > 16 {
      seed = Mix.fold((load(bytes) | lowercase) ^ Mix.c ^ seed, (load(bytes + 8) | lowercase) ^ Mix.b)
      bytes += 16
      left &-= 16
    }
    let row = rows + left
    let low = (load(bytes) | lowercase) & row.pointee.lowMask
    let high = (load(bytes + 8) | lowercase) & row.pointee.highMask
    let length: UInt64 = count > 16 ? UInt64(truncatingIfNeeded: count) &<< 8 : 0
    return Mix.fold(low ^ Mix.a ^ seed, high ^ row.pointee.highSeed ^ length)
  }
}
