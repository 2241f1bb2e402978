import ReprintPlatform

/// Logarithms of single precision, by the C library.
enum Logarithm {
  @inline(__always)
  static func of(_ value: Float) -> Float { logf(value) }

  /// log(1 + value); quick for 0, which most sums over shared words are.
  @inline(__always)
  static func onePlus(_ value: Float) -> Float { value == 0 ? 0 : logf(1 + value) }

  @inline(__always)
  static func exponential(_ value: Float) -> Float { expf(value) }

  /// The log-odds of a probability, bounded at about 9.
  @inline(__always)
  static func odds(_ probability: Float) -> Float { logf((probability + 1e-4) / (1 - probability + 1e-4)) }

  @inline(__always)
  static func probability(_ odds: Float) -> Float { 1 / (1 + expf(-odds)) }
}
