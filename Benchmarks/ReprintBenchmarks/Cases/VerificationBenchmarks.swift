import Reprint
import ReprintCorpora

/// From candidate pairs to exact similarities.
enum VerificationBenchmarks {
  static var cases: [BenchmarkCase] {
    [50, 400, 5000].flatMap { [build($0), intersect($0)] }
  }

  private static let shinglesInAll = 1 << 16

  /// Building the sets.
  private static func build(_ size: Int) -> BenchmarkCase {
    BenchmarkCase("verify/build/\(size)", item: "shingle") {
      let documents = shinglesInAll / size
      let shingles = HashBuffer(overlappingSets(documents, size))
      let storage = HashBuffer(count: ShingleSet.storage(for: size))
      return BenchmarkWork(items: documents * size) {
        var digest = Digest()
        for document in 0..<documents {
          let set = ShingleSet(
            UnsafeBufferPointer(shingles[document * size, size]), in: storage.hashes.baseAddress!)
          digest.add(set.count)
        }
        return digest.value
      }
    }
  }

  /// Counting what neighbours share: nine tenths of their shingles.
  private static func intersect(_ size: Int) -> BenchmarkCase {
    BenchmarkCase("verify/intersect/\(size)", item: "shingle") {
      let documents = shinglesInAll / size
      let shingles = HashBuffer(overlappingSets(documents, size))
      let room = ShingleSet.storage(for: size)
      let storage = HashBuffer(count: documents * room)
      let sets = (0..<documents).map { document in
        ShingleSet(
          UnsafeBufferPointer(shingles[document * size, size]),
          in: storage.hashes.baseAddress! + document * room)
      }
      return BenchmarkWork(items: (documents - 1) * size) {
        var digest = Digest()
        for place in 1..<sets.count { digest.add(sets[place].intersectionCount(sets[place - 1])) }
        return withExtendedLifetime(storage) { digest.value }
      }
    }
  }

  /// Sets of which each shares nine tenths of its shingles with the one before it.
  private static func overlappingSets(_ count: Int, _ size: Int) -> [UInt64] {
    var random = SeededGenerator(seed: 6)
    let step = size / 10
    let all = (0..<size + step * count).map { _ in random.next() }
    return (0..<count).flatMap { all[$0 * step..<$0 * step + size] }
  }
}
