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

  /// What hashing a word of 0 to 16 bytes needs beside its bytes, by its length; longer ones are told by ``tooLong``.
  ///
  /// Four tables behind one another: a length is their index as it is.
  struct Lengths {
    fileprivate let base: UnsafePointer<UInt64>

    /// Lengths there are rows for: of a word that stands in a block, or starts up to ``longestBack`` bytes before it.
    static let count = ByteBlock.size + longestBack + 1
    /// As far as matters to see that a word has more than 16 bytes.
    static let longestBack = 17

    /// Keep the word's bytes of a 16-byte load.
    @inline(__always)
    func lowMask(_ length: Int) -> UInt64 { base[length] }
    @inline(__always)
    func highMask(_ length: Int) -> UInt64 { base[length &+ Self.count] }
    /// A constant and the length, mixed in with the high bytes; with the low ones it is ``Mix/a``.
    @inline(__always)
    func highSeed(_ length: Int) -> UInt64 { base[length &+ 2 &* Self.count] }
    /// Not 0 where the length is more than 16.
    @inline(__always)
    func tooLong(_ length: Int) -> UInt64 { base[length &+ 3 &* Self.count] }
  }

  /// The tables live as long as the process.
  nonisolated(unsafe) static let lengths: Lengths = {
    let count = Lengths.count
    let base = UnsafeMutablePointer<UInt64>.allocate(capacity: 4 * count)
    for length in 0..<count {
      (base + length).initialize(to: length >= 8 ? .max : (1 << UInt64(8 * length)) - 1)
      (base + count + length)
        .initialize(to: length <= 8 ? 0 : length >= 16 ? .max : (1 << UInt64(8 * (length - 8))) - 1)
      (base + 2 * count + length).initialize(to: Mix.b ^ UInt64(length))
      (base + 3 * count + length).initialize(to: length > 16 ? 1 : 0)
    }
    return Lengths(base: UnsafePointer(base))
  }()

  @inline(__always)
  static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The hash of up to 16 bytes that are folded already.
  @inline(__always)
  static func hash(short bytes: UnsafePointer<UInt8>, count: Int, lengths: Lengths) -> UInt64 {
    Mix.fold(
      load(bytes) & lengths.lowMask(count) ^ Mix.a, load(bytes + 8) & lengths.highMask(count) ^ lengths.highSeed(count))
  }

  /// The hash of `count` bytes, each or-ed with `lowercase` (``asciiLowercase``, or 0 for bytes already folded).
  ///
  /// - Precondition: 16 bytes past the last are readable.
  /// - Complexity: O(`count`): one multiplication every 16 bytes.
  static func hash(_ bytes: UnsafePointer<UInt8>, count: Int, lowercase: UInt64, lengths: Lengths) -> UInt64 {
    var bytes = bytes
    var left = count
    var seed: UInt64 = 0
    while left > 16 {
      seed = Mix.fold((load(bytes) | lowercase) ^ Mix.c ^ seed, (load(bytes + 8) | lowercase) ^ Mix.b)
      bytes += 16
      left &-= 16
    }
    let low = (load(bytes) | lowercase) & lengths.lowMask(left)
    let high = (load(bytes + 8) | lowercase) & lengths.highMask(left)
    let length: UInt64 = count > 16 ? UInt64(truncatingIfNeeded: count) &<< 8 : 0
    return Mix.fold(low ^ Mix.a ^ seed, high ^ lengths.highSeed(left) ^ length)
  }
}
