import Synchronization

/// Flags that many threads raise and look at; none is ever lowered.
package final class AtomicBits: @unchecked Sendable {
  private let words: UnsafeMutablePointer<Atomic<UInt64>>
  private let wordCount: Int

  /// All flags lowered.
  package init(count: Int) {
    wordCount = max(1, (count + 63) / 64)
    words = .allocate(capacity: wordCount)
    for index in 0..<wordCount { (words + index).initialize(to: Atomic(0)) }
  }

  deinit {
    words.deinitialize(count: wordCount)
    words.deallocate()
  }

  /// Whether a flag is raised; what was done before that is seen then.
  @inline(__always)
  package func isRaised(_ index: Int) -> Bool {
    words[index &>> 6].load(ordering: .acquiring) & 1 &<< UInt64(index & 63) != 0
  }

  package func raise(_ index: Int) {
    words[index &>> 6].bitwiseOr(1 &<< UInt64(index & 63), ordering: .releasing)
  }
}
