/// Logarithms and powers of single precision, to about its last bit.
///
/// Not those of the C library, which are no faster than a call and differ from one system to the next: these give the
/// same bits everywhere.
enum Logarithm {
  /// The natural logarithm of a positive, normal number.
  ///
  /// A number is 2^n m with m near 1, and log m = 2 artanh((m - 1) / (m + 1)), whose series ends soon.
  @inline(__always)
  static func of(_ value: Float) -> Float {
    // The exponent of 2 that leaves m between the square root of 1/2 and that of 2.
    let bits = value.bitPattern &- rootOfHalf
    let exponent = Int32(bitPattern: bits) >> 23
    let m = Float(bitPattern: (bits & 0x7F_FFFF) &+ rootOfHalf)
    let s = (m - 1) / (m + 1)
    let square = s * s
    let series = ((square * ninth + seventh) * square + fifth) * square + third
    return Float(exponent) * logOfTwo + 2 * (s + s * square * series)
  }

  /// log(1 + value) of a value from 0 on; quick for 0, which most sums over shared words are.
  @inline(__always)
  static func onePlus(_ value: Float) -> Float { value == 0 ? 0 : of(1 + value) }

  /// e to the power of a value; values beyond what the result could hold count as the last that it can.
  ///
  /// 2^n e^r with r between plus and minus half of log 2, the latter by its series.
  @inline(__always)
  static func exponential(_ value: Float) -> Float {
    let value = min(88, max(-87, value))
    // Adding and taking away 1.5 * 2^23 rounds.
    let n = (value * (1 / logOfTwo) + 12_582_912) - 12_582_912
    let r = (value - n * logOfTwoHigh) - n * logOfTwoLow
    let high = (r * coefficients[0] + coefficients[1]) * r + coefficients[2]
    let series = ((high * r + coefficients[3]) * r + coefficients[4]) * r + coefficients[5]
    let power = series * r * r + r + 1
    return Float(bitPattern: power.bitPattern &+ UInt32(bitPattern: Int32(n)) << 23)
  }

  /// The log-odds of a probability, bounded at about 9.
  @inline(__always)
  static func odds(_ probability: Float) -> Float { of((probability + 1e-4) / (1 - probability + 1e-4)) }

  @inline(__always)
  static func probability(_ odds: Float) -> Float { 1 / (1 + exponential(-odds)) }

  /// Those of the series of the logarithm, and of the exponential from the highest power down.
  static var third: Float { 1.0 / 3 }
  static var fifth: Float { 1.0 / 5 }
  static var seventh: Float { 1.0 / 7 }
  static var ninth: Float { 1.0 / 9 }
  static var coefficients: InlineArray<6, Float> { [1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2] }

  static let rootOfHalf: UInt32 = 0x3F35_04F3
  static let logOfTwo: Float = 0.693_147_18
  /// The logarithm in two parts, the first with few enough bits for exact products.
  static let logOfTwoHigh: Float = 0.693_359_375
  static let logOfTwoLow: Float = -2.121_944_4e-4
}
