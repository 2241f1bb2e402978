/// Whether keys were seen before: Bloom filters of three bits a key, each twice the size of the one before.
///
/// Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970, doi:10.1145/362686.362692; Almeida et al.,
/// "Scalable Bloom filters", 2007, doi:10.1016/j.ipl.2006.10.007.
struct SeenKeys: Sendable {
  private struct Filter: Sendable {
    var words: [UInt64]
    var free: Int

    init(keys: Int) {
      words = Array(repeating: 0, count: keys / 4)
      free = keys
    }

    private func place(of key: UInt64) -> (index: Int, bits: UInt64) {
      (
        Int(truncatingIfNeeded: key & UInt64(words.count - 1)),
        Self.bit(key >> 40) | Self.bit(key >> 46) | Self.bit(key >> 52)
      )
    }

    private static func bit(_ number: UInt64) -> UInt64 { 1 << (number & 63) }

    func contains(_ key: UInt64) -> Bool {
      let (index, bits) = place(of: key)
      return words[index] & bits == bits
    }

    mutating func insert(_ key: UInt64) {
      let (index, bits) = place(of: key)
      words[index] |= bits
      free -= 1
    }
  }

  private var filters: [Filter] = []
  private var keys: Int
  private let most: Int

  /// - Parameters:
  ///   - expected: how many keys there may be; two bytes each.
  ///   - most: after so many keys, all are forgotten.
  init(expected: Int, most: Int) {
    var keys = 1 << 13
    while keys < min(expected, most) { keys *= 2 }
    self.keys = keys
    self.most = most
  }

  /// Notes a key; returns false if it, or by chance others, were here before.
  mutating func insert(_ key: UInt64) -> Bool {
    for filter in filters where filter.contains(key) { return false }
    if filters.last?.free ?? 0 <= 0 {
      if !filters.isEmpty { keys *= 2 }
      if filters.count > 0, keys > most {
        keys = max(1 << 13, keys / 4)
        filters = []
      }
      filters.append(Filter(keys: keys))
    }
    filters[filters.count - 1].insert(key)
    return true
  }
}
