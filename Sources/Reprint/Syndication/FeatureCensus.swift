import Synchronization

/// Which features more than one document has: two bits for each of many places that features share.
///
/// Never says no wrongly; says yes wrongly for a few in a hundred. Counts from several threads at once, to the same end
/// whatever their order.
final class FeatureCensus: @unchecked Sendable {
  private let words: UnsafeMutablePointer<Atomic<UInt64>>
  /// 64-bit words of either half: the bits of features seen, then of those seen again.
  private let half: Int

  /// - Parameter features: about how many there will be.
  init(features: Int) {
    var half = 1024
    // Eight bits a feature, as long as that is less than 256 MB.
    while half < features / 8, half < 1 << 24 { half *= 2 }
    self.half = half
    words = .allocate(capacity: 2 * half)
    for place in 0..<2 * half { (words + place).initialize(to: Atomic(0)) }
  }

  deinit {
    words.deinitialize(count: 2 * half)
    words.deallocate()
  }

  private func place(_ key: UInt64) -> (word: Int, bit: UInt64) {
    let mixed = key &* 0xD6E8_FEB8_6659_FD93
    return (Int(truncatingIfNeeded: mixed &>> 32) & (half - 1), 1 &<< (mixed &>> 26 & 63))
  }

  /// Counts the features of one document, each once however often it occurs there.
  func count(_ keys: inout [UInt64]) {
    keys.sort()
    var before: UInt64?
    for key in keys where key != before {
      before = key
      let (word, bit) = place(key)
      if words[word].bitwiseOr(bit, ordering: .relaxed).oldValue & bit != 0 {
        _ = words[half + word].bitwiseOr(bit, ordering: .relaxed)
      }
    }
  }

  /// Whether several documents may have a feature.
  func isShared(_ key: UInt64) -> Bool {
    let (word, bit) = place(key)
    return words[half + word].load(ordering: .relaxed) & bit != 0
  }
}
