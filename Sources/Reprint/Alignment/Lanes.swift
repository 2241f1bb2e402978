/// Four figures at a time: features are computed for four pairs in a row.
///
/// As many as the registers of every processor hold; of comparisons of more, the compiler makes poor code.
///
/// Only what a processor does with each figure alone, so that results are the same bits as one by one.
typealias Lanes = SIMD4<Float>

/// For each figure all bits or none: which of two to take.
typealias LaneMask = SIMD4<Int32>

extension Lanes {
  /// Where the mask is set the one, elsewhere the other.
  @inline(__always)
  static func select(_ mask: LaneMask, _ one: Lanes, _ other: Lanes) -> Lanes {
    let (one, other) = (unsafeBitCast(one, to: LaneMask.self), unsafeBitCast(other, to: LaneMask.self))
    return unsafeBitCast((one & mask) | (other & ~mask), to: Lanes.self)
  }

  /// Where figures are less than others.
  ///
  /// By the sign of the difference, which no rounding changes: of comparisons the compiler makes bits, and masks of
  /// these again. None may be NaN, and -0 is less than 0.
  @inline(__always)
  func isLess(than other: Lanes) -> LaneMask { unsafeBitCast(self - other, to: LaneMask.self) &>> 31 }

  /// 1 where figures are at least 0, else 0.
  @inline(__always)
  var isPositive: Lanes {
    let one = unsafeBitCast(Lanes(repeating: 1), to: LaneMask.self)
    return unsafeBitCast(one & ~(unsafeBitCast(self, to: LaneMask.self) &>> 31), to: Lanes.self)
  }

  /// Where whole numbers are the same.
  @inline(__always)
  static func areEqual(_ one: LaneMask, _ other: LaneMask) -> LaneMask {
    let difference = one &- other
    return ~((difference | (0 &- difference)) &>> 31)
  }

  /// The value, or the limit if that is less.
  @inline(__always)
  func atMost(_ limit: Float) -> Lanes { atMost(Lanes(repeating: limit)) }

  @inline(__always)
  func atMost(_ limit: Lanes) -> Lanes { Self.select(isLess(than: limit), self, limit) }

  /// The value, or the limit if that is more.
  @inline(__always)
  func atLeast(_ limit: Float) -> Lanes { atLeast(Lanes(repeating: limit)) }

  @inline(__always)
  func atLeast(_ limit: Lanes) -> Lanes { Self.select(isLess(than: limit), limit, self) }

  /// The values, not further from 0 than `limit`.
  @inline(__always)
  func bounded(by limit: Float) -> Lanes { atMost(limit).atLeast(-limit) }

  /// The value without its sign.
  @inline(__always)
  var magnitude: Lanes {
    unsafeBitCast(unsafeBitCast(self, to: SIMD4<UInt32>.self) & 0x7FFF_FFFF, to: Lanes.self)
  }
}

extension Plane {
  /// Pairs that are looked at together.
  static let width = 4

  /// The figures of a pair and the three behind it, be they of the next row or the padding behind the last.
  @inline(__always)
  func lanes(_ pair: Int) -> Lanes { UnsafeRawPointer(base + pair).loadUnaligned(as: Lanes.self) }

  /// Whole numbers in the place of figures.
  @inline(__always)
  func numbers(_ place: Int) -> LaneMask { unsafeBitCast(lanes(place), to: LaneMask.self) }

  @inline(__always)
  func set(_ place: Int, number: Int) { self[place] = Float(bitPattern: UInt32(truncatingIfNeeded: number)) }

  /// Sets the figures of a pair and the three behind it: rows are written in order, so that what goes over the end of
  /// one is overwritten by the next.
  @inline(__always)
  func setLanes(_ pair: Int, _ figures: Lanes) {
    UnsafeMutableRawPointer(base + pair).storeBytes(of: figures, as: Lanes.self)
  }
}

extension Logarithm {
  /// The natural logarithms of positive, normal numbers: the same bits as one by one.
  @inline(__always)
  static func of(_ value: Lanes) -> Lanes {
    let root = SIMD4<UInt32>(repeating: rootOfHalf)
    let bits = unsafeBitCast(value, to: SIMD4<UInt32>.self) &- root
    let exponent = unsafeBitCast(bits, to: SIMD4<Int32>.self) &>> 23
    let m = unsafeBitCast((bits & 0x7F_FFFF) &+ root, to: Lanes.self)
    let s = (m - 1) / (m + 1)
    let square = s * s
    var series = square * ninth + seventh
    series = series * square + fifth
    series = series * square + third
    // A small whole number in the last bits of 1.5 * 2^23 is that number more.
    let whole = unsafeBitCast(exponent &+ 0x4B40_0000, to: Lanes.self) - 12_582_912
    let sum: Lanes = s + s * square * series
    return whole * logOfTwo + 2 * sum
  }

  /// log(1 + value) of values from 0 on.
  @inline(__always)
  static func onePlus(_ value: Lanes) -> Lanes { of(1 + value) }

  @inline(__always)
  static func exponential(_ value: Lanes) -> Lanes {
    let value = value.atLeast(-87).atMost(88)
    let shifted = value * (1 / logOfTwo) + 12_582_912
    let n = shifted - 12_582_912
    let r = (value - n * logOfTwoHigh) - n * logOfTwoLow
    var series = r * coefficients[0] + coefficients[1]
    for next in 2..<6 { series = series * r + coefficients[next] }
    let power: Lanes = series * r * r + r + 1
    let whole = unsafeBitCast(shifted, to: SIMD4<Int32>.self) &- 0x4B40_0000
    return unsafeBitCast(unsafeBitCast(power, to: SIMD4<Int32>.self) &+ (whole &<< 23), to: Lanes.self)
  }

  @inline(__always)
  static func odds(_ probability: Lanes) -> Lanes {
    let (odds, against): (Lanes, Lanes) = (probability + 1e-4, 1 - probability + 1e-4)
    return of(odds / against)
  }

  @inline(__always)
  static func probability(_ odds: Lanes) -> Lanes { 1 / (1 + exponential(-odds)) }
}
