import Reprint

/// From words to shingles.
enum ShinglingBenchmarks {
  static func words(_ input: String, _ dump: Shared<DumpText>) -> BenchmarkCase {
    BenchmarkCase("shingle/\(input)", item: "word") {
      let dump = try dump.value()
      var hashes: [UInt64] = []
      var counts: [Int] = []
      WordHashes.forEachText(dump) { words in
        hashes += words
        counts.append(words.count)
      }
      let original = hashes
      // Shingles take the words' place, so the words are put back each time.
      let words = HashBuffer(count: original.count)
      return BenchmarkWork(items: original.count, beforeEach: { words.fill(original) }) {
        var digest = Digest()
        var start = 0
        for count in counts {
          let text = words[start, count]
          let shingles = Shingling.shingle(text, width: Shingling.defaultWidth)
          digest.addSample(UnsafeBufferPointer(rebasing: text[..<shingles]))
          start += count
        }
        return digest.value
      }
    }
  }
}

/// Memory for hashes that stays where it is.
final class HashBuffer {
  let hashes: UnsafeMutableBufferPointer<UInt64>

  init(count: Int) {
    hashes = .allocate(capacity: count)
    hashes.initialize(repeating: 0)
  }

  convenience init(_ values: [UInt64]) {
    self.init(count: values.count)
    fill(values)
  }

  deinit { hashes.deallocate() }

  func fill(_ values: [UInt64]) { _ = hashes.update(from: values) }

  subscript(start: Int, count: Int) -> UnsafeMutableBufferPointer<UInt64> {
    UnsafeMutableBufferPointer(rebasing: hashes[start..<start + count])
  }
}
